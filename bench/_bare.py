"""What one writes in an afternoon with Django: a view that keeps one vote as one row, and nothing else.

Served by the same server, from the same database with the same settings. For comparison with the hall.
"""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from suivi.config import environment

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": environment.database(Path(os.environ["SUIVI_DATA"]))},
)
django.setup()


class Row(models.Model):
    """One vote."""

    phone = models.CharField(max_length=40)
    choice = models.SmallIntegerField()

    class Meta:
        app_label = "bare"

    def __str__(self) -> str:
        return self.phone


def make() -> None:
    """Make the table."""
    with connection.schema_editor() as editor:
        editor.create_model(Row)


def vote(request: HttpRequest) -> HttpResponse:
    """Keep one vote."""
    with transaction.atomic():
        Row.objects.create(phone=request.POST["phone"], choice=request.POST["choice"])
    return HttpResponse("Kept.")


urlpatterns = [path("vote/", vote)]
application = get_wsgi_application()
