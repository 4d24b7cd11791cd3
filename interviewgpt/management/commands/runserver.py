"""The development server (restarts on changes) on the same address and port as `serve`."""

from __future__ import annotations

from daphne.management.commands.runserver import Command as DaphneRunserver
from django.conf import settings


class Command(DaphneRunserver):
    default_addr = settings.ADDRESS
    default_port = str(settings.PORT)
