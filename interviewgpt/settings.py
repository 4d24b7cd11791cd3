"""All settings, in sections. Everything an operator may change comes from the environment.

The names, defaults and meanings stand in the README's settings table.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from corsheaders.defaults import default_headers
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from interviewgpt import __version__, env, logs, secret
from interviewgpt.api import documents

BASE_DIR = Path(__file__).resolve().parent.parent
env.read_file(BASE_DIR / ".env")

# --- The server -----------------------------------------------------------------------------

DEBUG = env.boolean("INTERVIEWGPT_DEBUG", False)
DATA_DIR = Path(env.text("INTERVIEWGPT_DATA_DIR", str(BASE_DIR / "var"))).resolve()
# Whether people come by HTTPS, which a proxy of ours (INTERVIEWGPT_TRUSTED_PROXIES) or the server
# itself ends. What is served so is in production: nothing is left to a default there.
TLS = env.boolean("INTERVIEWGPT_TLS", False)
SECRET_KEY = secret.secret_key(env.text("INTERVIEWGPT_SECRET_KEY"), DATA_DIR, must_be_given=TLS)
ALLOWED_HOSTS = env.hosts("INTERVIEWGPT_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
ORIGINS = env.origins("INTERVIEWGPT_ORIGINS", ("*",))
ADDRESS = env.address("INTERVIEWGPT_ADDRESS", "127.0.0.1")
PORT = env.integer("INTERVIEWGPT_PORT", 9999, low=1, high=65535)
VERSION = __version__

ROOT_URLCONF = "interviewgpt.urls"
ASGI_APPLICATION = "interviewgpt.asgi.application"
APPEND_SLASH = False

INSTALLED_APPS = [
    "interviewgpt",
    "daphne",
    "interviewgpt.console.ConsoleConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "corsheaders",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "channels",
    "interviewers",
    "feedback",
    "interviews",
]

MIDDLEWARE = [
    # Outermost, so that answers about failures further in carry the CORS headers too.
    "corsheaders.middleware.CorsMiddleware",
    "interviewgpt.metrics.MetricsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "interviewgpt.headers.ContentPolicyMiddleware",
    "interviewgpt.api.middleware.ApiErrorMiddleware",
    "interviewgpt.api.middleware.PageFiles",
    "interviewgpt.api.middleware.PageSessionMiddleware",
    "interviewgpt.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "interviewgpt.api.middleware.PageCsrfMiddleware",
    "interviewgpt.api.middleware.PageAccountMiddleware",
    "interviewgpt.api.middleware.PageNoticesMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "interviewgpt.accounts.pages.accounts",
            ],
        },
    }
]

# --- Storage --------------------------------------------------------------------------------

DATABASES = {"default": env.database("DATABASE_URL", DATA_DIR / "interviewgpt.sqlite3")}
# As lasting as the threads of the pool that everything runs in (`interviewgpt.db`). Nothing that is
# read is long enough for a cursor of PostgreSQL's, which no pooler of transactions could serve.
DATABASES["default"] = {
    "CONN_MAX_AGE": None,
    "CONN_HEALTH_CHECKS": True,
    "DISABLE_SERVER_SIDE_CURSORS": True,
} | DATABASES["default"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["ENGINE"] = "interviewgpt.sqlite"
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    } | DATABASES["default"].get("OPTIONS", {})
elif DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # One whose machine or line is gone without a word is given up within a minute, not after the
    # hours that systems wait for by themselves. What the address says comes first.
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 10,
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "tcp_user_timeout": 60_000,
    } | DATABASES["default"].get("OPTIONS", {})
DATABASE_THREADS = env.integer("INTERVIEWGPT_THREADS", 8, low=1, high=256)
# Requests that may wait: ends, and creation with a résumé. Each has no connection while it waits.
WAITING_THREADS = env.integer("INTERVIEWGPT_WAITING_THREADS", 64, low=1, high=1000)
# Asking for /health, which says within three seconds that the database does not answer.
WATCHING_THREADS = 4
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.url("REDIS_URL", "", ("redis", "rediss", "unix"))
CHANNEL_LAYERS: dict[str, dict[str, Any]] = {
    "default": (
        {
            # One PUBLISH for an event, however many processes hear it, where the other layer of the
            # library takes fifteen commands. What gets lost on the way is read from the database.
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            # Without socket_timeout None, idle sockets are dropped after a few seconds. Who only
            # listens would not notice a line that has died: it asks twice a minute.
            "CONFIG": {
                "hosts": [
                    {"address": REDIS_URL, "socket_timeout": None, "health_check_interval": 30}
                ]
            },
        }
        if REDIS_URL
        else {"BACKEND": "channels.layers.InMemoryChannelLayer"}
    )
}

CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Counts of requests, by address and by user.
    "rates": (
        {
            "BACKEND": "interviewgpt.cache.LenientRedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": "interviewgpt",
            "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5},
        }
        if REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "rates",
            "OPTIONS": {"MAX_ENTRIES": 20_000},
        }
    ),
}

UPLOADS_URL = "/uploads/"
MEDIA_ROOT = DATA_DIR / "uploads"
STORAGES = {
    # Where résumés stay once they have been read: MEDIA_ROOT, or a bucket.
    "default": env.storage("INTERVIEWGPT_STORAGE"),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_URL = "/static/"
# Only where another server is to serve collected files; ours needs none.
STATIC_ROOT = env.text("INTERVIEWGPT_STATIC_ROOT") or None
# From where they lie: nothing to collect before a start, nothing stale after an update.
WHITENOISE_USE_FINDERS = True

# --- The API --------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["interviewgpt.api.rendering.EnvelopeRenderer"],
    "DEFAULT_PARSER_CLASSES": [
        "interviewgpt.api.parsing.StrictJSONParser",
        "interviewgpt.api.parsing.StrictMultiPartParser",
        "interviewgpt.api.parsing.StrictFormParser",
    ],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "interviewgpt.api.rendering.AlwaysJSON",
    "DEFAULT_AUTHENTICATION_CLASSES": ["interviewgpt.accounts.authentication.BearerAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_THROTTLE_CLASSES": [
        "interviewgpt.api.throttling.AddressThrottle",
        "interviewgpt.api.throttling.UserThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {
        "address": env.rate("INTERVIEWGPT_RATE", "1200/min"),
        "create": env.rate("INTERVIEWGPT_CREATE_RATE", "60/min"),
        "login": env.rate("INTERVIEWGPT_LOGIN_RATE", "20/min"),
        "user": env.rate("INTERVIEWGPT_USER_RATE", "1200/min"),
        "user_create": env.rate("INTERVIEWGPT_USER_CREATE_RATE", "60/min"),
    },
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "interviewgpt.api.schema.EnvelopeSchema",
    "EXCEPTION_HANDLER": "interviewgpt.api.handling.exception_handler",
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
}
MAX_JSON_BYTES = 1024 * 1024
MAX_RESUME_BYTES = 10 * 1024 * 1024
# How many résumés are read at once, each by a process of up to 256 MB.
RESUME_READERS = env.integer("INTERVIEWGPT_RESUME_READERS", 8, low=1, high=256)
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_JSON_BYTES
# How many proxies of ours add to X-Forwarded-For; with 0 the header is not believed.
TRUSTED_PROXIES = env.integer("INTERVIEWGPT_TRUSTED_PROXIES", 0, low=0, high=10)

SPECTACULAR_SETTINGS = {
    "TITLE": "Interview-GPT API",
    "VERSION": VERSION,
    "DESCRIPTION": documents.DESCRIPTION,
    "TAGS": documents.TAGS,
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
    "DISABLE_DOCSTRING_DESCRIPTIONS": True,
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
    "PREPROCESSING_HOOKS": ["interviewgpt.api.schema.without_slash"],
}

CORS_ALLOW_ALL_ORIGINS = ORIGINS == ["*"]
CORS_ALLOWED_ORIGINS = [] if CORS_ALLOW_ALL_ORIGINS else ORIGINS
CORS_ALLOW_CREDENTIALS = False
CORS_URLS_REGEX = r"^/(api(/.*)?|health/?|openapi\.json/?)?$"
CORS_ALLOW_HEADERS = [*default_headers, "*"]
CORS_EXPOSE_HEADERS = ["Retry-After", "WWW-Authenticate", "X-Request-ID"]

# --- The sitting ----------------------------------------------------------------------------

ENGINE = env.engine("INTERVIEWGPT_ENGINE", "auto", ("auto", "builtin", "openai"))
LEASE_SECONDS = env.number("INTERVIEWGPT_LEASE_SECONDS", 30, low=1, high=600)
SWEEP_SECONDS = env.number("INTERVIEWGPT_SWEEP_SECONDS", 3, low=0.1, high=60)
# Interviews nobody has touched for so many days are deleted by `manage.py retention`; 0 keeps all.
RETENTION_DAYS = env.integer("INTERVIEWGPT_RETENTION_DAYS", 0, low=0, high=36_500)
END_WAIT_SECONDS = env.number("INTERVIEWGPT_END_WAIT_SECONDS", 120, low=1, high=3600)

# Frames of one connection, and of all connections of an interview together; buckets of that size
# are refilled at that rate. Connections and frames are counted by each process for itself.
FRAME_RATE = env.rate("INTERVIEWGPT_FRAME_RATE", "30/s")
ROOM_FRAME_RATE = env.rate("INTERVIEWGPT_ROOM_FRAME_RATE", "90/s")
ROOM_CONNECTIONS = env.integer("INTERVIEWGPT_ROOM_CONNECTIONS", 20, low=1, high=10_000)
# Interviews of the last 24 hours that a signed-in user may have under way at the same time.
OPEN_INTERVIEWS = env.integer("INTERVIEWGPT_OPEN_INTERVIEWS", 50, low=1, high=100_000)

# --- Models ---------------------------------------------------------------------------------

# Any server that speaks OpenAI's chat completions. With a key or an address, ENGINE "auto" is
# "openai", otherwise "builtin". The client is loaded with the first call, not with the server.
OPENAI_API_KEY = env.text("OPENAI_API_KEY")
OPENAI_BASE_URL = env.url("OPENAI_BASE_URL", "", ("https", "http"))
MODEL = env.text("INTERVIEWGPT_MODEL", "gpt-5.4-mini")
MODEL_TIMEOUT = env.number("INTERVIEWGPT_MODEL_TIMEOUT", 30, low=0.1, high=600)
MODEL_STALL = env.number("INTERVIEWGPT_MODEL_STALL", 20, low=0.1, high=600)
MODEL_DEADLINE = env.number("INTERVIEWGPT_MODEL_DEADLINE", 60, low=0.2, high=1800)
MODEL_REST = env.number("INTERVIEWGPT_MODEL_REST", 30, low=0, high=3600)
TEMPERATURE = env.number("INTERVIEWGPT_TEMPERATURE", 0.6, low=0, high=2)
GRADERS = env.integer("INTERVIEWGPT_GRADERS", 1, low=1, high=5)
MODEL_CONCURRENCY = env.integer("INTERVIEWGPT_MODEL_CONCURRENCY", 32, low=1, high=1000)
# What becomes of a turn whose model fails for good: the built-in engine takes over, or an error.
FALLBACK = env.choice("INTERVIEWGPT_FALLBACK", "builtin", ("builtin", "error"))
TOKEN_CAP = env.integer("INTERVIEWGPT_TOKEN_CAP", 0, low=0, high=10**12)
if ENGINE == "openai" and not (OPENAI_API_KEY or OPENAI_BASE_URL):
    raise ImproperlyConfigured(
        "INTERVIEWGPT_ENGINE 是 openai：请设置 OPENAI_API_KEY，自建的服务则设置 OPENAI_BASE_URL。 / "
        "INTERVIEWGPT_ENGINE is openai: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of "
        "your own."
    )

# --- Language -------------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "interviewgpt" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.time_zone("INTERVIEWGPT_TIME_ZONE", "UTC")

# --- People ---------------------------------------------------------------------------------

# "open": everybody may do what the API documents. "jwt": interviews belong to who created them.
AUTH = env.choice("INTERVIEWGPT_AUTH", "open", ("open", "jwt"))
REGISTRATION = env.boolean("INTERVIEWGPT_REGISTRATION", True)
SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(
        minutes=env.integer("INTERVIEWGPT_TOKEN_MINUTES", 30, low=1, high=1440)
    ),
    "REFRESH_TOKEN_LIFETIME": timedelta(
        days=env.integer("INTERVIEWGPT_REFRESH_DAYS", 14, low=1, high=365)
    ),
    # Of its own, so that nothing else signed with the secret key can pass for a token.
    "SIGNING_KEY": secret.derived_key(SECRET_KEY, "bearer tokens"),
    # A new password ends all tokens had with the old one.
    "CHECK_REVOKE_TOKEN": True,
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "interviewgpt.accounts.passwords.LongEnough"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
CSRF_FAILURE_VIEW = "interviewgpt.errorpages.csrf_failure"
LOGIN_URL = "accounts:login"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = TLS
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = TLS
# Asked by machines on the spot, past the proxy.
SECURE_REDIRECT_EXEMPT = [r"^health/?$", r"^metrics/?$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS and TRUSTED_PROXIES else None
# Names beside and below this host, and the list inside browsers, are not ours to decide on.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# Django knows its CSRF middleware by name alone; ours is derived from it.
SILENCED_SYSTEM_CHECKS += ["security.W003"]

# --- Watching ---------------------------------------------------------------------------------

# /metrics exists where there is a token, for who shows it.
METRICS_TOKEN = env.text("INTERVIEWGPT_METRICS_TOKEN")
if METRICS_TOKEN and len(METRICS_TOKEN) < secret.SHORTEST:
    raise ImproperlyConfigured(
        f"INTERVIEWGPT_METRICS_TOKEN must have at least {secret.SHORTEST} characters."
    )

# --- Logs -----------------------------------------------------------------------------------

LOGGING = logs.configuration(
    level=env.choice("INTERVIEWGPT_LOG_LEVEL", "WARNING", ("DEBUG", "INFO", "WARNING", "ERROR")),
    style=env.choice("INTERVIEWGPT_LOG_FORMAT", "line", ("line", "json")),
)
