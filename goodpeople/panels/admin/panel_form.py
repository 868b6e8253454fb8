"""The form of a panel: its round, the briefing, and the accounts that sit on it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, Prefetch, Q, QuerySet, Value, When
from django.forms import Textarea
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm

from goodpeople.accounts.roles import GROUP_NAMES
from goodpeople.nominations.admin.units import AccountsField
from goodpeople.nominations.models import Round, UnitStaff
from goodpeople.panels.assignment import deal_to_new_members
from goodpeople.panels.models import Panel, PanelMember, ScoreSheet

User = get_user_model()


def accounts_for(panel: Panel) -> QuerySet:
    """Return who may sit on ``panel``, the present members first.

    Whoever runs, edits or watches the site does not score.
    """
    runs_the_site = Q(is_superuser=True) | Q(groups__name__in=GROUP_NAMES.values())
    free = User.objects.filter(is_active=True).exclude(runs_the_site)
    chosen = User.objects.filter(panel_seats__panel=panel.pk) if panel.pk else User.objects.none()
    wanted = Q(pk__in=free.values("pk")) | Q(pk__in=chosen.values("pk"))
    posts = Prefetch("unit_posts", UnitStaff.objects.select_related("unit"))
    sits = Case(When(pk__in=chosen.values("pk"), then=Value(0)), default=Value(1))
    accounts = User.objects.filter(wanted).prefetch_related(posts)
    return accounts.order_by(sits, "display_name", "username")


class PanelForm(WagtailAdminModelForm):
    """A panel and its members, saved together; members who have sheets stay.

    A member who joins while the panel scores gets a sheet for every candidate at once.
    """

    member_accounts = AccountsField(
        label=gettext_lazy("Panel members"),
        help_text=gettext_lazy(
            "Accounts without a role in the administration. They score at their own desk."
        ),
        queryset=User.objects.none(),
        required=False,
    )

    class Meta:
        model = Panel
        fields = ["round", "briefing"]
        widgets = {"briefing": Textarea(attrs={"rows": 6})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = self.fields["member_accounts"]
        members.queryset = accounts_for(self.instance)
        rounds = self.fields["round"]
        if self.instance.pk:
            members.initial = list(self.instance.members.values_list("user_id", flat=True))
            # A panel is its round's; its sheets could not go with it to another.
            rounds.disabled = True
            rounds.queryset = Round.objects.filter(pk=self.instance.round_id)
        else:
            rounds.queryset = Round.objects.filter(panel__isnull=True).exclude(
                step_records__step="close_scoring"
            )
            rounds.empty_label = _("Choose a round that has no panel yet")

    def clean_member_accounts(self) -> QuerySet:
        """Refuse to take away members who have sheets, and any change once scoring closed."""
        chosen = self.cleaned_data["member_accounts"]
        if self.instance.pk:
            self._check_changes({account.pk for account in chosen})
        return chosen

    def _check_changes(self, wanted: set[int]) -> None:
        seats = list(self.instance.members.select_related("user"))
        held = {seat.user_id for seat in seats}
        if wanted == held:
            return
        if self.instance.round.step_records.filter(step="close_scoring").exists():
            raise ValidationError(_("Scoring has closed: the panel can no longer change."))
        leaving = [seat for seat in seats if seat.user_id not in wanted]
        seated = set(
            ScoreSheet.objects.filter(member__in=leaving).values_list("member_id", flat=True)
        )
        names = [str(seat) for seat in leaving if seat.pk in seated]
        if names:
            raise ValidationError(
                _(
                    "%(names)s already has score sheets and stays on the panel. On the page "
                    "“Scoring progress” a member can be taken off a single candidate."
                )
                % {"names": "、".join(names)}
            )

    @transaction.atomic
    def save(self, commit: bool = True) -> Panel:
        """Save the panel, then seat and unseat; check again under the round's lock."""
        wanted = {account.pk for account in self.cleaned_data["member_accounts"]}
        # The lock that opening and closing the scoring take, so that no seat falls between.
        Round.objects.select_for_update().get(pk=self.cleaned_data["round"].pk)
        if self.instance.pk:
            self._check_changes(wanted)
        panel = super().save(commit=commit)
        seats = PanelMember.objects.filter(panel=panel)
        held = set(seats.values_list("user_id", flat=True))
        seats.filter(user_id__in=held - wanted).delete()
        for user_id in sorted(wanted - held):
            PanelMember.objects.create(panel=panel, user_id=user_id)
        deal_to_new_members(panel.round, self.for_user)
        return panel
