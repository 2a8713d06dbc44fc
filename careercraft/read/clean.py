"""Text hygiene, the same for every format: what a line may hold before it becomes part of a document."""

from __future__ import annotations

import re
import unicodedata

BULLETS = "•‣⁃▪▫■□◦●○◆◇▶►▸➢➤➔➜✓✔✦❖∙·⚫⬤"
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_SPACES = [0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_ZERO_WIDTH = [
    0xAD,
    0x34F,
    0x61C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x2060, 0x2065),
    0xFEFF,
    0xFFFC,
    0xFFFD,
]
_BIDI_CONTROLS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_CONTROLS),
    **dict.fromkeys(_ZERO_WIDTH),
    **dict.fromkeys(_BIDI_CONTROLS),
    **dict.fromkeys(_SPACES, " "),
    **_LIGATURES,
    0x09: "  ",
    0x0B: " ",
    0x0C: " ",
    0x2010: "-",
    0x2011: "-",
    0xF0B7: "•",  # the bullets of Symbol and Wingdings, as word processors write them
    0xF0A7: "▪",
    0xF0D8: "➢",
    0xF0FC: "✓",
    # Letters that only look styled: full-width ones, and the bold and italic ones meant for formulas.
    **{
        code: unicodedata.normalize("NFKC", chr(code))
        for code in (*range(0xFF01, 0xFF5F), *range(0x1D400, 0x1D800))
    },
}
CYRILLIC = dict(zip("авекмнорстухіјѕԁԛԝАВЕКМНОРСТУХІЈЅ", "abekmhopctyxijsdqwABEKMHOPCTYXIJS", strict=True))
"""Letters that look like Latin ones."""
_HAS_CYRILLIC = re.compile("[\u0400-\u052f]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_PLAIN = re.compile(r"[ -~]*\Z")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]")
_CID = re.compile(r"\(cid:\d+\)")
# UTF-8 read as Windows-1252: a lead byte as a letter, then continuation bytes as symbols.
_TRAIL = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MOJIBAKE = re.compile(f"[Â-ß]{_TRAIL}|[à-ï]{_TRAIL}{{2}}|ï¼|Â(?=\\s|$|[.,;:)]|[A-Z][a-z])")
_TRUNCATED = {"Â": "", "ï¼": " -"}  # of a no-break space, of a full-width hyphen (EF BC 8D)
_WIDE_GAP = re.compile(r" {3,}")
_NUMBERED = r"\(?\d{1,2}[.)]|\(?[a-h]\)"
_BULLET = re.compile(
    rf"\s*(?:[{BULLETS}](?![{BULLETS}]{{2}})(?!(?:\s*[{BULLETS}])+\s*\Z)\s*|[-–—*+]\s+|o\s+(?=[A-Z(\"“])|(?:{_NUMBERED})\s+)(?=\S)"
)

_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p[aá]gina|pagina|p\.)?\s*\d{1,3}\s*(?:(?:/|of|von|de|di|sur|van)\s*\d{1,3})?\Z", re.I
)


def clean_line(raw: str) -> str:
    """One line without line breaks: NFC, nothing invisible, at most two spaces in a row."""
    if not _PLAIN.match(raw):
        raw = _clean_unicode(raw)
    if "(cid:" in raw:
        raw = _CID.sub("", raw)
    return _WIDE_GAP.sub("  ", raw).rstrip() if "   " in raw else raw.rstrip()


def _clean_unicode(raw: str) -> str:
    raw = _MOJIBAKE.sub(_repaired, raw)
    raw = _PRIVATE.sub("", raw.translate(_TABLE))
    raw = unicodedata.normalize("NFC", raw)
    return _LETTERS.sub(_one_script, raw) if _HAS_CYRILLIC.search(raw) and _LATIN.search(raw) else raw


def _one_script(found: re.Match[str]) -> str:
    """A Latin word with Cyrillic letters in it, typed by mistake or to fool a reader, in Latin letters."""
    word = found[0]
    if not _LATIN.search(word):
        return word
    plain = "".join(CYRILLIC.get(char, char) for char in word)
    return word if _HAS_CYRILLIC.search(plain) else plain


def _repaired(found: re.Match[str]) -> str:
    """The character that was meant; for one whose last byte got lost what it most likely was."""
    text = found[0]
    if text in _TRUNCATED:
        return _TRUNCATED[text]
    try:
        return b"".join(_byte(letter) for letter in text).decode("utf-8")
    except UnicodeError:
        return text


def _byte(letter: str) -> bytes:
    return bytes([ord(letter)]) if ord(letter) < 0x100 else letter.encode("cp1252")


MOST_LINE = 10_000
"""Code points of a line. A posting pasted without line breaks has some 5,000; past this a line is no text that anyone
wrote, and patterns that look back from each place in it would cost the square of its length."""


def split_lines(raw: str) -> list[str]:
    """Raw text at its line breaks (\\n, \\r\\n, \\r, form feed, Unicode separators), and where a line has no end."""
    lines = re.split(r"\r\n|[\n\r\f\u2028\u2029\x85]", raw)
    return [part for line in lines for part in split_long(line)]


def split_long(line: str) -> list[str]:
    """Parts of at most MOST_LINE, cut after a sentence, else at a blank, else where they are full."""
    parts = []
    while len(line) > MOST_LINE:
        at = max(line.rfind(". ", MOST_LINE // 2, MOST_LINE) + 1, 0) or line.rfind(" ", 1, MOST_LINE)
        at = at if at > 0 else MOST_LINE
        parts.append(line[:at])
        line = line[at:].lstrip(" ")
    return [*parts, line]


def collapse(raw: str) -> str:
    """Any whitespace, line breaks too, as single spaces; for formats where layout is no part of the text."""
    return clean_line(" ".join(raw.split()))


def bullet_length(text: str) -> int:
    """Length of the bullet or list number the line begins with, spaces included; 0 without one."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def is_page_number(text: str) -> bool:
    """Whether a line in a page's margin says which page it is and nothing else."""
    return _PAGE_NUMBER.match(text) is not None
