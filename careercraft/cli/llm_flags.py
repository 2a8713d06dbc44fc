"""The options of every command that a model can help, and the model that they make."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.llm.consent import Asked, Consent
    from careercraft.llm.open import GuardedModel
    from careercraft.model.setting_groups import Llm

LlmModel = Annotated[
    str | None,
    typer.Option(
        "--llm",
        metavar="MODEL",
        help="A language model as litellm names it: ollama/llama3.2, openai/gpt-4o-mini. Without one nothing is sent; "
        "off: none in this run, whatever the settings name.",
        show_default=False,
    ),
]
LlmBaseUrl = Annotated[
    str | None,
    typer.Option(
        "--llm-base-url",
        metavar="URL",
        help="An OpenAI-compatible server, as http://localhost:1234/v1, with --llm openai/NAME.",
        show_default=False,
    ),
]
Redact = Annotated[
    bool | None,
    typer.Option(
        "--redact/--no-redact",
        help="Send stand-ins in place of names, contact data, employers and schools.",
        show_default=False,
    ),
]
MaxCost = Annotated[
    float | None,
    typer.Option(
        "--max-cost",
        metavar="DOLLARS",
        min=0,
        help="Make no call that could cost more in all.",
        show_default=False,
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Text may go to the model's provider: don't ask.")]
NoLlmCache = Annotated[
    bool, typer.Option("--no-llm-cache", help="Ask the model anew, and keep none of its answers on disk.")
]

_NONE = frozenset(("off", "none", ""))
"""Of --llm: no model in this run, whatever the settings name."""


def llm_settings(
    model: str | None = None,
    base_url: str | None = None,
    redact: bool | None = None,
    max_cost: float | None = None,
    no_cache: bool = False,
    evidence: str | None = None,
) -> dict[str, Any]:
    """For `settings_from(**...)`: what was not given is None there. Raises UsageError for --max-cost 0: the settings
    mean no limit by it, and who types it means to spend nothing."""
    from careercraft.errors import UsageError

    if max_cost == 0:
        raise UsageError(
            "--max-cost takes an amount above 0",
            "leave it out for no limit; a model on this machine costs nothing",
        )
    return {
        "llm.model": "" if model is not None and model.strip().lower() in _NONE else model,
        "llm.base_url": base_url,
        "llm.redact": redact,
        "llm.max_cost": max_cost,
        "llm.cache": False if no_cache else None,
        "llm.evidence": evidence,
    }


def open_llm(
    settings: Llm,
    *,
    yes: bool = False,
    resume: Mapping[str, Any] | None = None,
    texts: Sequence[str] = (),
    consent: Consent | None = None,
    before: float = 0.0,
) -> GuardedModel:
    """The model that the settings name, with consent asked on the terminal when the first text would leave. A run of
    several models gives the `consent` of them all, and the US dollars that it spent `before`.

    `resume` (a JSON Resume) and `texts` (the documents, the resume's first) tell what to redact. Nothing is sent yet.
    Raises ConfigError.
    """
    from careercraft.llm.open import open_model
    from careercraft.llm.redact import redactor_for

    redactor = redactor_for(resume or {}, texts) if settings.redact else None
    if redactor and not ((resume or {}).get("basics") or {}).get("name"):
        console.say("note: no name was found in the resume; --redact hides its first line in place of one")
    consent = consent or consent_for(settings, yes)
    return open_model(settings, consent=consent, redactor=redactor, before=before)


def consent_for(settings: Llm, yes: bool) -> Consent:
    """Asks only where somebody can answer: a script gets an error that names --yes."""
    from careercraft.llm.consent import Consent

    asks = console.is_terminal("stdin") and console.is_terminal("stderr")
    return Consent(
        grant="flag" if yes else "setting" if settings.consent else "",
        ask=_ask if asks else None,
        tell=lambda asked: console.say(f"note: {asked.line}"),
        own_hosts=settings.own_hosts,
    )


def _ask(asked: Asked) -> bool:
    """typer's own question puts a blank on standard output, in front of a report that goes to a file."""
    sys.stderr.write("\r\x1b[K")  # the line that tells the stage
    console.say(f"{asked.line} Nothing has been sent yet.")
    sys.stderr.write("Send it, now and later? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
