"""What can go wrong with a provider, and what the person can do about each: one line and one hint."""

from __future__ import annotations

import math
import re
from typing import Literal

from careercraft.errors import ProviderError
from careercraft.llm.clean import cleaned, shortened
from careercraft.llm.keys import OWN_VARIABLE, scrubbed
from careercraft.llm.options import ModelOptions

Kind = Literal[
    "no key", "key", "pay", "no provider", "no place", "odd key", "unready", "no model", "no address", "refused",
    "name", "certificate", "connect", "timeout", "dropped", "broken off", "moved", "elsewhere", "busy", "quota",
    "failing", "context", "filter", "bad", "no tools", "garbled", "no form", "empty", "cut short", "too long",
]  # fmt: skip
RETRIED: frozenset[Kind] = frozenset(("busy", "failing", "dropped"))
"""What may be over in a moment. A refused connection or an unknown name won't be."""
_MOST_WORDS = 240
_LEAST_CONTEXT = 256
"""Tokens; a server that names less means something else."""
_CONTEXT = re.compile(
    r"context.{0,12}(length|window|size|limit)|maximum context|too many tokens|(prompt|input) is too long"
    r"|exceeds? (the |this )?(model|max|limit|available context)|token limit|input tokens? exceed",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"context (?:length|window|size|limit)[^.\d]{0,30}(\d[\d,]{2,8})", re.IGNORECASE)
_FILTER = re.compile(
    r"content.?(policy|filter|management)|safety (system|settings|reasons)|moderation", re.IGNORECASE
)
_QUOTA = re.compile(
    r"insufficient.?quota|exceeded your current quota|credit balance|billing|out of credit", re.IGNORECASE
)
_TOOLS = re.compile(
    r"(tool|function).{0,40}(support|enabl|allow|parser|unknown|unrecogni|invalid)"
    r"|(support|enabl|allow|unknown|unrecogni).{0,40}(tool|function)", re.IGNORECASE,
)  # fmt: skip
_MODEL = re.compile(r"model", re.IGNORECASE)
_FORM = re.compile(r"response_format|json_schema|validation error", re.IGNORECASE)
"""Of a server that breaks (500) over a parameter which it should refuse (400), as llama-cpp-python does: it won't be
better in a moment, and the call can be put in another form."""


class NoTools(ProviderError):
    """The model can't call functions; its traits say so from now on, and the same question can be put without."""


class TooLong(ProviderError):
    """The server named how much it takes; the model's traits say so from now on, and the same can be asked in less."""


class NoForm(ProviderError):
    """The model doesn't keep to the form that it was asked for; the same can be asked in words, where words will do."""


class Fault(Exception):
    """A call that failed; `told` makes a ProviderError of it."""

    def __init__(self, kind: Kind, words: str = "", status: int = 0, wait: float | None = None) -> None:
        super().__init__(kind)
        self.kind: Kind = kind
        self.words = words
        """The provider's own, as they came."""
        self.status = status
        self.wait = wait
        """Seconds that the provider asks to wait before the next call."""


def of_status(status: int, words: str, wait: float | None, tools: bool = False) -> Fault:
    """By the HTTP status, and by what is said where that doesn't tell."""
    kind: Kind
    if status == 402 or (status in {400, 403, 429} and _QUOTA.search(words)):
        kind = "quota" if status == 429 else "pay"
    elif status in {401, 403}:
        kind = "key"
    elif status in {408, 504}:
        kind = "timeout"
    elif status == 429:
        kind = "busy"
    elif status >= 500 and not (_FORM.search(words) or named_context(words)):
        kind = "failing"
    elif status == 413 or _CONTEXT.search(words) or named_context(words):
        kind = "context"
    elif _FILTER.search(words):
        kind = "filter"
    elif tools and _TOOLS.search(words):
        kind = "no tools"
    elif status == 404:
        kind = "no model" if _MODEL.search(words) else "no address"
    else:
        kind = "bad"
    return Fault(kind, words, status, wait)


def named_context(words: str) -> int | None:
    """Tokens of its context, where a server names them: "maximum context length is 4096 tokens"."""
    found = _LIMIT.search(words)
    tokens = int(found[1].replace(",", "")) if found else 0
    return tokens if tokens >= _LEAST_CONTEXT else None


def quoted(words: str, options: ModelOptions) -> str:
    """A provider's words as they may be shown: short, on one line, without escapes and keys."""
    flat = " ".join(cleaned(scrubbed(words, [options.key])).split())
    return shortened(flat, _MOST_WORDS)


def _wait(seconds: float | None) -> str:
    """For people: up to two minutes in seconds."""
    whole = math.ceil(seconds or 0)
    if not whole:
        return "a moment"
    number, unit = (whole, "second") if whole <= 120 else (math.ceil(whole / 60), "minute")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def told(fault: Fault, options: ModelOptions) -> ProviderError:
    """The failure in plain words, with a fix. No key stands in it."""
    name = quoted(options.name, options)
    place = options.base_url or options.server or f"the server of {options.provider}"
    said = quoted(fault.words, options)
    status = f" (status {fault.status})" if fault.status else ""
    message, hint = _WORDS[fault.kind]
    slots = {
        "name": name, "place": place, "status": status, "bare": name.partition("/")[2] or name,
        "wait": _wait(fault.wait),
        "variable": options.variable or "its variable", "seconds": f"{options.idle_seconds:.0f}",
        "provider": options.provider, "server": options.server or place,
    }  # fmt: skip
    if fault.kind == "key" and options.base_url and options.key is None:
        hint = _OWN_KEY
    if fault.kind in {"refused", "no model"} and options.provider in {"ollama", "ollama_chat"}:
        hint = _OLLAMA[fault.kind]
    if fault.kind == "context" and named_context(fault.words):
        hint = _CONTEXT_SET if options.context_tokens else _CONTEXT_LEARNED
    message = message.format(**slots) + (f": {said}" if said else "")
    kinds: dict[Kind, type[ProviderError]] = {"no tools": NoTools, "no form": NoForm}
    kind = TooLong if hint is _CONTEXT_LEARNED else kinds.get(fault.kind, ProviderError)
    return kind(message, hint.format(**slots))


