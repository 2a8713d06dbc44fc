"""A language model by litellm's name: asked, listened to, checked, counted."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from careercraft.llm import calls, prices, structured, traits
from careercraft.llm.clean import cleaned
from careercraft.llm.faults import Fault, named_context, told
from careercraft.llm.options import ModelOptions
from careercraft.llm.retries import Patience, retried
from careercraft.llm.streams import Gathered
from careercraft.llm.tokens import count_messages, count_tokens
from careercraft.model.chat import ChatMessage, ModelTraits, Reply, ToolCall, ToolSpec, Usage

_REFUSED = "The model does not answer this."
_NO_ARGUMENTS = "The arguments of your call were no JSON object ({problem}). Call the function once more."
_SPARE = 50
"""Tokens of a context, for the words around."""
_LESS = 0.85
"""Of a context, after a text that was held to fit was refused."""
OnText = Callable[[str], None]


class LiteLLMModel:
    """Implements `model.chat.ChatModel`. One conversation at a time; every failure is a ProviderError."""

    def __init__(self, options: ModelOptions, patience: Patience | None = None) -> None:
        self.options = options
        self._patience = patience or Patience()
        self._traits = traits.traits_of(options)
        self._spent = Usage()
        self._gathered: Gathered | None = None
        self._without: frozenset[str] = frozenset()

    @property
    def traits(self) -> ModelTraits:
        return self._traits

    @property
    def spent(self) -> Usage:
        return self._spent

    @property
    def written(self) -> str:
        """The text of the last answer, also where it was interrupted or broke off."""
        return self._gathered.text if self._gathered else ""

    def ready(self) -> None:
        """Raises ProviderError where no call can be made, as without a key: then nobody need be asked for anything."""
        if missing := calls.missing_of(self.options):
            raise told(Fault(missing), self.options)

    def warm(self) -> None:
        """Loads litellm, which takes seconds: for a thread beside a prompt that waits."""
        calls.prepare()

    def reply(
        self,
        messages: Sequence[ChatMessage],
        *,
        schema: dict[str, Any] | None = None,
        tools: Sequence[ToolSpec] = (),
        on_text: OnText | None = None,
        most_tokens: int | None = None,
    ) -> Reply:
        """`on_text` gets the pieces as they come. With a schema it gets nothing: half a JSON is for nobody's eyes.

        Raises ProviderError, and NoTools where functions were offered to a model that can't call any.
        """
        before = self._spent
        self._gathered = None
        try:
            if schema is not None:
                reply = self._structured(list(messages), schema, most_tokens)
            else:
                reply = self._free(list(messages), tools, on_text, most_tokens)
        except Fault as fault:
            if fault.kind == "no tools":
                self._learn(tools=False)
            if fault.kind == "context" and (limit := named_context(fault.words)):
                before_limit = self._traits.context_tokens
                # where the estimate was too low for this model's tokens, some room is left from now on
                self._learn(context=limit if limit < before_limit else int(before_limit * _LESS))
            raise told(fault, self.options) from None
        return replace(reply, usage=minus(self._spent, before))

    def _free(
        self, messages: list[ChatMessage], tools: Sequence[ToolSpec], on_text: OnText | None, most: int | None
    ) -> Reply:
        offered = [_tool(tool) for tool in tools]
        asked = calls.Asked(
            messages=_sent(messages), stream=on_text is not None, tools=offered, most_tokens=most
        )
        try:
            got = self._call(asked, on_text)
        except Fault as fault:
            if fault.kind != "empty":
                raise
            # some servers only say in a whole answer what is wrong with a call, as that its text is too long
            got = self._call(replace(asked, stream=False), on_text)
        try:
            return self._reply(got, got.tool_calls())
        except ValueError as error:
            again = ChatMessage(role="user", content=_NO_ARGUMENTS.format(problem=error))
        asked = calls.Asked(messages=_sent([*messages, again]), tools=offered, most_tokens=most)
        got = self._call(asked)
        try:
            return self._reply(got, got.tool_calls())
        except ValueError as error:
            raise Fault("no form", str(error)) from None

    def _structured(self, messages: list[ChatMessage], schema: dict[str, Any], most: int | None) -> Reply:
        """By the provider's own means where it has them; else, or where that fails, by asking, and once more by saying
        what was wrong."""
        got, problem, data = None, "", None
        if self._traits.schema:
            got = self._by_schema(messages, schema, most)
        with_words = structured.asked_for(messages, schema)
        for last in (False, True):
            if got is None:
                got = self._call(calls.Asked(messages=_sent(with_words), most_tokens=most))
            if _refused(got):
                return self._reply(got, ())
            data, problem = structured.checked(got.text, schema)
            if not problem or last:
                break
            if self._traits.schema and got.finish != "length":
                self._learn(schema=False)
            free = self._free_tokens(with_words, problem, most)
            with_words = structured.asked_again(with_words, got.text, problem, free)
            got = None
        assert got is not None
        if problem:
            raise Fault("no form", problem)
        return self._reply(got, (), data)

    def _free_tokens(self, messages: list[ChatMessage], problem: str, most: int | None) -> int:
        """Beside what is said, and an answer: a short context hasn't room for every wrong answer."""
        said = count_messages([*(message.content for message in messages), problem])
        return self._traits.context_tokens - said - (most or 0) - _SPARE

    def _by_schema(
        self, messages: list[ChatMessage], schema: dict[str, Any], most: int | None
    ) -> Gathered | None:
        """None where the provider won't have a schema."""
        strict = structured.strictly_closed(schema)
        asked = calls.Asked(messages=_sent(messages), schema=schema, strict=strict, most_tokens=most)
        try:
            return self._call(asked)
        except Fault as fault:
            if fault.kind != "bad":
                raise
        self._learn(schema=False)
        return None

    def _call(self, asked: calls.Asked, on_text: OnText | None = None) -> Gathered:
        """One answer; where the server doesn't know a parameter that can go, without it from now on. Raises Fault."""
        for _ in calls.MAY_GO:
            try:
                return self._tried(replace(asked, without=self._without), on_text)
            except Fault as fault:
                named = {name for name in calls.MAY_GO if name in fault.words} - self._without
                if fault.kind != "bad" or not named:
                    raise
                self._without |= named
        return self._tried(replace(asked, without=self._without), on_text)

    def _tried(self, asked: calls.Asked, on_text: OnText | None) -> Gathered:
        """One answer, after as many tries as it takes and may take. Raises Fault."""
        said: list[int] = []

        def heard(text: str) -> None:
            said.append(len(text))
            if on_text is not None:
                on_text(text)

        def once() -> Gathered:
            got = self._gathered = Gathered(self.options.most_characters, heard)
            try:
                for piece in calls.pieces(self.options, asked):
                    got.take(piece)
                got.end()
            finally:
                if got.came or got.usage:  # also of an answer that broke off: it has to be paid
                    self._count(got, asked)
            return got

        return retried(
            once, max(1, self.options.tries), self._patience, lambda: bool(said and on_text is not None)
        )

    def _count(self, got: Gathered, asked: calls.Asked) -> None:
        read, written = got.usage or (
            count_messages(json.dumps(message, ensure_ascii=False) for message in asked.messages),
            count_tokens(got.text),
        )
        cost = prices.cost(self.options, read, written)
        estimated = got.usage is None
        self._spent = plus(
            self._spent,
            Usage(calls=1, input_tokens=read, output_tokens=written, cost=cost, estimated=estimated),
        )

    def _reply(self, got: Gathered, tool_calls: tuple[ToolCall, ...], data: Any = None) -> Reply:
        name = got.model or self.options.name
        if _refused(got):
            return Reply(text=got.text or got.refusal or _REFUSED, model=name, finish="refusal")
        if not got.text.strip() and not tool_calls:
            raise Fault("cut short" if got.finish == "length" else "empty")
        finish = "tools" if tool_calls else "length" if got.finish == "length" else "stop"
        return Reply(text=got.text, data=data, tool_calls=tool_calls, model=name, finish=finish)  # type: ignore[arg-type]

    def _learn(
        self, *, schema: bool | None = None, tools: bool | None = None, context: int | None = None
    ) -> None:
        traits.remember(self.options, schema=schema, tools=tools, context=context)
        self._traits = traits.traits_of(self.options)


