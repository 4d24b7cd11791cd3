"""Accounts in the admin: as Django has them, with lists like all others."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group, User

from interviewgpt.lists import ListAdmin

__all__ = ["GroupAdmin", "UserAdmin"]

admin.site.unregister((User, Group))


@admin.register(User)
class UserAdmin(ListAdmin, DjangoUserAdmin):
    pass


@admin.register(Group)
class GroupAdmin(ListAdmin, DjangoGroupAdmin):
    pass
