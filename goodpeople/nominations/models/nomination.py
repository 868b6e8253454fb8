"""A nomination: one person or group, proposed by one unit in one round."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, Workflow, WorkflowMixin

from goodpeople.nominations.querysets import NominationQuerySet
from goodpeople.nominations.states import STATE_LABELS, state_of


class Outcome(models.TextChoices):
    """How a nomination ended; empty while it is on its way."""

    NONE = "", _("under way")
    PASSED = "passed", _("passed the public notice")
    ANNOUNCED = "announced", _("announced")
    NOT_SELECTED = "not_selected", _("not selected")
    HELD = "held", _("held over")
    INELIGIBLE = "ineligible", _("not eligible")
    OBJECTION_UPHELD = "objection_upheld", _("taken off after an objection")
    WITHDRAWN = "withdrawn", _("withdrawn")


class NomineeKind(models.TextChoices):
    """A person or a group."""

    PERSON = "person", _("Person")
    GROUP = "group", _("Group of people")


class Source(models.TextChoices):
    """How the name came in."""

    UNIT = "unit", _("Nominated by the unit")
    PUBLIC = "public", _("Nominated by the public")
    SELF = "self", _("Self-nomination")


class Sex(models.TextChoices):
    """As on the paper form."""

    FEMALE = "female", _("Female")
    MALE = "male", _("Male")


class Nomination(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    """What a unit says of a nominee. It never publishes: ``live`` stays False for good.

    In no search index either: the office's list looks into the database, so that a name lies
    in no second place, and on no search server, before it is announced.

    Phone, address, birth date and ID number are not here but in ``PersonalRecord``, which no
    revision holds. Columns in ``SYSTEM_FIELDS`` belong to the office's decisions and are kept
    whatever an older revision says.
    """

    # What the nominator fills in, and therefore what a revision may bring back.
    TEXT_FIELDS = (
        "kind",
        "source",
        "name",
        "sex",
        "ethnicity",
        "native_place",
        "political_status",
        "education",
        "employer_post",
        "group_size",
        "past_honours",
        "headline",
        "overview",
        "summary",
        "story",
        "consent",
    )
    SYSTEM_FIELDS = (
        "round_id",
        "unit_id",
        "created_by_id",
        "version",
        "submitted_at",
        "outcome",
        "outcome_reason",
        "honouree_choice",
        "profile_id",
        "honour_id",
    )

    round = models.ForeignKey(
        "nominations.Round",
        verbose_name=_("round"),
        on_delete=models.PROTECT,
        related_name="nominations",
    )
    unit = models.ForeignKey(
        "nominations.Unit",
        verbose_name=_("unit"),
        on_delete=models.PROTECT,
        related_name="nominations",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    category = models.ForeignKey(
        "archive.Category",
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    place = models.ForeignKey(
        "archive.Place",
        verbose_name=_("home place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(
        _("person or group"),
        max_length=8,
        choices=NomineeKind.choices,
        default=NomineeKind.PERSON,
    )
    source = models.CharField(
        _("how the name came in"), max_length=8, choices=Source.choices, default=Source.UNIT
    )
    name = models.CharField(_("full name"), max_length=60, blank=True)
    sex = models.CharField(_("sex"), max_length=8, choices=Sex.choices, blank=True)
    ethnicity = models.CharField(_("ethnicity"), max_length=20, blank=True)
    native_place = models.CharField(_("native place"), max_length=60, blank=True)
    political_status = models.CharField(_("political status"), max_length=40, blank=True)
    education = models.CharField(_("education"), max_length=40, blank=True)
    employer_post = models.CharField(_("employer and post"), max_length=120, blank=True)
    group_size = models.PositiveSmallIntegerField(_("number of members"), null=True, blank=True)
    past_honours = models.TextField(_("past honours"), blank=True, max_length=500)
    headline = models.CharField(_("the deed in one line"), max_length=200, blank=True)
    overview = models.TextField(_("overview"), blank=True, max_length=1000)
    summary = models.TextField(_("summary"), blank=True, max_length=3000)
    story = models.TextField(_("deeds text"), blank=True, max_length=20000)
    consent = models.BooleanField(
        _("the nominee agrees to be nominated and to the public notice"), default=False
    )

    version = models.PositiveIntegerField(default=0, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    outcome = models.CharField(
        _("outcome"), max_length=20, choices=Outcome.choices, blank=True, editable=False
    )
    outcome_reason = models.TextField(blank=True, editable=False)
    # Whether the office found, at eligibility, a new honouree or one already in the archive.
    honouree_choice = models.CharField(max_length=8, blank=True, editable=False)
    profile = models.ForeignKey(
        "archive.HonoreePage",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    honour = models.OneToOneField(
        "archive.Honour",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        ordering = ["-updated_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "profile"],
                condition=models.Q(profile__isnull=False),
                name="one_nomination_a_profile_and_round",
            )
        ]
        permissions = [
            ("decide_nomination", "Can decide on nominations"),
            ("reveal_personal", "Can reveal personal data"),
        ]

    def __str__(self) -> str:
        return self.name or str(_("(no name yet)"))

    def get_workflow(self) -> Workflow | None:
        """Return the round's own workflow, not one assigned to the model."""
        return self.round.workflow

    @property
    def state(self) -> str:
        """Return the state's key (see ``states.STATES``); read from the queryset's annotation."""
        annotated = self.__dict__.get("state_key")
        return annotated if annotated is not None else state_of(self)

    @property
    def state_label(self):
        """Return the state in the reader's language."""
        return STATE_LABELS[self.state]

    @property
    def status_string(self):
        """Return our own state's words: Wagtail's would say "draft" for good."""
        return self.state_label

    @cached_property
    def portrait(self):
        """Return the photo of the nominee, or None."""
        return next((p for p in self.photos.all() if p.kind == "portrait"), None)

    def with_content_json(self, content):
        """Bring back a revision's texts, and keep what belongs to the row as a whole."""
        restored = super().with_content_json(content)
        for name in self.SYSTEM_FIELDS:
            setattr(restored, name, getattr(self, name))
        return restored
