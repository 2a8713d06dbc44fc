"""`careercraft chat`: talk about an analysis, with a model or without; the conversations that are kept."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from careercraft.cli import chat_kept, console
from careercraft.cli.llm_flags import LlmBaseUrl, LlmModel, MaxCost, NoLlmCache, Redact, Yes, llm_settings
from careercraft.cli.options import Today, settings_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careercraft.chat.turn import Turn
    from careercraft.cli.chat_input import Lines
    from careercraft.cli.chat_screen import Screen
    from careercraft.cli.chat_session import Session
    from careercraft.settings import Settings

_UNASKED = "talk"
"""The command where none is named: `careercraft chat -q "why unfit?"`."""
_HELP = {"-h", "--help"}
_QUESTION = 3
"""Words from which on they are no command with its argument."""
_EARLIER = 500
"""Questions of other days that the history of the prompt holds."""


class _Group(TyperGroup):
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # contexts differ between versions of typer
        unnamed = not args or (args[0].startswith("-") and args[0] not in _HELP)
        return list(super().parse_args(ctx, [_UNASKED, *args] if unnamed else args))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """A question in place of a command is what people try first."""
        words = [word for word in args if not word.startswith("-")]
        asks = " " in args[0].strip() or args[0].endswith("?") or len(words) >= _QUESTION
        if asks and args[0] not in self.commands:
            question = console.printable(" ".join(words))
            ctx.fail(f"A question goes behind -q: careercraft chat -q {shlex.quote(question)}")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_Group,
    help="Talk about an analysis, with a language model or by rules alone; `chat` alone is `chat talk`, whose options"
    " `chat talk --help` lists.",
)
Question = Annotated[
    str | None,
    typer.Option(
        "--question", "-q", metavar="TEXT", help="Answer this and leave; - reads it from standard input.",
        show_default=False,
    ),
]  # fmt: skip
Json = Annotated[bool, typer.Option("--json", help="One JSON object a turn on standard output.")]
NoHistory = Annotated[bool, typer.Option("--no-history", help="Keep nothing of this conversation.")]


@app.command("talk")
def talk(
    analysis: Annotated[
        str,
        typer.Option(
            metavar="RUN", help="About this one of the history: a run's number, an id or its beginning."
        ),
    ] = "latest",
    question: Question = None,
    json: Json = False,
    llm: LlmModel = None,
    base_url: LlmBaseUrl = None,
    redact: Redact = None,
    max_cost: MaxCost = None,
    yes: Yes = False,
    no_llm_cache: NoLlmCache = False,
    no_history: NoHistory = False,
    today: Today = None,
) -> None:
    """Talk about the latest analysis, or another one. Without a model the answers come from rules.

    Exits with 4 when a model failed in a script; the answer by rules is there all the same.
    """
    from careercraft.cli.chat_desk import desk_for
    from careercraft.cli.chat_session import Session

    settings = _settings(llm, base_url, redact, max_cost, no_llm_cache, today)
    session = Session(
        settings, desk_for(settings, analysis), _screen(json, question), yes=yes, keep=not no_history
    )
    _run(session, settings, question, json)


@app.command("resume")
def resume(
    key: chat_kept.Key = "latest",
    question: Question = None,
    json: Json = False,
    llm: LlmModel = None,
    base_url: LlmBaseUrl = None,
    redact: Redact = None,
    max_cost: MaxCost = None,
    yes: Yes = False,
    no_llm_cache: NoLlmCache = False,
    today: Today = None,
) -> None:
    """Go on with a conversation, where it ended."""
    from careercraft.cli.chat_desk import desk_for
    from careercraft.cli.chat_session import Session
    from careercraft.errors import UsageError

    settings = _settings(llm, base_url, redact, max_cost, no_llm_cache, today)
    row, turns = chat_kept.load(settings, key)
    try:
        desk = desk_for(settings, str(row.run))
    except UsageError as error:
        raise UsageError(
            f"run {row.run}, which conversation {row.number} is about, is deleted",
            f"`careercraft chat show {row.number}` still shows what was said",
        ) from error
    session = Session(settings, desk, _screen(json, question), yes=yes)
    session.resume(row.number, turns)
    if row.model and not session.name:
        console.say(
            f"note: {row.model} answered before; --llm {console.printable(row.model)} goes on with it"
        )
    _run(session, settings, question, json)


app.command("list")(chat_kept.list_chats)
app.command("show")(chat_kept.show)
app.command("export")(chat_kept.export)
app.command("delete")(chat_kept.delete)


def _settings(
    llm: str | None,
    base_url: str | None,
    redact: bool | None,
    max_cost: float | None,
    no_cache: bool,
    today: str | None,
) -> Settings:
    return settings_from(today=today, **llm_settings(llm, base_url, redact, max_cost, no_cache))


def _screen(json: bool, question: str | None) -> Screen:
    from careercraft.cli import chat_screen

    if json:
        return chat_screen.JsonScreen()
    return chat_screen.RichScreen() if console.is_terminal("stdout") else chat_screen.PlainScreen()


def _run(session: Session, settings: Settings, question: str | None, json: bool) -> None:
    """Raises SystemExit where a script has to know of a failure."""
    from careercraft.errors import UsageError

    if question is not None:
        text = console.read_stdin().decode("utf-8", "replace") if question == "-" else question
        if not text.strip():
            raise UsageError("an empty question", 'as careercraft chat -q "why unfit?"')
        session.take(text.strip())
    else:
        people = console.is_terminal("stdin") and console.is_terminal("stdout") and not json
        if people:
            _greet(session)
        for line in _lines(session, settings, people):
            if not session.take(line):
                break
        if people:
            _part(session)
            return
    if session.worst is not console.ExitCode.DONE:
        raise SystemExit(session.worst)


def _lines(session: Session, settings: Settings, people: bool) -> Lines:
    from careercraft.cli import chat_input

    if not people:
        return chat_input.lines_of_stdin()
    return chat_input.lines_of_terminal(_earlier(settings), lambda: _names(session), session.warm)


def _earlier(settings: Settings) -> Iterable[str]:
    from careercraft.errors import StorageError
    from careercraft.store import open_chats

    try:
        with open_chats(settings.history_file) as chats:
            return chats.questions(_EARLIER)
    except StorageError as error:
        console.say(f"note: no earlier questions, since {error.message}")
        return []


def _names(session: Session) -> list[str]:
    """Of the analysis, in the order of the report."""
    return list(dict.fromkeys(entry.name for _, entry in session.desk.entries()))


def _greet(session: Session) -> None:
    from careercraft.render.wording import clean

    desk, turns = session.desk, session.turns
    job = desk.analysis.job
    found = getattr(job, "title", None)
    title = clean(found.value) if found else "this job"
    verdict = desk.analysis.verdict
    console.say(f"{verdict.label} for {title}, readiness {verdict.readiness:.1f} (run {desk.run}).")
    who = f"{session.name} answers" if session.name else "Answers come from rules (--llm MODEL for a model)"
    console.say(f"{who}. /help lists the commands, Ctrl-D leaves.")
    if turns:
        after = "1 turn" if len(turns) == 1 else f"{len(turns)} turns"
        console.say(f"This goes on with conversation {session.number}, after {after}:")
        _recall(turns[-1])


def _recall(turn: Turn) -> None:
    from careercraft.render.wording import shorten

    console.say(f"  you: {shorten(' '.join(turn.question.split()), 200)}")
    console.say(f"  {shorten(' '.join((turn.text or turn.instead).split()), 300)}")


def _part(session: Session) -> None:
    if session.keeps:
        console.say(f"kept as conversation {session.number}; `careercraft chat resume` goes on with it")
