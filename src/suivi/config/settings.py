"""Every setting of the house, in named sections; what differs between servers comes from the environment."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from suivi.config import environment

# --- Where things are -------------------------------------------------------------------------------------------------
SOURCE = Path(__file__).resolve().parent.parent
PROJECT = SOURCE.parent.parent
DATA = Path(environment.text("DATA") or PROJECT / "data").resolve()
ADDRESS = environment.text("ADDRESS", "http://localhost:8000").rstrip("/")  # a name: passkeys refuse bare numbers
_address = urlsplit(ADDRESS)
_is_https = _address.scheme == "https"

# --- This instance ----------------------------------------------------------------------------------------------------
DEMO = environment.switch("DEMO")
DEBUG = environment.switch("DEBUG")
SECRET_KEY = environment.secret_key(DATA)
ALLOWED_HOSTS = [_address.hostname or "localhost", *filter(None, environment.text("ALSO_KNOWN_AS").split(","))]
if _address.hostname in {"127.0.0.1", "localhost"}:
    ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [ADDRESS]

# --- The house, top floor first ---------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "suivi.config",
    "suivi.demo",
    "suivi.home",
    "suivi.reports",
    "suivi.minutes",
    "suivi.hall",
    "suivi.plans",
    "suivi.consent",
    "suivi.priorities",
    "suivi.opinions",
    "suivi.discussions",
    "suivi.consultations",
    "suivi.intake",
    "suivi.timeline",
    "suivi.clusters",
    "suivi.record",
    "suivi.coalitions",
    "suivi.history",
    "suivi.common.jobs",
    "suivi.common",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "suivi.common.middleware.headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "suivi.coalitions.middleware.session_ends",
    "suivi.coalitions.middleware.membership",
    "suivi.coalitions.middleware.second_factor",
]
ROOT_URLCONF = "suivi.config.urls"
WSGI_APPLICATION = "suivi.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "suivi.common.context.site",
                "suivi.config.navigation.navigation",
                "suivi.config.navigation.consultation_doors",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "suivi.common.templatetags.page"],
        },
    },
]
FORM_RENDERER = "suivi.common.forms.PageRenderer"

# --- What is kept, and how safely -------------------------------------------------------------------------------------
DATABASES = {"default": environment.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA / "files"
STORAGES = {
    "default": {"BACKEND": "suivi.common.storage.DurableStorage"},
    "staticfiles": {"BACKEND": "suivi.common.storage.NamedByContent"},
}
FILE_UPLOAD_HANDLERS = ["suivi.common.uploads.BoundedUpload"]
DATA_UPLOAD_MAX_NUMBER_FILES = 20
UPLOAD_LIMIT = environment.number("UPLOAD_LIMIT_MB", 100) * 1024 * 1024
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Shared by all processes. Throttles live here: with the usual 300 entries, a flood of names would wash away its traces.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "common_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- Pages and their weight -------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # no build step: files are served from where they lie in the source
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 365 * 24 * 60 * 60  # every address of a static file carries a mark of its content

# --- Languages --------------------------------------------------------------------------------------------------------
USE_I18N = True
USE_TZ = True
TIME_ZONE = environment.text("TIME_ZONE", "UTC")
LANGUAGE_CODE = environment.text("LANGUAGE", "en")
LANGUAGES = [("en", _("English")), ("fr", _("French")), ("ar", _("Arabic"))]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [SOURCE / "locale"]
FORMAT_MODULE_PATH = "suivi.common.formats"

# --- Translation by machine: none unless this server has one ----------------------------------------------------------
TRANSLATOR = environment.text("TRANSLATOR")  # "apertium", or the address of a LibreTranslate server
TRANSLATOR_KEY = environment.text("TRANSLATOR_KEY")

# --- Who may come in --------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "coalitions.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:desk"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["handle"]},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Read-only members may do without; a demo on one's own machine asks nobody.
SECOND_FACTOR = environment.switch("SECOND_FACTOR", default=not DEMO)
FIRST_CODE = DATA / "first_code"

ACCOUNT_ADAPTER = "suivi.coalitions.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "suivi.coalitions.forms.signing.SignInForm",
    "reauthenticate": "suivi.coalitions.forms.signing.PasswordAgainForm",
    "change_password": "suivi.coalitions.forms.signing.NewPasswordForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "handle"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None  # nobody is asked for an address
ACCOUNT_USER_DISPLAY = str
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
# Counted before any password is hashed. A device somebody signed in from counts apart: no stranger locks them out.
ACCOUNT_RATE_LIMITS = {
    "login": "",
    "login_network": "30/m/ip",
    "login_failed": "10/5m/key",
    "login_known_device": "10/5m/key",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "first_code": "10/5m/ip",
    "invitation": "20/5m/ip",
    "wrong_code": "30/5m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("PROXIES", 1 if _is_https else 0)
MFA_FORMS = {
    "activate_totp": "suivi.coalitions.forms.signing.FirstCodeOfAppForm",
    "authenticate": "suivi.coalitions.forms.signing.CodeForm",
    "reauthenticate": "suivi.coalitions.forms.signing.CodeAgainForm",
    "add_webauthn": "suivi.coalitions.forms.signing.PasskeyForm",
    "edit_webauthn": "suivi.coalitions.forms.signing.PasskeyNameForm",
}
MFA_ADAPTER = "suivi.coalitions.adapter.FactorAdapter"
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}  # nothing to guess: this only spares the processor
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _is_https
MFA_TOTP_ISSUER = "Suivi"
MFA_TRUST_ENABLED = False

# --- Sessions and cookies ---------------------------------------------------------------------------------------------
SESSION_COOKIE_NAME = "__Host-session" if _is_https else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _is_https else "csrf"
DEVICE_COOKIE_NAME = "__Host-device" if _is_https else "device"
SEAT_COOKIE_PREFIX = "__Host-seat-" if _is_https else "seat-"  # a seat in a consultation, without account
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _is_https
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE = 30 * 60
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # nothing said is left in the browser
CSRF_FAILURE_VIEW = "suivi.common.refusals.csrf_failed"
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"

# --- What a browser may do with our pages -----------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = _is_https
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _is_https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _is_https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _is_https else None

# --- Mail and logs: the one mail is a digest that says only that there is news; logs say nothing sensitive ------------
MAILERS = environment.mailers()
MAIL_FROM = environment.text("MAIL_FROM") if environment.text("MAIL") else ""  # empty: no digest is offered
SILENCED_SYSTEM_CHECKS = ["mail.E001"]  # that nothing is really sent is what we want
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["terminal"], "level": environment.text("LOG_LEVEL", "WARNING")},
    "loggers": {"django": {"level": environment.text("LOG_LEVEL", "WARNING")}},
}
