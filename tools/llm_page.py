"""What docs/ shows of models and no command prints by itself: the screen of a check, faults, reasons."""

from __future__ import annotations

import os
import tempfile
from itertools import chain, count
from unittest.mock import patch

_MODEL = "ollama/llama3.2"
_PACE = 0.16
"""Seconds between two pieces, on a clock that only goes on when somebody looks at it."""


class _Slots(dict[str, str]):
    """Of a message: what isn't told otherwise stands in capitals."""

    def __missing__(self, name: str) -> str:
        return name.upper()


_SLOTS = _Slots(status="", wait="a moment", seconds="60", place="SERVER", bare="NAME", name="MODEL")


def check_screen() -> str:
    """`careercraft llm check` of a model that can everything: the scripted server of the tests in Ollama's form."""
    from careercraft.cli import llm
    from careercraft.llm.check import check_model
    from careercraft.model.setting_groups import Llm
    from tests.llm.dialects import ollama
    from tests.llm.server import Request, ScriptedServer, Step, by

    def able(request: Request) -> Step:
        if request.body.get("tools"):
            return ollama(tool=("readiness", {"run": 3}), usage=(96, 18))
        if request.body.get("format"):
            return ollama('{"city": "Paris", "letters": 5}', usage=(48, 12))
        if request.streams:
            return ollama(", ".join(map(str, range(1, 61))), usage=(38, 119))
        return ollama("ready", usage=(32, 2))

    times = chain((0.0, 0.8), (_PACE * step for step in count(10)))
    with ScriptedServer(always=by(able)) as server, tempfile.TemporaryDirectory() as home:
        address = server.origin.replace("127.0.0.1", "localhost")
        kept = {name: value for name, value in os.environ.items() if not name.upper().endswith("_PROXY")}
        found = {**kept, "CAREERCRAFT_HOME": home, "OLLAMA_API_BASE": address}
        found.pop("OLLAMA_API_KEY", None)
        with patch.dict(os.environ, found, clear=True):
            checks = check_model(Llm(model=_MODEL), lambda: next(times))
            screen = llm._as_lines(_MODEL, checks)
    return f"```text\n$ careercraft llm check {_MODEL}\n{screen}```\n"


def faults_table() -> str:
    """Every failure of a provider as it is told, and the hint that stands below it."""
    from careercraft.llm.faults import _WORDS

    rows = [f"| {_filled(message)} | {_filled(hint)} |" for message, hint in _WORDS.values()]
    return "\n".join(["| It says | What helps |", "|---|---|", *rows]) + "\n"


def dropped_table() -> str:
    """Why a proposal is thrown away, and why a sentence is: the words of the contract beside those of a report."""
    from careercraft.render.build_proposals import _DROPPED
    from careercraft.score.prose_words import _KINDS, _OTHER

    both = {"proposal": _DROPPED, "sentence": _KINDS}
    rows = [f"| {of} | `{word}` | {told} |" for of, all_of in both.items() for word, told in all_of.items()]
    last = f"| sentence | any other | {_OTHER} |"
    return "\n".join(["| Of a | Reason | In a report |", "|---|---|---|", *rows, last]) + "\n"


def _filled(words: str) -> str:
    return words.format_map(_SLOTS).replace("|", "\\|")


MADE = {"a check": check_screen, "the faults": faults_table, "what is dropped": dropped_table}
"""By the name in `<!-- made: NAME -->`."""
