"""A turn of a conversation: by a model that has the functions of the analysis, else by the rules alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property, partial

from msgspec.structs import replace

from careercraft.chat import routing
from careercraft.chat.answers import Answer, answer, page
from careercraft.chat.checked_prose import Found, Judge, Prose
from careercraft.chat.intent_follow import Context
from careercraft.chat.messages import Told, cut, nothing, told
from careercraft.chat.papers import Papers
from careercraft.chat.reading import Reading, quoted_sources
from careercraft.chat.scene import Desk
from careercraft.chat.sources import Citations, Source
from careercraft.chat.tools import Tool, call, make_tools
from careercraft.chat.turn import Failure, Stopped, Turn
from careercraft.errors import CareerCraftError, ProviderError
from careercraft.llm.client import minus
from careercraft.llm.faults import NoTools, TooLong
from careercraft.llm.prompts import fenced
from careercraft.model.chat import ChatMessage, ChatModel, Reply, ToolCall, ToolSpec
from careercraft.render import wording
from careercraft.score.prose_words import counted

_ROUNDS = 5
"""Times that a model may call functions before it has to answer."""
_CALLS = 6
"""Functions that it may call at once."""
_SOURCES = 3
"""That stand below an answer which cites none."""
_RULES = "The answer by rules:"
Show = Callable[[str], None]


class Adviser:
    """Answers questions about what is on the desk. Kept for a conversation."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self.desk.analysis, self.desk.linker())

    @cached_property
    def _papers(self) -> Papers:
        return Papers(self.desk.analysis)

    def by_rules(self, question: str, context: Context) -> Turn:
        """Never fails."""
        return _by_rules(question, answer(self.desk, question, context))

    def by_model(
        self,
        model: ChatModel,
        question: str,
        context: Context,
        before: Sequence[Turn] = (),
        show: Show = lambda words: None,
        on_step: Show = lambda step: None,
    ) -> Turn:
        """`show` gets sentences as soon as they are checked, `on_step` the names of functions that are called.

        Where the model fails, or the person presses Ctrl-C, the turn says so, with what came before, and with the
        answer by rules.
        """
        rules = answer(self.desk, question, context)
        asked = _Asked(self.desk, self._judge, self._papers, model, question, rules, show, on_step)
        spent = model.spent
        stopped: Stopped = ""
        error: Failure | None = None
        try:
            stopped = asked.run(before)
        except CareerCraftError as failure:
            stopped, error = "failed", Failure.of(failure)
        except KeyboardInterrupt:
            stopped = "interrupted"
        with suppress(KeyboardInterrupt):
            asked.prose.end()
        turn = asked.turn(stopped, error)
        usage = minus(model.spent, spent)
        return replace(turn, usage=usage if usage.calls or usage.cached else None)


def by_rules_instead(text: str) -> str:
    """The answer by rules under its heading, where a model was asked and failed."""
    return page((_RULES, text.strip()))


def _by_rules(question: str, rules: Answer) -> Turn:
    return Turn(
        question=question,
        text=rules.text,
        by="rules",
        intent=rules.intent,
        sources=rules.sources,
        notes=(rules.note,),
        data=dict(rules.data),
        context=rules.context,
    )


