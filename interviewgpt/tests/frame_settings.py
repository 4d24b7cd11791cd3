"""The settings without the applications, for runs of pytest in a test: they use neither."""

from interviewgpt.settings import *  # noqa: F403

INSTALLED_APPS = []
