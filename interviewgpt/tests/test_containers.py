"""What deploy/ says of containers, as far as it can be tried without an engine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"


@pytest.fixture(scope="module")
def steps() -> list[str]:
    """The instructions of the Dockerfile, one each, without comments."""
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [step for step in "\n".join(lines).replace("\\\n", "").splitlines() if step]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    composed = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    found: dict[str, Any] = composed["services"]
    return found


def test_what_is_copied_is_there_and_not_ignored(steps: list[str]) -> None:
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [step.split()[1] for step in steps if re.match(r"COPY (?!--from)", step)]
    assert {"manage.py", "interviews", "templates"} <= set(copied)
    assert ignored[0] == "*"
    for name in copied:
        assert (ROOT / name).exists(), name
        assert f"!{name}" in ignored, name


def test_the_image_holds_no_secret_key(steps: list[str], tmp_path: Path) -> None:
    """One that is made while the image is built would be everybody's who has the image."""
    (collecting,) = [step.removeprefix("RUN ") for step in steps if "collectstatic" in step]
    data, static = tmp_path / "data", tmp_path / "static"
    data.mkdir()
    kept = {key: os.environ[key] for key in os.environ if not key.startswith("INTERVIEWGPT_")}
    places = {"INTERVIEWGPT_DATA_DIR": str(data), "INTERVIEWGPT_STATIC_ROOT": str(static)}
    command = collecting.replace("python manage.py", f"'{sys.executable}' manage.py")
    for thrown_away in re.findall(r"INTERVIEWGPT_DATA_DIR=(\S+)", collecting):
        command = command.replace(thrown_away, str(tmp_path / "build"))
    subprocess.run(["sh", "-c", command], cwd=ROOT, env=kept | places, check=True)
    assert (static / "admin").is_dir()
    assert [path.name for path in tmp_path.iterdir() if path.name != "static"] == ["data"]
    assert list(data.iterdir()) == []


def test_who_is_waited_for_is_there_and_can_be_waited_for(services: dict[str, Any]) -> None:
    for name, service in services.items():
        for other, how in service.get("depends_on", {}).items():
            assert other in services, name
            if how["condition"] == "service_completed_successfully":
                assert services[other]["restart"] == "no"
            elif "build" not in services[other] and services[other]["image"] != "interview-gpt":
                assert "healthcheck" in services[other], other
