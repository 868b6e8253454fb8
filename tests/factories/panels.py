"""Criteria, panels and rounds that are being scored; sheets come about through the verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import factory

from goodpeople.nominations import rounds
from goodpeople.nominations.models import Nomination, Round
from goodpeople.panels.models import Criterion, Panel, PanelMember, ScoreSheet
from goodpeople.panels.sheets import hand_in
from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory, RoundFactory

CRITERIA = (("事迹真实感人", 40), ("社会影响", 30), ("持续性", 20), ("群众认可", 10))


class CriterionFactory(factory.django.DjangoModelFactory):
    """A criterion of weight 1 and ten points."""

    class Meta:
        model = Criterion

    name = factory.Sequence(lambda n: f"标准{n}")


class PanelMemberFactory(factory.django.DjangoModelFactory):
    """A seat for a new account on the round's panel, which is made where missing."""

    class Meta:
        model = PanelMember

    user = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class, *args, round=None, **kwargs):
        if "panel" not in kwargs:
            kwargs["panel"], _made = Panel.objects.get_or_create(round=round or RoundFactory())
        return super()._create(model_class, *args, **kwargs)


def ready_round(
    *, members: int = 3, criteria: Sequence[tuple[str, int]] = CRITERIA, **kwargs: Any
) -> Round:
    """Return a round with criteria (name, weight; ten points each) and a panel of ``members``.

    ``kwargs`` are ``RoundFactory``'s. Verification is left out unless asked for.
    """
    round_ = RoundFactory(**{"needs_verification": False, **kwargs})
    for position, (name, weight) in enumerate(criteria):
        CriterionFactory(round=round_, name=name, weight=weight, sort_order=position)
    panel = Panel.objects.create(round=round_, briefing="请先读完事迹，再对照标准打分。")
    for number in range(members):
        PanelMemberFactory(panel=panel, user=UserFactory(display_name=f"评委{number + 1}"))
    return Round.objects.get(pk=round_.pk)


@dataclass
class Scoring:
    """A round whose panel scores: who runs it, who sits, who is scored."""

    round: Round
    office: Any
    members: list[PanelMember]
    candidates: list[Nomination]
    criteria: list[Criterion] = field(default_factory=list)

    def sheet(self, member: int = 0, candidate: int = 0) -> ScoreSheet:
        """Return the sheet of a member for a candidate, both by position."""
        return ScoreSheet.objects.get(
            member=self.members[member], nomination=self.candidates[candidate]
        )

    def points(self, *values: int | None) -> dict[int, int | None]:
        """Return points in the order of the criteria; one value stands for all of them."""
        if len(values) == 1:
            values = values * len(self.criteria)
        return {c.pk: value for c, value in zip(self.criteria, values, strict=True)}

    def hand_in(self, member: int, candidate: int, *values: int) -> None:
        """Hand a sheet in, with one value for all criteria or one for each."""
        sheet = self.sheet(member, candidate)
        done = hand_in(sheet.pk, sheet.member.user, self.points(*values))
        assert done.done, done.reason

    def hand_in_all(self, points: Mapping[int, int]) -> None:
        """Let every member hand in every sheet: ``points`` by candidate, for all criteria."""
        for candidate, value in points.items():
            for member in range(len(self.members)):
                self.hand_in(member, candidate, value)

    def perform(self, *keys: str) -> None:
        """Perform steps of the round, which must go through."""
        for key in keys:
            result = rounds.perform(key, self.round.pk, self.office)
            assert result.status == "done", result.reasons


def open_scoring(
    *, candidates: int | Sequence[Any] = 1, members: int = 3, **kwargs: Any
) -> Scoring:
    """Return a round that is being scored.

    ``candidates`` is how many, all in the first category, or their categories in order.
    """
    round_ = ready_round(members=members, **kwargs)
    office = UserFactory(office=True, display_name="文明办")
    first = round_.categories.order_by("category__sort_order").first().category
    wanted = [first] * candidates if isinstance(candidates, int) else list(candidates)
    made = [
        NominationFactory(
            state="scoring", round=round_, category=category, name=f"示例候选{n}", office=office
        )
        for n, category in enumerate(wanted, start=1)
    ]
    scoring = Scoring(
        round_,
        office,
        list(PanelMember.objects.filter(panel__round=round_).select_related("user")),
        made,
        list(Criterion.objects.filter(round=round_)),
    )
    scoring.perform("open_scoring")
    return scoring
