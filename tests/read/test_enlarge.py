"""Small pictures made larger before OCR, whatever their PNG or JPEG is like inside."""

from __future__ import annotations

import re
import struct
import zlib

import pytest

from careercraft.read.enlarge import enlarged
from tests.read.conftest import FIXTURES

WIDTH, HEIGHT = 16, 8


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(
    kind: int, left: bytes, right: bytes, *, depth: int = 8, palette: bytes = b"", interlaced: int = 0
) -> bytes:
    """Two halves in the given samples; single bits come as whole bytes."""
    row = b"\0" + (left + right if depth == 1 else left * (WIDTH // 2) + right * (WIDTH // 2))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, kind, 0, 0, interlaced)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + (chunk(b"PLTE", palette) if palette else b"")
        + chunk(b"IDAT", zlib.compress(row * HEIGHT))
        + chunk(b"IEND", b"")
    )


def gray(pgm: bytes) -> tuple[int, int, int, int]:
    """Width, height, and the gray in the middle of the left and of the right half."""
    found = re.match(rb"P5 (\d+) (\d+) 255\n", pgm)
    assert found
    width, height = int(found[1]), int(found[2])
    row = pgm[found.end() :][width * (height // 2) :][:width]
    return width, height, row[width // 4], row[3 * width // 4]


@pytest.mark.parametrize(
    "picture",
    [
        png(0, b"\0", b"\xff"),
        png(0, b"\0", b"\xff", depth=1),
        png(0, b"\0\0", b"\xff\xff", depth=16),
        png(2, b"\0\0\0", b"\xff\xff\xff"),
        png(3, b"\0", b"\1", palette=b"\0\0\0\xff\xff\xff"),
        png(4, b"\0\xff", b"\xff\xff"),
        png(6, b"\0\0\0\xff", b"\xff\xff\xff\xff"),
    ],
    ids=["gray", "bits", "deep", "color", "palette", "gray and alpha", "color and alpha"],
)
def test_kinds_of_png(picture: bytes) -> None:
    larger = enlarged(picture, 4)
    assert larger
    width, height, left, right = gray(larger)
    assert (width, height) == (4 * WIDTH, 4 * HEIGHT)
    assert left < 10
    assert right > 245


def test_jpeg() -> None:
    data = (FIXTURES / "scan.pdf").read_bytes()
    picture = data[data.index(b"\xff\xd8") : data.index(b"\xff\xd9") + 2]
    larger = enlarged(picture, 1.5)
    assert larger
    assert gray(larger)[:2] == (1860, 2631)


@pytest.mark.parametrize(
    "picture",
    [
        png(0, b"\0", b"\xff", interlaced=1),
        png(5, b"\0", b"\xff"),
        png(0, b"\0", b"\xff")[:20],
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xc0\0\x11\x08\0\x0a\0\x14\x04" + bytes(20),
        b"GIF89a\x14\0\x0a\0",
        b"",
    ],
)
def test_what_stays_as_it_is(picture: bytes) -> None:
    assert enlarged(picture, 2) is None


def test_a_palette_cut_short() -> None:
    larger = enlarged(png(3, b"\0", b"\1", palette=b"\0"), 2)
    assert larger is None or larger.startswith(b"P5")
