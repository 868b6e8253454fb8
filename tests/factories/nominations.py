"""Rounds, units and nominations for tests; nominations come about through the verbs.

``NominationFactory(state="scoring")`` begins, fills in, sends and decides as people would, so
that a test never starts from a row that the site itself could not have made. The states that
need a panel or a notice are the factories of those rooms.
"""

from __future__ import annotations

import io
from datetime import timedelta
from functools import lru_cache
from typing import Any

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from archive.models import Category, Place
from archive.seeds import CATEGORIES
from goodpeople.nominations import states as st
from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import Nomination, Round, RoundCategory, Unit, UnitStaff
from goodpeople.nominations.submission import begin, save_draft, submit, withdraw
from goodpeople.nominations.uploads import add_photo
from tests.factories.accounts import UserFactory

RETURN_REASON = "请补充2015年以后的事迹，并写明时间和地点。"
STORY = (
    "他在村口开着一间修车铺，门前常年放着一只打气筒，谁来都可以用。"
    "学生的车坏了，他先修好再说钱的事，没有带钱的，下回路过再给也不要紧。"
) * 20
PERSONAL = {
    "phone": "13800000001",
    "address": "平湖市林埭镇示例村中心路8号",
    "birth_date": "1966-09-05",
}


def categories() -> list[Category]:
    """Return the five categories; made here where a flushed database has lost them."""
    return [
        Category.objects.get_or_create(
            code=code,
            defaults={"name": name, "name_en": name_en, "sort_order": position},
        )[0]
        for position, (code, name, name_en, *_texts) in enumerate(CATEGORIES)
    ]


@lru_cache(maxsize=8)
def picture_bytes(size: tuple[int, int] = (320, 240), fmt: str = "JPEG") -> bytes:
    """Return a small sound picture."""
    out = io.BytesIO()
    Image.new("RGB", size, (161, 42, 30)).save(out, fmt)
    return out.getvalue()


def photo_upload(name: str = "photo.jpg", **kwargs: Any) -> SimpleUploadedFile:
    """Return an upload that passes for a photo."""
    return SimpleUploadedFile(name, picture_bytes(**kwargs), content_type="image/jpeg")


class PlaceUnderTownFactory(factory.django.DjangoModelFactory):
    """A village in a town of its own, unless ``parent`` says which."""

    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"示例{n}村")
    kind = Place.Kind.VILLAGE

    @factory.lazy_attribute
    def parent(self) -> Place:
        town = Place(name=f"示例镇{Place.objects.count()}", kind=Place.Kind.TOWN)
        town.save()
        return town


class RoundFactory(factory.django.DjangoModelFactory):
    """A round that takes nominations today, with all five categories.

    ``codes`` limits the categories; ``quota`` is each one's. ``closed`` and ``upcoming`` are
    traits. Criteria and members belong to the panels' own factories.
    """

    class Meta:
        model = Round
        skip_postgeneration_save = True

    class Params:
        closed = factory.Trait(
            opens_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=60)),
            closes_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1)),
        )
        upcoming = factory.Trait(
            opens_on=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=7)),
        )

    title = factory.Sequence(lambda n: f"示例评选{n}")
    year = 2026
    level = "county"
    opens_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=30))
    closes_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))

    @classmethod
    def _create(cls, model_class, *args, codes=None, quota=2, **kwargs):
        round_ = super()._create(model_class, *args, **kwargs)
        for category in categories():
            if codes is None or category.code in codes:
                RoundCategory.objects.create(round=round_, category=category, quota=quota)
        # Read again: the round keeps the children it was made with (none) in memory.
        return Round.objects.get(pk=round_.pk)


class UnitFactory(factory.django.DjangoModelFactory):
    """A village's unit; ``parent`` puts it under another."""

    class Meta:
        model = Unit

    name = factory.Sequence(lambda n: f"示例{n}村村委会")
    place = factory.SubFactory(PlaceUnderTownFactory)


class UnitStaffFactory(factory.django.DjangoModelFactory):
    """An account at a unit."""

    class Meta:
        model = UnitStaff

    unit = factory.SubFactory(UnitFactory)
    user = factory.SubFactory(UserFactory)


