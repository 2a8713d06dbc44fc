"""A model as a command uses it: the client with everything that stands guard around it, in one place.

From outside in: stand-ins for names, answers from the disk, the cost limit, consent, the provider. So a cached answer
needs no consent and costs nothing, and what is kept on disk holds stand-ins where they were asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import structs

from careercraft.errors import CareerCraftError
from careercraft.llm import prices
from careercraft.llm.around import Around
from careercraft.llm.cache import CachingModel
from careercraft.llm.client import LiteLLMModel
from careercraft.llm.consent import Consent, ConsentingModel
from careercraft.llm.cost import CostingModel, Price, price_for
from careercraft.llm.keyless import KeylessModel
from careercraft.llm.keys import Secret, scrubbed
from careercraft.llm.options import ModelOptions, options_of
from careercraft.llm.redact import Redactor
from careercraft.llm.redacting import RedactingModel
from careercraft.llm.retries import Patience
from careercraft.llm.where import address_for, place_of, url_of
from careercraft.model.chat import ChatMessage, ChatModel, Reply, ToolSpec
from careercraft.model.setting_groups import Llm


class GuardedModel(Around):
    """Implements `model.chat.ChatModel`."""

    def __init__(
        self, client: LiteLLMModel, consenting: ConsentingModel, outer: ChatModel, redactor: Redactor | None
    ) -> None:
        super().__init__(outer)
        self._client, self._consenting, self._redactor = client, consenting, redactor

    @property
    def written(self) -> str:
        """The text of the last answer, also where it was interrupted or broke off."""
        text = scrubbed(self._client.written, [self._client.options.key])
        return self._redactor.restored(text) if self._redactor else text

    def reply(
        self,
        messages: Sequence[ChatMessage],
        *,
        schema: dict[str, Any] | None = None,
        tools: Sequence[ToolSpec] = (),
        on_text: Callable[[str], None] | None = None,
        most_tokens: int | None = None,
    ) -> Reply:
        """Raises ProviderError; no key stands in it."""
        try:
            return self._inner.reply(
                messages, schema=schema, tools=tools, on_text=on_text, most_tokens=most_tokens
            )
        except CareerCraftError as error:
            secrets: list[Secret | None] = [self._client.options.key]
            message, hint = scrubbed(error.message, secrets), scrubbed(error.hint, secrets)
            if (message, hint) == (error.message, error.hint):
                raise
            raise type(error)(message, hint) from None

    def settle(self) -> None:
        """Gets the person's consent now, where it is needed. Raises ProviderError where there is none."""
        self._consenting.settle()

    def warm(self) -> None:
        """Loads what takes seconds: for a thread beside a prompt that waits."""
        self._client.warm()


def open_model(
    settings: Llm,
    *,
    consent: Consent | None = None,
    redactor: Redactor | None = None,
    patience: Patience | None = None,
    before: float = 0.0,
) -> GuardedModel:
    """The model that the settings name. Nothing is sent yet, and litellm isn't loaded.

    `redactor` must be given where the settings say `redact`; `before` are US dollars that the run has spent already.
    Raises ConfigError where no model is named or its address is none.
    """
    settings = structs.replace(settings, base_url=address_for(settings.model.strip(), settings.base_url))
    options = options_of(settings)
    client = LiteLLMModel(options, patience)
    consent = consent or Consent(grant="setting" if settings.consent else "", own_hosts=settings.own_hosts)
    place = place_of(options.name, options.base_url)
    keyless = KeylessModel(client, options.key)
    consenting = ConsentingModel(keyless, place, consent, settings.redact, client.ready)
    outer: ChatModel = CostingModel(consenting, _price(settings, options), settings.max_cost, before)
    if settings.cache:
        outer = CachingModel(outer, url_of(options.name, options.base_url))
    if settings.redact:
        if redactor is None:
            raise ValueError("llm.redact needs a redactor: `redactor_for(resume, texts)`")
        outer = RedactingModel(outer, redactor)
    return GuardedModel(client, consenting, outer, redactor if settings.redact else None)


def _price(settings: Llm, options: ModelOptions) -> Price | None:
    return price_for(prices.price(options), options.local, settings.input_price, settings.output_price)
