"""What our house asks of allauth: no sign-up without invitation, throttles that lock nobody out, no addresses kept."""

from __future__ import annotations

import time
from ipaddress import IPv6Address, IPv6Network, ip_network
from typing import TYPE_CHECKING, Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from suivi.coalitions.actions.forgetting import forget_what_is_over
from suivi.coalitions.actions.freezing import freeze_the_silent
from suivi.coalitions.devices import known_device, remember_device
from suivi.coalitions.language import speak
from suivi.coalitions.middleware import BEGAN
from suivi.coalitions.rules import as_handle

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from suivi.coalitions.models import Person


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """How people sign in here."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  allauth's signature
        """Say no: people come by invitation."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a try before anything is hashed: by network and by name, apart for a browser we know.

        The name alone is the key. Allauth adds the host as the browser says it, which whoever guesses may choose.
        """
        handle = as_handle(credentials.get("username", ""))
        device = known_device(request, handle)
        if device:
            action, key = "login_known_device", f"{handle}:{device}"
        else:
            action, key = "login_failed", handle
            if not ratelimit.consume(request, app="allauth.account", action="login_network"):
                raise self.validation_error("too_many_login_attempts")
        # Allauth takes this count back where the password was right.
        self._login_failed_rl_usage = ratelimit.consume(request, app="allauth.account", action=action, key=key)
        if not self._login_failed_rl_usage:
            raise self.validation_error("too_many_login_attempts")

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return a keyed hash of the visitor's network, in the form of an address: enough to count, nothing to find."""
        network = ip_network(super().get_client_ip(request))
        if isinstance(network, IPv6Network):
            network = network.supernet(new_prefix=64)
        digest = salted_hmac("suivi.coalitions.network", str(network), algorithm="sha256").digest()
        return str(IPv6Address(b"\xfd" + digest[:7] + bytes(8)))

    def pre_login(self, request: HttpRequest, user: Person, **options: Any) -> HttpResponse | None:
        """Before anybody signs in, freeze those who wished it for a time of silence: also whoever is at the door."""
        if freeze_the_silent(at=timezone.now(), by="suivi"):
            user.refresh_from_db(fields=["sessions_ended"])
        answer: HttpResponse | None = super().pre_login(request, user, **options)
        return answer

    def post_login(self, request: HttpRequest, user: Person, **options: Any) -> HttpResponse:
        """Remember the device, speak the person's language from here on, and forget what is over."""
        response = super().post_login(request, user, **options)
        forget_what_is_over(at=timezone.now(), by=user)
        remember_device(request, response, user.handle)
        return speak(response, user.language)

    def is_reauthentication_required(self, *, app: str, **_options: Any) -> bool:  # noqa: ARG002  allauth's signature
        """Ask again for a proof of who it is, unless they signed in a moment ago."""
        return time.time() - self.request.session.get(BEGAN, 0) > app_settings.REAUTHENTICATION_TIMEOUT


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """How passkeys and authenticator apps call us."""

    def get_totp_label(self, user: Person) -> str:
        """Return the name under which an authenticator app lists the account."""
        return user.handle

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:  # noqa: A002  allauth's name
        """Return the name a new passkey has until its owner gives it a better one."""
        count = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey") if count == 1 else _("Passkey %(number)d") % {"number": count}

    def _get_site_name(self) -> str:
        return settings.MFA_TOTP_ISSUER