_OWN_KEY = f"it wants a key: set {OWN_VARIABLE}"
_CONTEXT_LEARNED = (
    "this is kept in mind: the same command gives it less text from now on; a server that is started with a longer"
    " context takes more (`careercraft llm check` finds it out anew)"
)
_CONTEXT_SET = "set llm.context (CAREERCRAFT_LLM_CONTEXT) to what the server says, or leave it out"
_OLLAMA = {
    "refused": "start it with `ollama serve`, then try again",
    "no model": "get it with `ollama pull {bare}`; `ollama list` shows what is there",
}
_CHECK = "`careercraft llm check` shows what works"
_WORDS: dict[Kind, tuple[str, str]] = {
    "no key": (
        "there is no key for {name}: {variable} is not set",
        "set it, or keep the key in the system's keyring: `careercraft llm key set {provider}`",
    ),
    "key": (
        "{place} does not accept the key for {name}{status}",
        "check that the key is whole, still valid, and may use this model",
    ),
    "pay": (
        "{place} wants to be paid before it answers{status}",
        "see to the account's balance at the provider",
    ),
    "quota": (
        "the account's quota for {name} is used up{status}",
        "see to the limit or the balance at the provider, or take another model with --llm",
    ),
    "no provider": (
        "{name} names no provider that is known",
        "write provider/model, as ollama/llama3.2, openai/gpt-4o-mini or anthropic/claude-haiku-4-5; for a server"
        " of your own openai/NAME with --llm-base-url",
    ),
    "no place": (
        "{name} needs the address of your server",
        "give it with --llm-base-url, or set llm.base_url",
    ),
    "odd key": (
        "the key for {name} has blanks or letters in it that no key has; nothing was sent",
        "copy it once more; `careercraft llm check` says where it was found",
    ),
    "unready": (
        "{name} can't be asked as this machine is set up; nothing was sent",
        "{provider} needs something of its own, as variables for its sign-in, its region or a project: litellm's page"
        " on {provider} names them",
    ),
    "no model": (
        "{place} has no model {bare}{status}",
        "check the name; the provider's page lists its models",
    ),
    "no address": (
        "{place} does not know this address{status}",
        "check --llm-base-url; most OpenAI-compatible servers want it to end in /v1",
    ),
    "refused": (
        "{place} can't be reached: nothing answers there",
        "start the server, or check --llm-base-url",
    ),
    "name": (
        "{place} can't be reached: its name is not found",
        "check the connection to the internet and the address; without --llm everything but the prose is there",
    ),
    "certificate": (
        "{place} can't be trusted: its certificate is not valid",
        "check the address; for a certificate of your own set SSL_CERT_FILE",
    ),
    "connect": ("{place} can't be reached", "check the connection and the address, then try again"),
    "timeout": (
        "{name} gave no sign of life for too long",
        "try again; a slow model may need a higher llm.timeout (now {seconds} s without a word) or a smaller model",
    ),
    "dropped": ("the connection to {place} was lost", "try again; " + _CHECK),
    "broken off": ("the answer of {name} broke off in the middle", "try again"),
    "moved": (
        "{place} sends the call on to another address, where it is not sent",
        "if that address is right, give it with --llm-base-url",
    ),
    "elsewhere": (
        "a call of {name} was about to go to another server than {server}: it was stopped before anything was sent",
        "give the server's address with --llm-base-url, or take another model with --llm",
    ),
    "busy": ("{place} has too many calls at the moment{status}", "try again in {wait}"),
    "failing": ("{place} failed{status}", "try again in {wait}; " + _CHECK),
    "context": (
        "the text is longer than {name} can take in{status}",
        "set llm.context to the model's context in tokens, or take a model with a longer one",
    ),
    "filter": (
        "{place} holds back the answer under its rules for content{status}",
        "ask in other words, or take another model with --llm",
    ),
    "bad": ("{place} does not accept the call{status}", _CHECK),
    "no tools": ("{name} can't call functions{status}", "it is asked without them from now on"),
    "garbled": (
        "{place} sent something that is no answer",
        "check --llm-base-url (it should end in /v1); " + _CHECK,
    ),
    "no form": (
        "{name} does not keep to the form that it is asked for",
        "try again, or take a larger model with --llm",
    ),
    "cut short": (
        "{name} used up all it may write before it had said anything",
        "set llm.context higher, or take a model that thinks less before it answers",
    ),
    "empty": ("{name} gave an empty answer", "try again, or take another model with --llm"),
    "too long": (
        "the answer of {name} went on without an end and was cut off",
        "try again, or take another model",
    ),
}
