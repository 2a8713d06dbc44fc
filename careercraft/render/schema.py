"""JSON Schemas of the contracts, generated from the types: `python -m careercraft.render.schema FOLDER`.

The files in `docs/schema/` are its output; a test fails when one is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from careercraft.model import analysis, comparison, plan, role_match
from careercraft.render.roadmap.json import RoadmapReport


class Contract(NamedTuple):
    type: type[msgspec.Struct]
    schema: str
    description: str

    @property
    def file(self) -> str:
        """ "careercraft.analysis-1.json"."""
        return f"{self.schema.replace('/', '-')}.json"


CONTRACTS = {
    "analysis": Contract(
        analysis.Analysis,
        analysis.SCHEMA,
        "What `careercraft analyze --format json` writes. Spans count Unicode code points.",
    ),
    "comparison": Contract(
        comparison.Comparison,
        comparison.SCHEMA,
        "What `careercraft analyze --compare --format json` writes: several postings for one resume.",
    ),
    "role_match": Contract(
        role_match.RoleMatch,
        role_match.SCHEMA,
        "What `careercraft roles match --format json` writes: the roles of the catalogue for one resume.",
    ),
    "roadmap": Contract(
        RoadmapReport,
        plan.SCHEMA,
        "What `careercraft roadmap --format json` writes: a plan, and what was done of it.",
    ),
}


def build(name: str = "analysis") -> dict[str, Any]:
    """JSON Schema 2020-12 of a contract. Additional properties stay allowed: so the contract can grow."""
    contract = CONTRACTS[name]
    schema = msgspec.json.schema(contract.type)
    definitions: dict[str, Any] = schema["$defs"]
    definitions[contract.type.__name__]["properties"]["schema"] = {"const": contract.schema}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:careercraft:schema:{name}:1",
        "title": contract.schema,
        "description": contract.description,
        **schema,
    }


def encode(name: str = "analysis") -> bytes:
    """The schema as its file holds it."""
    return msgspec.json.format(msgspec.json.encode(build(name)), indent=2) + b"\n"


def write(folder: Path) -> None:
    """All of them, each in its file."""
    for name, contract in CONTRACTS.items():
        (folder / contract.file).write_bytes(encode(name))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write(Path(sys.argv[1]))
    else:
        sys.stdout.buffer.write(encode())
