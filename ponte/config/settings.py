# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Django's settings. What differs between installations comes from `environment`."""

import os

from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_levels

from ponte.platform import identity
from ponte.platform.database.connection import database_settings
from ponte.platform.environment import Environment

ENVIRONMENT = Environment.read()

SECRET_KEY = ENVIRONMENT.secret_key
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("PONTE_SECRET_KEY_FALLBACKS", "").split(",") if key]
DEBUG = False
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
ADDRESS = ENVIRONMENT.address

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "bootstrap_italia_template",
    "csp",
    "django_htmx",
    "ponte.platform.ui",
    "ponte.accounts",  # before allauth, whose templates it replaces
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "ponte.platform",
    "ponte.platform.audit",
    "ponte.platform.spreadsheets",
    "ponte.network",
    "ponte.network.teams",
    "ponte.people",
    "ponte.people.review",
    "ponte.people.attachments",
    "ponte.people.rights",
    "ponte.people.learning",
    "ponte.people.access",
    "ponte.register",
    "ponte.reports",
    "ponte.oversight",
    "ponte.portal",
    "ponte.api",
    "ponte.demo",
]

MIDDLEWARE = [
    "ponte.platform.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "ponte.api.middleware.ApiMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ponte.platform.web.ActingUserMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "ponte.accounts.sessions.limits.SessionLimitsMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "ponte.accounts.factors.enforcement.SecondFactorMiddleware",
    "ponte.platform.input.RefuseNullMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "ponte.config.urls"
WSGI_APPLICATION = "ponte.config.wsgi.application"
FORM_RENDERER = "ponte.platform.ui.rendering.FormRenderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ponte.platform.ui.context.shell",
            ],
            "builtins": ["ponte.platform.ui.templatetags.ui", "django.templatetags.i18n"],
        },
    }
]

UI_NAVIGATION = "ponte.portal.navigation.items_for"
# Whose sign-ins the sign-in page shows: nobody's, unless the installation is there to be tried.
EXAMPLE_ACCOUNTS = "ponte.demo.users.well_known" if ENVIRONMENT.demo else ""

DATABASES = {"default": database_settings(os.environ, ENVIRONMENT.var, ENVIRONMENT.purpose)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "ponte.accounts.strength.GuessableValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "ponte.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False  # The browser forgets the sign-in when it is closed.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_FORMS = {"reset_password": "ponte.accounts.passwords.AskForPasswordForm"}
# What is guessed (passwords, codes) is slowed down by `accounts.throttle`. Limits per account would let anybody shut
# somebody else out.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None, "reset_password": "20/m/ip"}
PASSWORD_RESET_TIMEOUT = 60 * 60

MFA_ADAPTER = "ponte.accounts.factors.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "ponte.accounts.factors.forms.CodeForm",
    "reauthenticate": "ponte.accounts.factors.forms.CodeAgainForm",
    "activate_totp": "ponte.accounts.factors.forms.ActivateForm",
}
MFA_TOTP_ISSUER = "Ponte"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.behind_https_proxy
SECOND_FACTOR_REQUIRED = ENVIRONMENT.second_factor
NEEDS_SECOND_FACTOR = "ponte.network.teams.rules.holds_a_role"

SOCIALACCOUNT_ADAPTER = "ponte.accounts.federation.adapter.FederationAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True  # A form may lead to no other host (Content-Security-Policy); a link may.
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": identity.providers(os.environ)}}
OIDC_CLAIM = os.environ.get("PONTE_OIDC_CLAIM", "fiscal_number")
OIDC_SECOND_FACTOR_ACR = identity.second_factor_levels(os.environ)

LANGUAGE_CODE = "it"
LANGUAGES = [("it", "Italiano"), ("en", "English")]
FORMAT_MODULE_PATH = "ponte.platform.i18n.formats"
TIME_ZONE = "Europe/Rome"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.var / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "ponte.platform.ui.staticfiles.HashedStaticFiles"},
}
PROCRASTINATE_IMPORT_PATHS = ["ponte.platform.jobs.tasks"]
MEDIA_ROOT = ENVIRONMENT.var / "media"

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
MESSAGE_TAGS = {message_levels.ERROR: "danger", message_levels.DEBUG: "info"}

EMAIL_BACKEND = os.environ.get("PONTE_EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = os.environ.get("PONTE_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("PONTE_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("PONTE_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PONTE_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("PONTE_SMTP_TLS", "") == "starttls"
EMAIL_USE_SSL = os.environ.get("PONTE_SMTP_TLS", "") == "tls"
EMAIL_TIMEOUT = 20
MAIL_IS_CONFIGURED = "PONTE_SMTP_HOST" in os.environ
DEFAULT_FROM_EMAIL = os.environ.get("PONTE_MAIL_FROM", "ponte@localhost")

SESSION_ENGINE = "ponte.accounts.sessions.store"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * ENVIRONMENT.session_hours
SESSION_IDLE_SECONDS = 60 * ENVIRONMENT.session_idle_minutes
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
TRUSTED_PROXIES = ENVIRONMENT.trusted_proxies
# Shared by all web processes: a code used in one must not be taken by another.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}
CSRF_COOKIE_HTTPONLY = True
DEVICE_COOKIE_NAME = "ponte_device"  # a browser with which an account was opened before
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "ponte.platform.ui.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
if ENVIRONMENT.behind_https_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^api/v1/"]  # refused there instead
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True
    # So named, a browser takes them from this very host over HTTPS only: no neighbouring site can plant one.
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    LANGUAGE_COOKIE_NAME = "__Host-language"
    DEVICE_COOKIE_NAME = "__Host-device"
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = os.environ.get("PONTE_HSTS_SUBDOMAINS", "1") not in {"", "0"}

# No inline script or style, no other host.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

FILE_UPLOAD_HANDLERS = [
    "ponte.platform.uploads.InMemory",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "ponte.platform.logs.PlainFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("PONTE_LOG_LEVEL", "WARNING")},
}
