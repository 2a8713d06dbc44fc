"""Two groups of the settings (`careercraft/settings.py` reads and checks them)."""

from __future__ import annotations

import math
import re

from msgspec import Struct


class Planning(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How roadmaps are made where the command doesn't say it."""

    hours_per_week: float = 8.0
    time_zone: str = ""
    """Of the blocks in a calendar file, as Europe/Berlin; empty is the machine's."""
    at: str = "18:00"
    """When a block in a calendar file begins, HH:MM."""


class Llm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The language model, where one is named. Keys are no settings: the environment or the keyring has them."""

    model: str = ""
    """As litellm names it, `ollama/llama3.2`; empty is none, and then nothing goes over the network."""
    base_url: str = ""
    """Of an OpenAI-compatible server, `http://localhost:1234/v1`; empty is the provider's own."""
    evidence: str = "show"
    """What becomes of skills that only the model found: off, show, or use (they count, marked)."""
    consent: bool = False
    """Text may go to the provider without a question: for scripts. False asks once for each host."""
    own_hosts: tuple[str, ...] = ()
    """Hosts of servers that are yours, as `gpu.lan`: text may go there without a question."""
    redact: bool = False
    """Name, contact data, employers and schools go out as stand-ins."""
    max_cost: float = 0.0
    """US dollars that one run may cost; 0 is no limit."""
    input_price: float = 0.0
    """US dollars for a million tokens sent, where litellm knows no price; 0 is not known."""
    output_price: float = 0.0
    """The same of the answer's tokens."""
    timeout: float = 60.0
    """Seconds without a sign of life after which a call has failed."""
    context: int = 0
    """Tokens that fit into the model's context; 0 is what the model says."""
    cache: bool = True
    """Whether answers are kept on disk, for the same question."""


def llm_rules(llm: Llm) -> dict[str, tuple[bool, str]]:
    """By the setting's name: whether it holds, and what it must be. No value stands there: it may be a key."""
    amounts = {name: getattr(llm, name) for name in ("max_cost", "input_price", "output_price")}
    return {
        "llm.model": (
            not re.match("sk-|gsk_|AIza", llm.model),
            "must be a model's name; this looks like a key",
        ),
        "llm.base_url": (not re.search("[@?#]", llm.base_url), "must hold no user, no password and no query"),
        "llm.evidence": (llm.evidence in {"off", "show", "use"}, "must be off, show or use"),
        "llm.timeout": (0 < llm.timeout <= 3600, "must be over 0 and at most 3600"),
        "llm.context": (llm.context == 0 or llm.context >= 500, "must be 0 or at least 500"),
        **{
            f"llm.{name}": (0 <= amount < math.inf, "must not be under 0, nor without end")
            for name, amount in amounts.items()
        },
    }
