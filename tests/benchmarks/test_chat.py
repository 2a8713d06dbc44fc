"""The recorded start of a conversation keeps its bar."""

from __future__ import annotations

import json

from benchmarks.__main__ import BASELINE, SUITES


def test_the_first_prompt_comes_long_before_litellm_could() -> None:
    figures = json.loads(BASELINE.read_text(encoding="utf-8"))["chat"]
    assert "chat" in SUITES
    assert figures["runs_kept"] >= 50
    assert max(figures["prompt_ratio"], figures["prompt_model_ratio"]) < figures["bar"] == 0.6
