"""Every write to the record by hand: corrections, answers, saved views; and what is derived from recommendations."""

from suivi.record.actions.answers import record_answer
from suivi.record.actions.corrections import correct_states, correct_text
from suivi.record.actions.derived import forget_recommendations, index_recommendations
from suivi.record.actions.views import change_view, remove_view, save_view

__all__ = [
    "change_view",
    "correct_states",
    "correct_text",
    "forget_recommendations",
    "index_recommendations",
    "record_answer",
    "remove_view",
    "save_view",
]
