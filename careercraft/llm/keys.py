"""Where a provider's key is found: the environment under the provider's own names, then the system's keyring.

A key is handed to the provider's client and to nobody else. It stands in a `Secret`, whose `repr` doesn't show it, so
that no report, log or exception text can hold it by accident; `scrubbed` takes it out of texts that came from outside.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from careercraft.errors import ConfigError, UsageError

SERVICE = "careercraft"
"""What the keys are kept under in the system's keyring; the user name is the provider's."""
MASK = "[key]"
KeyState = Literal["environment", "keyring", "not needed", "missing"]

OWN_VARIABLE = "CAREERCRAFT_LLM_KEY"
"""Of a server that is named by its address."""
_VARIABLES: dict[str, tuple[str, ...]] = {
    "gemini": ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
    "together_ai": ("TOGETHERAI_API_KEY", "TOGETHER_AI_API_KEY", "TOGETHER_API_KEY"),
    "huggingface": ("HUGGINGFACE_API_KEY", "HF_TOKEN"),
    "fireworks_ai": ("FIREWORKS_AI_API_KEY", "FIREWORKS_API_KEY"),
    "perplexity": ("PERPLEXITYAI_API_KEY", "PERPLEXITY_API_KEY"),
    "cohere": ("COHERE_API_KEY", "CO_API_KEY"),
    "cohere_chat": ("COHERE_API_KEY", "CO_API_KEY"),
    "text-completion-openai": ("OPENAI_API_KEY",),
    "openai": ("OPENAI_API_KEY",),
    "custom_openai": ("OPENAI_API_KEY",),
    "ollama_chat": ("OLLAMA_API_KEY",),
    "openai_like": ("OPENAI_LIKE_API_KEY",),
    "github": ("GITHUB_API_KEY", "GITHUB_TOKEN"),
    "watsonx": ("WATSONX_APIKEY", "WATSONX_API_KEY", "WX_API_KEY"),
}
"""litellm's own names where they aren't the provider's in capitals and _API_KEY."""
_OWN_WAYS = frozenset(
    ("bedrock", "bedrock_converse", "sagemaker", "sagemaker_chat", "vertex_ai", "vertex_ai_beta")
)
"""They sign in by files and variables of their own, which litellm reads."""
_NEED_NONE = frozenset(
    ("ollama", "ollama_chat", "lm_studio", "llamafile", "hosted_vllm", "vllm", "xinference", "oobabooga")
)
_BARE = {"gpt": "openai", "o1": "openai", "o3": "openai", "o4": "openai", "chatgpt": "openai", "claude": "anthropic",
         "gemini": "gemini", "command": "cohere", "mistral": "mistral", "deepseek": "deepseek"}  # fmt: skip
"""What a name without a provider begins with."""
_PROVIDER = re.compile(r"[a-z0-9][a-z0-9_.-]{0,60}")
SHORTEST = 6
"""Characters from which on a value is taken out of texts: "none" or "x" is no secret and stands in any sentence."""
_LIKE_KEYS = re.compile(
    r"(?<![A-Za-z0-9])(?:sk|pk|rk|gsk|xai|hf|pplx|r8|nvapi|fw|csk|ghp|github_pat)[-_](?=[\w-]*\d)[\w-]{16,}"
    r"|AIza[\w-]{20,}|(?<=Bearer )[^\s\"',;]+"
)


class Secret:
    """A key. Only `reveal()` shows it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return f"Secret({MASK})"

    __str__ = __repr__

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a key is not written anywhere")


class FoundKey(NamedTuple):
    state: KeyState
    place: str
    """The variable's name, or what the keyring calls itself; where one is missing, the variable to set."""
    secret: Secret | None = None


def provider_of(model: str) -> str:
    """`ollama` of `ollama/llama3.2`; a name without a provider is told by how it begins, as litellm does."""
    provider, slash, _ = model.partition("/")
    if slash:
        return provider.lower()
    begin = re.match(r"[a-z]+\d?", model.lower())
    word = begin[0] if begin else ""
    return _BARE.get(word) or _BARE.get(word.rstrip("0123456789")) or "openai"


def names_known(model: str) -> bool:
    """Whether a name without a provider tells it by how it begins, or one with a provider names one of ours."""
    provider, slash, _ = model.lower().partition("/")
    if slash:
        return provider in {*_VARIABLES, *_OWN_WAYS, *_NEED_NONE}
    begin = re.match(r"[a-z]+", model.lower())
    return bool(begin and (begin[0] in _BARE or re.match(r"o[134]\b", model.lower())))


