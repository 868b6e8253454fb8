"""One world for the whole matrix: a town with two villages, another town's village, and rounds.

``names`` is what the tables refer to: ``own.draft`` is the nomination in the draft state of the
own village, ``own.draft.version`` its version, ``mem.open`` a sheet. Everything comes about
through the verbs that the screens call. Nothing in it changes: each request is rolled back.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from archive.models import HonoreePage, LevelTitles
from goodpeople.accounts.roles import sync_role_groups
from goodpeople.nominations import states as st
from goodpeople.nominations.models import Nomination, Photo, Round, StepRecord, Unit, UnitStaff
from goodpeople.nominations.rounds import perform
from goodpeople.nominations.submission import begin, save_draft, submit
from goodpeople.nominations.uploads import add_evidence, add_photo
from goodpeople.notices.forms import opened_now
from goodpeople.notices.models import Notice, OfficeContact
from goodpeople.notices.objections import raise_objection
from goodpeople.panels.models import Panel, PanelMember, Result, ScoreSheet
from goodpeople.panels.results import Choice, decide_results, version_of
from goodpeople.panels.sheets import hand_in, save_scores
from tests.factories.accounts import UserFactory
from tests.factories.archive import PlaceFactory, finish, image
from tests.factories.nominations import RoundFactory, bring_on, photo_upload, picture_bytes, texts
from tests.factories.notices import BEFORE_NOTICE, select
from tests.factories.panels import CRITERIA, CriterionFactory
from tests.matrix import roles
from tests.matrix.secrets import Secrets, personal_of

# How the states of a nomination before the list are called in ``names``.
UNDER_WAY = (st.DRAFT, st.RETURNED, st.ELIGIBILITY, st.VERIFICATION, st.SCORING)
_PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


class World:
    """Builds everything once; then only read."""

    def __init__(self) -> None:
        sync_role_groups()
        self.names: dict[str, Any] = {}
        self.secrets = Secrets()
        self.people: dict[str, Any] = {}
        self._make_people()
        self._make_units()
        self._make_rounds()
        self._make_nominations()
        self._score()
        self._put_on_notice()
        self._announce()
        self._make_wagtail_things()
        self._make_search_things()
        self._name_people()

    # --- who and where ---

    def _make_people(self) -> None:
        traits: dict[str, dict[str, Any]] = {
            roles.OFFICE: {"office": True},
            roles.EDITOR: {"editor": True},
            roles.AUDITOR: {"auditor": True},
            roles.SUPERUSER: {"superuser": True},
            roles.FIRST_TIME: {"first_time": True, "office": True},
        }
        for role in roles.EVERYBODY:
            if role != roles.ANON:
                self.people[role] = UserFactory(
                    username=f"matrix-{role}", display_name=f"{role}账号", **traits.get(role, {})
                )
        self.office = self.people[roles.OFFICE]

    def _make_units(self) -> None:
        town = PlaceFactory.chain("平湖市", "林埭镇")
        places = {
            "own": PlaceFactory.chain("平湖市", "林埭镇", "双庙村"),
            "sibling": PlaceFactory.chain("平湖市", "林埭镇", "徐家埭村"),
            "other": PlaceFactory.chain("平湖市", "新埭镇", "旧埭村"),
        }
        above = Unit.objects.create(name="林埭镇文明办", place=town)
        self.units = {"town": above}
        for key, place in places.items():
            parent = None if key == "other" else above
            self.units[key] = Unit.objects.create(name=place.name, place=place, parent=parent)
        self.sibling_clerk = UserFactory(username="matrix-sibling", display_name="邻村账号")
        for unit, user in (
            ("own", self.people[roles.NOMINATOR]),
            ("other", self.people[roles.OTHER]),
            ("town", self.people[roles.TOWN]),
            ("sibling", self.sibling_clerk),
        ):
            UnitStaff.objects.create(unit=self.units[unit], user=user)
        for key, unit in self.units.items():
            self.names[f"unit.{key}"] = unit.pk
        self.names["place"] = places["own"].pk
        self.names["place.slug"] = places["own"].slug

    def _clerk(self, whose: str) -> Any:
        return {
            "own": self.people[roles.NOMINATOR],
            "other": self.people[roles.OTHER],
            "sibling": self.sibling_clerk,
        }[whose]

    # --- rounds and panels ---

    def _make_rounds(self) -> None:
        self.rounds = {
            "mid": RoundFactory(title="矩阵评选进行中", asks_id_number=True),
            "apart": RoundFactory(title="矩阵评选另一轮", needs_verification=False),
            "closed": RoundFactory(title="矩阵评选已结分", needs_verification=False),
            "notice": RoundFactory(
                title="矩阵评选公示中", needs_verification=False, notice_masks_names=True
            ),
            "announced": RoundFactory(title="矩阵评选已发布", needs_verification=False, year=2024),
            "empty": RoundFactory(title="矩阵评选未用过", upcoming=True),
        }
        self.colleague = UserFactory(username="matrix-colleague", display_name="同组评委")
        seats = {
            "mid": (self.people[roles.MEMBER], self.colleague),
            "apart": (self.people[roles.OTHER_MEMBER],),
            "closed": (self.colleague,),
        }
        for key, round_ in self.rounds.items():
            for position, (name, weight) in enumerate(CRITERIA):
                CriterionFactory(round=round_, name=name, weight=weight, sort_order=position)
            if key == "empty":
                continue
            panel = Panel.objects.create(round=round_)
            for user in seats.get(key, ()):
                seat = PanelMember.objects.create(panel=panel, user=user)
                self.names[f"seat.{user.username}"] = seat.pk
            self.names[f"panel.{key}"] = panel.pk
        for key, round_ in self.rounds.items():
            self.names[f"round.{key}"] = round_.pk
            self.rounds[key] = Round.objects.get(pk=round_.pk)

    # --- nominations ---

    def _make_nominations(self) -> None:
        for whose in ("own", "other"):
            for state in UNDER_WAY:
                self._nominate(whose, state, "mid")
            self._nominate(whose, st.SCORING, "closed", key="closed")
            self._nominate(whose, st.SCORING, "notice", key="notice")
        self._nominate("sibling", st.DRAFT, "mid")
        self._nominate("sibling", st.ELIGIBILITY, "mid")
        self._nominate("other", st.SCORING, "apart", key="apart")

    def _nominate(self, whose: str, state: str, round_key: str, *, key: str = "") -> Nomination:
        """Make a nomination of a unit, with a photo and a paper, and note all its names."""
        round_, clerk = self.rounds[round_key], self._clerk(whose)
        key = f"{whose}.{key or state}"
        number = len(self.secrets.nominees) + 1
        name = f"密示{number:02d}例"
        begun = begin(round_, self.units[whose], clerk)
        facts = personal_of(number)
        save_draft(begun.pk, clerk, texts(round_, name=name), personal=facts)
        portrait = add_photo(begun.pk, clerk, photo_upload(), kind="portrait")
        for _more in range(round_.photos_min - 1):
            add_photo(begun.pk, clerk, photo_upload())
        paper = add_evidence(begun.pk, clerk, SimpleUploadedFile("paper.pdf", _PDF))
        if state != st.DRAFT:
            submit(begun.pk, clerk)
            bring_on(begun.pk, state, self.office)
        self.secrets.note_nominee(key, name, facts)
        self.names.update({key: begun.pk, f"{key}.photo": portrait.key, f"{key}.paper": paper.key})
        return begun

    def _refresh(self, key: str) -> Nomination:
        """Note a nomination's version and current task state as they are now."""
        nomination = Nomination.objects.get(pk=self.names[key])
        self.names[f"{key}.version"] = nomination.version
        current = nomination.current_workflow_task_state
        self.names[f"{key}.task_state"] = current.pk if current else 0
        return nomination

    def _score(self) -> None:
        for key in ("mid", "apart", "closed"):
            self._perform("open_scoring", key)
        self._name_sheet("mem.open", roles.MEMBER, "own.scoring")
        self._name_sheet("mem.other", roles.MEMBER, "other.scoring")
        self._name_sheet("omem.open", roles.OTHER_MEMBER, "other.apart")
        mine, user = self.names["mem.other"], self.people[roles.MEMBER]
        comment = self.secrets.note_comment("密评语甲", {roles.MEMBER})
        save_scores(mine, user, self._points("mid", 8), comment=comment)
        sheet = ScoreSheet.objects.get(
            member__user=self.colleague, nomination=self.names["own.scoring"]
        )
        comment = self.secrets.note_comment("密评语乙", set())
        assert hand_in(sheet.pk, self.colleague, self._points("mid", 9), comment=comment).done
        self.names["colleague.handed"] = sheet.pk
        other = ScoreSheet.objects.get(
            member__user=self.colleague, nomination=self.names["other.scoring"]
        )
        self.names["colleague.open"] = other.pk
        for name in ("mem.open", "mem.other", "omem.open"):
            self.names[f"{name}.version"] = ScoreSheet.objects.get(pk=self.names[name]).version
        for position, criterion in enumerate(self.rounds["mid"].criteria.all()):
            self.names[f"criterion.{position}"] = criterion.pk

        self._close_scoring()

    def _close_scoring(self) -> None:
        """Take the closed round up to its results, which wait to be confirmed."""
        for sheet in ScoreSheet.objects.filter(nomination__round=self.rounds["closed"]):
            comment = self.secrets.note_comment(f"密评语丙{sheet.pk}", roles.READS_ALL)
            points = self._points("closed", 8)
            assert hand_in(sheet.pk, self.colleague, points, comment=comment).done
            self.names["sheet.closed"] = sheet.pk
        self._perform("close_scoring", "closed")
        results = {
            self.names[f"{whose}.closed"]: Choice(Result.Decision.SELECTED)
            for whose in ("own", "other")
        }
        assert not decide_results(self.rounds["closed"].pk, self.office, results)
        stored = Result.objects.filter(round=self.rounds["closed"])
        self.names["results.version"] = version_of(list(stored))

    def _points(self, round_key: str, value: int) -> dict[int, int | None]:
        return {criterion.pk: value for criterion in self.rounds[round_key].criteria.all()}

    def _name_sheet(self, name: str, role: str, nomination: str) -> None:
        sheet = ScoreSheet.objects.get(
            member__user=self.people[role], nomination=self.names[nomination]
        )
        self.names[name] = sheet.pk

    def _perform(self, step: str, round_key: str, **kwargs: Any) -> None:
        result = perform(step, self.rounds[round_key].pk, self.office, **kwargs)
        assert result.status == "done", (step, round_key, result.reasons)

    # --- the list ---

    def _put_on_notice(self) -> None:
        """Start a masked notice with a candidate of each unit; the own one is objected to."""
        for whose in ("own", "other"):
            select(self._refresh(f"{whose}.notice"), self.office)
        for step in BEFORE_NOTICE:
            StepRecord.objects.create(
                round=self.rounds["notice"], step=step, performed_by=self.office
            )
        self._perform("start_notice", "notice")
        notice = Notice.objects.get(round=self.rounds["notice"])
        objection = raise_objection(
            notice, self.names["own.notice"], **self.secrets.make_objection()
        )
        self.names.update(
            {
                "notice": notice.pk,
                "opened": opened_now(),
                "objection": objection.pk,
                "objection.reference": objection.reference,
                "own.profile": self._refresh("own.notice").profile_id,
                "other.profile": self._refresh("other.notice").profile_id,
            }
        )

    def _announce(self) -> None:
        """Take a round of one candidate to its announcement, its notice long over."""
        round_, key = self.rounds["announced"], "own.announced"
        nomination = self._nominate("own", st.SCORING, "announced", key="announced")
        select(nomination, self.office)
        for step in BEFORE_NOTICE:
            StepRecord.objects.create(round=round_, step=step, performed_by=self.office)
        then = timezone.now() - timedelta(days=40)
        self._perform("start_notice", "announced", now=then)
        page = HonoreePage.objects.get(pk=self._refresh(key).profile_id)
        finish(page, user=self.people[roles.EDITOR])
        self._perform("announce", "announced")
        Round.objects.filter(pk=round_.pk).update(closes_on=timezone.localdate(then))
        done = self._refresh(key)
        live = HonoreePage.objects.get(pk=done.profile_id)
        self.names.update(
            {
                "notice.past": Notice.objects.get(round=round_).pk,
                "page": live.pk,
                "page.address": live.get_url().strip("/"),
                "honour": done.honour_id,
                "category": done.category_id,
                "category.code": done.category.code,
            }
        )
        for known in self.secrets.nominees:
            self._refresh(known)

    def _make_wagtail_things(self) -> None:
        """Make what Wagtail's own routes need an id of."""
        from wagtail.contrib.redirects.models import Redirect
        from wagtail.models import Collection, Site, TaskState, UploadedFile, WorkflowState

        page = HonoreePage.objects.get(pk=self.names["page"])
        picture = image("公开图片", picture_bytes())
        pictures = get_image_model().objects
        of_editor = image("编辑上传的图片", picture_bytes())
        pictures.filter(pk=of_editor.pk).update(uploaded_by_user=self.people[roles.EDITOR])
        document = get_document_model().objects.create(
            title="公开文件", file=ContentFile(_PDF, name="public.pdf")
        )
        draft = HonoreePage.objects.get(pk=self.names["own.profile"])
        document.get_file_size()
        document.get_file_hash()
        contact = OfficeContact.objects.create()
        titles = LevelTitles.objects.create()
        workflow_state = WorkflowState.objects.for_instance(
            Nomination.objects.get(pk=self.names["own.eligibility"])
        ).first()
        workflow = self.rounds["mid"].workflow
        upload = UploadedFile.objects.create(
            file=ContentFile(b"x", name="x.jpg"), uploaded_by_user=self.office
        )
        self.names.update(
            {
                "home": page.get_parent().get_parent().pk,
                "index": page.get_parent().pk,
                "page.revision": page.latest_revision_id,
                "own.profile.rev": draft.latest_revision_id,
                "image": picture.pk,
                "image.editor": of_editor.pk,
                "image.file": picture.file.name,
                "private.file": Photo.objects.get(key=self.names["own.draft.photo"]).file.name,
                "own.profile.address": draft.url_path.strip("/").partition("/")[2],
                "contact": contact.pk,
                "titles": titles.pk,
                "document": document.pk,
                "document.name": document.filename,
                "collection": Collection.get_first_root_node().add_child(name="文集").pk,
                "site": Site.objects.get(is_default_site=True).pk,
                "redirect": Redirect.add_redirect("/old/", page).pk,
                "workflow": workflow.pk,
                "task": workflow.tasks.first().pk,
                "workflow_state": workflow_state.pk,
                "task_state": TaskState.objects.filter(workflow_state=workflow_state).first().pk,
                "upload": upload.pk,
            }
        )

    def _make_search_things(self) -> None:
        """Make what the screens around the search show: synonyms, a promoted result, a miss."""
        from wagtail.contrib.search_promotions.models import Query, SearchPromotion

        from search.page.models import FruitlessSearch, SynonymGroup

        query = Query.objects.create(query_string="理发")
        SearchPromotion.objects.create(query=query, page_id=self.names["page"], sort_order=0)
        FruitlessSearch.objects.create(words="没有的词", last_day=timezone.localdate())
        self.names["synonyms"] = SynonymGroup.objects.create(words="剃头、理发").pk
        self.names["promoted"] = query.pk

    def _name_people(self) -> None:
        for role, user in self.people.items():
            self.names[f"user.{role}"] = user.pk
        self.names["group"] = self.office.groups.get().pk
