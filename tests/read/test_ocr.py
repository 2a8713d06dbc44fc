"""Scans and pictures: what is said without OCR, and what comes of tesseract's own recorded answers with it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read import Limits, read_bytes, read_path, tesseract
from careercraft.read.hocr import hocr_pages
from careercraft.read.image import pixel_size
from careercraft.read.ocr import numbered
from careercraft.read.pdf.pdfium_render import page_image
from tests.read.conftest import FIXTURES, texts
from tests.read.pdf_writer import Page, build

SCAN = [
    "Rosa Lindqvist", "Registered Nurse", "EXPERIENCE", "Senior Nurse, Charité  2019 - present",
    "• Leads a team of nine nurses on a Surgical ward with thirty",
    "beds and trains every new colleague in wound care", "• Introduced a hand-over checklist",
    "Nurse, Vivantes Clinic  2014 - 2019",
]  # fmt: skip
"""The first lines of scan.pdf as tesseract 5.3.0 read it (scan.hocr); the sidebar follows the main column."""
PROGRAM = """#!/bin/sh
case "$1" in
  --version) echo "tesseract 5.3.0"; exit ;;
  --list-langs) printf '%s\\n' 'List of available languages (2):' {languages}; exit ;;
esac
echo "$*" >> {folder}/calls
cat > {folder}/picture
{answer}
"""


class FakeTesseract:
    """A program of that name, first on the PATH, which gives a recorded answer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.answers(FIXTURES / "scan.hocr")

    def answers(self, hocr: Path, languages: str = "eng osd", answer: str = 'cat "{hocr}"') -> None:
        program = self._folder / "tesseract"
        names = " ".join(languages.split())
        program.write_text(
            PROGRAM.format(folder=self._folder, languages=names, answer=answer.format(hocr=hocr))
        )
        program.chmod(0o755)
        tesseract.tesseract_version.cache_clear()
        tesseract.tesseract_languages.cache_clear()

    @property
    def calls(self) -> list[str]:
        return (self._folder / "calls").read_text().splitlines()

    @property
    def picture(self) -> bytes:
        return (self._folder / "picture").read_bytes()


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeTesseract]:
    folder = tmp_path / "bin"
    folder.mkdir()
    shell = shutil.which("sh")
    assert shell
    monkeypatch.setenv("PATH", f"{folder}:{Path(shell).parent}")
    yield FakeTesseract(folder)
    tesseract.tesseract_version.cache_clear()
    tesseract.tesseract_languages.cache_clear()


@pytest.fixture
def missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PATH", str(tmp_path))
    tesseract.tesseract_version.cache_clear()
    tesseract.tesseract_languages.cache_clear()
    yield
    tesseract.tesseract_version.cache_clear()
    tesseract.tesseract_languages.cache_clear()


def scan(engine: str = "pdfium", **options: str) -> Document:
    return read_path(FIXTURES / "scan.pdf", engine=engine, ocr=True, ocr_language=options.get("language", ""))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["scan.pdf", "scan.png"])