def variables_of(provider: str) -> tuple[str, ...]:
    """Where litellm looks for this provider's key, the first one first."""
    return _VARIABLES.get(provider) or (f"{re.sub('[^A-Z0-9]', '_', provider.upper())}_API_KEY",)


def find_key(model: str, base_url: str = "", environ: Mapping[str, str] | None = None) -> FoundKey:
    """The key for this model. A broken keyring counts as an empty one: the environment always works.

    A server that is named by its address (`base_url`) gets no provider's key, which may not be meant for it, but the
    one in CAREERCRAFT_LLM_KEY or in the keyring under its host's name; nothing is missing where there is none.
    """
    environ = os.environ if environ is None else environ
    owner = (urlsplit(base_url).hostname or "server") if base_url else provider_of(model)
    names = (OWN_VARIABLE,) if base_url else variables_of(owner)
    for name in names:
        if value := environ.get(name, "").strip():
            return FoundKey("environment", name, Secret(value))
    if kept := _from_keyring(owner):
        return FoundKey("keyring", f"the system's keyring ({SERVICE}, {owner})", Secret(kept))
    needed = not base_url and owner not in _NEED_NONE and owner not in _OWN_WAYS
    return FoundKey("missing" if needed else "not needed", names[0])


def keep_key(provider: str, value: str) -> str:
    """Puts it into the system's keyring, in place of an older one; returns the keyring's name.

    `provider`: as litellm calls it, or the host of a server that is named by its address.
    Raises UsageError for what can't be a key, ConfigError where the system has no keyring that can be used.
    """
    provider = checked_provider(provider)
    value = value.strip()
    if len(value) < SHORTEST or not value.isprintable() or any(char.isspace() for char in value):
        raise UsageError("that is no key: keys have no spaces and at least 6 characters", "copy it once more")
    keyring, errors = _keyring()
    try:
        keyring.set_password(SERVICE, provider, value)
        name = str(keyring.get_keyring().name)
    except errors as error:
        raise _no_keyring(provider) from _bare(error)
    return name


def drop_key(provider: str) -> bool:
    """Whether there was one. Raises UsageError, ConfigError as `keep_key`."""
    provider = checked_provider(provider)
    keyring, errors = _keyring()
    try:
        if keyring.get_password(SERVICE, provider) is None:
            return False
        keyring.delete_password(SERVICE, provider)
    except errors as error:
        raise _no_keyring(provider) from _bare(error)
    return True


def checked_provider(provider: str) -> str:
    """Raises UsageError where the word can't name one; a key given in its place isn't repeated."""
    word = provider.strip().lower()
    if not _PROVIDER.fullmatch(word) or looks_like_key(provider):
        raise UsageError(
            "that is no provider's name",
            "as litellm calls it, openai or anthropic; or the host of your own server",
        )
    return word


def looks_like_key(text: str) -> bool:
    return bool(_LIKE_KEYS.search(text))


def scrubbed(text: str, secrets: Iterable[Secret | None] = ()) -> str:
    """`text` without these keys and without what looks like one: providers quote keys in their messages."""
    for secret in secrets:
        if secret is not None and len(secret.reveal()) >= SHORTEST:
            text = text.replace(secret.reveal(), MASK)
    return _LIKE_KEYS.sub(MASK, text)


def _from_keyring(provider: str) -> str:
    try:
        keyring, errors = _keyring()
    except ConfigError:
        return ""
    try:
        return (keyring.get_password(SERVICE, provider) or "").strip()
    except errors:
        return ""


def _keyring() -> tuple[ModuleType, tuple[type[Exception], ...]]:
    """(the library, what it raises). It is loaded here only: looking for backends takes time."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise ConfigError(
            "keys can't be kept here: the library keyring is not installed",
            "pip install keyring, or set the provider's variable, as OPENAI_API_KEY",
        ) from None
    return keyring, (KeyringError, OSError, RuntimeError)


def _no_keyring(provider: str) -> ConfigError:
    return ConfigError(
        "this system has no keyring that can be used", f"set the variable {variables_of(provider)[0]} instead"
    )


def _bare(error: BaseException) -> BaseException | None:
    """Backends put what they were given into their messages: the cause is told by its class alone."""
    return RuntimeError(type(error).__name__)
