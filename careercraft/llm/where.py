"""Where the text of a request would go: to this machine, or to whose server."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from careercraft.errors import ConfigError
from careercraft.llm.keys import looks_like_key, provider_of

_ON_THIS_MACHINE = {
    "ollama": "http://localhost:11434",
    "ollama_chat": "http://localhost:11434",
    "llamafile": "http://127.0.0.1:8080",
}
"""Where litellm looks for them when nobody says otherwise."""
_TOLD_WHERE = {"lm_studio": "http://localhost:1234/v1"}
"""Servers on this machine that litellm must be told of: else it takes them for OpenAI's, and sends the text there."""
_VARIABLES = {
    "openai": ("OPENAI_BASE_URL", "OPENAI_API_BASE"),
    "anthropic": ("ANTHROPIC_API_BASE", "ANTHROPIC_BASE_URL"),
    "ollama": ("OLLAMA_API_BASE",),
    "ollama_chat": ("OLLAMA_API_BASE",),
    "lm_studio": ("LM_STUDIO_API_BASE",),
    "llamafile": ("LLAMAFILE_API_BASE",),
    "hosted_vllm": ("HOSTED_VLLM_API_BASE",),
    "gemini": ("GEMINI_API_BASE",),
    "groq": ("GROQ_API_BASE",),
    "deepseek": ("DEEPSEEK_API_BASE",),
    "openrouter": ("OPENROUTER_API_BASE",),
    "xai": ("XAI_API_BASE",),
    "azure": ("AZURE_API_BASE", "AZURE_OPENAI_ENDPOINT"),
    "azure_ai": ("AZURE_AI_API_BASE",),
}
"""Of an address, as litellm obeys them, seen by trying; it does not obey others, whatever they say."""
_OBEYS_ADDRESS = frozenset(_VARIABLES) | frozenset(
    ("custom_openai", "text-completion-openai", "mistral", "litellm_proxy", "xinference", "docker_model_runner",
     "azure", "together_ai", "cohere", "perplexity", "fireworks_ai")
)  # fmt: skip
"""Providers whose calls litellm sends to a base URL, seen by trying; replicate's go to replicate all the same."""
_PROXIES = frozenset(("http_proxy", "https_proxy", "all_proxy"))
_HOSTS = {
    "openai": "api.openai.com",
    "lm_studio": "api.openai.com",
    "hosted_vllm": "api.openai.com",
    "anthropic": "api.anthropic.com",
    "gemini": "generativelanguage.googleapis.com",
    "groq": "api.groq.com",
    "mistral": "api.mistral.ai",
    "openrouter": "openrouter.ai",
    "deepseek": "api.deepseek.com",
}


_NO_PLACE = frozenset(("azure", "azure_ai", "hosted_vllm"))
"""Each customer's server has an address of its own; without one litellm sends the last one's text to OpenAI."""


class Place(NamedTuple):
    host: str
    """Of the server, or the provider's name where that is all one knows."""
    local: bool
    """On this machine, and handed on to no other as far as one can tell."""
    note: str = ""
    """Why a server on this machine isn't local after all."""
    server: str = ""
    """The host that requests name; empty where litellm alone knows it."""

    @property
    def words(self) -> str:
        return f"{self.host} ({self.note})" if self.note else self.host


def place_of(model: str, base_url: str = "", environ: Mapping[str, str] | None = None) -> Place:
    """Never says `local` where it can't tell. Raises ConfigError for an address that is none, or that holds a key."""
    environ = os.environ if environ is None else environ
    provider = provider_of(model)
    if base_url:
        host_of(base_url)
    if provider not in _OBEYS_ADDRESS:
        note = "it takes no address: openai/NAME is the way to a server of your own" if base_url else ""
        return Place(_HOSTS.get(provider, provider), False, note, _HOSTS.get(provider, ""))
    url = url_of(model, base_url, environ)
    if not url:
        return Place(_HOSTS.get(provider, provider), False, server=_HOSTS.get(provider, ""))
    host = host_of(url)
    if not is_this_machine(host):
        return Place(host, False, server=host)
    if provider.startswith("ollama") and model.lower().endswith("cloud"):
        return Place("ollama.com", False, f"{host} hands a cloud model on", host)
    proxy = _proxy_for(url, host, environ)
    if proxy:
        return Place(proxy, False, f"the proxy stands before {host}; NO_PROXY={host} goes around it", host)
    return Place(host, True, server=host)


