"""Which neighbouring skills are alternatives: "Java or Kotlin", "one of AWS, Azure or GCP", "Excel (or similar)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from careercraft.model.match import Mention

_LINK = re.compile(
    r"^[\s,/()]*(?:(?P<or>\bor\b|and/or|\beither\b)|(?P<and>\band\b|&|\+)"
    r"|(?P<like>\b(?:such as|e\.g\.?|eg|like|for example|i\.e\.)))?"
    r"[\s,/()]*(?:(?:an?|the|another|other|any|some|equivalent|similar|comparable|in|of|with|experience|knowledge)\b\s*)*$",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"^\s*\($")
_WORD = r"(?!(?:or|and)\b)[\w.+#’'-]+"
_UNKNOWN_ITEMS = re.compile(rf"^[\s,/()]*,\s*(?:{_WORD}(?: {_WORD})?(?:\s*,\s*|\s(?=(?:or|and)\s)))+")
"""Items between two names that no name covers: "Looker, Mode, Metabase, or Tableau"."""
_ONE_OF = re.compile(r"\b(?:one(?: or more)? of|any of|either|at least one)\b[^.;\n]{0,60}$", re.IGNORECASE)
_EXAMPLES = re.compile(
    r"^(?:[ ]?[\w-]+){0,2}[\s,(]*\b(?:such as|e\.g\.?|eg|like|for example|including)\b[\s,.:]*$",
    re.IGNORECASE,
)
"""Up to two words between the general name and its examples: "statistical programming package (e.g., "."""

_COMPARABLE = re.compile(
    r"^[\s,(]*\bor\s+(?:an?\s+|any\s+|some\s+|another\s+)?(?:other\s+)?(?:comparable|similar|equivalent|other|like)\s+"
    r"(?:[\w-]+\s+){1,3}[\s,(]*(?:such as|e\.g\.?|like|for example|including)[\s,.:]*$",
    re.IGNORECASE,
)
"""Between a name and others that do as well: "Airflow or a comparable orchestrator such as Dagster"."""


def group_alternatives(text: str, start: int, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one statement (beginning at `start` of `text`) in groups of which one skill is enough each."""
    groups: list[list[Mention]] = []
    for chain in _chains(text, mentions):
        links = [text[a.span.end : b.span.start] for a, b in pairwise(chain)]
        if (
            (any(_kind(link) == "or" for link in links) and not any(_kind(link) == "and" for link in links))
            or _ONE_OF.search(text, start, chain[0].span.start)
            or (links and (_kind(links[0]) == "like" or _are_shown(links)))
        ):
            groups.append(list(chain))
        else:
            groups.extend([mention] for mention in chain)
    return groups


def _are_shown(links: Sequence[str]) -> bool:
    """ "BI tools (Looker / Tableau / Qlik)": a slash between examples in brackets parts alternatives."""
    return bool(_SHOWN.match(links[0])) and len(links) > 1 and all("/" in link for link in links[1:])


def _chains(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Runs of mentions with nothing between them but list words."""
    chains: list[list[Mention]] = []
    for mention in mentions:
        if chains and _kind(text[chains[-1][-1].span.end : mention.span.start]) is not None:
            chains[-1].append(mention)
        else:
            chains.append([mention])
    return chains


def _kind(link: str) -> str | None:
    """or | and | like | list; None when other words stand between."""
    flat = _UNKNOWN_ITEMS.sub(", ", link.replace("\n", " "))
    if _EXAMPLES.match(flat):
        return "like"
    if _COMPARABLE.match(flat):
        return "or"
    found = _LINK.match(flat)
    if not found:
        return None
    return next((kind for kind in ("or", "and", "like") if found[kind]), "list")
