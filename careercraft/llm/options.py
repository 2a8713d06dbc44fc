"""What a call needs to know: the model's name, where it is, and how long and how much is waited for."""

from __future__ import annotations

from msgspec import Struct

from careercraft.errors import ConfigError
from careercraft.llm.keys import KeyState, Secret, find_key, names_known, provider_of
from careercraft.llm.where import lacks_address, place_of, takes_address
from careercraft.model.setting_groups import Llm

_SLOW = 5
"""Times the timeout: a model on this machine may read a long prompt for minutes before its first word."""
_WHOLE_LOCAL, _WHOLE = 10, 3
"""Times the timeout: an answer that isn't streamed gives no sign of life until it is all written."""


class ModelOptions(Struct, frozen=True, kw_only=True):
    """Times are in seconds. Its `repr` doesn't show the key: a Secret keeps it."""

    name: str
    """As litellm names it: `ollama/llama3.2`, `openai/gpt-4o-mini`."""
    base_url: str = ""
    """Of an OpenAI-compatible server, or where the provider's own server is."""
    key: Secret | None = None
    variable: str = ""
    """Where a key is missing: the variable to set."""
    names_provider: bool = True
    """False of `llama3.2`: it may be anybody's."""
    lacks_address: bool = False
    """It has no server of its own, and none was named."""
    local: bool = False
    """No text leaves this machine."""
    server: str = ""
    """The host that the person is told of: no request may name another. Empty where it isn't known beforehand."""
    context_tokens: int = 0
    """0: as the price list says, or a careful guess."""
    connect_seconds: float = 10.0
    first_seconds: float = 60.0
    """Until a stream begins."""
    idle_seconds: float = 60.0
    """Between two pieces of a stream."""
    whole_seconds: float = 600.0
    """Until an answer that isn't streamed is there; a stream as a whole may take six times that."""
    tries: int = 4
    """Calls in all where the provider is busy or failing; at least 1."""
    most_characters: int = 400_000
    """Of an answer. What is longer is cut off and refused."""

    @property
    def provider(self) -> str:
        return provider_of(self.name)


def options_of(settings: Llm) -> ModelOptions:
    """With the key, wherever it is. Raises ConfigError where no model is named or the address is none."""
    if not settings.model.strip():
        raise ConfigError("no model is named", "give --llm ollama/llama3.2, or set llm.model")
    name = settings.model.strip()
    if name.strip("/") and name.endswith("/"):
        raise ConfigError(f"{name} names a provider and no model", f"add its name, as {name}NAME")
    found = find_key(name, settings.base_url)
    place = place_of(name, settings.base_url)
    local = place.local
    return ModelOptions(
        name=name,
        base_url=settings.base_url,
        names_provider=bool(settings.base_url) or _names_provider(name, found.state),
        lacks_address=lacks_address(name, settings.base_url),
        key=found.secret,
        variable=found.place if found.state == "missing" else "",
        local=local,
        server=place.server,
        context_tokens=settings.context,
        connect_seconds=min(10.0, settings.timeout),
        first_seconds=settings.timeout * (_SLOW if local else 1),
        idle_seconds=settings.timeout,
        whole_seconds=settings.timeout * (_WHOLE_LOCAL if local else _WHOLE),
    )


def _names_provider(name: str, key: KeyState) -> bool:
    """Whether litellm may know it; of one with a key litellm itself decides."""
    from careercraft.llm import prices

    if names_known(name):
        return True
    provider = provider_of(name)
    known = key != "missing" or takes_address(provider) or provider in prices.providers()
    return "/" in name and bool(provider) and known
