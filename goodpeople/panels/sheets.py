"""The panel member's verbs: save points as one goes, hand a sheet in, declare a recusal.

Handing in and recusals are decisions: they go through ``decide()``, which locks the round and
the nomination and then calls the two ``…_under_lock`` functions by way of the scoring task.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from goodpeople.nominations.decisions import Decision, decide
from goodpeople.nominations.models import Nomination, Round
from goodpeople.nominations.models.task import ActionAlreadyDone, ActionCall, ActionRefused
from goodpeople.nominations.submission import NotAllowed, StaleVersion, lock_for
from goodpeople.panels.models import Criterion, Recusal, Score, ScoreSheet

Points = Mapping[int, int | None]


def sheets_of(user: Any) -> models.QuerySet[ScoreSheet]:
    """Return the score sheets of ``user``'s own seats, with what their lists show.

    Asked by every list and every view of the members' desk: nobody else's sheet, the office
    and the superuser included, is found through it. Three queries, however many there are.
    """
    return _listed().filter(member__user=user, member__user__is_active=True)


def sheets_in(round_: Round) -> models.QuerySet[ScoreSheet]:
    """Return all sheets of a round, for those who run or watch it. Three queries."""
    return _listed().filter(nomination__round=round_).select_related("recusal__declared_by")


def _listed() -> models.QuerySet[ScoreSheet]:
    candidates = Nomination.objects.with_state().select_related(
        "round", "category", "place__town", "place__parent"
    )
    return (
        ScoreSheet.objects.select_related("member__panel", "member__user")
        .prefetch_related("scores", models.Prefetch("nomination", queryset=candidates))
        .order_by("nomination__category__sort_order", "nomination_id", "member_id")
    )


@transaction.atomic
def save_scores(
    sheet_id: int, user: Any, points: Points, *, comment: str = "", version: int | None = None
) -> ScoreSheet:
    """Save points of an open sheet; None takes a point back. Return the fresh sheet.

    ``points`` maps criterion ids to whole points. Raise ``NotAllowed`` (not one's own, not
    open, a number outside the criterion's range) or ``StaleVersion``; then nothing is written.
    """
    sheet = _own_sheet(sheet_id, user)
    nomination = lock_for("score", sheet.nomination_id, user)
    sheet = ScoreSheet.objects.select_for_update().get(pk=sheet.pk)
    if sheet.status != ScoreSheet.Status.OPEN:
        raise NotAllowed(_("This sheet is closed: %(state)s.") % {"state": _status_label(sheet)})
    if version is not None and version != sheet.version:
        raise StaleVersion(
            _("This sheet was saved in another window. Nothing you entered is lost.")
        )
    _write(sheet, points, comment, user)
    sheet.refresh_from_db()
    sheet.nomination = nomination
    return sheet


def hand_in(
    sheet_id: int, user: Any, points: Points, *, comment: str = "", version: int | None = None
) -> Decision:
    """Save and hand in a sheet, for good; refused while a criterion has no points.

    A stale ``version`` is a refusal whose field is "version".
    """
    sheet = _own_sheet(sheet_id, user)
    if sheet.status == ScoreSheet.Status.RECUSED:
        # As below: the gate would call a recused member a stranger.
        return Decision("refused", _("You are recused from this candidate."))
    return decide(
        sheet.nomination_id,
        None,
        "hand_in",
        user,
        data={"sheet": sheet.pk, "points": points, "comment": comment, "version": version},
        batch=True,
    )


def declare_recusal(sheet_id: int, user: Any, reason: str) -> Decision:
    """Declare a conflict of interest: the member does not score this candidate."""
    sheet = _own_sheet(sheet_id, user)
    if sheet.status == ScoreSheet.Status.RECUSED:
        # The recused hold no role towards the candidate any more, so the gate would call a
        # second press a stranger's.
        return Decision("already_done", _("You are already recused from this candidate."))
    return decide(
        sheet.nomination_id,
        None,
        "recuse",
        user,
        reason=reason,
        data={"sheet": sheet.pk},
        batch=True,
    )


def excuse_member(sheet_id: int, user: Any, reason: str) -> Decision:
    """Let the office take a member off a candidate (ill, never answered), with the reason.

    Only while the sheet is open. Raise ``ScoreSheet.DoesNotExist``.
    """
    sheet = ScoreSheet.objects.get(pk=sheet_id)
    return decide(
        sheet.nomination_id,
        None,
        "excuse",
        user,
        reason=reason,
        data={"sheet": sheet.pk},
        batch=True,
    )


def _own_sheet(sheet_id: int, user: Any) -> ScoreSheet:
    sheet = ScoreSheet.objects.filter(pk=sheet_id, member__user=user).first()
    if sheet is None:
        raise NotAllowed(_("This is not your score sheet."))
    return sheet


def _status_label(sheet: ScoreSheet) -> str:
    return str(sheet.get_status_display())


# --- called by ScoringTask.act(), under the gate's locks ---


def hand_in_under_lock(call: ActionCall) -> None:
    """Write the points and close the sheet; raise ``ActionRefused`` or ``ActionAlreadyDone``."""
    sheet = _open_sheet(call, ends_as=ScoreSheet.Status.HANDED_IN)
    version = call.data.get("version")
    if version is not None and version != sheet.version:
        raise ActionRefused(
            _("This sheet was saved in another window. Nothing you entered is lost."),
            field="version",
        )
    try:
        _write(sheet, call.data["points"], call.data["comment"], call.user)
    except NotAllowed as error:
        raise ActionRefused(error.reason) from None
    missing = [criterion.name for criterion in unscored(sheet)]
    if missing:
        raise ActionRefused(
            _("Not scored yet: %(criteria)s.") % {"criteria": "、".join(missing)}, field="points"
        )
    sheet.status = ScoreSheet.Status.HANDED_IN
    sheet.handed_in_at = call.now
    sheet.save(update_fields=["status", "handed_in_at", "updated_at"])


def recuse_under_lock(call: ActionCall) -> None:
    """Close the sheet without points or comment, and keep the reason."""
    sheet = _open_sheet(call, ends_as=ScoreSheet.Status.RECUSED)
    sheet.status = ScoreSheet.Status.RECUSED
    sheet.comment = ""
    sheet.save(update_fields=["status", "comment", "updated_at"])
    sheet.scores.all().delete()
    Recusal.objects.create(
        sheet=sheet, reason=call.reason, declared_by=call.user, declared_at=call.now
    )


def unscored(sheet: ScoreSheet) -> list[Criterion]:
    """Return the criteria of the sheet's round that it has no points for, in order."""
    scored = {score.criterion_id for score in sheet.scores.all()}
    criteria = Criterion.objects.filter(round_id=sheet.nomination.round_id)
    return [criterion for criterion in criteria if criterion.pk not in scored]


def _open_sheet(call: ActionCall, *, ends_as: ScoreSheet.Status) -> ScoreSheet:
    """Lock the sheet; a sheet that has already ended as it should is a repeated press."""
    sheet = ScoreSheet.objects.select_for_update().get(pk=call.data["sheet"])
    if sheet.status != ScoreSheet.Status.OPEN:
        reason = _("This sheet is closed: %(state)s.") % {"state": _status_label(sheet)}
        raise ActionAlreadyDone(reason) if sheet.status == ends_as else ActionRefused(reason)
    return sheet


def _write(sheet: ScoreSheet, points: Points, comment: str, user: Any) -> None:
    """Write points and comment to a locked open sheet, and log which points changed.

    The log names criteria, never points: it is read while others still score.
    """
    criteria = {c.pk: c for c in Criterion.objects.filter(round_id=sheet.nomination.round_id)}
    present = {score.criterion_id: score for score in sheet.scores.all()}
    changed: list[str] = []
    for criterion_id, value in points.items():
        criterion = criteria.get(criterion_id)
        if criterion is None:
            raise NotAllowed(_("That criterion does not belong to this round."))
        if value is not None and not 0 <= value <= criterion.max_points:
            raise NotAllowed(
                _("%(criterion)s: points from 0 to %(most)s.")
                % {"criterion": criterion.name, "most": criterion.max_points}
            )
        score = present.get(criterion_id)
        if value == (score.points if score else None):
            continue
        changed.append(criterion.name)
        if value is not None:
            Score.objects.update_or_create(
                sheet=sheet, criterion=criterion, defaults={"points": value}
            )
        elif score is not None:
            score.delete()
    if not changed and comment == sheet.comment:
        return
    sheet.comment = comment
    sheet.version += 1
    sheet.save(update_fields=["comment", "version", "updated_at"])
    if changed:
        log(
            instance=sheet.nomination,
            action="panels.save_scores",
            user=user,
            data={"sheet": sheet.pk, "criteria": changed},
        )
