"""Where a proposed strategy may stand, and what moves it on."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class StrategyState(models.TextChoices):
    """Where a strategy stands."""

    DRAFTED = "drafted", _("draft")
    PROPOSED = "proposed", _("proposed")
    AMENDED = "amended", _("amended")
    SUPPORTED = "supported", _("put forward for decision")
    MERGED = "merged", _("merged into another")
    WITHDRAWN = "withdrawn", _("withdrawn")
    ADOPTED = "adopted", _("adopted")


TRANSITIONS: dict[StrategyState, dict[StrategyState, str]] = {
    StrategyState.DRAFTED: {
        StrategyState.PROPOSED: "propose_strategy",
        StrategyState.WITHDRAWN: "withdraw_strategy",
    },
    StrategyState.PROPOSED: {
        StrategyState.AMENDED: "accept_amendment or reword_strategy",
        StrategyState.SUPPORTED: "put_forward",
        StrategyState.MERGED: "merge_strategies",
        StrategyState.WITHDRAWN: "withdraw_strategy",
        StrategyState.ADOPTED: "adopt_strategy",
    },
    StrategyState.AMENDED: {
        StrategyState.SUPPORTED: "put_forward",
        StrategyState.MERGED: "merge_strategies",
        StrategyState.WITHDRAWN: "withdraw_strategy",
        StrategyState.ADOPTED: "adopt_strategy",
    },
    StrategyState.SUPPORTED: {
        StrategyState.AMENDED: "accept_amendment or reword_strategy",
        StrategyState.PROPOSED: "take_back",
        StrategyState.MERGED: "merge_strategies",
        StrategyState.WITHDRAWN: "withdraw_strategy",
        StrategyState.ADOPTED: "adopt_strategy",
    },
    StrategyState.MERGED: {
        StrategyState.PROPOSED: "undo_merge",
        StrategyState.AMENDED: "undo_merge",
        StrategyState.SUPPORTED: "undo_merge",
    },
    StrategyState.WITHDRAWN: {
        StrategyState.DRAFTED: "put_back_strategy",
        StrategyState.PROPOSED: "put_back_strategy",
    },
    StrategyState.ADOPTED: {},
}

OPEN = frozenset({StrategyState.PROPOSED, StrategyState.AMENDED, StrategyState.SUPPORTED})
"""States in which a strategy is on the table: one may support it, word it otherwise, merge it, decide on it."""


def may_become(state: str, wanted: StrategyState) -> bool:
    """Say whether a strategy may go from one state to another."""
    return wanted in TRANSITIONS[StrategyState(state)]
