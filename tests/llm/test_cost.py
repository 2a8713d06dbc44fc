"""Tokens and dollars, and a limit that is kept before a call."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import structs

from careercraft.errors import ProviderError
from careercraft.llm import prices
from careercraft.llm.client import plus
from careercraft.llm.cost import CostingModel, Price, asked_tokens, price_for
from careercraft.llm.open import open_model
from careercraft.llm.retries import Patience
from careercraft.llm.scripted import ScriptedModel
from careercraft.model.chat import ChatMessage, Reply, ToolCall, ToolSpec, Usage
from careercraft.model.setting_groups import Llm
from careercraft.score.usage_words import dollars, told
from tests.llm.server import ScriptedServer, answer, raw, status

HELLO = ChatMessage(role="user", content="Hello, how much is it?")
TOOL = ToolSpec(name="f", description="looks", parameters={"type": "object"})
QUIET = Patience(sleep=lambda seconds: None)


class Billing(ScriptedModel):
    """Every call reads 1,000 tokens and writes 500; it knows no price."""

    bounds: list[int | None]

    def reply(self, *arguments: Any, **more: Any) -> Reply:
        self.bounds = [*getattr(self, "bounds", []), more.get("most_tokens")]
        reply = super().reply(*arguments, **more)
        usage = Usage(calls=1, input_tokens=1_000, output_tokens=500)
        self.total = plus(getattr(self, "total", Usage()), usage)
        return structs.replace(reply, usage=usage)

    @property
    def spent(self) -> Usage:
        return getattr(self, "total", Usage())


def test_every_call_and_the_run_are_counted() -> None:
    model = CostingModel(Billing(["a", "b"]), Price(0.001, 0.002))
    assert model.spent == Usage()
    assert model.reply([HELLO]).usage.cost == pytest.approx(2.0)
    model.reply([HELLO])
    assert (model.spent.calls, model.spent.input_tokens, model.spent.output_tokens) == (2, 2_000, 1_000)
    assert model.spent.cost == pytest.approx(4.0)


def test_without_a_price_there_is_no_cost() -> None:
    model = CostingModel(Billing(["a"]), None)
    assert model.reply([HELLO]).usage.cost is None
    assert told(model.spent) == "1 call, 1,000 tokens in, 500 out, price not known"


def test_the_call_that_would_pass_the_limit_is_not_made() -> None:
    inner = Billing(["a", "b", "c"])
    model = CostingModel(inner, Price(0.001, 0.002), most=3.5)
    model.reply([HELLO])
    with pytest.raises(ProviderError, match=r"cost limit of \$3\.50 is reached: \$2\.00 are spent") as caught:
        model.reply([ChatMessage(role="user", content="word " * 900)])
    assert "--max-cost" in caught.value.hint
    assert len(inner.heard) == 1


def test_an_answer_can_not_run_over_the_limit() -> None:
    """Its length is bounded by what is left."""
    inner = Billing(["a"])
    CostingModel(inner, Price(0.0, 0.001), most=0.9).reply([HELLO])
    assert inner.bounds == [900]
    inner = Billing(["a"])
    CostingModel(inner, Price(0.0, 0.001), most=0.9).reply([HELLO], most_tokens=200)
    assert inner.bounds == [200]


def test_a_form_may_take_more_than_one_call() -> None:
    inner = Billing([{"a": 1}])
    CostingModel(inner, Price(0.0, 0.001), most=0.9).reply(
        [HELLO], schema={"type": "object"}, most_tokens=250
    )
    assert inner.bounds == [250]
    with pytest.raises(ProviderError, match="limit"):
        CostingModel(inner, Price(0.0, 0.001), most=0.9).reply(
            [HELLO], schema={"type": "object"}, most_tokens=400
        )


@pytest.mark.parametrize(
    ("more", "calls"), [({}, 1), ({"schema": {"type": "object"}}, 3), ({"tools": [TOOL]}, 3)]
)
def test_what_is_read_again_is_part_of_what_a_call_could_cost(more: dict[str, Any], calls: int) -> None:
    """Each further call for one answer reads the question once more, and all the answers before."""
    read = asked_tokens([HELLO], more.get("schema"), more.get("tools", ()))
    could = 0.001 * calls * (read + 100 + (calls - 1) * 100)
    inner = Billing(["a"])
    with pytest.raises(ProviderError, match="limit"):
        CostingModel(inner, Price(0.001, 0.001), most=could - 0.0001).reply([HELLO], most_tokens=100, **more)
    assert inner.heard == []
    CostingModel(inner, Price(0.001, 0.001), most=could + 0.0001).reply([HELLO], most_tokens=100, **more)
    assert inner.bounds == [100]


def test_what_another_model_of_the_run_spent_counts() -> None:
    with pytest.raises(ProviderError, match=r"\$3\.00 are spent"):
        CostingModel(Billing(["a"]), Price(0.001, 0.002), most=3.5, before=3.0).reply([HELLO])


def test_a_cost_that_the_client_knows_is_left_as_it_is() -> None:
    model = CostingModel(ScriptedModel(["a"]), Price(1.0, 1.0))
    assert (model.reply([HELLO]).usage.cost, model.spent.cost) == (0.0, 0.0)


def test_a_limit_needs_a_price() -> None:
    inner = Billing(["a"])
    with pytest.raises(ProviderError, match="no price is known") as caught:
        CostingModel(inner, None, most=1.0).reply([HELLO])
    assert "llm.input_price" in caught.value.hint
    assert inner.heard == []


def test_what_is_free_meets_any_limit() -> None:
    inner = Billing(["a"])
    model = CostingModel(inner, Price(0.0, 0.0), most=0.000001)
    assert model.reply([HELLO]).usage.cost == 0.0
    assert inner.bounds == [None]


def test_where_a_price_comes_from() -> None:
    assert price_for((1.0, 2.0), False, 0.0, 0.0) == (1.0, 2.0)
    assert price_for((1.0, 2.0), False, 3.0, 6.0) == pytest.approx((3e-6, 6e-6))
    assert price_for((1.0, 2.0), False, 3.0, 0.0) == pytest.approx((3e-6, 0.0))
    assert price_for((1.0, 2.0), False, 0.0, 6.0) == pytest.approx((0.0, 6e-6))
    assert price_for(None, True, 0.0, 0.0) == (0.0, 0.0)
    assert price_for(None, False, 0.0, 0.0) is None


def test_litellms_prices_are_read_without_it() -> None:
    from careercraft.llm.options import ModelOptions

    read, written = prices.price(ModelOptions(name="openai/gpt-4o-mini")) or (0.0, 0.0)
    assert 0 < read < written < 0.001


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0.0, "$0.00"), (0.00001, "under $0.0001"), (0.0042, "$0.0042"), (1.2, "$1.20"), (1234.5, "$1234.50")],
)
def test_amounts(amount: float, words: str) -> None:
    assert dollars(amount) == words


def test_a_line_for_a_person() -> None:
    usage = Usage(calls=4, input_tokens=4_120, output_tokens=310, cost=0.0012, cached=1, estimated=True)
    assert told(usage) == "3 calls, about 4,120 tokens in, 310 out, $0.0012; 1 from the cache"


def test_what_is_asked_is_rather_counted_too_long() -> None:
    """Against the tokenizer of OpenAI's models, which litellm brings along."""
    from careercraft.llm.calls import prepare

    text = "The pipelines load 14 files a night (3.5 TB) into Redshift; see https://x.example/a?b=1. " * 20
    counted = prepare().token_counter(model="openai/gpt-4o", text=text)
    assert counted <= asked_tokens([ChatMessage(role="user", content=text)]) <= 2 * counted
    plain = asked_tokens([HELLO])
    call = ToolCall(id="1", name="f", arguments={"a": "b"})
    assert plain < asked_tokens([structs.replace(HELLO, tool_calls=(call,))])
    assert plain < asked_tokens([HELLO], {"type": "object", "properties": {"a": {"type": "string"}}})
    assert plain < asked_tokens([HELLO], None, [ToolSpec(name="f", description="looks", parameters={})])


