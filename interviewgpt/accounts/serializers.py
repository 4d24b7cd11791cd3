"""What comes in under ``/api/auth``, and what goes out."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.validators import UnicodeUsernameValidator
from rest_framework import serializers

from interviewgpt.api.fields import CleanCharField

__all__ = [
    "TOKENS_EXAMPLE",
    "CredentialsSerializer",
    "RefreshSerializer",
    "RegisterSerializer",
    "TokensRepresentation",
]

MAX_USERNAME = 150
MAX_PASSWORD = 128
"""Characters; a longer one only makes the server work."""


class CredentialsSerializer(serializers.Serializer[Any]):
    username = CleanCharField(max_length=MAX_USERNAME)
    password = CleanCharField(max_length=MAX_PASSWORD, trim_whitespace=False)


class RegisterSerializer(CredentialsSerializer):
    username = CleanCharField(max_length=MAX_USERNAME, validators=[UnicodeUsernameValidator()])


class RefreshSerializer(serializers.Serializer[Any]):
    refresh = CleanCharField(max_length=4000)


class AccountRepresentation(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    username = serializers.CharField()
    is_staff = serializers.BooleanField()


class TokensRepresentation(serializers.Serializer[Any]):
    access = serializers.CharField()
    refresh = serializers.CharField()
    token_type = serializers.CharField()
    expires_in = serializers.IntegerField(min_value=1)
    user = AccountRepresentation()


TOKENS_EXAMPLE: dict[str, Any] = {
    "access": "eyJhbGciOiJIUzI1NiJ9.….…",
    "refresh": "eyJhbGciOiJIUzI1NiJ9.….…",
    "token_type": "Bearer",
    "expires_in": 1800,
    "user": {"id": 2, "username": "lin", "is_staff": False},
}
