"""Where the addresses of all rooms are put together."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from interviewgpt import docs, errorpages, health, metrics
from interviewgpt.accounts.forms import AdminLoginForm

__all__ = ["urlpatterns"]

# The admin's door has the same brake on guessing as all others.
admin.site.login_form = AdminLoginForm

urlpatterns = [
    path("", include(health.urlpatterns)),
    path("", include(docs.urlpatterns)),
    path("api/", include("interviewgpt.accounts.urls")),
    path("", include(metrics.urlpatterns)),
    path("api/", include("interviewers.urls")),
    path("api/", include("interviews.urls")),
    path("admin/", admin.site.urls),
    path("", include("interviewgpt.accounts.page_urls")),
    path("", include("interviews.page_urls")),
]

handler400 = errorpages.bad_request
handler403 = errorpages.permission_denied
handler404 = errorpages.page_not_found
handler500 = errorpages.server_error
