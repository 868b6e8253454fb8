"""The nomination's models; task models are here too, so that Django finds them."""

from goodpeople.nominations.models.evidence import Evidence, Photo
from goodpeople.nominations.models.nomination import Nomination, Outcome
from goodpeople.nominations.models.personal import PersonalRecord
from goodpeople.nominations.models.round import Round, RoundCategory, StepRecord
from goodpeople.nominations.models.task import (
    EligibilityState,
    EligibilityTask,
    RoundTask,
    RoundTaskState,
    VerificationState,
    VerificationTask,
)
from goodpeople.nominations.models.unit import Unit, UnitStaff

__all__ = [
    "EligibilityState",
    "EligibilityTask",
    "Evidence",
    "Nomination",
    "Outcome",
    "PersonalRecord",
    "Photo",
    "Round",
    "RoundCategory",
    "RoundTask",
    "RoundTaskState",
    "StepRecord",
    "Unit",
    "UnitStaff",
    "VerificationState",
    "VerificationTask",
]
