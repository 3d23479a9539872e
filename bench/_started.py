"""Sets Django up, when imported, for the instance that the environment names."""

from __future__ import annotations

import django

django.setup()
