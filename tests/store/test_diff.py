"""What changed between two analyses, and because of which side."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from careercraft.model.analysis import Analysis, Documents
from careercraft.store.diff import compare_runs

replace = msgspec.structs.replace


def side_changed(analysis: Analysis, side: str) -> Analysis:
    assert isinstance(analysis.documents, Documents)
    document = replace(getattr(analysis.documents, side), hash="0" * 64)
    return replace(analysis, documents=replace(analysis.documents, **{side: document}))


def engine_changed(analysis: Analysis, **values: Any) -> Analysis:
    return replace(analysis, engine=replace(analysis.engine, **values))


def read_otherwise(analysis: Analysis, side: str) -> Analysis:
    assert isinstance(analysis.documents, Documents)
    document = getattr(analysis.documents, side)
    document = replace(document, text=document.text + "\nmore")
    return replace(analysis, documents=replace(analysis.documents, **{side: document}))


CHANGES = {
    "corrections": lambda analysis: replace(analysis, correction="c" * 64),
    "resume": lambda analysis: side_changed(analysis, "resume"),
    "posting": lambda analysis: side_changed(analysis, "job"),
    "day": lambda analysis: engine_changed(analysis, today="1999-01-01"),
    "settings": lambda analysis: engine_changed(analysis, settings="x"),
    "taxonomy": lambda analysis: engine_changed(analysis, taxonomy="x"),
    "engine": lambda analysis: engine_changed(analysis, version="x"),
}


@pytest.mark.parametrize("cause", CHANGES)
def test_each_cause_alone(analysis: Analysis, cause: str) -> None:
    assert compare_runs(analysis, CHANGES[cause](analysis)).causes == (cause,)


def test_another_encoder_is_another_engine(analysis: Analysis) -> None:
    assert compare_runs(analysis, engine_changed(analysis, encoder="x")).causes == ("engine",)


def test_all_at_once(analysis: Analysis) -> None:
    changed = analysis
    for change in CHANGES.values():
        changed = change(changed)
    assert set(compare_runs(analysis, changed).causes) == set(CHANGES)


@pytest.mark.parametrize("side", ["resume", "job"])
def test_the_same_file_read_otherwise(analysis: Analysis, side: str) -> None:
    """By OCR, say: the bytes are the same and the words aren't."""
    assert compare_runs(analysis, read_otherwise(analysis, side)).causes == ("reading",)
    corrected = replace(read_otherwise(analysis, "resume"), correction="c" * 64)
    assert compare_runs(analysis, corrected).causes == ("corrections",)


def test_nothing(analysis: Analysis) -> None:
    found = compare_runs(analysis, replace(analysis, created="another time"))
    assert (found.causes, found.scores, found.skills) == ((), (), ())
    assert found.verdict_before == found.verdict_after


def test_scores_and_skills(analysis: Analysis) -> None:
    first = analysis.scores[0]
    entry, *others = analysis.skills.matched
    changed = replace(
        analysis,
        scores=(replace(first, value=None, status="not_stated", rows=()), *analysis.scores[1:]),
        skills=replace(analysis.skills, matched=tuple(others), missing=(*analysis.skills.missing, entry)),
    )
    found = compare_runs(analysis, changed)
    assert [(change.key, change.before, change.after) for change in found.scores] == [
        (first.key, first.value, None)
    ]
    assert [(change.name, change.before, change.after) for change in found.skills] == [
        (entry.name, "matched", "missing")
    ]
