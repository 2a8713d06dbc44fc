"""Addresses behind the words of the header: "LinkedIn", "my website", an icon (see `Document.links`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.model.document import Document, Link, Text
from careercraft.parse.emails import without_emails
from careercraft.parse.places import city_country
from careercraft.parse.rows import Row

LINK = re.compile(
    r"""
    (?<![\w@.])
    (?: https?://[^\s|,;<>()]+                                              # a full address
      | www\.[^\s|,;<>()]+
      | (?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?:/[^\s()]*)?(?=\s\((?:portfolio|company|personal|blog|other)\))
      | (?:[a-z0-9-]{1,63}\.){1,6}                                         # linkedin.com/in/x, example.org
        (?:com|org|net|io|dev|me|edu|ai|app|co|info|tech|design|blog|xyz|site|page|de|fr|es|it|nl|ch|at|be|pt
          |eu|uk|us|ca|in|gov|ac\.uk|co\.uk)(?:/[^\s|,;<>()]*)?(?![\w@])
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PERSONAL = re.compile(r"(?:https?://)?(?:[\w-]+\.)?linkedin\.com/(?:in|pub)/", re.IGNORECASE)
"""Whose it is can be told even far from the header."""
_ADDRESS = re.compile(r"(?:https?://|www\.)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_MAP = re.compile(r"https?://(?:www\.)?(?:maps?\.|google\.[a-z.]{2,6}/maps|goo\.gl/maps|openstreetmap\.)")
_BARE = re.compile(r"^(?:https?://)?(?:www\.)?|/+$", re.IGNORECASE)
KIND = re.compile(
    r"\((?:linkedin|portfolio|personal|company|blog|other|rss feed|mobile|home|work|github|website|xing)\)",
    re.IGNORECASE,
)
"""What LinkedIn's own export writes behind an address."""


def linked_email(document: Document) -> Text | None:
    """The first address that a `mailto:` link holds."""
    for link in document.links:
        if link.target.lower().startswith("mailto:") and "@" in link.target:
            return Text(link.target[7:].partition("?")[0], link.span)
    return None


def linked_addresses(document: Document, rows: Sequence[Row], known: Sequence[Text]) -> list[Text]:
    """Links of the header's rows that aren't among `known`, and LinkedIn profiles from anywhere."""
    seen = {bare(text.value) for text in known}
    found: list[Text] = []
    for link in document.links:
        target = link.target.lower()
        if target.startswith(("mailto:", "tel:", "geo:")) or _MAP.match(target) or not _is_own(link, rows):
            continue
        visible = document.quote(link.span).strip()
        value = visible if _ADDRESS.fullmatch(visible) else link.target
        if not seen & {bare(value), bare(link.target)}:
            seen |= {bare(value), bare(link.target)}
            found.append(Text(value, link.span))
    return found


def link_words(document: Document) -> frozenset[str]:
    """The visible words of links, and none at all, which say nothing more once the address is known."""
    return frozenset(document.quote(link.span).strip() for link in document.links) | {""}


def bare(address: str) -> str:
    """Without what makes no difference: `https://www.` and the last slash."""
    return _BARE.sub("", address.strip()).casefold()


def _is_own(link: Link, rows: Sequence[Row]) -> bool:
    at = link.span.start
    return bool(_PERSONAL.match(link.target)) or any(row.start <= at <= row.pieces[-1].end for row in rows)


def printed_addresses(row: Row) -> list[Text]:
    """The web addresses that the row prints."""
    found: list[Text] = []
    for piece in row.pieces:
        text = without_emails(piece.text)
        for match in LINK.finditer(text):
            link = piece.cut(match.start(), match.end()).strip(".,;")
            if city_country(link.text) is None:
                found.append(link.to_text())
    return found
