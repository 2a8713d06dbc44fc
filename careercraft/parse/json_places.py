"""Where each value of a JSON text stands, so that a mistake in it can be told by line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


class Place(NamedTuple):
    """Counted from 1, as editors do."""

    line: int
    column: int


def place_of(text: str, offset: int) -> Place:
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def value_offsets(text: str) -> Iterator[tuple[str, int]]:
    """(path, offset) of each value of a valid JSON text in its order: `work[0].position`, "" for the whole.

    A name that stands twice in an object comes twice.
    """
    open_paths: list[
        tuple[str, int]
    ] = []  # the path of each open object or list; -1, or the index in the list
    path, tokens = "", list(_TOKEN.finditer(text))
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        mark = token.group()
        if mark in "}]":
            open_paths.pop()
        elif mark == ",":
            parent, index = open_paths[-1]
            if index >= 0:
                open_paths[-1] = (parent, index + 1)
                path = f"{parent}[{index + 1}]"
        elif following is not None and following.group() == ":" and open_paths and open_paths[-1][1] < 0:
            parent = open_paths[-1][0]
            path = f"{parent}.{mark[1:-1]}" if parent else mark[1:-1]
        elif mark != ":":
            yield path, token.start()
            if mark in "{[":
                open_paths.append((path, -1 if mark == "{" else 0))
                path = f"{path}[0]" if mark == "[" else path
