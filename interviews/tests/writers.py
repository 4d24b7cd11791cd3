"""Many threads that write at once, each over a connection of its own."""

from __future__ import annotations

import threading

from django.db import Error, connections

from interviews import services

__all__ = ["write"]


def write(keys: list[int], name: str, writers: int, each: int) -> list[str]:
    """Let ``writers`` threads post ``each`` messages, begun at the same moment; what failed."""
    failed: list[str] = []
    begin = threading.Barrier(writers)

    def work(number: int) -> None:
        begin.wait(60)
        try:
            for place in range(each):
                services.post_message(
                    interview_id=keys[number % len(keys)],
                    content=f"{name} {number} {place}",
                    sender_type="user",
                )
        except Error as error:
            failed.append(f"{name} {number}: {error}")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed
