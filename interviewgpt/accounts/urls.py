"""Addresses under ``/api/auth``."""

from __future__ import annotations

from django.urls import re_path

from interviewgpt.accounts.views import Refresh, Register, SignIn

__all__ = ["urlpatterns"]

urlpatterns = [
    re_path(r"^auth/token/?\Z", SignIn.as_view(), name="sign-in"),
    # Clients of JWT servers know it by either name; the document has one.
    re_path(r"^auth/refresh/?\Z", Refresh.as_view(), name="refresh"),
    re_path(r"^auth/token/refresh/?\Z", Refresh.as_view(schema=None), name="token-refresh"),
    re_path(r"^auth/register/?\Z", Register.as_view(), name="register"),
]
