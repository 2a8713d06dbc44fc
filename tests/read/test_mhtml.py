"""Pages that a browser saved as one file."""

from __future__ import annotations

import base64
import quopri

import pytest

from careercraft.errors import InputError
from careercraft.read import read_bytes

PAGE = "<!doctype html><html><body><h1>Koch (m/w/d)</h1><p>Kochen für ein großes Haus – jeden Tag.</p></body></html>"
FRAME = (
    "<html><body><p>An advertisement in a frame, with more words than the page itself has.</p></body></html>"
)


def part(content: bytes, kind: str, encoding: str, name: str) -> bytes:
    head = f"Content-Type: {kind}\r\nContent-ID: <{name}>\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    body = quopri.encodestring(content) if encoding == "quoted-printable" else base64.encodebytes(content)
    return head.encode() + body


def archive(*parts: bytes, start: str = "") -> bytes:
    named = f' start="<{start}>";' if start else ""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://jobs.example/1\r\nSubject: Koch\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";{named}\r\n'
        '\tboundary="----x"\r\n\r\n\r\n'
    )
    return head.encode() + b"".join(b"------x\r\n" + piece + b"\r\n" for piece in parts) + b"------x--\r\n"


@pytest.mark.parametrize("name", ["job.mhtml", "job.mht", "job.txt", "-"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_page_of_the_archive(name: str, encoding: str) -> None:
    page = part(PAGE.encode(), "text/html; charset=utf-8", encoding, "a")
    picture = part(b"\x89PNG", "image/png", "base64", "b")
    document = read_bytes(archive(page, picture), name)
    assert document.format == "html"
    assert document.text == "Koch (m/w/d)\n\nKochen für ein großes Haus – jeden Tag."


def test_the_named_part_is_the_page() -> None:
    frame = part(FRAME.encode(), "text/html", "base64", "ad")
    page = part(PAGE.encode(), "text/html", "base64", "page")
    assert read_bytes(archive(frame, page, start="page"), "a.mhtml").text.startswith("Koch")
    assert read_bytes(archive(frame, page), "a.mhtml").text.startswith("An advertisement")


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "no-such-charset", "utf-8"])
def test_encodings(charset: str) -> None:
    page = part(PAGE.encode("cp1252"), f"text/html; charset={charset}", "base64", "a")
    assert "für ein großes Haus" in read_bytes(archive(page), "a.mhtml").text


def test_archive_without_a_page() -> None:
    with pytest.raises(InputError, match=r"a\.mhtml holds no web page"):
        read_bytes(archive(part(b"\x89PNG", "image/png", "base64", "b")), "a.mhtml")
    with pytest.raises(InputError, match="holds no web page"):
        read_bytes(b"no archive at all", "a.mht")


def test_a_letter_is_no_archive() -> None:
    letter = b"From: a@example.org\r\nSubject: Hello\r\n\r\nContent-Type: multipart/related is what I write about.\r\n"
    assert read_bytes(letter, "mail.txt").format == "text"
