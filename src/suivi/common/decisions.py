"""A decision is true, or says why not: one sentence serves 403, form error and disabled button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Refused(PermissionDenied):
    """Raised where a refused decision met a write. `str(error)` is the sentence for the person."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether something may be done, and if not, why: `why` is a sentence for the reader, empty where allowed."""

    allowed: bool
    why: str | Promise = ""

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """Raise `Refused` with the reason unless allowed."""
        if not self.allowed:
            raise Refused(str(self.why))


ALLOWED = Decision(allowed=True)


def refused(why: str | Promise) -> Decision:
    """Return the decision that says no, and why."""
    return Decision(allowed=False, why=why)
