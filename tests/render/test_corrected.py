"""A report of a corrected resume says so first among its notes, and once."""

from __future__ import annotations

import msgspec
import pytest

from careercraft.model.analysis import Analysis, Documents
from careercraft.model.document import Problem
from careercraft.render import render, wording
from careercraft.render.build import build
from tests.render.sample import all_samples

PLAIN = all_samples()["engineer"]
NOTE = Problem(code="corrected", message="your corrections stand here", severity="info")


def corrected() -> Analysis:
    assert isinstance(PLAIN.documents, Documents)
    resume = PLAIN.documents.resume
    resume = msgspec.structs.replace(resume, problems=(Problem(code="no_dates", message="no dates"), NOTE))
    documents = msgspec.structs.replace(PLAIN.documents, resume=resume)
    return msgspec.structs.replace(PLAIN, documents=documents, correction="c" * 64)


def test_first_and_once() -> None:
    notes = build(corrected()).notes
    assert notes[0] == wording.CORRECTED
    assert [note for note in notes if "corrections" in note] == [wording.CORRECTED]
    assert "In the resume: no dates" in notes
    assert wording.CORRECTED not in build(PLAIN).notes


def test_without_documents() -> None:
    brief = msgspec.structs.replace(corrected(), documents=msgspec.UNSET)
    assert build(brief).notes == (wording.CORRECTED,)


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_in_every_format(format: str) -> None:
    assert wording.CORRECTED in " ".join(render(corrected(), format, full=True).split()).replace("• ", "")
    assert "corrections" not in render(PLAIN, format)
