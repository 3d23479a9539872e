"""What an import holds, and what the record holds already."""

from suivi.intake.queries.imports import (
    files_that_wait,
    imports_of,
    is_outdated,
    needs_columns,
    needs_review,
    open_imports,
    reviews_told,
)
from suivi.intake.queries.record import known_review
from suivi.intake.queries.sources import sources_of

__all__ = [
    "files_that_wait",
    "imports_of",
    "is_outdated",
    "known_review",
    "needs_columns",
    "needs_review",
    "open_imports",
    "reviews_told",
    "sources_of",
]
