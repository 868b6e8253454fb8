"""The notice task: passes when the period is over and no objection is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodpeople.nominations.announcement import drop_profile
from goodpeople.nominations.models import Nomination, Outcome
from goodpeople.nominations.models.task import (
    HOLD,
    ActionAlreadyDone,
    ActionCall,
    ActionRefused,
    RoundTask,
    RoundTaskState,
    TaskAction,
)
from goodpeople.notices.models.notice import Notice
from goodpeople.notices.models.objection import Objection


class NoticeState(RoundTaskState):
    """A candidate's time on the public list."""


class NoticeTask(RoundTask):
    """The candidate is on the public list; objections hold up this candidate alone."""

    kind = "notice"
    task_state_class = NoticeState
    actions = (
        TaskAction("pass", gettext_lazy("Passed the notice"), "decide", tone="good", batch=True),
        TaskAction(
            "dismiss_objection",
            gettext_lazy("Dismiss the objection"),
            "decide",
            needs_reason=True,
            batch=True,
        ),
        TaskAction(
            "uphold_objection",
            gettext_lazy("Uphold the objection"),
            "decide",
            needs_reason=True,
            tone="bad",
            batch=True,
        ),
        HOLD,
    )

    class Meta:
        verbose_name = gettext_lazy("public notice")

    def act(self, task_state, action, call) -> None:
        """Pass by date, dispose of an objection, or hold the candidate over."""
        nomination = Nomination.objects.get(pk=task_state.workflow_state.object_id)
        if action.name == "pass":
            reasons = self.blockers([nomination], "announce", call.now)[nomination.pk]
            if reasons:
                raise ActionRefused("; ".join(reasons))
            task_state.approve(user=call.user, comment=call.reason)
        elif action.name == "dismiss_objection":
            self._dispose(nomination, call, Objection.Status.DISMISSED)
        elif action.name == "uphold_objection":
            self._dispose(nomination, call, Objection.Status.UPHELD)
            task_state.end(Outcome.OBJECTION_UPHELD, call)
            self._leave_list(nomination, call)
        else:
            super().act(task_state, action, call)
            self._leave_list(nomination, call)

    @staticmethod
    def _dispose(nomination: Nomination, call: ActionCall, status: Objection.Status) -> None:
        objection = (
            Objection.objects.select_for_update(of=("self",))
            .select_related("disposed_by")
            .filter(pk=call.data.get("objection"), nomination=nomination)
            .first()
        )
        if objection is None:
            raise ActionRefused(_("That objection is about another candidate."))
        if not objection.is_open:
            raise ActionAlreadyDone(objection.settled_words)
        objection.status = status
        objection.disposal_reason = call.reason
        objection.disposed_by = call.user
        objection.disposed_at = call.now
        objection.save(update_fields=["status", "disposal_reason", "disposed_by", "disposed_at"])

    @staticmethod
    def _leave_list(nomination: Nomination, call: ActionCall) -> None:
        """Drop the draft profile, and close what else was open: nothing is left to decide."""
        Objection.objects.filter(nomination=nomination, status=Objection.Status.OPEN).update(
            status=Objection.Status.LAPSED,
            disposal_reason=call.reason,
            disposed_by=call.user,
            disposed_at=call.now,
        )
        drop_profile(nomination.pk, call.user)

    def blockers(
        self, nominations: Sequence[Nomination], step: str, now: datetime
    ) -> dict[int, list[str]]:
        """Return, when the list is to be announced, whose period runs and who is objected to."""
        if step != "announce" or not nominations:
            return {}
        notice = Notice.objects.filter(round_id=nominations[0].round_id).first()
        reasons: dict[int, list[str]] = {nomination.pk: [] for nomination in nominations}
        if notice is None:
            early = [_("the public notice has not started")]
        elif not notice.is_over(timezone.localdate(now)):
            last_day = date_format(notice.ends_on, "DATE_FORMAT")
            early = [_("the public notice runs until %(date)s") % {"date": last_day}]
        else:
            early = []
        open_objections = Objection.objects.filter(
            nomination__in=nominations, status=Objection.Status.OPEN
        )
        for pk in reasons:
            reasons[pk] += early
        for objection in open_objections:
            reasons[objection.nomination_id].append(
                _("the objection %(reference)s is open") % {"reference": objection.reference}
            )
        return reasons
