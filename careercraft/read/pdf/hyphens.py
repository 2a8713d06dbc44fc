"""Words divided at a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from careercraft.read.assemble import Draft

_DIVIDED = re.compile(r"([^\W\d_]{2,})-\Z")
_REST = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


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
