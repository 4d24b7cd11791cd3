"""The forms of signing in and up; the services decide, forms say so beside the fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from interviewgpt.accounts import services
from interviewgpt.accounts.serializers import MAX_PASSWORD, MAX_USERNAME
from interviewgpt.api.errors import ApiError

__all__ = ["AdminLoginForm", "LoginForm", "RegisterForm"]


class LoginForm(AuthenticationForm):
    """Django's, with the brake on guessing that the API has."""

    def clean(self) -> dict[str, Any]:
        username = self.cleaned_data.get("username")
        password = self.cleaned_data.get("password")
        if self.request is not None and username is not None and password:
            try:
                self.user_cache = services.sign_in(
                    request=self.request, username=username, password=password
                )
            except ApiError as error:
                raise ValidationError(str(error.message)) from error
            self.confirm_login_allowed(self.user_cache)
        return self.cleaned_data


class AdminLoginForm(LoginForm, AdminAuthenticationForm):
    """The same for the door of the admin, which opens to staff alone."""


class RegisterForm(forms.Form):
    username = forms.CharField(
        label=_("User name"),
        max_length=MAX_USERNAME,
        validators=[UnicodeUsernameValidator()],
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=MAX_PASSWORD,
        strip=False,
        help_text=_("At least 8 characters, not only digits, and no common password."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: Any = None

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            try:
                self.user = services.register(request=self.request, **self.cleaned_data)
            except ApiError as error:
                raise ValidationError(
                    dict(error.details or {"__all__": str(error.message)})
                ) from error
        return self.cleaned_data
