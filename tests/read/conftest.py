"""Fixtures of the readers' tests: every PDF test runs through both engines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careercraft.model.document import Document
from careercraft.read import read_bytes
from tests.read.pdf_writer import Page, build

FIXTURES = Path(__file__).parent / "fixtures"
ReadPages = Callable[..., Document]


@pytest.fixture(params=["pdfium", "pdfminer"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def read_pages(engine: str) -> ReadPages:
    def read(*pages: Page) -> Document:
        return read_bytes(build(*pages), "test.pdf", engine=engine)  # type: ignore[arg-type]

    return read


def texts(document: Document) -> list[str]:
    return [document.quote(line.span) for line in document.lines]
