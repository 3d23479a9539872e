"""The digest: that there is news somewhere, and nothing else. No name, no title, no place, no picture."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, make_msgid
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from suivi.discussions.models import Post
from suivi.discussions.sealing import stop_token, unsealed


def digest_for(post: Post) -> EmailMessage | None:
    """Return the message of one digest, to one address; None where the address cannot be read any more."""
    address = unsealed(post.address)
    if not address:
        return None
    stop = f"{settings.ADDRESS}{reverse('post:stop', args=(stop_token(post.key),))}"
    with translation.override(_language(post)):
        body = "\n\n".join(
            (
                _("There is news in a place you follow."),
                _("To read it: %(address)s") % {"address": settings.ADDRESS},
                _("To get no more of these messages: %(address)s") % {"address": stop},
            )
        )
        message = EmailMessage(_("There is news"), body, settings.MAIL_FROM, [address])
    message.extra_headers = {
        "Message-ID": make_msgid(domain=urlsplit(settings.ADDRESS).hostname),
        "Auto-Submitted": "auto-generated",
    }
    return message


def _language(post: Post) -> str:
    known = {code for code, _name in settings.LANGUAGES}
    return post.participant.language if post.participant.language in known else settings.LANGUAGE_CODE
