"""Calls again where the provider is busy or failing: a bounded number of times, later each time, never all at once."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct

from careercraft.llm.faults import RETRIED, Fault

T = TypeVar("T")


class Patience(Struct, frozen=True, kw_only=True):
    """How long is waited between calls; tests bring a clock and a die of their own."""

    first_seconds: float = 1.0
    """Before the second call; twice that before the third, and so on."""
    most_seconds: float = 20.0
    longest_asked: float = 60.0
    """Where the provider asks for more (Retry-After), the call has failed at once, and says how long."""
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    """0 to 1: up to half of each wait is left to it, so that many callers don't come back together."""

    def seconds(self, tried: int, asked: float | None) -> float:
        """Before the next call, after `tried` of them (1 and on). Never less than what the provider asks for."""
        wait = min(self.most_seconds, self.first_seconds * 2.0 ** (tried - 1))
        return max(asked or 0.0, wait * (0.5 + 0.5 * self.chance()))


def retried(call: Callable[[], T], tries: int, patience: Patience, started: Callable[[], bool]) -> T:
    """`call`, up to `tries` times. Raises the last Fault. Once something was said (`started`), it isn't said again."""
    for tried in range(1, tries):
        try:
            return call()
        except Fault as fault:
            if fault.kind not in RETRIED or started() or (fault.wait or 0.0) > patience.longest_asked:
                raise
            wait = patience.seconds(tried, fault.wait)
        patience.sleep(wait)
    return call()
