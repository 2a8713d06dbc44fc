"""What a line that begins with a slash asks for. Those on the analysis are answered here, without a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from careercraft.chat.answers import page
from careercraft.chat.intent_follow import Context
from careercraft.chat.scene import Desk, Item
from careercraft.chat.sources import Citations
from careercraft.chat.tools import call, make_tools
from careercraft.chat.turn import Failure, Turn
from careercraft.errors import UsageError
from careercraft.render.explain import KEYS
from careercraft.render.wording import clean


class Command(NamedTuple):
    name: str
    takes: str
    about: str
    tool: str = ""
    """The function that answers it; empty where it is about the conversation itself."""


COMMANDS: tuple[Command, ...] = (
    Command("gaps", "[all]", "what is missing, the most urgent first", "gaps"),
    Command("explain", "SCORE", "one score, row by row, with the words it rests on", "explain_score"),
    Command("what-if", "CHANGE, ...", "what changes would do: Kubernetes, +Docker:2y, -Python", "what_if"),
    Command("roadmap", "[HOURS]", "a plan week by week, with so many hours a week", "roadmap"),
    Command("compare", "[RUN|FILE ...]", "this posting beside others: runs, titles or files", "compare"),
    Command("sources", "", "the words that the last answer rests on"),
    Command("save", "[FILE]", "write this conversation to a Markdown file"),
    Command("model", "[NAME|off]", "which model answers; another one, or none"),
    Command("cost", "", "tokens and cost of this conversation"),
    Command("help", "", "this list"),
    Command("quit", "", "leave; the conversation is kept"),
)
_ALSO = {
    "exit": "quit",
    "q": "quit",
    "bye": "quit",
    "?": "help",
    "whatif": "what-if",
    "why": "explain",
    "plan": "roadmap",
}
_INTENTS = {"explain": "explain_score", "what-if": "what_if"}
_FULL = frozenset({"all", "full", "more"})
_PARTS = re.compile(r"\s*(?:,|;|\n|\band\b)\s*", re.IGNORECASE)
_WORDS = re.compile(r"\"[^\"]+\"|'[^']+'|“[^”]+”|\S+")
_SIGNS = re.compile(r"\s+(?=[+-]\S)")


class Line(NamedTuple):
    command: Command
    rest: str

    @property
    def words(self) -> list[str]:
        return self.rest.split()


def is_command(line: str) -> bool:
    """A path or a fraction is none: "/home/ana/cv.pdf"."""
    return bool(re.match(r"/(?:[a-z][a-z-]*|\?)(?:\s|$)", line.strip(), re.IGNORECASE))


def parse_line(line: str) -> Line:
    """Raises UsageError for a command that there isn't, with the nearest one."""
    name, _, rest = line.strip()[1:].partition(" ")
    name = name.strip().lower()
    wanted = _ALSO.get(name, name)
    for command in COMMANDS:
        if command.name == wanted:
            return Line(command, rest.strip())
    near = get_close_matches(name, [command.name for command in COMMANDS], n=1)
    hint = f"did you mean /{near[0]}? /help lists them" if near else "/help lists them"
    raise UsageError(f"there is no command /{clean(name)[:40]}", hint)


def run_command(desk: Desk, line: Line, context: Context) -> Turn:
    """The answer of a command on the analysis, with the exact figures. Never fails: what it can't do it says."""
    command = line.command
    question = f"/{command.name} {line.rest}".strip()
    cite = Citations(desk.analysis)
    try:
        arguments = _arguments(line)
    except UsageError as error:
        return Turn(
            question=question, text=page((f"{error.message} {error.hint}.",)), by="command", intent=command.name,
            error=Failure.of(error), context=context,
        )  # fmt: skip
    result = call(make_tools(desk, cite, line.rest), command.tool, arguments)
    return Turn(
        question=question,
        text=page((*result.lines, *(source.line() for source in cite.all()))),
        by="command",
        intent=command.name,
        tools=(command.tool,),
        sources=cite.all(),
        data=result.data,
        context=_next(context, line, arguments, result.items),
    )


def help_page() -> str:
    """Markdown."""
    lines = [
        f"- `/{command.name}{' ' + command.takes if command.takes else ''}`: {command.about}"
        for command in COMMANDS
    ]
    return page(("Ask in your own words, or:", *lines))


def sources_page(turns: Sequence[Turn]) -> str:
    """Of the last answer that cites any; Markdown."""
    for turn in reversed(turns):
        if turn.sources:
            named = clean(turn.question)
            files = [source.line() + (f" of {source.name}" if source.name else "") for source in turn.sources]
            return page((f"“{named[:120]}” was answered from:", *files))
    return page(("No answer of this conversation cites a source yet.",))


def _arguments(line: Line) -> dict[str, Any]:
    """As the function takes them. Raises UsageError."""
    name, words = line.command.name, line.words
    full = bool(words) and words[-1].lower() in _FULL
    if name == "gaps":
        return {"full": full}
    if name == "explain":
        key = "_".join(words[:-1] if full else words).lower().replace("-", "_")
        if not key:
            raise UsageError("Which score?", f"As /explain skills_match; one of {', '.join(KEYS)}")
        return {"score": _score(key), "full": full}
    if name == "what-if":
        return {"changes": _changes(line.rest)}
    if name == "roadmap":
        hours = [word.lower().rstrip("h") for word in words if word.lower() not in _FULL]
        try:
            return {"full": full, **({"hours_per_week": float(hours[0])} if hours else {})}
        except ValueError:
            raise UsageError("That is no number of hours.", "As /roadmap 6") from None
    return {"runs": _postings(line.rest)}


def _postings(text: str) -> list[str]:
    """Runs, files and titles; what has spaces stands in quotes, or alone between commas."""
    parts = [part.strip() for part in text.split(",")] if "," in text else [text]
    found = [one for part in parts for one in ([part] if _is_title(part) else _WORDS.findall(part))]
    return [one.strip("\"'“”") for one in found]


def _is_title(part: str) -> bool:
    """ "Site Electrician" is one posting, "2 7" and "a.txt b.txt" are two each."""
    return not re.search(r"[\d\"'“”]|\.\w", part)


def _score(key: str) -> str:
    """ "skills", "salary", "experience score" mean the scores with longer names."""
    key = key.removesuffix("_score")
    longer = [name for name in KEYS if name.startswith(f"{key}_")]
    return key if key in KEYS or not longer else longer[0]


def _changes(text: str) -> list[str]:
    """ "Kubernetes, Docker:2y" and "+Kubernetes -Python": a name without a sign is learned."""
    parts = [part for piece in _PARTS.split(text) for part in _SIGNS.split(piece) if part.strip("+- ")]
    if not parts:
        raise UsageError("What should be different?", "As /what-if Kubernetes, Docker:2y")
    return [part if part[0] in "+-" else f"+{part}" for part in parts]


def _next(before: Context, line: Line, arguments: dict[str, Any], items: tuple[Item, ...]) -> Context:
    name = line.command.name
    return Context(
        intent=_INTENTS.get(name, name),
        items=items,
        changes=tuple(arguments.get("changes", ())),
        hours=arguments.get("hours_per_week"),
        scores=(arguments["score"],) if arguments.get("score") in KEYS else (),
        runs=tuple(arguments.get("runs", ())),
        turns=before.turns + 1,
    )
