"""What the files of an import say of one review, as the plan wants it."""

from __future__ import annotations

from collections import defaultdict

import undocs
from suivi.intake.models import Import, Line
from suivi.intake.plan import Source
from suivi.intake.rules import LineKind
from suivi.record.models import Document


def sources_of(intake: Import, state: str, cycle: int) -> list[Source]:
    """Return the documents of an import that speak of this review, each with the lines that belong to it."""
    files = [file for file in intake.files.all() if file.reading and not file.sentence]
    lines: dict[int, list[Line]] = defaultdict(list)
    for line in Line.objects.filter(file__in=files, state=state, cycle=cycle).order_by("file", "order"):
        lines[line.file_id].append(line)
    known = dict(Document.objects.filter(sha256__in=[file.sha256 for file in files]).values_list("sha256", "pk"))
    sources = []
    for file in files:
        mine = lines[file.pk]
        if not mine and (file.state, file.cycle) != (state, cycle):
            continue
        origin = f"document:{known[file.sha256]}" if file.sha256 in known else file.origin
        recommendations = [line for line in mine if line.kind == LineKind.RECOMMENDATION]
        answers = [line for line in mine if line.kind == LineKind.ANSWER]
        document = undocs.Document.from_json(
            (file.reading or {})
            | {
                "recommendations": [line.read for line in recommendations],
                "positions": [line.read for line in answers],
            }
        )
        document.wg_session = file.wg_session or document.wg_session
        entries = [line.pk for line in recommendations], [line.pk for line in answers]
        sources.append(Source(origin, file.name, document, *entries))
    return sources
