"""How long `careercraft chat` takes to its first prompt, over `python -c "import litellm"` in the same run.

The prompt is read from a terminal of its own, with a history of 50 analyses and a conversation of 200 questions. Both
run by turns, five times each, after one of each that doesn't count; the figures are medians.

- `prompt_ratio`: without a model; `prompt_model_ratio`: with one that is named. The bar for both is 0.6.
- `prompt_s`, `litellm_s`: seconds.
"""

from __future__ import annotations

import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

NEEDS_DATA = False
_ROOT = Path(__file__).resolve().parent.parent
_RUNS = 5
_KEPT, _QUESTIONS = 50, 200
_PROMPT = b"you>"
_PATIENCE = 60.0
_BAR = 0.6


def run(data: Path | None) -> dict[str, Any]:
    """`data` isn't looked at. Raises RuntimeError where no prompt comes."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "CAREERCRAFT_HOME": home, "TERM": "xterm-256color"}
        _fill(home, environment)
        actions: dict[str, Callable[[], float]] = {
            "prompt": lambda: _to_prompt([], environment),
            "prompt_model": lambda: _to_prompt(["--llm", "ollama/llama3.2"], environment),
            "litellm": lambda: _to_end(environment),
        }
        for action in actions.values():
            action()
        runs = [{name: action() for name, action in actions.items()} for _ in range(_RUNS)]
    median = {name: statistics.median(found[name] for found in runs) for name in actions}
    return {
        "runs_kept": _KEPT,
        "bar": _BAR,
        "prompt_s": round(median["prompt"], 3),
        "prompt_model_s": round(median["prompt_model"], 3),
        "litellm_s": round(median["litellm"], 3),
        "prompt_ratio": round(median["prompt"] / median["litellm"], 3),
        "prompt_model_ratio": round(median["prompt_model"] / median["litellm"], 3),
    }


def _fill(home: str, environment: dict[str, str]) -> None:
    """A history as of a person who used the program for a year."""
    from msgspec import structs

    from careercraft.store import open_chats, open_history

    example = [str(_ROOT / "examples/resume.pdf"), str(_ROOT / "examples/job.txt")]
    subprocess.run(
        [sys.executable, "-m", "careercraft", "analyze", *example],
        env=environment, cwd=_ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    file = next(Path(home).rglob("history.db"))
    now = "2026-11-20T10:00:00Z"
    with open_history(file) as history:
        _, found = history.get("latest")
        for number in range(1, _KEPT):
            history.add(structs.replace(found, id=f"{number:064x}"))
    with open_chats(file) as chats:
        chat = chats.begin(created=now, run=1, analysis=found.id, model="", title="why?")
        for place in range(_QUESTIONS):
            chats.put(chat, place, at=now, question=f"question {place}?", turn="{}", model="")


def _to_prompt(arguments: list[str], environment: dict[str, str]) -> float:
    """Seconds from the start of the process until its prompt stands on the terminal."""
    outer, inner = pty.openpty()
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "careercraft", "chat", *arguments],
        stdin=inner, stdout=inner, stderr=inner, env=environment, cwd=_ROOT,
    )  # fmt: skip
    os.close(inner)
    try:
        read = b""
        while _PROMPT not in read:
            ready, _, _ = select.select([outer], [], [], _PATIENCE)
            if not ready:
                raise RuntimeError(f"no prompt came: {read!r}")
            read += os.read(outer, 4096)
        return time.perf_counter() - start
    finally:
        process.kill()
        process.wait()
        os.close(outer)


def _to_end(environment: dict[str, str]) -> float:
    """With the price list that litellm brings: without a word it asks the internet for a newer one."""
    environment = {**environment, "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", "import litellm"],
        env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return time.perf_counter() - start
