"""How mail leaves this machine, as one variable tells: encrypted, unless it goes no further than the machine itself."""

from __future__ import annotations

import pytest

from suivi.config import environment


@pytest.mark.parametrize(
    ("told", "encrypted"),
    [
        ("smtps://me:s%40crt@mail.example", (True, False)),
        ("smtp://mail.example:587", (False, True)),
        ("smtp://localhost:25", (False, False)),
    ],
)
def test_mail_leaves_this_machine_encrypted(
    told: str, encrypted: tuple[bool, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUIVI_MAIL", told)
    options = environment.mailers()["default"]["OPTIONS"]
    assert isinstance(options, dict)
    assert (options["use_ssl"], options["use_tls"]) == encrypted
    assert options["password"] == ("s@crt" if "me:" in told else "")
    monkeypatch.setenv("SUIVI_MAIL", "")
    assert "OPTIONS" not in environment.mailers()["default"]
