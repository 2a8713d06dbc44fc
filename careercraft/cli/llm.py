"""`careercraft llm`: whether a model works, where its key is, what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.llm_flags import LlmBaseUrl, LlmModel, llm_settings
from careercraft.cli.options import ListFormat, Listing, settings_from
from careercraft.cli.progress import StageLine

if TYPE_CHECKING:
    from careercraft.llm.check import Check

app = typer.Typer(help="Check a language model; keep its key; see who may get text.", no_args_is_help=True)
key = typer.Typer(help="Keys in the system's keyring; variables go before them.", no_args_is_help=True)
app.add_typer(key, name="key")
_WIDTH = 80
_SCHEMA = "careercraft.llm_check/1"
Provider = Annotated[
    str, typer.Argument(help="As litellm names it, openai or anthropic; or the host of your own server.")
]


@app.command("check")
def check(
    model: Annotated[
        str | None, typer.Argument(help="The model; else that of the settings.", show_default=False)
    ] = None,
    named: LlmModel = None,
    base_url: LlmBaseUrl = None,
    format: Listing = ListFormat.terminal,
) -> None:
    """Say whether a model answers, streams, keeps JSON and calls functions; its context, speed and price.

    A few made-up questions are sent and no text of yours. Exits with 4 when something doesn't work.
    """
    import time

    from careercraft.errors import ConfigError, UsageError
    from careercraft.llm.check import check_model, usable

    if model is not None and named is not None:
        raise UsageError("the model is named twice", "name it once: `careercraft llm check MODEL`")
    settings = settings_from(**llm_settings(model if named is None else named, base_url)).llm
    if not settings.model.strip():
        raise ConfigError("no model is named", "`careercraft llm check ollama/llama3.2`, or set llm.model")
    with StageLine() as line:
        checks = check_model(settings, time.perf_counter, lambda name: line.say(f"checking: {name}"))
    write = _as_json if format is ListFormat.json else _as_lines
    console.out(write(settings.model, checks))
    if not usable(checks):
        raise SystemExit(console.ExitCode.PROVIDER)


@key.command("set")
def key_set(provider: Provider) -> None:
    """Keep a provider's key in the system's keyring. It is asked for, or read from standard input; never an option."""
    from careercraft.llm.keys import checked_provider, keep_key

    provider = checked_provider(provider)
    if console.is_terminal("stdin"):
        value = typer.prompt(f"Key of {provider} (it isn't shown)", hide_input=True, err=True)
    else:
        value = console.read_stdin().decode("utf-8", "replace")
    console.say(f"the key of {provider} is kept in {keep_key(provider, value)}")


@key.command("remove")
def key_remove(provider: Provider) -> None:
    """Delete a provider's key from the system's keyring."""
    from careercraft.llm.keys import checked_provider, drop_key

    provider = checked_provider(provider)
    gone = drop_key(provider)
    console.say(f"the key of {provider} is deleted" if gone else f"there was no key of {provider}")


@app.command("consent")
def consent(
    revoke: Annotated[
        str | None,
        typer.Option(
            metavar="HOST", help="Ask again before text goes there; `all` for every host.", show_default=False
        ),
    ] = None,
) -> None:
    """List the hosts that you agreed to send text to, or take that back."""
    from careercraft.errors import UsageError
    from careercraft.llm.consent import forget, remembered

    if revoke is None:
        hosts = remembered()
        console.out("".join(f"{host}\n" for host in hosts))
        if not hosts:
            console.say("no host yet: you are asked before text goes to another machine")
        return
    gone = forget("" if revoke == "all" else revoke)
    if not gone and revoke != "all":
        raise UsageError(f"you never agreed to {revoke}", "`careercraft llm consent` lists the hosts")
    console.say(f"you will be asked again before text goes to {', '.join(gone) or 'anybody'}")


@app.command("forget")
def forget_answers() -> None:
    """Delete the models' answers that are kept on disk."""
    from careercraft.llm.cache import clear

    count = clear()
    console.say(f"deleted {count} answer{'' if count == 1 else 's'}")


def _as_json(model: str, checks: list[Check]) -> bytes:
    import msgspec

    from careercraft.llm.check import usable

    report = {"schema": _SCHEMA, "model": model, "usable": usable(checks), "checks": checks}
    return msgspec.json.encode(report) + b"\n"


def _as_lines(model: str, checks: list[Check]) -> str:
    """A line a check, the fix under what needs one."""
    import textwrap

    width = max(len(check.name) for check in checks)
    lines = [f"{console.printable(model)}\n"]
    for check in checks:
        told = [f"{check.state:<8}{check.detail}", *([f"        -> {check.fix}"] if check.fix else [])]
        for at, text in enumerate(told):
            lead = f"  {check.name if at == 0 else '':<{width}}  "
            flat = console.printable(text).replace("\n", " ")
            wrapped = textwrap.wrap(
                flat, _WIDTH, initial_indent=lead, subsequent_indent=" " * (len(lead) + 11 if at else len(lead) + 8),
                break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip
            lines += [f"{line.rstrip()}\n" for line in wrapped]
    return "".join(lines)