def test_without_ocr_the_error_names_the_ways_out(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_path(FIXTURES / name)
    assert name in caught.value.message
    assert "--ocr" in caught.value.hint
    assert "ocrmypdf" in caught.value.hint


@pytest.mark.usefixtures("missing")
@pytest.mark.parametrize("name", ["scan.pdf", "scan.png"])
def test_without_tesseract(name: str) -> None:
    with pytest.raises(InputError, match="tesseract isn't installed") as caught:
        read_path(FIXTURES / name, ocr=True)
    assert "apt install tesseract-ocr" in caught.value.hint


@pytest.mark.usefixtures("missing")
def test_a_document_with_text_needs_no_tesseract(engine: str) -> None:
    document = read_path(FIXTURES / "sidebar.pdf", engine=engine, ocr=True)  # type: ignore[arg-type]
    assert document == read_path(FIXTURES / "sidebar.pdf", engine=engine)  # type: ignore[arg-type]


def test_scanned_pdf(fake: FakeTesseract, engine: str) -> None:
    document = scan(engine)
    lines = texts(document)
    assert lines[: len(SCAN)] == SCAN
    assert lines[-1] == "English (C1)"
    assert (document.format, document.page_count, document.lines[0].span.page) == ("pdf", 1, 1)
    assert document.lines[0].size > 2
    assert [line.bullet for line in document.lines[3:7]] == [False, True, False, True]
    (problem,) = document.problems
    assert (problem.code, problem.severity) == ("ocr", "info")
    assert problem.message == "page 1 read by OCR (tesseract 5.3.0, mean confidence 95 %)"
    assert fake.picture.startswith(b"P5 2480 3508 255\n")
    assert fake.calls == ["stdin stdout -l eng --psm 1 -c tessedit_create_hocr=1"]


def test_picture(fake: FakeTesseract) -> None:
    document = read_path(FIXTURES / "scan.png", ocr=True)
    assert document.format == "image"
    assert texts(document)[:4] == SCAN[:4]
    assert fake.picture == (FIXTURES / "scan.png").read_bytes()


@pytest.mark.usefixtures("fake")
def test_page_by_page(engine: str) -> None:
    pages = build(
        Page().lines(40, 60, "Jane Doe, a nurse", "in Zürich and in Bern"), Page().picture(0, 0, 600, 800)
    )
    plain = read_bytes(pages, "mixed.pdf", engine=engine)  # type: ignore[arg-type]
    assert [problem.code for problem in plain.problems] == ["scanned_pages"]
    assert "page 2 is a picture" in plain.problems[0].message
    assert "Rosa" not in plain.text
    document = read_bytes(pages, "mixed.pdf", engine=engine, ocr=True)  # type: ignore[arg-type]
    assert document.text.startswith("Jane Doe, a nurse")
    assert [line.span.page for line in document.lines if "Rosa" in document.quote(line.span)] == [2]
    assert document.problems[0].message.startswith("page 2 read by OCR")


def test_a_small_picture_is_no_scan(engine: str) -> None:
    pages = build(Page().lines(40, 60, "Jane Doe, a nurse", "in Zürich"), Page().picture(0, 0, 60, 80))
    assert read_bytes(pages, "a.pdf", engine=engine).problems == ()  # type: ignore[arg-type]


def test_the_language_of_the_page(fake: FakeTesseract, tmp_path: Path) -> None:
    words = "und der die das für mit auf ist nicht sowie"
    page = hocr(*[(40, 40 + 30 * row, 30, text, 95) for row, text in enumerate([words] * 4)])
    fake.answers(saved(tmp_path, page), languages="deu eng osd")
    read_path(FIXTURES / "scan.png", ocr=True)
    assert [call.split()[3] for call in fake.calls] == ["eng", "deu+eng"]


def test_small_letters_are_read_again_larger(fake: FakeTesseract, tmp_path: Path) -> None:
    fake.answers(saved(tmp_path, hocr((40, 40, 14, "Jane Doe", 90), (40, 90, 14, "a nurse in Bern", 90))))
    assert texts(read_path(FIXTURES / "scan.png", ocr=True)) == ["Jane Doe", "a nurse in Bern"]
    assert len(fake.calls) == 2
    assert fake.picture.startswith(b"P5 3366 4761 255\n")  # 38/14 times


def test_a_language_that_is_not_installed(fake: FakeTesseract, tmp_path: Path) -> None:
    page = hocr(
        *[(40, 40 + 30 * row, 30, "und der die das für mit auf ist nicht sowie", 95) for row in range(4)]
    )
    fake.answers(saved(tmp_path, page), languages="eng")
    (problem,) = read_path(FIXTURES / "scan.png", ocr=True).problems
    assert "tesseract's language deu isn't installed" in problem.message
    assert [call.split()[5] for call in fake.calls] == ["3"]  # without osd nothing is turned


def test_scanned_pdf_without_words(fake: FakeTesseract, tmp_path: Path) -> None:
    fake.answers(saved(tmp_path, hocr()))
    with pytest.raises(InputError, match=r"scan\.pdf holds no text that tesseract can read"):
        scan()


def test_a_given_language_is_taken(fake: FakeTesseract) -> None:
    scan(language="swe")
    assert [call.split()[3] for call in fake.calls] == ["swe"]


def test_low_confidence_is_a_warning(fake: FakeTesseract, tmp_path: Path) -> None:
    fake.answers(saved(tmp_path, hocr((40, 40, 30, "Jane Doe nurse", 61), (40, 90, 30, "seven years", 66))))
    (problem,) = read_path(FIXTURES / "scan.png", ocr=True).problems
    assert problem.severity == "warning"
    assert "expect wrong letters" in problem.message


def test_stains_and_rules_are_left_out(fake: FakeTesseract, tmp_path: Path) -> None:
    page = hocr(
        (40, 40, 30, "Jane Doe", 90), (40, 90, 30, "~", 30), (40, 140, 30, "xq", 10), (40, 190, 30, "_", 50)
    )
    fake.answers(saved(tmp_path, page))
    assert read_path(FIXTURES / "scan.png", ocr=True).text == "Jane Doe"


def test_a_lone_letter_under_no_other_stays(fake: FakeTesseract, tmp_path: Path) -> None:
    page = hocr((40, 40, 30, "e Milano", 90), (90, 90, 30, "o Roma", 90), (40, 140, 30, "e sempre", 90))
    fake.answers(saved(tmp_path, page))
    assert "•" not in read_path(FIXTURES / "scan.png", ocr=True).text


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_lies_on_its_side(fake: FakeTesseract, tmp_path: Path, angle: int) -> None:
    page = hocr((40, 40, 30, "Jane Doe", 90), (40, 90, 30, "Nurse in Bern", 90), turn=angle)
    fake.answers(saved(tmp_path, page))
    assert texts(read_path(FIXTURES / "scan.png", ocr=True)) == ["Jane Doe", "Nurse in Bern"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("exit 1", "can't be read by tesseract"),
        ("echo 'Error, cannot open tessdata' >&2; exit 1", "can't be read by tesseract: Error, cannot open"),
        ("echo '<html'", "tesseract's answer can't be read"),
        ("true", "can't be read by tesseract"),
        ("echo '<html/>'", "holds no text that tesseract can read"),
    ],
)
def test_tesseract_fails(fake: FakeTesseract, answer: str, words: str) -> None:
    fake.answers(FIXTURES / "scan.hocr", answer=answer)
    with pytest.raises(InputError, match=words) as caught:
        read_path(FIXTURES / "scan.png", ocr=True)
    assert "scan.png" in caught.value.message


