"""Prompts: plain text templates in `templates/prompts/` with a version, slots, and a fence around what is untrusted.

A template's first line is `version: N`; then come the parts `[system]` and `[user]`, with slots as `$name`. Change
the words, raise the version: it stands in the report.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from string import Template

from msgspec import Struct

from careercraft import paths
from careercraft.errors import ConfigError
from careercraft.model.chat import ChatMessage

_FORM = re.compile(r"version: (\d+)\n\[system\]\n(.+?)\n\[user\]\n(.+)", re.DOTALL)
_DIGITS = 12


class Prompt(Struct, frozen=True, kw_only=True):
    """A template with its slots filled."""

    name: str
    version: int
    messages: tuple[ChatMessage, ...]

    @property
    def label(self) -> str:
        """As a report names it: "narrative 1"."""
        return f"{self.name} {self.version}"


class _Form(Struct, frozen=True):
    version: int
    system: str
    user: str


def filled(name: str, **slots: str) -> Prompt:
    """The template with these slots, which must be exactly those that it has. Raises ConfigError."""
    form = _form(name)
    if slots.keys() != slots_of(name):
        wrong = ", ".join(sorted(slots.keys() ^ slots_of(name)))
        raise ConfigError(f"the prompt {name} is filled wrongly: {wrong}", "reinstall careercraft")
    # In one pass: a `$name` inside of what is filled in stays as it is.
    parts = (Template(text).substitute(slots) for text in (form.system, form.user))
    system, user = parts
    messages = (ChatMessage(role="system", content=system), ChatMessage(role="user", content=user))
    return Prompt(name=name, version=form.version, messages=messages)


def slots_of(name: str) -> set[str]:
    """The names of all slots of a template."""
    form = _form(name)
    return {slot for text in (form.system, form.user) for slot in Template(text).get_identifiers()}


def fenced(text: str) -> tuple[str, str]:
    """(fence, text between two lines of it). The fence comes from the text's own hash, so that whoever writes the text
    can't foresee it and close it; the same text has the same fence, so that answers can be cached."""
    fence, salt = "", 0
    while not fence or fence in text:
        digest = hashlib.sha256(f"{salt}\n{text}".encode("utf-8", "replace")).hexdigest()
        fence, salt = f"=== DATA {digest[:_DIGITS]} ===", salt + 1
    return fence, f"{fence}\n{text}\n{fence}"


@cache
def _form(name: str) -> _Form:
    path = paths.templates_dir() / "prompts" / f"{name}.txt"
    try:
        found = _FORM.fullmatch(path.read_text(encoding="utf-8").strip())
    except OSError as error:
        raise ConfigError(f"the prompt {path} can't be read", "reinstall careercraft") from error
    if found is None:
        raise ConfigError(
            f"the prompt {path} has no version, or lacks [system] or [user]", "begin it with `version: 1`"
        )
    return _Form(int(found[1]), found[2].strip(), found[3].strip())
