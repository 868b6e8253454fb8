"""The sample rounds, played through the verbs that the screens call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from archive.models import Category, HonoreePage, Place
from goodpeople.accounts.models import User
from goodpeople.demo.clock import at, moment
from goodpeople.demo.loading.honourees import add_honour, fill_page, samples_by_slug
from goodpeople.demo.loading.studio import PHOTOS, Job, Studio, photo_job, portrait_job
from goodpeople.demo.samples import names_in, read
from goodpeople.nominations import rounds
from goodpeople.nominations.decisions import Decision, decide
from goodpeople.nominations.models import Nomination, Round, RoundCategory, Unit
from goodpeople.nominations.submission import begin, save_draft, submit
from goodpeople.nominations.uploads import add_evidence, add_photo
from goodpeople.notices.models import Notice
from goodpeople.notices.objections import raise_objection
from goodpeople.panels import sheets
from goodpeople.panels.models import Criterion, Panel, PanelMember, ScoreSheet
from goodpeople.panels.results import Choice, decide_results

Progress = Callable[[str], None]
# How far a nomination of the data file has come.
PAST_ELIGIBILITY = frozenset({"verification", "scoring", "notice", "announced", "not_selected"})
PAST_VERIFICATION = PAST_ELIGIBILITY - {"verification"}
# The smallest sound PDF: an empty page stands for the signed consent.
CONSENT_FORM = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
_SEX = {"男": "male", "女": "female", "": ""}
_PLAIN = (
    "kind",
    "name",
    "ethnicity",
    "native_place",
    "political_status",
    "education",
    "employer_post",
    "past_honours",
    "headline",
    "overview",
    "summary",
    "story",
)


class SampleError(Exception):
    """A sample file asks for something that the verbs refuse."""


def expect(decision: Decision | rounds.StepResult) -> None:
    """Raise ``SampleError`` unless it was done."""
    if decision.status != "done":
        raise SampleError(str(decision))


class RoundLoader:
    """Plays one round of ``rounds.yaml`` from its first nomination to where it stands."""

    def __init__(
        self,
        data: dict[str, Any],
        users: dict[str, User],
        units: dict[str, Unit],
        places: dict[str, Place],
        studio: Studio,
        progress: Progress,
    ):
        self.data = data
        self.users = users
        self.units = units
        self.places = places
        self.studio = studio
        self.progress = progress
        self.office = next(
            users[row["username"]] for row in read("accounts") if row["role"] == "office"
        )
        self.editor = next(
            users[row["username"]] for row in read("accounts") if row["role"] == "editor"
        )
        self.nominations: dict[str, Nomination] = {}
        self.days = self._calendar()
        self.rows = [read(name) for name in names_in(f"nominations/{data['key']}")]

    def jobs(self) -> list[Job]:
        """Return the drawings that the round will ask for, in this order."""
        photos = [
            photo_job(row["drawing"], kind) for row in self.rows for kind in self._photos_of(row)
        ]
        profiles = [self._profile_of(row) for row in self.rows]
        keys = [profile["illustration"]["key"] for profile in profiles if profile]
        return photos + [portrait_job(key) for key in keys]

    def load(self) -> Round:
        """Make the round and play it; return it."""
        self.round = self._make_round()
        for row in self.rows:
            self.progress(f"{self.data['title']} · {row['name']}")
            self._play_nomination(row)
        self._play_scoring()
        if self.data["state"] in {"notice", "announced"}:
            self._play_results()
        if self.data["state"] == "notice":
            self._play_objection()
        if self.data["state"] == "announced":
            self._play_announcement()
        return self.round

    def _calendar(self) -> dict[str, date]:
        """Return the round's days; those of a round on notice count back from today."""
        data = self.data
        if "days_before_today" in data:
            today = timezone.localdate()
            return {
                name: today - timedelta(days=days)
                for name, days in data["days_before_today"].items()
            }
        closes = data["closes_on"]
        if data["state"] == "running":
            # The running round must still be open whenever the demo is loaded.
            closes = max(closes, timezone.localdate() + timedelta(days=30))
        days = {name: data[name] for name in ("scoring_from", "scoring_until")}
        days |= {"opens": data["opens_on"], "closes": closes}
        days["confirmed"] = days["scoring_until"] + timedelta(days=3)
        if "starts_on" in data["notice"]:
            days["notice"] = data["notice"]["starts_on"]
        return days

    def _make_round(self) -> Round:
        data, limits = self.data, self.data["text_limits"]
        round_ = Round.objects.create(
            title=data["title"],
            year=data["year"],
            level=data["level"],
            opens_on=self.days["opens"],
            closes_on=self.days["closes"],
            guidance=data["guidance"].strip(),
            headline_max=limits["headline"],
            overview_max=limits["overview"],
            summary_max=limits["summary_max"],
            story_min=limits["story_min"],
            story_max=limits["story_max"],
            photos_min=2,
            asks_id_number=data.get("asks_id_number", False),
            notice_days=7,
            is_sample=True,
        )
        for position, (code, quota) in enumerate(data["quotas"].items()):
            category = Category.objects.get(code=code)
            RoundCategory.objects.create(
                round=round_, category=category, quota=quota, sort_order=position
            )
        for position, row in enumerate(data["criteria"]):
            Criterion.objects.create(
                round=round_,
                name=row["name"],
                description=row["guide"],
                weight=row["weight"],
                max_points=row["max_points"],
                sort_order=position,
            )
        panel = Panel.objects.create(round=round_, briefing=data["briefing"].strip())
        for username in data["panel"]:
            PanelMember.objects.create(panel=panel, user=self.users[username])
        return round_

    # --- one nomination ---

    def _play_nomination(self, row: dict[str, Any]) -> None:
        nominator = self.users[row["nominated_by"]]
        unit = Unit.objects.filter(staff__user=nominator).get()
        start = self.round.opens_on + timedelta(days=3)
        with at(moment(start, 9)):
            nomination = begin(self.round, unit, nominator)
            self._write(nomination, row, nominator)
        self.nominations[row["key"]] = nomination
        if row["state"] == "draft":
            return
        with at(moment(start + timedelta(days=2), 10)):
            submit(nomination.pk, nominator)
        self._play_checks(nomination, row, start)

    def _write(self, nomination: Nomination, row: dict[str, Any], user: User) -> None:
        texts = {name: (row.get(name) or "").strip() for name in _PLAIN}
        texts["sex"] = _SEX[row.get("sex") or ""]
        texts["category"] = Category.objects.filter(code=row.get("category") or "").first()
        texts["place"] = self.places[row["unit"]]
        texts["consent"] = row["state"] != "draft"
        texts["group_size"] = row.get("group_size") or (9 if row["kind"] == "group" else None)
        facts = {key: str(value or "") for key, value in row["personal"].items()}
        save_draft(nomination.pk, user, texts, personal=facts)
        self._add_files(nomination, row, user)

    @staticmethod
    def _photos_of(row: dict[str, Any]) -> dict[str, str]:
        """Return the captions of a nomination's photographs by their kind."""
        if not row.get("drawing"):
            return {}
        return dict(zip(PHOTOS, row.get("captions") or [], strict=False))

    def _add_files(self, nomination: Nomination, row: dict[str, Any], user: User) -> None:
        photos = self._photos_of(row)
        if not photos:
            return
        for kind, caption in photos.items():
            content = self.studio.photo(row["drawing"], kind)
            upload = SimpleUploadedFile("photo.jpg", content, "image/jpeg")
            add_photo(nomination.pk, user, upload, kind=kind, caption=caption)
        paper = SimpleUploadedFile("consent.pdf", CONSENT_FORM)
        add_evidence(nomination.pk, user, paper, kind="consent", title="本人同意书（示例）")

    def _play_checks(self, nomination: Nomination, row: dict[str, Any], start: date) -> None:
        notes = row.get("notes") or {}
        if row["state"] == "returned":
            with at(moment(start + timedelta(days=4), 15)):
                reason = row["returned_reason"].strip()
                expect(decide(nomination.pk, None, "return", self.office, reason=reason))
        if row["state"] in PAST_ELIGIBILITY:
            with at(moment(start + timedelta(days=5), 14)):
                expect(
                    decide(
                        nomination.pk,
                        None,
                        "approve",
                        self.office,
                        reason=notes.get("eligibility", ""),
                        data={"honouree": "new"},
                    )
                )
        if row["state"] in PAST_VERIFICATION:
            with at(moment(start + timedelta(days=10), 16)):
                reason = notes.get("verification") or "已走访核实。"
                expect(decide(nomination.pk, None, "approve", self.office, reason=reason))

    # --- the panel ---

    def _play_scoring(self) -> None:
        data = self.data
        with at(moment(self.days["scoring_from"], 9)):
            expect(rounds.perform("open_scoring", self.round.pk, self.office))
        for row in data.get("recusals", []):
            with at(moment(self.days["scoring_from"], 10)):
                sheet, user = self._sheet(row)
                expect(sheets.declare_recusal(sheet.pk, user, row["reason"]))
        criteria = list(Criterion.objects.filter(round=self.round).order_by("sort_order"))
        for position, row in enumerate(data["sheets"]):
            sheet, user = self._sheet(row)
            points = {c.pk: value for c, value in zip(criteria, row["scores"], strict=True)}
            day = self.days["scoring_from"] + timedelta(days=1 + position % 5)
            with at(moment(day, 10 + position % 7, position % 60)):
                if row["state"] == "submitted":
                    remark = row.get("remark", "")
                    expect(sheets.hand_in(sheet.pk, user, points, comment=remark))
                else:
                    sheets.save_scores(sheet.pk, user, points, comment=row.get("remark", ""))

    def _sheet(self, row: dict[str, Any]) -> tuple[ScoreSheet, User]:
        user = self.users[row["member"]]
        sheet = ScoreSheet.objects.get(
            member__user=user, nomination=self.nominations[row["nomination"]]
        )
        return sheet, user

    # --- to the notice and the announcement ---

    def _play_results(self) -> None:
        with at(moment(self.days["scoring_until"], 17)):
            expect(rounds.perform("close_scoring", self.round.pk, self.office))
        with at(moment(self.days["confirmed"], 10)):
            choices = {
                self.nominations[row["nomination"]].pk: Choice(row["outcome"], row["reason"])
                for row in self.data["decisions"]
            }
            complaints = decide_results(self.round.pk, self.office, choices)
            if complaints:
                raise SampleError(str(complaints))
            expect(rounds.perform("confirm_results", self.round.pk, self.office))
        with at(moment(self.days["confirmed"], 15)):
            self._complete_profiles()
        with at(moment(self.days["notice"], 9)):
            expect(rounds.perform("start_notice", self.round.pk, self.office))

    def _play_objection(self) -> None:
        row = self.data["objection"]
        with at(moment(self.days["notice"] + timedelta(days=1), 11)):
            raise_objection(
                Notice.objects.get(round=self.round),
                self.nominations[row["nomination"]].pk,
                text=row["text"],
                objector=row["objector"],
                contact=row["contact"],
            )

    def _play_announcement(self) -> None:
        with at(moment(self.data["announced_on"], 10)):
            expect(rounds.perform("announce", self.round.pk, self.office))
        self._add_other_honours()

    def _complete_profiles(self) -> None:
        for row in self.rows:
            sample = self._profile_of(row)
            if sample is None:
                continue
            nomination = Nomination.objects.get(pk=self.nominations[row["key"]].pk)
            page = HonoreePage.objects.get(pk=nomination.profile_id)
            draft = page.get_latest_revision_as_object()
            fill_page(draft, sample, self.places, self.studio)
            draft.slug = sample["slug"]
            draft.save_revision(user=self.editor)

    @staticmethod
    def _profile_of(row: dict[str, Any]) -> dict[str, Any] | None:
        """Return what an editor made of a nomination: a sample, or its own ``profile``."""
        if row.get("honouree"):
            return samples_by_slug()[row["honouree"]]
        profile = row.get("profile")
        if profile is None:
            return None
        return {
            "slug": row["key"],
            "title": row["name"],
            "kind": row["kind"],
            "overview": row["overview"],
            "place": row["unit"],
            "is_sample": True,
            "illustration": {
                "key": row["drawing"],
                "alt": profile["alt"],
                "caption": profile.get("caption", row["captions"][0]),
            },
            **profile,
        }

    def _add_other_honours(self) -> None:
        """Write what a sample was honoured with outside this round."""
        samples = samples_by_slug()
        for row in self.rows:
            if not row["honouree"]:
                continue
            page = HonoreePage.objects.get(slug=row["honouree"])
            for honour in samples[row["honouree"]]["honours"]:
                if (honour["year"], honour["level"]) != (self.round.year, self.round.level):
                    add_honour(page, honour, self.places)
