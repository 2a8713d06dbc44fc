"""What a font's name tells: bold, or a set of pictures."""

from __future__ import annotations

import re
from functools import lru_cache

_BOLD = re.compile(
    r"bold|black|heavy|(?<![a-z])(?:demi|semi)(?![a-z])|cmbx|cmssbx|sfbx|ecbx|[-,]bd(?![a-z])|-(?:\w*)?(?:medi)(?![a-z])",
    re.I,
)
_SYMBOLS = re.compile(
    r"wingdings|webdings|dingbats|symbolmt|^symbol|awesome|icomoon|icons(?![a-z])|(?<![a-z])icons?(?![a-z])|(?-i:Icon)|glyphs?icon",
    re.I,
)
_BULLETS = re.compile(r"wingdings|dingbats|symbol", re.I)
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@lru_cache(maxsize=512)
def font_name(name: str) -> str:
    """Without the prefix of a subset: the same font may come in several."""
    return _SUBSET.sub("", name)


@lru_cache(maxsize=512)
def is_bold(name: str) -> bool:
    return _BOLD.search(font_name(name)) is not None


@lru_cache(maxsize=512)
def is_symbols(name: str) -> bool:
    return _SYMBOLS.search(font_name(name)) is not None


@lru_cache(maxsize=512)
def is_bullet_font(name: str) -> bool:
    """Symbol fonts of word processors, whose single letters are nearly always bullets."""
    return _BULLETS.search(font_name(name)) is not None