@pytest.mark.usefixtures("fake")
def test_tesseract_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **options: object) -> None:
        raise subprocess.TimeoutExpired("tesseract", 120)

    assert tesseract.tesseract_version() == "5.3.0"
    assert tesseract.tesseract_languages() == ("eng", "osd")
    monkeypatch.setattr(tesseract.subprocess, "run", slow)
    with pytest.raises(InputError, match="more than 120 seconds"):
        read_path(FIXTURES / "scan.png", ocr=True)


@pytest.mark.usefixtures("fake")
def test_limits() -> None:
    bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40_000).to_bytes(4, "big") * 2 + bytes(20)
    with pytest.raises(InputError, match="40000 x 40000 pixels"):
        read_bytes(bomb, "a.png", ocr=True)
    with pytest.raises(InputError, match="too large"):
        read_path(FIXTURES / "scan.png", Limits(max_bytes=100), ocr=True)


@pytest.mark.parametrize(
    ("header", "size"),
    [
        (b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x0a\0\x14", (20, 10)),
        (b"GIF89a\x14\0\x0a\0", (20, 10)),
        (b"BM" + bytes(16) + b"\x14\0\0\0\xf6\xff\xff\xff", (20, 10)),
        (
            b"II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x14\0\0\0\x01\x01\x04\0\x01\0\0\0\x0a\0\0\0",
            (20, 10),
        ),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x13\0\0\x09\0\0", (20, 10)),
        (b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + b"\x13\x40\x02\0", (20, 10)),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + b"\x14\0\x0a\0", (20, 10)),
        (b"\x89PNG", (0, 0)),
        (b"\xff\xd8\xff", (0, 0)),
        (b"II*\0\xff\xff\xff\xff", (0, 0)),
        (b"unknown", (0, 0)),
    ],
)
def test_pixel_size(header: bytes, size: tuple[int, int]) -> None:
    assert pixel_size(header + bytes(20 if size != (0, 0) else 0)) == size


def test_what_tesseract_does_not_read_either() -> None:
    with pytest.raises(InputError, match="HEIC") as caught:
        read_bytes(b"\0\0\0\x18ftypheic" + bytes(100), "photo.heic", ocr=True)
    assert "JPEG or PNG" in caught.value.hint


def test_a_huge_page_is_painted_with_fewer_dots() -> None:
    page = Page().text(40, 60, "wide")
    page.width, page.height = 14_000, 14_000
    dpi, image = page_image(build(page), 1, 300)
    assert dpi < 50
    assert len(image) < 41_000_000


def test_broken_hocr_says_so() -> None:
    with pytest.raises(ValueError, match="no hOCR"):
        hocr_pages(b"<html")
    line = "<html><div class='ocr_page' title='bbox 0 0 9 9'><span class='ocr_line' title='bbox 1 2 x'/></div></html>"
    assert hocr_pages(line.encode())[0].words == []


def test_page_numbers() -> None:
    assert numbered([3, 1, 2, 5, 7, 8]) == "1-3, 5, 7-8"


Row = tuple[int, int, int, str, int]


def hocr(*rows: Row, turn: int = 0) -> str:
    """Lines (left, top, height, words, confidence) as tesseract writes them, on a page turned by `turn` degrees."""
    return (
        "<html><body><div class='ocr_page' title='bbox 0 0 800 800'>"
        + "".join(_line(*row, turn) for row in rows)
        + "</div></body></html>"
    )


def _line(left: int, top: int, height: int, words: str, confidence: int, turn: int) -> str:
    spans, x = [], left
    for word in words.split():
        box = _box(x, top, x + 15 * len(word), top + height, turn)
        spans.append(f"<span class='ocrx_word' title='{box}; x_wconf {confidence}'>{word}</span>")
        x += 15 * len(word) + 10
    whole = _box(left, top, x, top + height, turn)
    base = f"textangle {turn}" if turn else "baseline 0 -6"
    return f"<span class='ocr_line' title='{whole}; {base}; x_size {height}; x_descenders 6'>{''.join(spans)}</span>"


def _box(x0: int, y0: int, x1: int, y1: int, turn: int) -> str:
    """Turned counterclockwise on a page of 800 by 800."""
    if turn == 90:
        x0, y0, x1, y1 = y0, 800 - x1, y1, 800 - x0
    elif turn == 180:
        x0, y0, x1, y1 = 800 - x1, 800 - y1, 800 - x0, 800 - y0
    elif turn == 270:
        x0, y0, x1, y1 = 800 - y1, x0, 800 - y0, x1
    return f"bbox {x0} {y0} {x1} {y1}"


def saved(folder: Path, page: str) -> Path:
    path = folder / "page.hocr"
    path.write_text(page, encoding="utf-8")
    return path
