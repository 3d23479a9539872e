"""The long work of the record, for the worker."""

from __future__ import annotations

from suivi.common.jobs.work import Progress, work
from suivi.record.actions import asked_before
from suivi.record.meaning.encoder import SentenceEncoder


@work(attempts=3)
def link_asked_before(progress: Progress, *, state: str) -> None:
    """Find what a State was asked before."""
    asked_before.link_asked_before(state=state, encoder=SentenceEncoder(), progress=progress, by="suivi")
