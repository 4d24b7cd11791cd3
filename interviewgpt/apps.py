from django.apps import AppConfig


class InterviewGPTConfig(AppConfig):
    name = "interviewgpt"
    verbose_name = "Interview-GPT"

    def ready(self) -> None:
        from interviewgpt import checks  # noqa: F401  (importing registers them)
