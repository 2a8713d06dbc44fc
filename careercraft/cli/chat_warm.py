"""litellm takes seconds to load: that begins with the first key of the first question, beside the person who types."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress

_SWITCH_SECONDS = 0.0005
"""A key that is pressed waits no longer for the thread that loads."""


def begin() -> None:
    """Returns at once."""
    threading.Thread(target=_load, name="warm", daemon=True).start()


def _load() -> None:
    """What fails here fails again, and is told, when the model is asked."""
    from careercraft.llm.calls import prepare

    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        with suppress(Exception):
            prepare()
    finally:
        sys.setswitchinterval(before)
