"""A plain list: a label a line, kept as it stands."""

from __future__ import annotations

from pathlib import Path

from careercraft.model.skill import Skill
from careercraft.taxonomy.hours import hours_of
from careercraft.taxonomy.importers.parts import Imported, Slugs
from careercraft.taxonomy.importers.rows import fault, read_lines


def read_labels(file: Path) -> Imported:
    """One skill a label, in their order. Blank lines count for nothing, and neither does a label's second line.

    Labels that differ in anything ("C", "c", "C#") are skills of their own, whatever their ids would be.
    """
    slugs = Slugs()
    lines = [line.removesuffix("\r") for line in read_lines(file).split("\n")]
    labels = [line for line in lines if line.strip()]
    if not labels:
        raise fault(file, 1, "column 1: there is no label", "write one a line")
    kept = list(dict.fromkeys(labels))
    skills = tuple(
        Skill(id=slugs.make(label), name=label, kind="technical", hours=hours_of("technical"))
        for label in kept
    )
    twice = len(labels) - len(kept)
    return Imported(skills, notes=(f"{twice} label(s) stood twice",) if twice else ())