def plus(one: Usage, other: Usage) -> Usage:
    """Two usages as one. What has calls without a known price has no known cost."""
    known = [usage.cost for usage in (one, other) if usage.calls]
    return Usage(
        calls=one.calls + other.calls,
        input_tokens=one.input_tokens + other.input_tokens,
        output_tokens=one.output_tokens + other.output_tokens,
        cost=None if not known or None in known else sum(cost or 0.0 for cost in known),
        cached=one.cached + other.cached,
        estimated=one.estimated or other.estimated,
    )


def minus(after: Usage, before: Usage) -> Usage:
    """What came between."""
    cost = None if after.cost is None else after.cost - (before.cost or 0.0)
    return Usage(
        calls=after.calls - before.calls,
        input_tokens=after.input_tokens - before.input_tokens,
        output_tokens=after.output_tokens - before.output_tokens,
        cost=cost,
        cached=after.cached - before.cached,
        estimated=after.estimated,
    )


def _refused(got: Gathered) -> bool:
    return bool(got.refusal) or got.finish in {"content_filter", "refusal"}


def _tool(tool: ToolSpec) -> dict[str, Any]:
    about = {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
    return {"type": "function", "function": about}


def _sent(messages: Sequence[ChatMessage]) -> list[dict[str, Any]]:
    return [_message(message) for message in messages]


def _message(message: ChatMessage) -> dict[str, Any]:
    found: dict[str, Any] = {"role": message.role, "content": cleaned(message.content)}
    if message.tool_calls:
        found["tool_calls"] = [
            {
                "id": call.id, "type": "function",
                "function": {"name": call.name, "arguments": json.dumps(call.arguments, ensure_ascii=False)},
            }
            for call in message.tool_calls
        ]  # fmt: skip
    if isinstance(message.tool_call_id, str):
        found["tool_call_id"] = message.tool_call_id
    return found
