"""Addresses of the demo pages and of stored résumés."""

from __future__ import annotations

from django.urls import path

from interviews import list_pages, pages, report_files

__all__ = ["app_name", "urlpatterns"]

app_name = "pages"
urlpatterns = [
    path("demo/", pages.start, name="start"),
    path("demo/interviews/", list_pages.interviews, name="list"),
    path("demo/interviews/<int:interview_id>/", pages.room, name="room"),
    path("demo/interviews/<int:interview_id>/export/", list_pages.export, name="export"),
    path("demo/interviews/<int:interview_id>/delete/", list_pages.delete, name="delete"),
    path("demo/interviews/<int:interview_id>/report/", pages.report, name="report"),
    *(
        path(
            f"demo/interviews/<int:interview_id>/report.{kind}",
            report_files.report_file,
            {"kind": kind},
            name=f"report-{kind}",
        )
        for kind in report_files.KINDS
    ),
    path("demo/language/", pages.choose_language, name="language"),
    path("uploads/resumes/<str:name>", pages.resume, name="resume"),
]
