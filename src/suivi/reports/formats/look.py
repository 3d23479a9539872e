"""How a paper looks as a web page: one style for all, which a policy can let in by its hash."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path


@cache
def look() -> str:
    """Return the style of every paper."""
    return Path(__file__).with_name("paper.css").read_text(encoding="utf-8")


@cache
def policy() -> str:
    """Return the policy under which a paper is shown: its own style and the drawings within it, and nothing else."""
    known = base64.b64encode(hashlib.sha256(look().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{known}'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
