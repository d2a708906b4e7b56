"""A guard against hangs: it counts this process's own work, not the clock."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class Hang(BaseException):
    """Something kept the processor busy for too long; no `except` may catch it."""


@contextmanager
def no_hang(cpu_seconds: float = 10.0) -> Iterator[None]:
    """Stop what works for longer than this. A busy machine does not matter."""

    def stop(*_: object) -> None:
        raise Hang(f"still busy after {cpu_seconds} seconds of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, cpu_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
