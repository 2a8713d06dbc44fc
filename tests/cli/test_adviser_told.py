"""What is told of a model's failures once the analysis stands."""

from __future__ import annotations

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from careercraft.cli import adviser
from careercraft.errors import ProviderError
from careercraft.model.analysis import Narrative
from careercraft.model.setting_groups import Llm
from careercraft.render.build_narrative import build_narrative
from careercraft.score.advice import _strength_text
from tests.chat.desks import analysis


def test_each_failure_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    own = adviser.Adviser(Llm(model="openai/x"), yes=False)
    for message in ("no form", "no form", "broke off"):
        own._failed(ProviderError(message, "try again"))
    with pytest.raises(SystemExit) as left:
        own.end(analysis("unfit"), quiet=True)
    said = capsys.readouterr().err
    assert left.value.code == 4
    assert (said.count("error: no form"), said.count("error: broke off")) == (1, 1)
    assert own.failure is not None
    assert own.failure.message == "no form"


@pytest.mark.parametrize(
    ("text", "told", "shown"),
    [
        ("Airflow is missing.", "its text ends early", "It ends early, since the model broke off."),
        ("", "none of its text is left", "The model broke off."),
    ],
)
def test_no_text_ends_early(text: str, told: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    cut = Narrative(model="openai/x", text=text, flags=(), dropped={"number": 1}, cut=True)
    adviser._note_narrative(cut)
    assert f"broke off; {told}\n" in capsys.readouterr().err
    view = build_narrative(cut)
    assert view is not None
    assert view.left_out.endswith(shown)


def test_a_strength_that_a_model_found_is_marked() -> None:

    entry = analysis("unfit").skills.matched[0]
    assert "(model)" not in _strength_text(entry)
    assert f"{entry.name} (model): " in _strength_text(replace(entry, source="model", via=UNSET))
