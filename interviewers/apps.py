from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterviewersConfig(AppConfig):
    name = "interviewers"
    verbose_name = _("Interviewers")
    default_auto_field = "django.db.models.BigAutoField"