def url_of(model: str, base_url: str = "", environ: Mapping[str, str] | None = None) -> str:
    """Of the server, as the person or a variable names it, or where it is by itself; empty for the provider's own."""
    environ = os.environ if environ is None else environ
    provider = provider_of(model)
    return base_url or _from_variables(provider, environ) or _ON_THIS_MACHINE.get(provider, "")


def host_of(url: str) -> str:
    """Raises ConfigError, without the address where it may hold a password or a key."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018  # raises for what is no port
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in {"http", "https"} or not host:
        raise ConfigError(
            "the model's base URL is no address", "write it as http://localhost:1234/v1 (llm.base_url)"
        )
    if parts.username or parts.password or parts.query or parts.fragment or looks_like_key(url):
        raise ConfigError(
            "the model's base URL holds a user, a password or a query",
            "give the bare address; keys come from the environment or `careercraft llm key set`",
        )
    return host.lower().rstrip(".")


def is_this_machine(host: str) -> bool:
    """Loopback by its number or by a name that must mean it (RFC 6761). Other names are not looked up."""
    name = host.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return address.is_loopback or address.is_unspecified or bool(mapped and mapped.is_loopback)


def takes_address(provider: str) -> bool:
    """Whether litellm obeys a base URL for it."""
    return provider in _OBEYS_ADDRESS


def lacks_address(model: str, base_url: str, environ: Mapping[str, str] | None = None) -> bool:
    """Whether nobody can say where this model is."""
    provider = provider_of(model)
    environ = os.environ if environ is None else environ
    return provider in _NO_PLACE and not base_url and not _from_variables(provider, environ)


def address_for(model: str, base_url: str, environ: Mapping[str, str] | None = None) -> str:
    """The base URL that litellm must be given; empty where it finds the server by itself."""
    environ = os.environ if environ is None else environ
    provider = provider_of(model)
    if base_url or _from_variables(provider, environ):
        return base_url
    return _TOLD_WHERE.get(provider, "")


def _from_variables(provider: str, environ: Mapping[str, str]) -> str:
    return next(
        (value for name in _VARIABLES.get(provider, ()) if (value := environ.get(name, "").strip())), ""
    )


def proxies(environ: Mapping[str, str] | None = None) -> frozenset[str]:
    """The hosts of all proxies that the variables name."""
    environ = os.environ if environ is None else environ
    found = (value for name, value in environ.items() if name.lower() in _PROXIES and value)
    return frozenset(_host_of_proxy(value).lower() for value in found)


def _proxy_for(url: str, host: str, environ: Mapping[str, str]) -> str:
    """The host of the proxy that a request to `url` would take, as the HTTP library reads the variables."""
    scheme = urlsplit(url).scheme
    names = (f"{scheme}_proxy", "all_proxy")
    found = next((environ[n] for name in names for n in (name, name.upper()) if environ.get(n)), "")
    if not found:
        return ""
    around = f"{environ.get('no_proxy', '')},{environ.get('NO_PROXY', '')}".lower().split(",")
    names_around = {name.strip().lstrip(".") for name in around}
    if "*" in names_around or any(
        name and (host == name or host.endswith(f".{name}")) for name in names_around
    ):
        return ""
    return _host_of_proxy(found)


def _host_of_proxy(value: str) -> str:
    return urlsplit(value if "//" in value else f"//{value}").hostname or "a proxy"
