"""Closing the scoring, the office's decision on the standing, and confirming it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from archive.publishing import PublishingRefused
from goodpeople.nominations import states as st
from goodpeople.nominations.announcement import draft_profile
from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import Nomination, Round
from goodpeople.nominations.permissions import allowed_on_rounds
from goodpeople.nominations.rounds import block
from goodpeople.nominations.steps import Preview
from goodpeople.nominations.submission import NotAllowed, StaleVersion
from goodpeople.panels.assignment import BEFORE_SCORING
from goodpeople.panels.models import Result
from goodpeople.panels.standing import standing


def _candidates(round_: Round) -> list[Nomination]:
    return list(
        round_.nominations.in_state(st.SCORING)
        .select_related("category")
        .order_by("category__sort_order", "pk")
    )


def preview_closing(round_: Round, now: datetime) -> Preview:
    """Return the candidates to be ranked, and which sheets are missing."""
    candidates = _candidates(round_)
    task = round_.task(st.SCORING)
    reasons = task.blockers(candidates, "close_scoring", now) if task else {}
    blockers = [
        _("%(name)s: %(reason)s") % {"name": nomination.name, "reason": reason}
        for nomination in candidates
        for reason in reasons.get(nomination.pk, [])
    ]
    if not candidates:
        blockers.append(_("No candidate has reached scoring."))
    with_quota = set(round_.categories.values_list("category_id", flat=True))
    blockers += [
        _("%(name)s: the round has no quota for its category.") % {"name": nomination.name}
        for nomination in candidates
        if nomination.category_id not in with_quota
    ]
    for nomination in round_.nominations.in_state(*BEFORE_SCORING).order_by("pk"):
        blockers.append(
            _("%(name)s is still in the state “%(state)s”.")
            % {"name": nomination, "state": nomination.state_label}
        )
    return Preview(moves=candidates, blockers=blockers, notes=_closing_notes(round_, now))


def _closing_notes(round_: Round, now: datetime) -> list[str]:
    notes = []
    drafts = round_.nominations.in_state(st.DRAFT).count()
    still_open = round_.takes_nominations(timezone.localdate(now))
    if drafts and still_open:
        notes.append(
            ngettext(
                "%(count)s draft is not sent yet; what is not sent takes no part.",
                "%(count)s drafts are not sent yet; what is not sent takes no part.",
                drafts,
            )
            % {"count": drafts}
        )
    elif drafts:
        notes.append(
            ngettext(
                "%(count)s draft was never sent; it stays a draft and takes no part.",
                "%(count)s drafts were never sent; they stay drafts and take no part.",
                drafts,
            )
            % {"count": drafts}
        )
    if still_open:
        notes.append(
            _("Nominations are open until %(date)s; this closes them now.")
            % {"date": round_.closes_on.isoformat()}
        )
    return notes


def perform_closing(round_: Round, user: Any, now: datetime, prepared: Any) -> int:
    """Work out the standing and keep it as results; return how many candidates it ranks."""
    candidates = _candidates(round_)
    count = 0
    for category in standing(round_, candidates):
        for place in category.places:
            Result.objects.create(
                round=round_,
                nomination=place.nomination,
                score=place.score,
                sheets_counted=place.sheets_counted,
                rank=place.rank,
                tied=place.tied,
                proposed=place.proposed,
                decision=_DECISION_OF_VERDICT[place.proposed],
            )
            log(
                instance=place.nomination,
                action="panels.result",
                user=user,
                data={
                    "score": round(place.score, 4),
                    "rank": place.rank,
                    "tied": place.tied,
                    "sheets": place.sheets_counted,
                },
            )
            count += 1
    return count


_DECISION_OF_VERDICT = {
    True: Result.Decision.SELECTED,
    False: Result.Decision.NOT_SELECTED,
    # A tie across the cut line: the scores cannot say, the office must.
    None: "",
}


@dataclass(frozen=True)
class Choice:
    """The office's decision on one result, with the reason where it departs."""

    decision: str
    reason: str = ""


def version_of(results: Iterable[Result]) -> str:
    """Return a mark of all decisions as they stand, which a form carries and sends back."""
    rows = sorted((result.nomination_id, result.decision, result.reason) for result in results)
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:16]


