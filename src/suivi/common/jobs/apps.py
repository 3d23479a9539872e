"""Names the jobs to Django."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Long work, done by the worker."""

    name = "suivi.common.jobs"
    label = "jobs"
