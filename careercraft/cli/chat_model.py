"""Another model in the middle of a conversation, or none: which one, and at which server."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careercraft.model.setting_groups import Llm

_NONE = frozenset({"off", "none", "rules"})


def named(own: Llm, name: str) -> Llm:
    """The settings for this model; with an empty name where none is wanted. The address of one provider's server isn't
    another one's. Raises UsageError for a model that nobody has."""
    from msgspec.structs import replace

    from careercraft.errors import UsageError
    from careercraft.llm.keys import provider_of
    from careercraft.llm.options import options_of
    from careercraft.render.wording import clean

    if name.lower() in _NONE:
        return replace(own, model="")
    first = own.model.strip()
    same = not first or provider_of(first) == provider_of(name)
    wanted = replace(own, model=name, base_url=own.base_url if same else "")
    if not options_of(wanted).names_provider:
        raise UsageError(
            f"{clean(name)[:80]} names no provider that is known",
            "as /model ollama/llama3.2 or /model openai/gpt-4o-mini; /model off asks none",
        )
    return wanted


def who_answers(llm: Llm) -> str:
    """A sentence, Markdown."""
    name = llm.model.strip()
    if not name:
        return "Rules answer; no model is asked. `/model NAME` names one."
    return f"{name} answers." if not llm.base_url else f"{name} answers. Its server: {llm.base_url}"
