"""What a nomination must hold before it may be submitted: one list of complaints, by field."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from goodpeople.nominations.models import Nomination

Complaints = dict[str, list[str]]

REQUIRED = ("category", "name", "place", "headline", "overview", "summary", "story")
REQUIRED_OF_A_PERSON = ("sex", "ethnicity", "native_place", "employer_post")
_LENGTHS = {
    "headline": "headline_max",
    "overview": "overview_max",
    "summary": "summary_max",
    "story": "story_max",
}


def count_characters(text: str) -> int:
    """Return the number of characters that a Chinese office would count: no white space."""
    return sum(1 for character in text if not character.isspace())


def too_long(nomination: Nomination) -> Complaints:
    """Return a complaint beside each text that is longer than its round allows."""
    complaints: Complaints = {}
    for field, limit_name in _LENGTHS.items():
        limit = getattr(nomination.round, limit_name)
        length = count_characters(getattr(nomination, field))
        if length > limit:
            complaints[field] = [
                _("%(length)s characters; this round allows %(limit)s at most.")
                % {"length": length, "limit": limit}
            ]
    return complaints


def missing_for_submission(nomination: Nomination) -> Complaints:
    """Return everything that keeps ``nomination`` from being submitted, by field; {} if nothing.

    "photos", "consent" and "phone" are keys too. Lengths are in characters without spaces.
    """
    complaints: Complaints = defaultdict(list)
    required = [*REQUIRED, *(REQUIRED_OF_A_PERSON if nomination.kind == "person" else ())]
    for field in required:
        value = getattr(nomination, field)
        if value is None or not str(value).strip():
            complaints[field].append(_("Please fill this in."))
    if nomination.kind == "group" and not nomination.group_size:
        complaints["group_size"].append(_("Please fill this in."))
    for field, messages in too_long(nomination).items():
        complaints[field] += messages
    round_ = nomination.round
    length = count_characters(nomination.story)
    if 0 < length < round_.story_min:
        complaints["story"].append(
            _("%(length)s characters; this round asks for %(limit)s at least.")
            % {"length": length, "limit": round_.story_min}
        )
    if (
        nomination.category_id
        and not round_.categories.filter(category_id=nomination.category_id).exists()
    ):
        complaints["category"].append(_("This round does not have that category."))
    _check_files_and_consent(nomination, complaints)
    return dict(complaints)


def _check_files_and_consent(nomination: Nomination, complaints: Complaints) -> None:
    photos = list(nomination.photos.all())
    wanted = nomination.round.photos_min
    if not any(photo.kind == "portrait" for photo in photos):
        complaints["photos"].append(_("A photo of the nominee is missing."))
    if len(photos) < wanted:
        complaints["photos"].append(
            _("%(count)s photos; this round asks for %(wanted)s at least.")
            % {"count": len(photos), "wanted": wanted}
        )
    if not nomination.consent:
        complaints["consent"].append(
            _("Without the nominee's consent the nomination cannot be sent.")
        )
    personal = getattr(nomination, "personal", None)
    if personal is None or not personal.phone:
        complaints["phone"].append(_("Please fill this in."))
    asks_id = nomination.round.asks_id_number and nomination.kind == "person"
    if asks_id and (personal is None or not personal.id_number):
        complaints["id_number"].append(_("This round asks for the ID number."))


# --- personal facts, checked as they are typed ---

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"


def validate_id_number(value: str) -> None:
    """Raise ``ValidationError`` unless ``value`` is an 18-character resident ID number.

    The last character is checked by ISO 7064 MOD 11-2, as in GB 11643-1999.
    """
    message = gettext_lazy("This is not a valid 18-character ID number.")
    body, check = value[:17], value[17:].upper()
    # isascii: isdigit() alone also accepts full-width digits, which int() would take.
    if len(value) != 18 or not (body.isascii() and body.isdigit()):
        raise ValidationError(message, code="id_number")
    total = sum(int(digit) * weight for digit, weight in zip(body, _ID_WEIGHTS, strict=True))
    if _ID_CHECKS[total % 11] != check:
        raise ValidationError(message, code="id_number")
    validate_birth_date(f"{body[6:10]}-{body[10:12]}-{body[12:14]}")


def validate_birth_date(value: str) -> None:
    """Raise ``ValidationError`` unless ``value`` is an ISO date in the past, from 1900 on."""
    try:
        born = date.fromisoformat(value)
    except ValueError:
        born = None
    if born is None or not date(1900, 1, 1) <= born <= timezone.localdate():
        raise ValidationError(gettext_lazy("This is not a possible date of birth."), code="birth")


def validate_phone(value: str) -> None:
    """Raise ``ValidationError`` unless ``value`` looks like a mobile or a land-line number."""
    digits = value.replace("-", "").replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and 7 <= len(digits) <= 12):
        raise ValidationError(gettext_lazy("This is not a telephone number."), code="phone")
