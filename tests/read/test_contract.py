"""What holds for the document of every format: spans, pages, clean text, determinism, lazy imports."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import unicodedata
from collections.abc import Callable

import pytest

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read import Limits, read_bytes
from tests.read.conftest import FIXTURES
from tests.read.docx_writer import docx, paragraph, run, table
from tests.read.pdf_writer import Page, build
from tests.read.test_json_resume import RESUME

TWO_PAGES = build(
    Page().lines(40, 60, "Jane Doe, a nurse", "in Zürich").text(40, 200, "white", color=(1, 1, 1)),
    Page().lines(40, 60, "Second page – of two", "\xa0odd\xa0spaces"),
)
DOCX = docx(
    paragraph("Jane\u00a0Doe", run("gone", "<w:vanish/>")), table([paragraph("a"), paragraph("e\u0301")])
)
HTML = "<!doctype html><h1>Jane</h1><p>a&nbsp;b<p hidden>x</p><ul><li>é</ul>".encode()
SAMPLES: dict[str, tuple[bytes, str]] = {
    "pdf": (TWO_PAGES, "a.pdf"),
    "browser pdf": ((FIXTURES / "columns.pdf").read_bytes(), "columns.pdf"),
    "docx": (DOCX, "a.docx"),
    "odt": ((FIXTURES / "styled.odt").read_bytes(), "styled.odt"),
    "rtf": ((FIXTURES / "styled.rtf").read_bytes(), "styled.rtf"),
    "html": (HTML, "a.html"),
    "posting": ((FIXTURES / "posting.html").read_bytes(), "posting.html"),
    "mhtml": ((FIXTURES / "posting.mhtml").read_bytes(), "posting.mhtml"),
    "linkedin": ((FIXTURES / "linkedin_export.zip").read_bytes(), "linkedin_export.zip"),
    "markdown": (b"# Jane\n\n- **a** _b_\n\n| x | y |\n", "a.md"),
    "text": ("Jane\tDoe\r\n\r\n• e\u0301t\u00e9\u200b\n".encode(), "a.txt"),
    "json": (json.dumps(RESUME).encode(), "a.json"),
}
Read = Callable[[str], Document]


@pytest.fixture
def read(engine: str) -> Read:
    def read_sample(name: str) -> Document:
        data, file_name = SAMPLES[name]
        return read_bytes(data, file_name, engine=engine)  # type: ignore[arg-type]

    return read_sample


@pytest.mark.parametrize("name", SAMPLES)
def test_lines_are_the_text(read: Read, name: str) -> None:
    document = read(name)
    quotes = [document.quote(line.span) for line in document.lines]
    assert quotes == [line for line in document.text.split("\n") if line]
    assert all(quote == quote.strip() for quote in quotes)
    assert unicodedata.is_normalized("NFC", document.text)
    assert not any(unicodedata.category(letter) == "Cc" for letter in document.text.replace("\n", ""))
    assert "\n\n\n" not in document.text
    blocks = [line.block for line in document.lines]
    assert blocks == sorted(blocks)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_bytes_give_the_same_document(read: Read, name: str) -> None:
    assert read(name) == read(name)


def test_pages(read: Read) -> None:
    document = read("pdf")
    assert [(document.quote(line.span), line.span.page) for line in document.lines] == [
        ("Jane Doe, a nurse", 1),
        ("in Zürich", 1),
        ("Second page – of two", 2),
        ("odd spaces", 2),
    ]
    assert (document.page_count, document.hidden[0].page) == (2, 1)
    assert read("text").lines[0].span.page is None


def test_importing_read_loads_no_engine() -> None:
    heavy = ["pdfminer", "pypdfium2", "pypdfium2_raw", "docx", "lxml", "charset_normalizer", "ctypes"]
    code = f"import sys, careercraft.read; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_reading_a_pdf_loads_one_engine() -> None:
    path = FIXTURES / "columns.pdf"
    code = (
        f"import sys; from pathlib import Path; from careercraft.read import read_path; read_path(Path({str(path)!r}));"
        "print([name for name in ('pdfminer', 'pypdfium2', 'docx', 'lxml') if name in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Flipped bytes, a cut, or a piece put elsewhere."""
    broken = bytearray(data)
    kind = chance.randrange(3)
    if kind == 0:
        for _ in range(chance.randint(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
    elif kind == 1:
        del broken[chance.randrange(len(broken)) :]
    else:
        start = chance.randrange(len(broken))
        piece = broken[start : start + chance.randint(1, 2000)]
        at = chance.randrange(len(broken))
        broken[at:at] = piece
    return bytes(broken)


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files_give_a_document_or_an_input_error(engine: str, name: str) -> None:
    data, file_name = SAMPLES[name]
    chance = random.Random(name)
    for _ in range(60):
        try:
            document = read_bytes(mutated(data, chance), file_name, Limits(max_pages=5), engine=engine)  # type: ignore[arg-type]
        except InputError as error:
            assert "\n" not in error.message  # noqa: PT017
        else:
            assert all(document.quote(line.span) for line in document.lines)
