"""What a text was coded as: one category of action, any number of issues, and how sure that is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of UPR Info's list, and how likely a person would have chosen it too."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Coded:
    """One text, coded. `issues` has the likeliest first and may be empty; `model` names what coded it."""

    action: int
    action_confidence: float
    issues: list[Issue]
    model: str

    def as_json(self) -> dict[str, Any]:
        """Return it in the form of `suivi classify --json`."""
        return {name: value for name, value in asdict(self).items() if name != "model"}
