"""What a discussion consists of: threads and entries, strategies and how they were worded, and what waits for whom."""

from __future__ import annotations

from suivi.discussions.models.entries import EarlierText, Entry, EntryQuerySet, Translation
from suivi.discussions.models.following import Follow, FollowQuerySet, Notice, NoticeQuerySet, Post
from suivi.discussions.models.merging import Merge, MergedStrategy
from suivi.discussions.models.strategies import Strategy, StrategyQuerySet, Support
from suivi.discussions.models.threads import Thread, ThreadQuerySet
from suivi.discussions.models.wordings import Amendment, AmendmentQuerySet, Wording

__all__ = [
    "Amendment",
    "AmendmentQuerySet",
    "EarlierText",
    "Entry",
    "EntryQuerySet",
    "Follow",
    "FollowQuerySet",
    "Merge",
    "MergedStrategy",
    "Notice",
    "NoticeQuerySet",
    "Post",
    "Strategy",
    "StrategyQuerySet",
    "Support",
    "Thread",
    "ThreadQuerySet",
    "Translation",
    "Wording",
]
