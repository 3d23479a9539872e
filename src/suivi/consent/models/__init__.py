"""Motions, each wording of them, and the voices given on it."""

from __future__ import annotations

from suivi.consent.models.motion import Motion, MotionQuerySet, Wording
from suivi.consent.models.voice import Voice

__all__ = ["Motion", "MotionQuerySet", "Voice", "Wording"]
