"""Several people press at the same moment: real threads, real connections."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections
from django.test import Client


def together[T](presses: Iterable[Callable[[], T]]) -> list[T]:
    """What each of them answers; every one runs in a thread of its own, and all begin at once."""
    presses = list(presses)
    start = Barrier(len(presses))

    def run(press: Callable[[], T]) -> T:
        start.wait()
        try:
            return press()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(presses)) as threads:
        return list(threads.map(run, presses))


def browser_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client
