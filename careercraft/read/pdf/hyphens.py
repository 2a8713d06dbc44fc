"""Words and addresses divided at a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from careercraft.read.assemble import Draft

_DIVIDED = re.compile(r"([^\W\d_]{2,})-\Z")
_REST = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_PROFILE = re.compile(r"(?:[a-z]{2,3}\.)?(?:linkedin|github|gitlab)\.com/", re.I)
_PATH = re.compile(r"[\w./%?=&-]+")
_DOMAIN_END = re.compile(r"[a-z0-9-]*(?:\.[a-z0-9-]+)*[a-z]", re.I)
_FEW = 3
_LOCAL = re.compile(r"[\w.+-]+")
_HOST = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_HOST_CUT = re.compile(r"(?:[\w.+-]+@)?[\w-]+(?:\.[\w-]+)*\.[a-z]{1,3}", re.I)
_TOP = frozenset(["com", "org", "net", "edu", "gov", "info"])
"""Ends of addresses that the edge of a narrow column may cut; those of countries have no letter to spare."""


# "jane@example. org": the two lines of a narrow column, already joined as words of a paragraph.
_SPACED_END = re.compile(r"([\w.+-]@[\w-]+(?:\.[\w-]+)*\.)\s([a-z]{2,6}|[A-Z]{2,6})$")


def join_hyphens(drafts: list[Draft]) -> list[Draft]:
    """Joins `develop-` / `ment` when the whole word stands elsewhere and the hyphened one doesn't.

    Anything less sure stays divided: `self-` / `motivated` has its hyphen by right.
    """
    if not any(draft.text.endswith("-") for draft in drafts):
        return drafts
    words = _words(draft.text for draft in drafts)
    for draft, following in pairwise(drafts):
        if draft.block == following.block:
            _join(draft, following, words)
    return [draft for draft in drafts if draft.text]


def join_addresses(drafts: list[Draft]) -> list[Draft]:
    """Joins `jane@example.` / `org`, where a link or the address itself shows that the next line goes on with it."""
    for spaced in drafts:
        if "@" in spaced.text:
            spaced.text = _SPACED_END.sub(r"\1\2", spaced.text)
    draft = drafts[0] if drafts else None
    for following in drafts[1:]:
        if draft is None or following.gap or following.bullet or not _looks_open(draft, following):
            draft = following
            continue
        head, rest = draft.text.rsplit(" ", 1)[-1], following.text.split(" ", 1)
        if _linked_as_one(draft, following) or _is_divided(head, rest[0]):
            draft.text += rest[0]
            following.text = rest[1] if len(rest) > 1 else ""
            _join_links(draft, following)
        draft = following if following.text else draft
    return [draft for draft in drafts if draft.text]


def _looks_open(draft: Draft, following: Draft) -> bool:
    return (
        bool(draft.links and following.links)
        or "@" in draft.text
        or "@" in following.text[:1]
        or "/" in draft.text
        or (len(following.text) <= _FEW and _HOST_CUT.fullmatch(draft.text) is not None)
    )


def _linked_as_one(draft: Draft, following: Draft) -> bool:
    if not draft.links or not following.links:
        return False
    (head, target), (tail, other) = draft.links[-1], following.links[0]
    return (
        target == other
        and bool(head and tail)
        and draft.text.endswith(head)
        and following.text.startswith(tail)
        and f"{head}{tail}".lower() in target.lower()
    )


def _is_divided(head: str, tail: str) -> bool:
    if head.startswith(("http://", "https://", "www.")) or _PROFILE.match(head):
        return head.endswith(("/", "-", "_", "=")) and _PATH.fullmatch(tail) is not None
    if _HOST_CUT.fullmatch(head) and f"{head.rsplit('.', 1)[1]}{tail}".lower() in _TOP:
        return True
    if "@" in head:
        domain = head.rsplit("@", 1)[1]
        open_end = domain.endswith((".", "-")) or "." not in domain
        return open_end and _DOMAIN_END.fullmatch(tail) is not None and ("." in tail or domain.endswith("."))
    return _LOCAL.fullmatch(head) is not None and _HOST.fullmatch(tail) is not None


def _join_links(draft: Draft, following: Draft) -> None:
    if draft.links and following.links and draft.links[-1][1] == following.links[0][1]:
        words, target = draft.links[-1]
        draft.links[-1] = (words + following.links.pop(0)[0], target)


def _words(texts: Iterable[str]) -> set[str]:
    return {word.lower() for text in texts for word in _WORD.findall(text)}


def _join(draft: Draft, following: Draft, words: set[str]) -> None:
    head, tail = _DIVIDED.search(draft.text), _REST.match(following.text)
    if not head or not tail or not tail[0].islower():
        return
    whole, hyphened = (head[1] + tail[0]).lower(), f"{head[1]}-{tail[0]}".lower()
    if whole in words and hyphened not in words:
        rest = following.text.split(" ", 1)
        draft.text = draft.text[:-1] + rest[0]
        following.text = rest[1] if len(rest) > 1 else ""
