"""`careercraft skills link`: the best skills for each line of a file."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.options import Encoder, Taxonomy, settings_from
from careercraft.cli.vectors import watch_vectors

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.match.bridge import Bridge

_ESCAPES = {b"\xc2\x85": rb"\u0085", b"\xe2\x80\xa8": rb"\u2028", b"\xe2\x80\xa9": rb"\u2029"}
"""Where some readers, Python's splitlines among them, would end a line."""
_LINE_ENDS = re.compile(b"|".join(_ESCAPES))


def link(
    file: Annotated[
        str, typer.Argument(help="A text file, a line each; - or nothing for standard input.")
    ] = "-",
    top: Annotated[int, typer.Option(help="How many skills a line gets.", min=1)] = 5,
    taxonomy: Taxonomy = None,
    encoder: Encoder = None,
) -> None:
    """Rank the skills nearest to each line: a JSON line out for each line in, always the best of the taxonomy.

    No threshold: the score orders the skills of a line and is no probability. Those of a blank line have score 0.
    """
    import msgspec

    # Before numpy is loaded: its products run beside the encoder's threads, and would only wait for the same cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from careercraft.api import Workbench
    from careercraft.match.ranking import Ranker

    bench = Workbench(settings_from(taxonomy=taxonomy, encoder=encoder))
    bench.warm_up()
    watch_vectors(bench)
    lines = _lines(file)
    encoder_json = msgspec.json.Encoder()
    skills = bench.taxonomy.skills
    ranker = Ranker(bench.linker, _bridge(bench))
    for number, (line, ranked) in enumerate(zip(lines, ranker.rank(lines, top), strict=True), start=1):
        found = [
            {
                "id": hit.skill_id, "name": skills[hit.skill_id].name, "score": hit.score, "tier": hit.tier,
                "span": {"start": hit.span[0], "end": hit.span[1]}, "quote": line[slice(*hit.span)],
            }
            for hit in ranked
        ]  # fmt: skip
        written = encoder_json.encode({"line": number, "text": line, "skills": found})
        console.out(_LINE_ENDS.sub(lambda end: _ESCAPES[end[0]], written) + b"\n")


def _bridge(bench: Workbench) -> Bridge | None:
    """What the built-in taxonomy knows of names helps every other."""
    from careercraft.match.bridge import Bridge
    from careercraft.taxonomy import load_taxonomy
    from careercraft.taxonomy.named import split_names
    from careercraft.taxonomy.stored import BUILTIN

    if BUILTIN in split_names(bench.settings.taxonomy):
        return None
    return Bridge(load_taxonomy(), bench.taxonomy)


def _lines(file: str) -> list[str]:
    """Parted at line feeds alone, so that a line out is the line in; the last line feed begins no line."""
    from pathlib import Path

    from careercraft.errors import InputError
    from careercraft.read.decode import decode

    if file == "-":
        data, name = console.read_stdin(), "-"
    else:
        name = Path(file).name
        try:
            data = Path(file).read_bytes()
        except OSError as error:
            raise InputError(
                f"{name} can't be read: {error.strerror}", "give a text file with a line for each text"
            ) from error
    text = decode(data, name)
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return [line.removesuffix("\r") for line in lines]