def settings_for(server: ScriptedServer, **more: Any) -> Llm:
    prices_of_mine: dict[str, Any] = {"input_price": 1_000.0, "output_price": 2_000.0, "cache": False}
    return Llm(model="openai/x", base_url=server.url, **{**prices_of_mine, **more})


def test_over_http_the_limit_stops_the_second_call(server: ScriptedServer) -> None:
    server.always = answer("Hello.", usage=(1_000, 500))  # $2.00
    model = open_model(settings_for(server, max_cost=2.5))
    assert model.reply([HELLO], most_tokens=300).usage.cost == pytest.approx(2.0)
    assert model.spent.cost == pytest.approx(2.0)
    with pytest.raises(ProviderError, match="cost limit"):
        model.reply([HELLO], most_tokens=300)
    assert len(server.chats) == 1
    assert server.chats[0].body["max_tokens"] == 300


def test_a_cached_answer_passes_the_limit(server: ScriptedServer) -> None:
    server.then(answer("Hello.", usage=(1_000, 500)))
    settings = settings_for(server, max_cost=2.5, cache=True)
    model = open_model(settings)
    model.reply([HELLO], most_tokens=300)
    assert model.reply([HELLO], most_tokens=300).text == "Hello."
    assert (model.spent.calls, model.spent.cached) == (2, 1)
    assert model.spent.cost == pytest.approx(2.0)


def test_calls_that_were_mended_are_paid_too(server: ScriptedServer) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}
    server.then(answer("no JSON", usage=(100, 10)), answer(data={"a": 1}, usage=(200, 10)))
    model = open_model(settings_for(server))
    reply = model.reply([HELLO], schema=schema)
    assert reply.data == {"a": 1}
    assert reply.usage.calls == len(server.chats) == 2
    assert model.spent.input_tokens == 300


def test_tokens_are_estimated_where_the_provider_tells_none(server: ScriptedServer) -> None:
    server.then(answer("Hello there, all of you.", usage=None))
    usage = open_model(settings_for(server)).reply([HELLO]).usage
    assert usage.estimated
    assert 5 < usage.input_tokens < 60
    assert 3 < usage.output_tokens < 30


def test_a_call_that_failed_costs_nothing(server: ScriptedServer) -> None:
    server.then(status(400, "no"), raw(b""))
    model = open_model(settings_for(server), patience=QUIET)
    for _ in range(2):
        with pytest.raises(ProviderError):
            model.reply([HELLO])
    assert not model.spent.cost
