"""Addresses of the pages about accounts."""

from __future__ import annotations

from django.urls import path

from interviewgpt.accounts import pages

__all__ = ["app_name", "urlpatterns"]

app_name = "accounts"
urlpatterns = [
    path("demo/login/", pages.sign_in, name="login"),
    path("demo/logout/", pages.sign_out, name="logout"),
    path("demo/register/", pages.register, name="register"),
    path("demo/token/", pages.token, name="token"),
]
