"""The secret key: given, or made once."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from interviewgpt.secret import secret_key

LONG = "k" * 32


def test_a_given_key_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    assert secret_key(LONG, tmp_path / "data") == LONG
    assert not (tmp_path / "data").exists()


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    first = secret_key("", folder)
    assert len(first) >= 32
    assert secret_key("", folder) == first
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["secret.key"]


def test_every_installation_has_its_own(tmp_path: Path) -> None:
    assert secret_key("", tmp_path / "one") != secret_key("", tmp_path / "two")


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from interviewgpt.secret import secret_key; sys.stdin.readline(); "
        "print(secret_key('', pathlib.Path(sys.argv[1])))"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "data")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    keys = {process.communicate(timeout=30)[0].strip() for process in processes}
    assert keys == {(tmp_path / "data" / "secret.key").read_text()}


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"INTERVIEWGPT_SECRET_KEY .* 32"):
        secret_key("k" * 31, tmp_path)


@pytest.mark.parametrize("content", [b"", b"short", "密钥".encode()])
def test_a_damaged_key_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret.key").write_bytes(content)
    with pytest.raises(ImproperlyConfigured, match=r"secret\.key does not hold a key"):
        secret_key("", tmp_path)


def test_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    with pytest.raises(ImproperlyConfigured, match="INTERVIEWGPT_DATA_DIR"):
        secret_key("", tmp_path / "data")
