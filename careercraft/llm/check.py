"""Whether a model can be used: one small call for each thing that is wanted of it. No text of a person is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

from msgspec import Struct, structs

from careercraft.errors import ProviderError
from careercraft.llm import prices, traits
from careercraft.llm.calls import missing_of
from careercraft.llm.clean import shortened
from careercraft.llm.client import LiteLLMModel
from careercraft.llm.consent import remembered
from careercraft.llm.cost import price_for
from careercraft.llm.faults import Fault, told
from careercraft.llm.keys import find_key, scrubbed
from careercraft.llm.options import ModelOptions, options_of
from careercraft.llm.where import address_for, place_of
from careercraft.model.chat import ChatMessage, ToolSpec
from careercraft.model.setting_groups import Llm
from careercraft.score.usage_words import dollars

State = Literal["ok", "weak", "broken", "skipped"]
"""weak: it works otherwise; skipped: another check must hold first."""
_SMALL = 4_000
"""Tokens of a context under which texts are shortened often."""
_SLOW = 5.0
"""Tokens a second under which a report takes minutes."""
_MILLION = 1_000_000
_ENOUGH = 1_500
"""Tokens: a model that thinks first needs hundreds before it says a word."""
_HELLO = "Answer with the one word: ready"
_MOST_SHOWN = 40
_TO_MEASURE = 30
"""Tokens; fewer may come at one go, and tell nothing of the speed."""
_NO_ADVISER = (
    "it was asked for one word, 'ready': a model that can't keep to that is of little use as an adviser, so take a"
    " larger one"
)
_COUNT = "Count from 1 to 60 in digits, with commas between them and nothing else."
_JSON = 'Answer with a JSON object: "city" is the capital of France, "letters" is how many letters it has.'
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "letters": {"type": "integer"}},
    "required": ["city", "letters"],
    "additionalProperties": False,
}
_TOOL = ToolSpec(
    name="readiness",
    description="The readiness score of an analysis.",
    parameters={"type": "object", "properties": {"run": {"type": "integer"}}, "required": ["run"]},
)
_TOOL_QUESTION = "What is the readiness of run 3? Use the function."


class Check(Struct, frozen=True, kw_only=True):
    name: str
    state: State
    detail: str
    fix: str = ""


def check_model(
    settings: Llm, clock: Callable[[], float], telling: Callable[[str], None] = lambda name: None
) -> list[Check]:
    """In the order in which one thing needs the other. `telling` is given the name of each check before it is made.

    Raises ConfigError where no model is named or its address is none; what a provider does wrong stands in the result.
    """
    settings = structs.replace(settings, base_url=address_for(settings.model.strip(), settings.base_url))
    options = structs.replace(options_of(settings), tries=1)
    traits.forget(options)  # what was found out before may be over, as after an update of the server
    model = LiteLLMModel(options)
    checks = [_place(settings, options), _key(options)]
    calls: list[tuple[str, Callable[[], Iterator[Check]]]] = [
        ("answers", lambda: _answers(model, clock)),
        ("streams", lambda: _streams(model, clock)),
        ("JSON", lambda: _json(model)),
        ("functions", lambda: _functions(model)),
    ]
    for name, call in calls:
        if any(check.state == "broken" for check in checks[:3]):
            checks.append(Check(name=name, state="skipped", detail="-"))
            continue
        telling(name)
        try:
            checks += call()
        except ProviderError as error:
            secret = [options.key]
            detail, fix = scrubbed(error.message, secret), scrubbed(error.hint, secret)
            checks.append(Check(name=name, state="broken", detail=detail, fix=fix))
    return [*checks, _context(settings, options), _price(settings, options), _spent(model)]


def usable(checks: list[Check]) -> bool:
    return all(check.state != "broken" for check in checks)


def _place(settings: Llm, options: ModelOptions) -> Check:
    missing = missing_of(options)
    if missing and missing not in {"no key", "odd key"}:
        error = told(Fault(missing), options)
        return Check(name="server", state="broken", detail=error.message, fix=error.hint)
    place = place_of(options.name, options.base_url)
    if place.local:
        return Check(name="server", state="ok", detail=f"{place.host}, on this machine: no text leaves it")
    if settings.consent or place.host in {*settings.own_hosts, *remembered()}:
        return Check(name="server", state="ok", detail=f"{place.words}; you agreed that text goes there")
    return Check(name="server", state="ok", detail=f"{place.words}; you are asked before text goes there")


def _key(options: ModelOptions) -> Check:
    if not options.names_provider:
        return Check(name="key", state="skipped", detail="-")
    if missing_of(options) == "odd key":
        error = told(Fault("odd key"), options)
        return Check(name="key", state="broken", detail=error.message, fix=error.hint)
    found = find_key(options.name, options.base_url)
    if found.state == "missing":
        return Check(
            name="key",
            state="broken",
            detail=f"{found.place} is not set, and the keyring has none",
            fix=f"set {found.place}, or keep the key: careercraft llm key set {options.provider}",
        )
    if found.state == "not needed":
        return Check(name="key", state="ok", detail=f"none is needed; where {found.place} is set, it is sent")
    return Check(name="key", state="ok", detail=f"found in {found.place}")


def _answers(model: LiteLLMModel, clock: Callable[[], float]) -> Iterator[Check]:
    model.warm()  # its seconds are not the model's
    begin = clock()
    reply = model.reply([ChatMessage(role="user", content=_HELLO)], most_tokens=_ENOUGH)
    seconds = clock() - begin
    if reply.finish == "refusal":
        raise ProviderError(f"{model.traits.name} refuses a plain question", "take another model")
    words = " ".join(reply.text.split())
    obeys = "ready" in words.lower()
    yield Check(
        name="answers",
        state="ok" if obeys else "weak",
        detail=f'"{shortened(words, _MOST_SHOWN)}" in {seconds:.1f} s, as {reply.model}',
        fix="" if obeys else _NO_ADVISER,
    )


def _streams(model: LiteLLMModel, clock: Callable[[], float]) -> Iterator[Check]:
    times: list[float] = []
    reply = model.reply(
        [ChatMessage(role="user", content=_COUNT)],
        on_text=lambda piece: times.append(clock()),
        most_tokens=_ENOUGH,
    )
    if len(times) > 1:
        yield Check(name="streams", state="ok", detail=f"in {len(times)} pieces")
    else:
        yield Check(
            name="streams",
            state="weak",
            detail="the answer comes in one piece",
            fix="answers are there when they are whole; look whether the server or a proxy holds streams back",
        )
    seconds = times[-1] - times[0] if times else 0.0
    if seconds <= 0 or len(times) < 2 or reply.usage.output_tokens < _TO_MEASURE:
        yield Check(name="speed", state="skipped", detail="too little came to measure it")
        return
    speed = reply.usage.output_tokens * (len(times) - 1) / len(times) / seconds
    about = "about " if reply.usage.estimated else ""
    slow = speed < _SLOW
    yield Check(
        name="speed",
        state="weak" if slow else "ok",
        detail=f"{about}{speed:.0f} tokens a second"
        if speed >= 10
        else f"{about}{speed:.1f} tokens a second",
        fix="a smaller model, or one in fewer bits (q4), answers sooner" if slow else "",
    )


def _json(model: LiteLLMModel) -> Iterator[Check]:
    reply = model.reply([ChatMessage(role="user", content=_JSON)], schema=_SCHEMA, most_tokens=_ENOUGH)
    if reply.finish == "refusal" or reply.data is None:
        raise ProviderError(f"{model.traits.name} gives no JSON", "take another model for analyze --llm")
    way = "by the provider's schema" if model.traits.schema else "when asked in words, and checked here"
    yield Check(name="JSON", state="ok", detail=f"kept {way}")


def _functions(model: LiteLLMModel) -> Iterator[Check]:
    fix = "none needed: chat chooses the function by a question of its own"
    try:
        reply = model.reply(
            [ChatMessage(role="user", content=_TOOL_QUESTION)], tools=[_TOOL], most_tokens=_ENOUGH
        )
    except ProviderError:
        yield Check(name="functions", state="weak", detail="it calls none", fix=fix)
        return
    called = [call for call in reply.tool_calls if call.name == _TOOL.name]
    if called:
        yield Check(name="functions", state="ok", detail="called as asked")
    else:
        yield Check(name="functions", state="weak", detail="it answered in words instead", fix=fix)


def _context(settings: Llm, options: ModelOptions) -> Check:
    tokens = prices.context_tokens(options)
    source, fix = _known_context(settings, options)
    if not fix and tokens < _SMALL:
        fix = "long documents are put in fewer words first; a longer context keeps them whole"
    return Check(
        name="context", state="weak" if fix else "ok", detail=f"{tokens:,} tokens, {source}", fix=fix
    )


def _known_context(settings: Llm, options: ModelOptions) -> tuple[str, str]:
    """Where the size comes from, and what to do where nobody knows it."""
    if settings.context:
        return "as llm.context says", ""
    if options.provider in {"ollama", "ollama_chat"}:
        return "as Ollama is asked for (llm.context)", ""
    if prices.entry(options.name).get("max_input_tokens"):
        return "as litellm's list says", ""
    if options.local or options.base_url:
        return "a careful guess", "set llm.context to what your server was started with"
    return "a careful guess", "set llm.context to what the provider's page says of this model"


def _price(settings: Llm, options: ModelOptions) -> Check:
    price = price_for(prices.price(options), options.local, settings.input_price, settings.output_price)
    if price is None:
        fix = "set llm.input_price and llm.output_price, so that --max-cost can be kept"
        return Check(name="price", state="weak", detail="not known", fix=fix)
    if price == (0.0, 0.0):
        return Check(name="price", state="ok", detail="nothing: it runs on this machine")
    read, written = (dollars(part * _MILLION) for part in price)
    return Check(name="price", state="ok", detail=f"{read} a million tokens in, {written} out")


def _spent(model: LiteLLMModel) -> Check:
    spent = model.spent
    cost = "" if spent.cost is None else f", {dollars(spent.cost)}"
    return Check(
        name="this check",
        state="ok",
        detail=f"{spent.calls} calls, {spent.input_tokens + spent.output_tokens:,} tokens{cost}",
    )
