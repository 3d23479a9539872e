"""Addresses of signing in: of allauth's pages only those we use. No sign-up, no mail, no third party."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path

from suivi.coalitions.views.account import forgetting, no_way_in, opened, shown, sign_in, watched

urlpatterns = [
    path("login/", opened(sign_in), name="account_login"),
    path("logout/", forgetting(account.logout), name="account_logout"),
    path("inactive/", shown(account.account_inactive), name="account_inactive"),
    path("again/", opened(account.reauthenticate), name="account_reauthenticate"),
    path("password/change/", watched(account.password_change), name="account_change_password"),
    path("password/lost/", no_way_in, name="account_reset_password"),
    path("factors/", shown(factors.index), name="mfa_index"),
    path("factors/authenticate/", opened(factors.authenticate), name="mfa_authenticate"),
    path("factors/again/", opened(factors.reauthenticate), name="mfa_reauthenticate"),
    path("factors/app/activate/", watched(totp.activate_totp), name="mfa_activate_totp"),
    path("factors/app/deactivate/", watched(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("factors/codes/", shown(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("factors/codes/generate/", watched(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("factors/codes/download/", shown(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("factors/passkeys/", shown(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("factors/passkeys/add/", watched(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("factors/passkeys/login/", opened(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("factors/passkeys/again/", opened(passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("factors/passkeys/<int:pk>/edit/", watched(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("factors/passkeys/<int:pk>/remove/", watched(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
]
