"""The worker that opens the phone's page where there is no line: one script, told which files the page is made of."""

from __future__ import annotations

import json
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

SCRIPT = Path(__file__).resolve().parent.parent / "static" / "hall" / "sw.js"
MADE_OF = ("common/suivi.css", "hall/hall.css", "hall/look.js", "hall/outbox.js", "common/mark.svg")


@login_not_required
@require_safe
def worker(_request: HttpRequest) -> HttpResponse:
    """Give the script. It names nobody and holds no page: what it keeps, it keeps on the phone that asked."""
    files = json.dumps([static(name) for name in MADE_OF])
    page = reverse("hall:phone", args=("KEY",)).replace("KEY", "[a-z0-9]+").replace("/", "\\/")
    told = f"const FILES = {files}, PAGE = /^{page}$/;\n"
    headers = {"Cache-Control": "no-cache"}
    return HttpResponse(told + SCRIPT.read_text(encoding="utf-8"), content_type="text/javascript", headers=headers)
