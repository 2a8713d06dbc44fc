"""RTF as a flat stream of tokens, and the tables that say what its words stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?   # a control word, its number, and the space that ends it
      | \\'([0-9a-fA-F]{2})                   # a byte in the font's code page
      | \\([^a-zA-Z])                         # a control symbol
      | ([{}])
      | [\r\n\0]+
      | ([^\\{}\r\n\0]+)""",
    re.VERBOSE,
)
SYMBOLS = {
    "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "~": " ", "_": "-", "\\": "\\", "{": "{",
    "}": "}", "\t": "\t", "nestcell": "\t",
}  # fmt: skip
"""Control words and symbols that are a character; `\\nestcell` parts the cells of a table in a cell."""

_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
SYMBOL_CHARSET = 2
"""Of fonts such as Symbol and Wingdings, whose bytes are no letters."""


class Token(NamedTuple):
    word: str = ""
    """A control word or symbol; `{group` and `}group` where a group begins and ends."""
    number: int | None = None
    byte: int = -1
    text: str = ""


def tokens(data: bytes) -> Iterator[Token]:
    """Tokens in order, each character of text one byte (Latin-1). What `\\bin` announces is passed over."""
    source = data.decode("latin-1")
    at = 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:  # a lone backslash at the end
            return
        at = found.end()
        word, number, byte, symbol, brace, text = found.groups()
        if word == "bin":
            at += max(0, int(number or 0))
        elif word:
            yield Token(word, None if number is None else int(number))
        elif byte:
            yield Token(byte=int(byte, 16))
        elif symbol:
            yield Token(symbol, None)
        elif brace:
            yield Token("{group" if brace == "{" else "}group")
        elif text:
            yield Token(text=text)


def codec_of_charset(charset: int) -> str | None:
    """Python's codec for a font's `\\fcharset`."""
    return _CHARSETS.get(charset)


def codec_of_page(page: int) -> str | None:
    """Python's codec for an `\\ansicpg` or `\\cpg` number."""
    known = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 950: "big5"}
    name = known.get(page, f"cp{page}")
    try:
        b"a".decode(name)
    except (LookupError, UnicodeError):
        return None
    return name
