"""Panels, criteria, score sheets, recusals, the scoring task, and results apart from sheets."""

from goodpeople.panels.models.criterion import Criterion
from goodpeople.panels.models.panel import Panel, PanelMember
from goodpeople.panels.models.recusal import Recusal
from goodpeople.panels.models.result import Result
from goodpeople.panels.models.sheet import Score, ScoreSheet
from goodpeople.panels.models.task import ScoringState, ScoringTask

__all__ = [
    "Criterion",
    "Panel",
    "PanelMember",
    "Recusal",
    "Result",
    "Score",
    "ScoreSheet",
    "ScoringState",
    "ScoringTask",
]
