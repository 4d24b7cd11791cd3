"""Static files: each is in one place, so that collecting them has nothing to warn of."""

from __future__ import annotations

from collections import Counter

from django.contrib.staticfiles.finders import get_finders


def test_every_file_is_found_once() -> None:
    found = Counter(path for finder in get_finders() for path, _storage in finder.list([]))
    assert {"docs/swagger.js", "docs/redoc.js", "demo/room.js"} <= set(found)
    assert [path for path, times in found.items() if times > 1] == []
