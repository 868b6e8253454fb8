"""Who may do what to a nomination in which state: a table, and the function that reads it.

``docs/permissions.md`` is printed from this table by ``manage.py print_permissions``.
Roles that belong to a row (nominator of its unit, member of its panel) are found by
resolvers; panels add theirs in ``ready()``, so that this room never imports panels.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from goodpeople.accounts.roles import AUDITOR, EDITOR, OFFICE, group_roles
from goodpeople.nominations import states as st

if TYPE_CHECKING:
    from goodpeople.nominations.models import Nomination

NOMINATOR = "nominator"
UPPER_UNIT = "upper_unit"
PANEL_MEMBER = "panel_member"
SUPERUSER = "superuser"
ROLE_LABELS = {
    NOMINATOR: _("the nominating unit's staff"),
    UPPER_UNIT: _("staff of the unit above"),
    PANEL_MEMBER: _("a panel member who scores it"),
    OFFICE: _("the organising office"),
    EDITOR: _("an editor"),
    AUDITOR: _("the auditor"),
    SUPERUSER: _("the superuser"),
}

ANY_STATE = frozenset(st.STATES)
SUBMITTED = ANY_STATE - {st.DRAFT}


@dataclass(frozen=True)
class Rule:
    """``roles`` may do ``action`` while the nomination is in one of ``states``."""

    action: str
    label: Any
    roles: frozenset[str]
    states: frozenset[str]


def _rule(action: str, label: Any, roles: set[str], states: frozenset[str]) -> Rule:
    return Rule(action, label, frozenset(roles), states)


RULES: tuple[Rule, ...] = (
    _rule(
        "view",
        _("read the nomination"),
        {NOMINATOR, UPPER_UNIT, OFFICE, AUDITOR, SUPERUSER},
        ANY_STATE,
    ),
    _rule(
        "view_for_scoring",
        _("read the story and photos in order to score"),
        {PANEL_MEMBER},
        frozenset({st.SCORING}),
    ),
    _rule("edit", _("change the texts, photos and papers"), {NOMINATOR}, st.WITH_NOMINATOR),
    _rule("submit", _("submit or submit again"), {NOMINATOR}, st.WITH_NOMINATOR),
    _rule("withdraw", _("withdraw"), {NOMINATOR}, st.WITH_NOMINATOR),
    _rule(
        "close_return",
        _("close a returned nomination that is not sent again"),
        {OFFICE, SUPERUSER},
        frozenset({st.RETURNED}),
    ),
    _rule(
        "decide",
        _("decide at eligibility, verification and the public notice"),
        {OFFICE, SUPERUSER},
        st.IN_WORKFLOW,
    ),
    _rule(
        "score",
        _("hand in a score sheet or declare a recusal"),
        {PANEL_MEMBER},
        frozenset({st.SCORING}),
    ),
    _rule(
        "excuse",
        _("take a panel member off a candidate"),
        {OFFICE, SUPERUSER},
        frozenset({st.SCORING}),
    ),
    _rule(
        "see_personal",
        _("see personal data unmasked while writing"),
        {NOMINATOR},
        st.WITH_NOMINATOR,
    ),
    _rule("reveal_personal", _("reveal personal data (logged)"), {OFFICE, SUPERUSER}, SUBMITTED),
    _rule(
        "read_evidence",
        _("open the evidence"),
        {NOMINATOR, UPPER_UNIT, OFFICE, AUDITOR, SUPERUSER},
        ANY_STATE,
    ),
)
_BY_ACTION = {rule.action: rule for rule in RULES}

# What is done to a whole round, whatever states its nominations are in.
ROUND_ACTIONS: dict[str, tuple[Any, frozenset[str]]] = {
    "nominate": (_("begin a nomination"), frozenset({NOMINATOR})),
    "run_round": (_("perform a round's steps"), frozenset({OFFICE, SUPERUSER})),
    "decide_results": (_("decide on the results"), frozenset({OFFICE, SUPERUSER})),
    "edit_round": (_("edit rounds, units and panels"), frozenset({OFFICE, SUPERUSER})),
    "read_rounds": (
        _("read rounds, results and the log"),
        frozenset({OFFICE, AUDITOR, SUPERUSER}),
    ),
    "complete_profile": (_("complete a draft profile"), frozenset({EDITOR, SUPERUSER})),
}


@dataclass(frozen=True)
class Verdict:
    """Whether something is allowed; falsy with the reason when it is not."""

    ok: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.ok


RoleResolver = Callable[[Any, "Nomination"], bool]
_resolvers: dict[str, RoleResolver] = {}


def register_role(role: str, resolver: RoleResolver) -> None:
    """Let another room say who holds ``role`` towards a nomination; called in ``ready()``."""
    _resolvers[role] = resolver


def account_roles(user: Any) -> frozenset[str]:
    """Return the roles that ``user`` holds everywhere: office, editor, auditor, superuser."""
    roles = set(group_roles(user))
    if user.is_authenticated and user.is_active and user.is_superuser:
        roles.add(SUPERUSER)
    return frozenset(roles)


def roles_towards(user: Any, nomination: Nomination) -> frozenset[str]:
    """Return every role that ``user`` holds towards this one nomination."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    roles = set(account_roles(user))
    roles.update(role for role, holds in _resolvers.items() if holds(user, nomination))
    return frozenset(roles)


def allowed(user: Any, action: str, nomination: Nomination) -> Verdict:
    """Return whether ``user`` may take ``action`` on ``nomination`` now, or why not."""
    rule = _BY_ACTION[action]
    if not roles_towards(user, nomination) & rule.roles:
        return Verdict(False, _role_reason(rule.roles))
    if nomination.state not in rule.states:
        reason = _("Not possible while the nomination is in the state “%(state)s”.")
        return Verdict(False, str(reason) % {"state": nomination.state_label})
    return Verdict(True)


def allowed_on_rounds(user: Any, action: str) -> Verdict:
    """Return whether ``user`` may take a round's ``action`` (a key of ``ROUND_ACTIONS``)."""
    _label, roles = ROUND_ACTIONS[action]
    if account_roles(user) & roles:
        return Verdict(True)
    return Verdict(False, _role_reason(roles))


def _role_reason(roles: frozenset[str]) -> str:
    names = [str(label) for role, label in ROLE_LABELS.items() if role in roles]
    return str(format_lazy(_("Only {roles} may do this."), roles="、".join(names)))


def is_office(user: Any) -> bool:
    """Whether ``user`` runs rounds."""
    return bool(account_roles(user) & {OFFICE, SUPERUSER})


def reads_everything(user: Any) -> bool:
    """Whether ``user`` may read every nomination: the office and the auditor."""
    return bool(account_roles(user) & {OFFICE, AUDITOR, SUPERUSER})
