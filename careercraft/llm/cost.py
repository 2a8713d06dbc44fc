"""Tokens and dollars of a run, and a limit that is kept before a call is made, not after."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec
from msgspec import structs

from careercraft.errors import ProviderError
from careercraft.llm.around import Around
from careercraft.llm.tokens import count_messages, count_tokens
from careercraft.model.chat import ChatMessage, ChatModel, Reply, ToolSpec, Usage
from careercraft.score.usage_words import dollars

EXPECTED_ANSWER = 500
"""Tokens that must still be affordable where the caller sets no bound: less is no answer."""
MOST_ANSWER = 4_096
"""Tokens that an unbounded answer gets under a cost limit: what every current provider allows."""
_CALLS_FOR_A_FORM = 3
"""That the client may make for one answer in a form: by the provider's schema, by words, and once more."""
_MILLION = 1_000_000


class Price(NamedTuple):
    """US dollars a token."""

    read: float
    written: float


class CostingModel(Around):
    """Counts what every call costs, and refuses the one that could pass `most` US dollars (0: no limit). `before` were
    spent in the same run already, by another model of it."""

    def __init__(self, inner: ChatModel, price: Price | None, most: float = 0.0, before: float = 0.0) -> None:
        super().__init__(inner)
        self._price, self._most, self._before = price, most, before

    @property
    def spent(self) -> Usage:
        return self._priced(self._inner.spent)

    def reply(
        self,
        messages: Sequence[ChatMessage],
        *,
        schema: dict[str, Any] | None = None,
        tools: Sequence[ToolSpec] = (),
        on_text: Callable[[str], None] | None = None,
        most_tokens: int | None = None,
    ) -> Reply:
        if self._most:
            calls = _CALLS_FOR_A_FORM if schema or tools else 1
            most_tokens = self._affordable(asked_tokens(messages, schema, tools), most_tokens, calls)
        reply = self._inner.reply(
            messages, schema=schema, tools=tools, on_text=on_text, most_tokens=most_tokens
        )
        return structs.replace(reply, usage=self._priced(reply.usage))

    def _affordable(self, read: int, most_tokens: int | None, calls: int) -> int | None:
        """The bound of the answer's tokens that keeps the limit, also where the client calls again, with the answer
        before, to mend its form. Raises ProviderError where there is none."""
        if self._price is None:
            raise ProviderError(
                f"no price is known for {self.traits.name}, so that a cost limit can't be kept: nothing was sent",
                "set llm.input_price and llm.output_price (US dollars a million tokens), or leave out --max-cost",
            )
        if self._price == (0.0, 0.0):
            return most_tokens
        spent, price = self._before + (self.spent.cost or 0.0), self._price
        needed = min(most_tokens or EXPECTED_ANSWER, EXPECTED_ANSWER)
        token = calls * (price.written + (calls - 1) * price.read)
        fixed = calls * read * price.read
        least = fixed + needed * token
        if spent + least > self._most:
            raise ProviderError(
                f"the cost limit of {dollars(self._most)} is reached: {dollars(spent)} are spent, and the next call "
                f"of about {read} tokens could cost {dollars(least)}",
                "raise --max-cost (llm.max_cost), or take a cheaper or a local model",
            )
        return (
            min(most_tokens or MOST_ANSWER, math.floor((self._most - spent - fixed) / token))
            if token
            else most_tokens
        )

    def _priced(self, usage: Usage) -> Usage:
        """With our price where the client knew none."""
        if self._price is None or usage.cost is not None or not usage.calls:
            return usage
        cost = usage.input_tokens * self._price.read + usage.output_tokens * self._price.written
        return structs.replace(usage, cost=cost)


def price_for(
    listed: tuple[float, float] | None, local: bool, input_price: float, output_price: float
) -> Price | None:
    """Settings (US dollars a million tokens) go before the price list; what runs on this machine costs nothing."""
    if input_price or output_price:
        return Price(input_price / _MILLION, output_price / _MILLION)
    if listed is not None:
        return Price(*listed)
    return Price(0.0, 0.0) if local else None


def asked_tokens(
    messages: Sequence[ChatMessage], schema: dict[str, Any] | None = None, tools: Sequence[ToolSpec] = ()
) -> int:
    """Of a request, rather too many than too few."""
    said = [message.content for message in messages]
    said += [msgspec.json.encode(message.tool_calls).decode() for message in messages if message.tool_calls]
    rest = [part for part in (schema, list(tools)) if part]
    return count_messages(said) + sum(count_tokens(msgspec.json.encode(part).decode()) for part in rest)
