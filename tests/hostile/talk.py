"""A hostile answer on the true path: through the checker into the report's formats, or into a conversation's page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from markdown_it import MarkdownIt
from msgspec import UNSET, structs

from careercraft.chat.intent_follow import Context
from careercraft.chat.scene import Desk
from careercraft.chat.turn import Turn
from careercraft.chat.turns import Adviser
from careercraft.cli.chat_pages import transcript
from careercraft.errors import ProviderError
from careercraft.llm.narrative import tell
from careercraft.llm.scripted import ScriptedModel
from careercraft.model.analysis import Analysis, Narrative
from careercraft.model.chat import ChatModel, ModelTraits, Reply, ToolCall
from careercraft.render import render
from careercraft.score.prose_check import ProseChecker
from tests.chat.desks import NOW
from tests.hostile.answers import Case
from tests.match import parts
from tests.render.pages import check_nothing_is_loaded
from tests.score import prose_desks

_MARK = re.compile(r"\s*\[doubtful: [^\]]*\]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_SEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]")
_LIVE = re.compile(r"href=\"(?!#)[^\"]*evil|src=|(?:\w:/*|www\.|@)[\w.]*evil", re.IGNORECASE)
"""What a viewer would load or make a link of, also where it knows bare addresses."""
_commonmark = MarkdownIt("commonmark", {"html": True})
_SOURCES = re.compile(r"\n\[\d+\] “")
TOOLS = ModelTraits(name="hostile", context_tokens=32_000, schema=True, tools=True, local=True)
PLAIN = ModelTraits(name="hostile", context_tokens=32_000, schema=False, tools=False, local=True)


def told(case_text: str, person: str = "engineer", model: ChatModel | None = None) -> Analysis:
    """The analysis with this prose, as `analyze --llm` makes it."""
    analysis = prose_desks.analysis(person)
    checker = ProseChecker(analysis, parts.built_in().linker)
    found = tell(model or ScriptedModel([case_text]), analysis, checker.judge)
    return structs.replace(analysis, narrative=found.narrative)


def answered(replies: Sequence[Any], person: str = "engineer", traits: ModelTraits = PLAIN) -> Turn:
    """A turn of `chat`, as a conversation keeps it."""
    return by(ScriptedModel(replies, traits), person)


def by(model: ChatModel, person: str = "engineer", question: str = "What is missing?") -> Turn:
    bench = parts.built_in()
    analysis = prose_desks.analysis(person)
    before = msgspec.json.encode(analysis)
    desk = Desk(analysis=analysis, linker=lambda: bench.linker, today=parts.TODAY, now=NOW)
    turn = Adviser(desk).by_model(model, question, Context())
    assert msgspec.json.encode(analysis) == before, "a number of the analysis moved"
    return turn


def check(case: Case) -> None:
    """All that must hold of every case. Raises AssertionError."""
    if case.where != "chat":
        check_narrative(case, told(case.text, case.person))
    if case.where != "narrative":
        check_turn(case, answered([case.text], case.person))


def check_narrative(case: Case, analysis: Analysis) -> None:
    narrative = analysis.narrative
    assert isinstance(narrative, Narrative)
    same = structs.replace(analysis, narrative=UNSET)
    assert msgspec.json.encode(same) == msgspec.json.encode(prose_desks.analysis(case.person)), (
        "a number moved"
    )
    unmarked = " ".join(narrative.text.split())
    for flag in narrative.flags:
        unmarked = unmarked.replace(flag.quote, " ")
    _check_words(case, unmarked, narrative.text)
    assert sum(narrative.dropped.values()) + len(narrative.flags) >= case.taken
    for form in ("terminal", "markdown", "html", "json"):
        page = render(analysis, form, full=True)
        assert not _SEEN.search(page), form
        left_out = sum(narrative.dropped.values())
        assert form == "json" or f"{left_out} sentence" in page or not left_out, (
            "what was taken out isn't told"
        )
    html, markdown = render(analysis, "html"), _commonmark.render(render(analysis, "markdown"))
    check_nothing_is_loaded(html)
    check_nothing_is_loaded(markdown)
    assert not _LIVE.search(html + markdown)


def check_turn(case: Case, turn: Turn) -> None:
    text = _SOURCES.split(turn.text)[0]
    _check_words(case, unmarked(text), text)
    assert turn.doubtful + turn.left_out >= case.taken
    assert not turn.left_out or any("left out: " in note for note in turn.notes)
    assert not turn.doubtful or any("marked" in note for note in turn.notes)
    if "sources" in case.guards:
        assert any("taken out" in note for note in turn.notes)
    page = transcript("run 1", [turn])
    assert not _SEEN.search(page)
    shown = _commonmark.render(page)
    check_nothing_is_loaded(shown)
    assert not _LIVE.search(shown), "a link stands there unmarked"


def unmarked(text: str) -> str:
    """Without the sentences that carry a mark."""
    left = []
    parts_of = _MARK.split(text)
    for part in parts_of[:-1]:
        ends = [found.end() for found in _SENTENCE.finditer(part.rstrip())]
        left.append(part[: ends[-1]] if ends else "")
    return " ".join("".join([*left, parts_of[-1]]).split())


def _check_words(case: Case, unmarked: str, text: str) -> None:
    for lie in case.lies:
        assert lie not in unmarked.casefold(), f"{case.name}: {lie!r} stands there unmarked"
    for words in case.kept:
        assert words in text.casefold(), f"{case.name}: {words!r} is gone"


def calls(*named: tuple[str, dict[str, Any]]) -> Reply:
    """A model's wish to have functions called."""
    return Reply(
        text="",
        finish="tools",
        tool_calls=tuple(
            ToolCall(id=f"c{at}", name=name, arguments=given) for at, (name, given) in enumerate(named)
        ),
    )


def fails(replies: Sequence[Any]) -> ProviderError:
    """What the narrative raises, where nothing of it can be kept."""
    try:
        told("", model=ScriptedModel(replies))
    except ProviderError as error:
        return error
    raise AssertionError("nothing failed")
