"""Which links lead somewhere that a report or a parser can use."""

from __future__ import annotations

import re

_HYPERLINK = re.compile(r"\s*HYPERLINK\s+\"?([^\s\"]+)", re.I)
_TARGET = re.compile(r"(?:https?://|www\.|mailto:|tel:)[^\s\x00-\x1f\x7f]{3,500}\Z", re.I)


def link_target(address: str) -> str | None:
    """The address without spaces around it; None when it leads nowhere outside the document."""
    address = address.strip()
    return address if _TARGET.match(address) else None


def field_target(instruction: str) -> str:
    """Where a word processor's field leads, by its instruction `HYPERLINK "https://..."`; "" for other fields."""
    found = _HYPERLINK.match(instruction)
    return link_target(found[1]) or "" if found else ""
