"""No text leaves this machine before the person said that it may.

The answer is kept for each host, in a file beside the settings. Servers on this machine, and hosts that the setting
`llm.own_hosts` names, need none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from careercraft import paths
from careercraft.errors import ProviderError, StorageError
from careercraft.llm.around import Around
from careercraft.llm.where import Place
from careercraft.model.chat import ChatMessage, ChatModel, Reply, ToolSpec

Grant = Literal["", "flag", "setting"]
"""How it was given without a question: --yes, llm.consent, or not at all."""


class Asked(Struct, frozen=True, kw_only=True):
    """What a person is asked, or told."""

    model: str
    host: str
    redacted: bool

    @property
    def line(self) -> str:
        return f"{self.clause[0].upper()}{self.clause[1:]}."

    @property
    def clause(self) -> str:
        """The same within a sentence."""
        what = "text of your resume and of the posting"
        hidden = ", with stand-ins for names, employers, schools and contact data," if self.redacted else ""
        return f"{what}{hidden} would go to {self.host} ({self.model})"


class Consent(Struct, frozen=True, kw_only=True):
    """What is needed to get a person's consent. Neither function is called where none is needed."""

    grant: Grant = ""
    ask: Callable[[Asked], bool] | None = None
    """None: nobody can be asked."""
    tell: Callable[[Asked], None] | None = None
    """Of a consent by flag: the line that stands in the log of a script."""
    own_hosts: tuple[str, ...] = ()


class ConsentingModel(Around):
    """Lets no call through before there is consent for its host. It is settled once for a session."""

    def __init__(
        self,
        inner: ChatModel,
        place: Place,
        consent: Consent,
        redacted: bool,
        ready: Callable[[], None] = lambda: None,
    ) -> None:
        """`ready` raises ProviderError where no call could be made anyway: then nobody is asked."""
        super().__init__(inner)
        self._place, self._consent, self._ready = place, consent, ready
        self._asked = Asked(model=inner.traits.name, host=place.words, redacted=redacted)
        self._settled = False

    def reply(
        self,
        messages: Sequence[ChatMessage],
        *,
        schema: dict[str, Any] | None = None,
        tools: Sequence[ToolSpec] = (),
        on_text: Callable[[str], None] | None = None,
        most_tokens: int | None = None,
    ) -> Reply:
        self.settle()
        return self._inner.reply(
            messages, schema=schema, tools=tools, on_text=on_text, most_tokens=most_tokens
        )

    def settle(self) -> None:
        """Asks now, where it must be asked at all. Raises ProviderError where there is no consent."""
        if self._settled or not self._needed():
            self._settled = True
            return
        self._ready()
        grant, ask, tell = self._consent.grant, self._consent.ask, self._consent.tell
        if grant:
            if grant == "flag" and tell:
                tell(self._asked)
        elif ask is None:
            raise ProviderError(
                f"{self._asked.clause}, and nobody has agreed to that: nothing was sent",
                "--yes agrees for one run, `llm.consent: true` in the config for all; or name a local model",
            )
        elif not ask(self._asked):
            raise ProviderError(
                f"nothing was sent to {self._place.host}",
                "--redact hides who you are; a local model, as ollama/llama3.2, sends nothing",
            )
        else:
            remember(self._place.host)
        self._settled = True

    def _needed(self) -> bool:
        """Both the address and the client must say that the server is on this machine."""
        if self._place.local and self._inner.traits.local:
            return False
        own = {host.lower() for host in self._consent.own_hosts}
        return self._place.host not in own and self._place.host not in remembered()


def consent_file() -> Path:
    return paths.config_file().parent / "llm-consent.json"


def remembered() -> list[str]:
    """The hosts that were agreed to, sorted. A file that can't be read agrees to nothing."""
    try:
        hosts = msgspec.json.decode(consent_file().read_bytes(), type=dict[str, bool])
    except (OSError, msgspec.MsgspecError):
        return []
    return sorted(host for host, agreed in hosts.items() if agreed)


def remember(host: str) -> None:
    """Raises StorageError."""
    _write(sorted({*remembered(), host}))


def forget(host: str = "") -> list[str]:
    """The hosts that are no longer agreed to: this one, or all of them. Raises StorageError."""
    known = remembered()
    gone = [name for name in known if not host or name == host]
    if gone:
        _write([name for name in known if name not in gone])
    return gone


def _write(hosts: list[str]) -> None:
    file = consent_file()
    try:
        paths.replace_file(file, msgspec.json.encode(dict.fromkeys(hosts, True)) + b"\n")
    except OSError as error:
        raise StorageError(
            f"{file} can't be written: {error.strerror}", "--yes agrees for one run without it"
        ) from error
