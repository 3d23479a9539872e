"""What is read from the record: outcomes in numbers, rows of the list, one recommendation and its story."""

from suivi.record.queries.outcome import Outcome, Slice, outcome

__all__ = ["Outcome", "Slice", "outcome"]
