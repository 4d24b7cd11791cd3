from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterviewsConfig(AppConfig):
    name = "interviews"
    verbose_name = _("Interviews")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.auth import get_user_model
        from django.db.models.signals import post_delete

        from interviews import meters
        from interviews.deletion import after_account, after_deletion

        meters.connect()
        post_delete.connect(after_deletion, self.get_model("Interview"))
        post_delete.connect(after_account, get_user_model())
