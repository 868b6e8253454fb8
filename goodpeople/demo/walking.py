"""One nomination's whole way, by the verbs that the screens call, told step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from archive.models import Category, HonoreePage, Level, Place
from archive.site_tree import ensure_site_tree
from goodpeople.accounts.models import User
from goodpeople.accounts.roles import EDITOR, GROUP_NAMES, OFFICE
from goodpeople.demo.clock import at, moment
from goodpeople.demo.loading.studio import make, photo_job
from goodpeople.nominations import rounds
from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import Nomination, Round, RoundCategory, Unit, UnitStaff
from goodpeople.nominations.submission import NotComplete, begin, save_draft, submit
from goodpeople.nominations.uploads import add_photo
from goodpeople.notices.models import Notice
from goodpeople.notices.objections import dispose_of, raise_objection
from goodpeople.panels import sheets
from goodpeople.panels.models import Criterion, Panel, PanelMember, Result, ScoreSheet
from goodpeople.panels.results import Choice, decide_results

NAME = "钟阿炳"
_STORY = (
    "钟阿炳在渡口修了三十一年钟表。铺子只有一张桌子宽，桌上的台灯是他师父留下的。"
    "来修表的老人多，有的表早就停产，零件要他自己拿锉刀一点点锉出来。"
    "他把每一只修过的表记在本子上，写清日子、毛病和换下的零件，到今年已经记满了二十四本。"
)


@dataclass(frozen=True)
class Told:
    """One line of the walk: who did what, and what came of it."""

    who: str
    what: str


class StepFailed(Exception):
    """A verb refused what the walk expected to go."""


class Walk:
    """Sets up a small round of its own and walks one nomination through it."""

    def __init__(self, start: date):
        self.start = start
        ensure_site_tree()
        self._make_people()
        self._make_round()

    def _make_people(self) -> None:
        def account(name: str, shown: str, role: str = "") -> User:
            user = User.objects.create_user(f"walk-{name}", display_name=f"{shown}（示例）")
            if role:
                user.groups.add(Group.objects.get(name=GROUP_NAMES[role]))
            return user

        town = Place.objects.create(name="渡口镇（示例）", kind="town", slug="walk-town")
        self.place = Place.objects.create(
            name="钟楼村（示例）", kind="village", slug="walk-village", parent=town, is_sample=True
        )
        self.unit = Unit.objects.create(name=self.place.name, place=self.place)
        self.nominator = account("nominator", "村干部")
        UnitStaff.objects.create(unit=self.unit, user=self.nominator)
        self.office = account("office", "文明办", OFFICE)
        self.editor = account("editor", "编辑", EDITOR)
        self.members = [account(f"member{n}", f"评委{n}") for n in (1, 2, 3)]

    def _make_round(self) -> None:
        self.category = Category.objects.get(code="dedication")
        self.round = Round.objects.create(
            title="一次演练（示例）",
            year=self.start.year,
            level=Level.COUNTY,
            opens_on=self.start,
            closes_on=self.start + timedelta(days=20),
            story_min=80,
            photos_min=1,
            notice_days=7,
            is_sample=True,
        )
        RoundCategory.objects.create(round=self.round, category=self.category, quota=1)
        for name, weight in (("事迹", 60), ("影响", 40)):
            Criterion.objects.create(round=self.round, name=name, weight=weight, max_points=10)
        panel = Panel.objects.create(round=self.round)
        for member in self.members:
            PanelMember.objects.create(panel=panel, user=member)

    def steps(self) -> Iterator[Told]:
        """Walk, a line at a time; raise ``StepFailed`` where a verb refuses."""
        yield from self._nominate()
        yield from self._check()
        yield from self._score()
        yield from self._go_public()

    def _on(self, day: int) -> Any:
        return at(moment(self.start + timedelta(days=day)))

    @staticmethod
    def _done(outcome: Any) -> None:
        if outcome.status != "done":
            raise StepFailed(str(outcome))

    def _nominate(self) -> Iterator[Told]:
        with self._on(1):
            self.nomination = begin(self.round, self.unit, self.nominator)
            yield Told("nominator", "begins a nomination")
            try:
                submit(self.nomination.pk, self.nominator)
            except NotComplete as missing:
                yield Told("nominator", f"sends it empty; refused, {len(missing.complaints)} gaps")
            picture = make(photo_job("barber", "portrait")).content
            upload = SimpleUploadedFile("photo.jpg", picture, "image/jpeg")
            add_photo(self.nomination.pk, self.nominator, upload, kind="portrait")
            yield Told("nominator", "adds a photo")
            save_draft(
                self.nomination.pk,
                self.nominator,
                {
                    "category": self.category,
                    "name": NAME,
                    "sex": "male",
                    "ethnicity": "汉族",
                    "native_place": "浙江平湖",
                    "employer_post": "钟表修理铺",
                    "headline": "渡口修表三十一年，停产的零件自己锉",
                    "overview": "修表匠钟阿炳守着一张桌子宽的铺子，替老人把停了的表修好。",
                    "summary": "三十一年里，他修过的每一只表都记在本子上。",
                    "story": _STORY,
                    "consent": True,
                },
                personal={"phone": "19900000000"},
            )
            submit(self.nomination.pk, self.nominator)
            yield Told("nominator", "fills it in and sends it")

    def _check(self) -> Iterator[Told]:
        pk = self.nomination.pk
        with self._on(2):
            self._done(decide(pk, None, "return", self.office, reason="请写清修表铺开了多少年。"))
            yield Told("office", "returns it: 请写清修表铺开了多少年。")
            story = _STORY + "铺子是1995年开的。"
            save_draft(pk, self.nominator, {"story": story})
            submit(pk, self.nominator)
            yield Told("nominator", "mends it and sends it again")
            self._done(decide(pk, None, "approve", self.office, data={"honouree": "new"}))
            yield Told("office", "finds it eligible, a new honouree")
            again = decide(pk, None, "approve", self.office, data={"honouree": "new"})
            if again.done:
                raise StepFailed("an empty verification was approved")
            yield Told("office", f"presses on without a note; refused: {again.reason}")
            self._done(decide(pk, None, "approve", self.office, reason="到铺子看过二十四本记录。"))
            yield Told("office", "confirms the facts: 到铺子看过二十四本记录。")

    def _score(self) -> Iterator[Told]:
        with self._on(21):
            self._done(rounds.perform("open_scoring", self.round.pk, self.office))
            yield Told("office", "opens scoring")
            mine = {
                sheet.member.user_id: sheet
                for sheet in ScoreSheet.objects.filter(nomination=self.nomination).select_related(
                    "member"
                )
            }
            recused = self.members[2]
            self._done(sheets.declare_recusal(mine[recused.pk].pk, recused, "候选人是我的表哥。"))
            yield Told("panel member 3", "declares a recusal: 候选人是我的表哥。")
            criteria = list(Criterion.objects.filter(round=self.round))
            for member, points in zip(self.members[:2], ((9, 8), (8, 9)), strict=True):
                given = {c.pk: p for c, p in zip(criteria, points, strict=True)}
                self._done(sheets.hand_in(mine[member.pk].pk, member, given))
                yield Told(str(member), f"hands in the sheet: {points[0]} and {points[1]} of 10")
            self._done(rounds.perform("close_scoring", self.round.pk, self.office))
            result = Result.objects.get(nomination=self.nomination)
            yield Told("office", f"closes scoring: rank {result.rank}, score {result.score:.2f}")
            choices = {self.nomination.pk: Choice(Result.Decision.SELECTED)}
            if complaints := decide_results(self.round.pk, self.office, choices):
                raise StepFailed(str(complaints))
            self._done(rounds.perform("confirm_results", self.round.pk, self.office))
            yield Told("office", "confirms the results; a draft profile is made")

    def _go_public(self) -> Iterator[Told]:
        with self._on(22):
            self._complete_the_profile()
            yield Told("editor", "completes the draft profile")
            self._done(rounds.perform("start_notice", self.round.pk, self.office))
            notice = Notice.objects.get(round=self.round)
            yield Told("office", f"starts the notice: {notice.starts_on} to {notice.ends_on}")
            objection = raise_objection(
                notice, self.nomination.pk, text="他的铺子有一阵没有开门。", now=timezone.now()
            )
            yield Told("the public", f"objects; reference {objection.reference}")
        with self._on(30):
            early = rounds.perform("announce", self.round.pk, self.office)
            yield Told("office", f"presses announce; blocked: {'; '.join(early.reasons)}")
            self._done(
                dispose_of(
                    objection.pk, self.office, uphold=False, reason="那一阵他住院，村里可以证明。"
                )
            )
            yield Told("office", "dismisses the objection: 那一阵他住院，村里可以证明。")
            self._done(rounds.perform("announce", self.round.pk, self.office))
            yield Told("office", "announces the list")
            repeated = rounds.perform("announce", self.round.pk, self.office)
            yield Told("office", f"presses again; {repeated.status}")
        page = self.profile()
        found = HonoreePage.objects.live().public().search("锉刀一点点锉")
        if page.pk not in {hit.pk for hit in found}:
            raise StepFailed("the new profile is not found by a word from its story")
        yield Told("the public", f"finds {page.title} at {page.get_url()} by 锉刀一点点锉")

    def profile(self) -> HonoreePage:
        """Return the profile that came of the walk."""
        nomination = Nomination.objects.get(pk=self.nomination.pk)
        return HonoreePage.objects.get(pk=nomination.profile_id)

    def _complete_the_profile(self) -> None:
        draft = self.profile().get_latest_revision_as_object()
        draft.citation = "渡口边的修表匠，把停了的时间一只一只修好。"
        draft.is_sample = True
        draft.profile_ready = True
        draft.save_revision(user=self.editor)