@transaction.atomic
def decide_results(
    round_id: int,
    user: Any,
    choices: Mapping[int, Choice],
    *,
    version: str | None = None,
    now: datetime | None = None,
) -> dict[int, str]:
    """Write the office's decisions, by nomination id; return complaints by nomination id.

    Between closing and confirming only: else ``NotAllowed`` with the reason. Raise
    ``StaleVersion`` where the decisions changed since ``version_of`` gave ``version``. With a
    complaint (a departure without a reason) nothing is written at all. An empty decision
    leaves a tie undecided.
    """
    now = now or timezone.now()
    verdict = allowed_on_rounds(user, "decide_results")
    if not verdict:
        raise NotAllowed(verdict.reason)
    round_ = Round.objects.select_for_update().get(pk=round_id)
    done = set(round_.step_records.values_list("step", flat=True))
    if "close_scoring" not in done:
        raise NotAllowed(_("Scoring has not closed yet."))
    if "confirm_results" in done:
        raise NotAllowed(_("The results have been confirmed and no longer change."))
    results = {
        result.nomination_id: result
        # Of the results alone: their order joins a nullable category, which PostgreSQL
        # will not lock.
        for result in Result.objects.select_for_update(of=("self",))
        .filter(round=round_)
        .select_related("nomination")
    }
    if version is not None and version != version_of(results.values()):
        raise StaleVersion(
            _("Someone else decided on these results meanwhile. Nothing you typed is lost.")
        )
    changed, complaints = [], {}
    for nomination_id, choice in choices.items():
        result = results.get(nomination_id)
        if result is None or choice.decision not in {"", *Result.Decision.values}:
            raise NotAllowed(_("Choose a decision from the list."))
        if not choice.decision:
            if result.decision or choice.reason.strip():
                complaints[nomination_id] = _("Choose a decision from the list.")
            continue
        before = (result.decision, result.reason)
        result.decision, result.reason = choice.decision, choice.reason.strip()
        if result.departs and not result.reason:
            complaints[nomination_id] = _("This departs from the standing: please say why.")
        elif before != (result.decision, result.reason):
            changed.append(result)
    if not complaints:
        for result in changed:
            _save_decision(result, user, now)
    return complaints


def _save_decision(result: Result, user: Any, now: datetime) -> None:
    result.decided_by, result.decided_at = user, now
    result.save(update_fields=["decision", "reason", "decided_by", "decided_at"])
    log(
        instance=result.nomination,
        action="panels.decide_result",
        user=user,
        data={
            "decision": str(result.decision),
            "reason": result.reason,
            "departs": result.departs,
        },
    )


def _results(round_: Round) -> list[Result]:
    return list(
        Result.objects.filter(round=round_).select_related(
            "nomination__category", "nomination__round"
        )
    )


def preview_confirmation(round_: Round, now: datetime) -> Preview:
    """Return who would go on, and where a decision is still missing."""
    results = _results(round_)
    waiting = set(round_.nominations.in_state(st.SCORING).values_list("pk", flat=True))
    blockers = []
    for result in results:
        if result.nomination_id not in waiting:
            continue
        if not result.decision:
            blockers.append(
                _("%(name)s is tied at the cut line: the office decides.")
                % {"name": result.nomination}
            )
        elif result.departs and not result.reason:
            blockers.append(_("%(name)s: the reason is missing.") % {"name": result.nomination})
    selected = [
        result.nomination for result in results if result.decision == Result.Decision.SELECTED
    ]
    others = len(results) - len(selected)
    notes = []
    if others:
        ending = ngettext(
            "%(count)s candidate ends here.", "%(count)s candidates end here.", others
        )
        notes.append(ending % {"count": others})
    notes += over_quota(round_, results)
    if not selected:
        notes.append(_("Nobody is selected: the round would have no list."))
    return Preview(moves=selected, blockers=blockers, notes=notes)


def over_quota(round_: Round, results: Iterable[Result]) -> list[str]:
    """Return, for each category with more selected than its quota, a sentence that says so.

    No obstacle: each one beyond the cut departs from the standing and carries its reason.
    ``results`` with their nominations.
    """
    selected = Counter(
        result.nomination.category_id
        for result in results
        if result.decision == Result.Decision.SELECTED
    )
    return [
        _("%(category)s: %(selected)s selected, the quota is %(quota)s.")
        % {
            "category": row.category,
            "selected": selected[row.category_id],
            "quota": row.quota,
        }
        for row in round_.categories.select_related("category")
        if selected[row.category_id] > row.quota
    ]


_ACTION_OF_DECISION = {
    Result.Decision.SELECTED: "select",
    Result.Decision.NOT_SELECTED: "pass_over",
    Result.Decision.HELD: "hold",
}


def perform_confirmation(round_: Round, user: Any, now: datetime, prepared: Any) -> int:
    """Send the selected on to the notice with a draft profile, end the others; return how many.

    The number is of the selected.
    """
    selected = 0
    for result in _results(round_):
        nomination = result.nomination
        action = _ACTION_OF_DECISION[Result.Decision(result.decision)]
        decision = decide(
            nomination.pk,
            None,
            action,
            user,
            reason=result.reason,
            data={"confirming": True},
            now=now,
            batch=True,
        )
        if not decision.done:
            block([f"{nomination.name}: {decision.reason}"])
        if action == "select":
            selected += 1
            try:
                draft_profile(nomination.pk, user)
            except PublishingRefused as refused:
                block([f"{nomination.name}: {refused.reason}"])
    return selected
