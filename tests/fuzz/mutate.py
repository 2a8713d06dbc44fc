"""Damages real files, the same way for the same number."""

from __future__ import annotations

import copy
import io
import json
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

Mutation = Callable[[bytes, random.Random], bytes]

_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?\bendobj\s*", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]*)(?: [^<>]*)?(?:/>|>(?:(?!<\1[ >]).)*?</\1>)", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_LENGTH = re.compile(rb"/Length \d+")
_NUMBERS = (b"0", b"-1", b"1e9", b"65536", b"2147483648", b"99999999999999999999", b"0.0000001", b"-32769")
_VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e300,
    "",
    [],
    {},
    [[]],
    ["a", 1, None],
    {"name": {"name": []}},
    "2020-13",
)
_FLOODS, _MOST_FLOODED = 0.02, 200_000
"""How often something odd is repeated without end, and how many bytes of it at most."""
_MOST_UNPACKED = 2_000_000
_ODD = (
    "\0", "\x1b[31m", "\u202e", "\u200b" * 40, "\ud800", "\ufeff", "e" + "\u0301" * 60, "\u2028", "😀", "ﬁ",
    " " * 3000, "\t" * 300, "\n" * 500, "A" * 5000, "1" * 400, "- " * 400, "(" * 600, "[{" * 400, "<b>" * 400,
    "{\\rtf1 " * 200, "1999 - 2005 " * 60, "2020-13-45", "٢٠٢٠", "99/99/9999 – 00/0000", "a@b" * 200, "|" * 500,
    "Experience\n" * 30, "</html>", "]]>", "<!--", "/* ", "@media {", "<style>a{", "**a _b ", "[a](", "`",
    "&#0;&#55555;&amp;amp;", "../../", "%PDF-1.7", "PK\x03\x04",
)  # fmt: skip


def mutate(data: bytes, seed: str) -> bytes:
    """One to three mutations of those that fit the format; equal arguments give equal bytes."""
    chance = random.Random(seed)
    choices = _fitting(data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(choices)(data, chance)
    return data


def _fitting(data: bytes) -> list[Mutation]:
    if data.startswith(b"%PDF"):
        return [
            flip_bits,
            truncate,
            move_piece,
            change_numbers,
            shuffle_objects,
            change_stream,
            change_stream,
        ]
    if data.startswith(b"PK"):
        return [flip_bits, truncate, move_piece, change_member, change_member, change_member]
    if data.lstrip().startswith(b"{") and b'"' in data[:20]:
        return [flip_bits, truncate, change_json, change_json, change_json, change_json]
    if data.lstrip().startswith(b"<"):
        return [flip_bits, truncate, move_piece, change_elements, change_elements, insert_odd, shuffle_lines]
    return [flip_bits, truncate, move_piece, change_numbers, insert_odd, insert_odd, shuffle_lines]


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.randint(1, 30) if broken else 0):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def move_piece(data: bytes, chance: random.Random) -> bytes:
    """A piece is cut out, doubled, or put elsewhere."""
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.randint(1, 4000))
    piece, rest = data[start:end], data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return chance.choice((rest, rest[:at] + piece + rest[at:], data[:end] + piece * 3 + data[end:]))


def change_numbers(data: bytes, chance: random.Random) -> bytes:
    """Lengths, offsets, coordinates and years get values that nobody expects."""
    places = list(_NUMBER.finditer(data))
    for place in sorted(chance.sample(places, min(len(places), 4)), key=lambda found: -found.start()):
        data = data[: place.start()] + chance.choice(_NUMBERS) + data[place.end() :]
    return data


def shuffle_objects(data: bytes, chance: random.Random) -> bytes:
    """The objects of a PDF in another order: each offset in its table is wrong."""
    objects = list(_OBJECT.finditer(data))
    if len(objects) < 2:
        return flip_bits(data, chance)
    order = chance.sample(objects, len(objects))
    head, tail = data[: objects[0].start()], data[objects[-1].end() :]
    return head + b"".join(found.group() for found in order) + tail


def change_stream(data: bytes, chance: random.Random) -> bytes:
    """What is drawn on a page, or a font, is changed inside its compression, so that it gets past the unpacking."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return flip_bits(data, chance)
    found = chance.choice(streams)
    inner = _unpacked(found.group(1))
    damage = chance.choice((flip_bits, truncate, move_piece, change_numbers))
    packed = zlib.compress(damage(inner, chance), 1)
    before = data[: found.start(1)]
    lengths = list(_LENGTH.finditer(before))
    if lengths and chance.random() < 0.8:
        last = lengths[-1]
        before = before[: last.start()] + b"/Length %d" % len(packed) + before[last.end() :]
    return before + packed + data[found.end(1) :]


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST_UNPACKED)
    except zlib.error:
        return packed


def change_member(data: bytes, chance: random.Random) -> bytes:
    """A file inside a ZIP is changed and packed again, so that its checksum holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError):
        return flip_bits(data, chance)
    if not members:
        return data
    texts = sorted(name for name in members if name.endswith((".xml", ".csv"))) or sorted(members)
    chosen = chance.choice(texts)
    damage = chance.choice((flip_bits, change_elements, change_elements, change_numbers, insert_odd))
    members[chosen] = damage(members[chosen], chance)
    return _packed(members)


def _packed(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compresslevel=1)
    return packed.getvalue()


def insert_odd(data: bytes, chance: random.Random) -> bytes:
    """What breaks parsers: controls, bidi marks, runs of blanks, deep nesting, impossible dates."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(data))
        odd = chance.choice(_ODD).encode("utf-8", "surrogatepass")
        if chance.random() < _FLOODS:
            odd *= 1 + chance.randint(1, _MOST_FLOODED) // len(odd)
        data = data[:at] + odd + data[at:]
    return data


def change_elements(data: bytes, chance: random.Random) -> bytes:
    """Innermost elements of XML or HTML are doubled, dropped, put inside one another or elsewhere."""
    elements = [found.span() for found in _ELEMENT.finditer(data[:_MOST_UNPACKED])]
    for _ in range(chance.randint(1, 5) if elements else 0):
        (start, end), (other, _) = chance.choice(elements), chance.choice(elements)
        element = data[start:end]
        at = chance.choice((other, end, start + element.find(b">") + 1))
        data = data[:at] + element * chance.choice((1, 2, 50)) + data[at:] if chance.random() < 0.8 else data
        data = data[:start] + data[end:] if chance.random() < 0.3 else data
    return data


def change_json(data: bytes, chance: random.Random) -> bytes:
    """Values of another type, keys that nobody knows, lists in lists; it stays JSON."""
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        return insert_odd(data, chance)
    for _ in range(chance.randint(1, 6)):
        holder = _random_holder(tree, chance)
        keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if keys:
            odd = (*_VALUES, chance.choice(_ODD), tree.get("work"))
            holder[chance.choice(keys)] = copy.deepcopy(chance.choice(odd))
    return json.dumps(tree, default=str).encode("utf-8", "surrogatepass")


def _random_holder(tree: Any, chance: random.Random) -> Any:
    """A dict or a list somewhere in it."""
    while True:
        inner = [
            item
            for item in (tree.values() if isinstance(tree, dict) else tree)
            if isinstance(item, (dict, list))
        ]
        if not inner or chance.random() < 0.15:
            return tree
        tree = chance.choice(inner)


def shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)
