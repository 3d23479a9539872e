"""Exercises with their criteria, the sheets people fill, and the joint priorities that come of them."""

from __future__ import annotations

from suivi.priorities.models.exercise import Candidate, Criterion, Exercise, ExerciseQuerySet
from suivi.priorities.models.joint import Priority, PriorityQuerySet
from suivi.priorities.models.sheet import Dots, Score, Sheet

__all__ = [
    "Candidate",
    "Criterion",
    "Dots",
    "Exercise",
    "ExerciseQuerySet",
    "Priority",
    "PriorityQuerySet",
    "Score",
    "Sheet",
]
