"""Pieces of Markdown that every page needs: escaped text, tables, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from careercraft.render.view import QuoteView

# What can begin markup inside a line on any common renderer, "$" for the formulas of code forges, "&" before the name
# of a character; and what can begin a block where a line or a list item begins with a document's words.
_NUMBERED = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")
_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w{1,32};)|^[#+=:-]")


def escape(text: str) -> str:
    """`text` so that a Markdown renderer shows it as it is, inside a line or a table cell."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


def code(text: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def section(heading: str, blocks: Iterable[str]) -> list[str]:
    filled = [block for block in blocks if block]
    return [f"## {heading}", *filled] if filled else []


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def table(head: Sequence[str], right: set[int], rows: Iterable[Sequence[str]]) -> str:
    """A table, without the columns that are empty in every row; empty when there is no row."""
    body = list(rows)
    if not body:
        return ""
    kept = [i for i in range(len(head)) if any(row[i] for row in body)]
    rule = ["---:" if i in right else ":---" for i in range(len(head))]
    return "\n".join(f"| {' | '.join(row[i] for i in kept)} |" for row in (head, rule, *body))


def quoted_all(quotes: Iterable[QuoteView]) -> str:
    """One below the other, inside a table cell."""
    return "<br>".join(quoted(quote) for quote in quotes)


def quoted(quote: QuoteView) -> str:
    return f"“{escape(quote.text)}”" + (f" ({quote.where})" if quote.where else "")
