"""People (pseudonyms welcome), and the names they sign in with."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.rules import as_handle


class HandleField(models.CharField):
    """A name to sign in with: kept and looked up in one form, however it is typed."""

    def get_prep_value(self, value: Any) -> Any:
        """Return the one form that the database sees."""
        return as_handle(value) if isinstance(value, str) else super().get_prep_value(value)


class PersonManager(BaseUserManager["Person"]):
    """People are found by their handle."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """Return the person whose handle it is, however it is typed."""
        return self.get(handle=username)


class Person(AbstractBaseUser):
    """Somebody who signs in. A pseudonym is enough: no field asks for more than it needs."""

    handle = HandleField(_("name to sign in with"), max_length=60, unique=True)
    name = models.CharField(_("name others see"), max_length=60, help_text=_("A pseudonym is welcome."))
    language = models.CharField(_("language"), max_length=12, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    sessions_ended = models.PositiveIntegerField(default=0, help_text=_("How often all sessions ended at once."))

    objects = PersonManager()

    USERNAME_FIELD = "handle"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name or self.handle

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Return what each session must hold to stay alive: another password, or one count more, ends them all."""
        proof = f"{self.password}:{self.sessions_ended}"
        return salted_hmac("suivi.coalitions.sessions", proof, secret=secret, algorithm="sha256").hexdigest()