def staff_account(unit: Unit) -> Any:
    """Return an account that works for ``unit``, the first one or a new one."""
    post = UnitStaff.objects.filter(unit=unit).select_related("user").order_by("pk").first()
    return post.user if post else UnitStaffFactory(unit=unit).user


def texts(round_: Round, **changes: Any) -> dict[str, Any]:
    """Return everything that a nomination of a person in ``round_`` must hold, photos apart."""
    return {
        "kind": "person",
        "category": round_.categories.order_by("category__sort_order").first().category,
        "name": "示例张三",
        "sex": "male",
        "ethnicity": "汉族",
        "native_place": "浙江平湖",
        "political_status": "群众",
        "education": "初中",
        "employer_post": "修车铺经营者",
        "headline": "校门口一只打气筒拴了二十八年",
        "overview": "他在中学旁开修车铺，二十八年给学生修车不收钱。",
        "summary": "他开修车铺的头一天就立下规矩：学生修车不收钱，换零件只收进价。",
        "story": STORY,
        "consent": True,
        **changes,
    }


class NominationFactory(factory.Factory):
    """A nomination, brought to ``state`` by the verbs.

    ``state``: draft (default; empty), complete (a draft that may be sent), eligibility,
    returned, verification, scoring or withdrawn. ``round``, ``unit``, ``user`` (the nominator)
    and ``office`` may be given; every other argument is a field of the nomination.
    ``personal`` overrides personal fields; ``reason`` is the office's reason for a return.
    """

    class Meta:
        model = Nomination

    class Params:
        complete = factory.Trait(state="complete")
        submitted = factory.Trait(state=st.ELIGIBILITY)
        returned = factory.Trait(state=st.RETURNED)
        verification = factory.Trait(state=st.VERIFICATION)
        scoring = factory.Trait(state=st.SCORING)
        withdrawn = factory.Trait(state=st.WITHDRAWN)

    state = st.DRAFT

    @classmethod
    def _build(cls, model_class, *args, **kwargs):
        raise TypeError("A nomination comes about through the verbs: use create.")

    @classmethod
    def _create(cls, model_class, *args, state, **kwargs):
        round_ = kwargs.pop("round", None) or RoundFactory()
        unit = kwargs.pop("unit", None) or UnitFactory()
        user = kwargs.pop("user", None) or staff_account(unit)
        office = kwargs.pop("office", None)
        personal = kwargs.pop("personal", {})
        reason = kwargs.pop("reason", RETURN_REASON)
        nomination = begin(round_, unit, user)
        pk = nomination.pk
        if state == st.DRAFT:
            if kwargs or personal:
                save_draft(pk, user, kwargs, personal=personal)
            return Nomination.objects.get(pk=pk)
        save_draft(pk, user, texts(round_, **kwargs), personal={**PERSONAL, **personal})
        add_photo(pk, user, photo_upload(), kind="portrait", caption="示例照片")
        for _more in range(round_.photos_min - 1):
            add_photo(pk, user, photo_upload())
        if state == st.WITHDRAWN:
            withdraw(pk, user)
        elif state != "complete":
            submit(pk, user)
            bring_on(pk, state, office or UserFactory(office=True), reason)
        return Nomination.objects.get(pk=pk)


def bring_on(pk: int, state: str, office: Any, reason: str = RETURN_REASON) -> None:
    """Take the office's decisions that lead a sent nomination to ``state``."""
    if state == st.RETURNED:
        _decide(pk, "return", office, reason=reason)
    elif state in {st.VERIFICATION, st.SCORING}:
        _decide(pk, "approve", office, data={"honouree": "new"})
        if state == st.SCORING and Nomination.objects.get(pk=pk).state == st.VERIFICATION:
            _decide(pk, "approve", office, reason="走访邻里五人，属实。")
    reached = Nomination.objects.get(pk=pk).state
    if reached != state:
        raise AssertionError(f"asked for {state}, reached {reached}")


def _decide(pk: int, action: str, office: Any, **kwargs: Any) -> None:
    decision = decide(pk, None, action, office, **kwargs)
    if not decision.done:
        raise AssertionError(f"{action}: {decision.status} {decision.reason}")
