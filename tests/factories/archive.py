"""The archive's rows for tests: ``HonoreePageFactory(live=True)``, ``HonourFactory()``."""

from __future__ import annotations

import io

import factory
from django.core.files.base import ContentFile
from PIL import Image as Pillow
from wagtail.images import get_image_model

from archive.models import Category, HonoreePage, Honour, Place
from archive.publishing import HonoreeRecord, draft_honouree
from archive.site_tree import ensure_site_tree


class PlaceFactory(factory.django.DjangoModelFactory):
    """A village; ``town=True`` and ``city=True`` make the outer ones."""

    class Meta:
        model = Place

    class Params:
        is_town = factory.Trait(kind="town", name=factory.Sequence(lambda n: f"示例{n}镇"))
        is_city = factory.Trait(
            kind="city", name=factory.Sequence(lambda n: f"示例{n}市"), parent=None
        )

    name = factory.Sequence(lambda n: f"示例{n}村")
    kind = "village"
    parent = None

    @classmethod
    def chain(cls, *names: str) -> Place:
        """Return the last of city, town and village by ``names``, made where missing."""
        place = None
        for kind, name in zip(("city", "town", "village"), names, strict=False):
            place = Place.objects.filter(name=name, parent=place).first() or cls(
                kind=kind, name=name, parent=place
            )
        assert place is not None
        return place


class CategoryFactory(factory.django.DjangoModelFactory):
    """One of the five seeded categories by its code, or a new one."""

    class Meta:
        model = Category
        django_get_or_create = ("code",)

    code = "honesty"
    name = factory.LazyAttribute(lambda category: category.code)


def story(*paragraphs: str) -> list[dict]:
    """Return the story as raw blocks: one section of ``paragraphs``."""
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return [{"type": "section", "value": {"heading": "", "text": html}}]


class HonoreePageFactory(factory.django.DjangoModelFactory):
    """An honouree's page, live by default; ``live=False`` is a draft of an editor's own.

    ``awaiting=True`` makes it as a nomination does: a marked draft, ``finished`` or not.
    """

    class Meta:
        model = HonoreePage

    title = factory.Sequence(lambda n: f"示例人{n}")
    citation = "三十年如一日，说到做到。"
    standfirst = "一位乡村理发师。"
    live = True
    place = factory.LazyFunction(lambda: PlaceFactory.chain("平湖市", "林埭镇", "双庙村"))
    body = factory.LazyFunction(lambda: story("他的小店按时开门，冬天也不例外。"))

    @classmethod
    def _create(cls, model_class, *args, awaiting=False, finished=True, user=None, **fields):
        if awaiting:
            return cls._awaiting(fields, finished=finished, user=user)
        stream = fields.pop("body")
        page = model_class(**fields)
        page.body = _to_stream(stream)
        ensure_site_tree().add_child(instance=page)
        revision = page.save_revision(user=user)
        if page.live:
            revision.publish()
        return model_class.objects.get(pk=page.pk)

    @staticmethod
    def _awaiting(fields, *, finished, user):
        page = draft_honouree(
            HonoreeRecord(
                name=fields["title"],
                kind="person",
                citation=fields["citation"],
                overview=fields["standfirst"],
                story="他的小店按时开门，冬天也不例外。",
                place=fields["place"],
                category=CategoryFactory(),
                year=2026,
                level="county",
            ),
            user=user,
        )
        if finished:
            finish(page, user=user)
        return HonoreePage.objects.get(pk=page.pk)


def _to_stream(raw):
    return HonoreePage.body.field.stream_block.to_python(raw)


def finish(page: HonoreePage, *, user=None, **changes) -> None:
    """Complete the draft as an editor does: tick it off and save, with ``changes``."""
    draft = page.get_latest_revision().as_object()
    draft.profile_ready = True
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision(user=user, clean=False)


class HonourFactory(factory.django.DjangoModelFactory):
    """A valid county honour of 2025 for honesty, from the page's place."""

    class Meta:
        model = Honour

    page = factory.SubFactory(HonoreePageFactory)
    level = "county"
    year = 2025
    category = factory.SubFactory(CategoryFactory)
    place = factory.LazyAttribute(lambda honour: honour.page.place)


def jpeg(width: int = 320, height: int = 400, colour: str = "#a33", **save) -> bytes:
    """Return the bytes of a plain JPEG; ``save`` goes to Pillow (``exif=…``)."""
    out = io.BytesIO()
    Pillow.new("RGB", (width, height), colour).save(out, format="JPEG", **save)
    return out.getvalue()


def image(title: str = "示例图片", content: bytes | None = None):
    """Return a Wagtail image, uploaded as an editor uploads it."""
    return get_image_model().objects.create(
        title=title, file=ContentFile(content or jpeg(), name="picture.jpg")
    )