class _Asked:
    """One question to a model."""

    def __init__(
        self,
        desk: Desk,
        judge: Judge,
        papers: Papers,
        model: ChatModel,
        question: str,
        rules: Answer,
        show: Show,
        on_step: Show,
    ) -> None:
        self._desk, self._model, self._question, self._rules = desk, model, question, rules
        self._on_step = on_step
        self._cite = Citations(desk.analysis)
        self._tools = make_tools(desk, self._cite, question)
        self._given: tuple[Source, ...] = ()
        self._reading = Reading(papers, model, self._note, on_step)
        self._found = Found(papers.quotes)
        self._prompt = ""
        self._notes: list[str] = []
        self._forgotten = ""
        """What of the talk before the model isn't told."""
        self.prose = Prose(judge, self._found, lambda: self._sources().keys(), show)

    def run(self, before: Sequence[Turn]) -> Stopped:
        """Raises ProviderError, and lets Ctrl-C pass."""
        try:
            reply = self._replied(before)
        except TooLong:  # nothing was said yet, and now it is known how much the model takes
            reply = self._replied(before)
        self.prose.end()
        if reply.finish == "refusal":
            raise ProviderError(f"{self._model.traits.name} declined to answer this", "ask in other words")
        if not self.prose.text and not self.prose.left_out:
            raise ProviderError(
                f"{self._model.traits.name} gave an empty answer", "try again, or another model"
            )
        if reply.finish == "length":
            self._notes.append(f"{self._model.traits.name} broke off: its answer got too long.")
            return "cut"
        return ""

    def _replied(self, before: Sequence[Turn]) -> Reply:
        if routing.calls_functions(self._model):
            with suppress(NoTools):
                return self._with_functions(before)
        return self._with_what_is_found(before)

    def turn(self, stopped: Stopped, error: Failure | None) -> Turn:
        sources = self._cited()
        lines = tuple(source.line() for source in sources)
        text = self.prose.text
        # a small model may write next to nothing that holds: then the person gets an answer all the same
        useful = stopped in ("", "cut") and text and not self.prose.mostly_false
        instead = "" if useful else by_rules_instead(self._rules.text)
        return Turn(
            question=self._question,
            text=f"{text}\n\n{page(lines)}" if text and lines else f"{text}\n" if text else "",
            by="model",
            model=self._model.traits.name,
            prompt=self._prompt,
            intent=self._rules.intent,
            sources=sources,
            tools=tuple(self._found.tools),
            notes=tuple(note for note in (self._forgotten, *self._notes, *self._warnings()) if note),
            doubtful=self.prose.doubtful,
            left_out=self.prose.left_out,
            stopped=stopped,
            error=error,
            instead=instead,
            context=self._rules.context,
        )

    def _with_functions(self, before: Sequence[Turn]) -> Reply:
        asked = self._told("", before, self._tools)
        if not asked.whole and self._reading.papers.documents:
            self._tools = (*self._tools, self._reading.tool())
            asked = self._told("", before, self._tools)
        specs = [tool.spec for tool in self._tools]
        messages = list(asked.messages)
        room = asked.results
        for _ in range(_ROUNDS):
            reply = self._heard(messages, asked, specs)
            if not reply.tool_calls:
                return reply
            if reply.text.strip():
                self.prose.feed("\n\n")
            calls = reply.tool_calls[:_CALLS]
            messages.append(ChatMessage(role="assistant", content=reply.text, tool_calls=calls))
            for one in calls:
                self._reading.room = max(60, room // (2 * len(calls)))
                words = cut(self._called(one), self._reading.room)
                room -= room // (2 * len(calls))
                messages.append(ChatMessage(role="tool", content=fenced(words)[1], tool_call_id=one.id))
        raise ProviderError(
            f"{self._model.traits.name} keeps calling functions and does not answer", "ask for less at once"
        )

    def _with_what_is_found(self, before: Sequence[Turn]) -> Reply:
        """For models without functions: what the question needs is looked up first."""
        found = ""
        if routing.by_rules(self._rules):
            found = self._rules.text
            self._given = self._rules.sources
            for intent in self._rules.intent.split("+"):
                self._found.add(found, intent)
        else:
            chosen = routing.by_model(self._model, self._question, self._rules, self._tools)
            if chosen is not None:
                found = chosen.result.text()
                self._on_step(chosen.tool)
                self._found.add(found, chosen.tool)
        asked = self._told(found, before)
        return self._heard(asked.messages, asked)

    def _told(self, found: str, before: Sequence[Turn], tools: Sequence[Tool] = ()) -> Told:
        specs = [tool.spec for tool in tools]
        read = nothing if tools else partial(self._reading.named, self._question)
        documents = self._reading.papers.whole
        asked = told(self._desk, self._model.traits, self._question, found, before, specs, documents, read)
        self._prompt = asked.prompt
        self._forgotten = asked.note  # of the messages as they are sent: they may be made twice
        return asked

    def _note(self, note: str) -> None:
        if note and note not in self._notes:
            self._notes.append(note)

    def _heard(self, messages: Sequence[ChatMessage], asked: Told, specs: Sequence[ToolSpec] = ()) -> Reply:
        heard: list[bool] = []

        def hear(piece: str) -> None:
            heard.append(True)
            self.prose.feed(piece)

        reply = self._model.reply(messages, tools=specs, on_text=hear, most_tokens=asked.answer)
        if not heard and reply.text and reply.finish != "refusal":
            self.prose.feed(reply.text)
        return reply

    def _called(self, one: ToolCall) -> str:
        self._on_step(one.name)
        result = call(self._tools, one.name, one.arguments)
        text = result.text()
        if result.ok:
            self._found.add(text, one.name)
        return text

    def _sources(self) -> dict[int, Source]:
        """All that were given to the model, by number."""
        return {source.number: source for source in (*self._given, *self._cite.all())}

    def _cited(self) -> tuple[Source, ...]:
        there = self._sources()
        if not self.prose.text:
            return ()
        if not self.prose.cited:
            quotes, first = self._reading.papers.quotes, max(there, default=0) + 1
            if quoted := quoted_sources(quotes, self._desk.analysis, self.prose.text, first):
                return quoted
        numbers = sorted(self.prose.cited) or sorted(there)[:_SOURCES]
        return tuple(there[number] for number in numbers)

    def _warnings(self) -> list[str]:
        prose, name = self.prose, self._model.traits.name
        found = []
        if prose.doubtful:
            marked, them = (
                wording.counted(prose.doubtful, "sentence"),
                "it" if prose.doubtful == 1 else "them",
            )
            found.append(f"{marked} of {name} marked: the analysis does not bear {them} out.")
        if prose.left_out:
            found.append(
                f"{wording.counted(prose.left_out, 'sentence')} of {name} left out: {counted(prose.dropped)}."
            )
        for count, what in ((prose.false_links, "link"), (prose.false_sources, "source")):
            if count:
                was = "was" if count == 1 else "were"
                found.append(f"{wording.counted(count, what)} that {name} made up {was} taken out.")
        return found
