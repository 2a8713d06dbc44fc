"""Bad input of every kind: one line that names the file, a hint, never a traceback."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from careercraft.errors import InputError
from careercraft.read import Limits, read_bytes, read_path, read_text
from tests.read.conftest import FIXTURES
from tests.read.docx_writer import docx, paragraph
from tests.read.pdf_writer import Page, build

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def check(error: InputError, name: str) -> None:
    assert name in error.message
    assert "\n" not in error.message
    assert error.hint[:1].islower()
    assert not error.hint.endswith(".")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "is empty"),
        (b" \r\n\t\n", "a.md", "is empty"),
        (b"\xef\xbb\xbf", "a.txt", "is empty"),
        (PNG + bytes(range(256)) * 4, "a.txt", "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(200), "photo.jpg", "picture"),
        (b"\x7fELF" + bytes(range(256)) * 4, "a.txt", "binary"),
        (bytes(range(256)) * 40, "a.txt", "binary"),
        (b"a text\0with NUL bytes\0in it", "a.txt", "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "a.doc", "old binary Office"),
        (b"no rtf at all", "a.rtf", "not an RTF file"),
        (b"no zip at all", "a.docx", "not a Word document"),
        (b"no pdf at all", "a.pdf", "not a PDF"),
        (b"%PDF-1.7\n", "a.pdf", "damaged"),
        (b'{"name": 1,\n  oops}', "a.json", "line 2"),
        (b'{"compilerOptions": {}}', "a.json", "no JSON Resume"),
        (b"[1, 2]", "a.json", "no JSON Resume"),
        (b'{"work": {}}', "a.json", "must be a list"),
        (b"[" * 100_000, "a.json", "nested too deeply"),
        (b"<html><body><script>1</script></body></html>", "a.html", "is empty"),
    ],
)
def test_unreadable_bytes(data: bytes, name: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name)
    check(caught.value, name)
    assert words in caught.value.message


def test_archives_that_are_no_document() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("notes.txt", "hello")
    with pytest.raises(InputError, match="ZIP archive"):
        read_bytes(buffer.getvalue(), "a.zip")
    with pytest.raises(InputError, match=r"not a Word document: it has no word/document\.xml") as caught:
        read_bytes(buffer.getvalue(), "a.docx")
    check(caught.value, "a.docx")


def test_zip_bomb() -> None:
    bomb = docx(paragraph("a"), extra={"word/media/zeros.xml": b"\0" * 30_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(InputError, match="zip bomb"):
        read_bytes(bomb, "a.docx")


def test_a_small_part_may_be_repetitive() -> None:
    assert (
        "a"
        in read_bytes(docx(paragraph("a"), extra={"word/media/zeros.xml": b"\0" * 1_900_000}), "a.docx").text
    )


def test_entities_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>'
    with pytest.raises(InputError):
        read_bytes(docx("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", doctype=doctype), "a.docx")


def test_truncated_files() -> None:
    pdf = (FIXTURES / "columns.pdf").read_bytes()
    with pytest.raises(InputError, match="damaged"):
        read_bytes(pdf[:200], "cut.pdf")
    with pytest.raises(InputError, match="damaged"):
        read_bytes(docx(paragraph("Jane Doe"))[:300], "cut.docx")


def test_encrypted_pdf(engine: str) -> None:
    with pytest.raises(InputError, match="password") as caught:
        read_path(FIXTURES / "encrypted.pdf", engine=engine)  # type: ignore[arg-type]
    check(caught.value, "encrypted.pdf")


def test_pdf_that_only_its_owner_may_change_is_read(engine: str) -> None:
    document = read_path(FIXTURES / "owner_locked.pdf", engine=engine)  # type: ignore[arg-type]
    assert document.text.startswith("Jane Doe")


def test_scanned_pdf(engine: str) -> None:
    with pytest.raises(InputError, match="no text layer") as caught:
        read_bytes(build(Page().picture(0, 0, 600, 800)), "scan.pdf", engine=engine)  # type: ignore[arg-type]
    assert "OCRmyPDF" in caught.value.hint


def test_pdf_with_an_empty_page(engine: str) -> None:
    with pytest.raises(InputError, match="no text layer"):
        read_bytes(build(Page()), "blank.pdf", engine=engine)  # type: ignore[arg-type]


def test_limits(tmp_path: Path, engine: str) -> None:
    path = tmp_path / "big.txt"
    path.write_text("word " * 100)
    with pytest.raises(InputError, match="too large"):
        read_path(path, Limits(max_bytes=100))
    with pytest.raises(InputError, match="too much text"):
        read_path(path, Limits(max_chars=100))
    pages = build(*[Page().text(40, 60, "some text that is long enough") for _ in range(3)])
    with pytest.raises(InputError, match="3 pages"):
        read_bytes(pages, "book.pdf", Limits(max_pages=2), engine=engine)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="too much text"):
        read_bytes(pages, "book.pdf", Limits(max_chars=40), engine=engine)  # type: ignore[arg-type]
    assert read_path(path, Limits(max_bytes=500, max_chars=500)).text


@pytest.mark.parametrize(
    "address",
    ["https://example.org/jobs/1", "http://example.org", "www.example.org/job", "HTTPS://EXAMPLE.ORG"],
)
def test_web_address_in_place_of_a_file(address: str) -> None:
    with pytest.raises(InputError, match="web address") as caught:
        read_path(Path(address))
    assert "save the page" in caught.value.hint


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read_path(tmp_path / "nothing.pdf")
    with pytest.raises(InputError, match="is a folder"):
        read_path(tmp_path)
    with pytest.raises(InputError, match="can't be opened"):
        read_path(Path("a\0b"))


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:  # root, who runs CI, may read everything
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "locked.txt"
    path.write_text("x")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="permission denied"):
        read_path(path)


def test_content_counts_more_than_the_ending() -> None:
    assert read_bytes(build(Page().text(40, 60, "Jane Doe, engineer")), "resume.txt").format == "pdf"
    assert read_bytes(docx(paragraph("Jane")), "resume.bin").format == "docx"
    assert read_bytes(b"<!DOCTYPE html><p>Jane", "posting.txt").format == "html"
    assert read_bytes(b'{"basics": {"name": "Jane"}}', "-").format == "json_resume"
    assert read_bytes(b"# Jane", "a.md").format == "markdown"
    assert read_bytes(b"# Jane", "-").format == "text"


def test_document_knows_where_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "jane.txt"
    path.write_bytes(b"Jane Doe\n")
    document = read_path(path)
    assert (document.name, len(document.hash)) == ("jane.txt", 64)
    assert document == read_bytes(b"Jane Doe\n", "jane.txt")
    assert read_text("Jane Doe\n", "-").hash == document.hash
