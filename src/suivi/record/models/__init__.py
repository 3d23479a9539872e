"""The record's things: documents, reviews, recommendations, answers, tags, views."""

from suivi.record.models.document import Document
from suivi.record.models.entry import Entry
from suivi.record.models.recommendation import (
    AskedBefore,
    Correction,
    Meaning,
    Part,
    Recommendation,
    RecommendingState,
)
from suivi.record.models.response import Response
from suivi.record.models.review import Pledge, Review
from suivi.record.models.tag import Tag, Tagging
from suivi.record.models.view import SavedView

__all__ = [
    "AskedBefore",
    "Correction",
    "Document",
    "Entry",
    "Meaning",
    "Part",
    "Pledge",
    "Recommendation",
    "RecommendingState",
    "Response",
    "Review",
    "SavedView",
    "Tag",
    "Tagging",
]
