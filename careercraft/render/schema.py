"""JSON Schema of the contract, generated from the types: `python -m careercraft.render.schema [FILE]`.

`docs/schema/careercraft.analysis-1.json` is its output; a test fails when that file is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec

from careercraft.model.analysis import SCHEMA, Analysis


def build() -> dict[str, Any]:
    """JSON Schema 2020-12 of an analysis. Additional properties stay allowed: so the contract can grow."""
    schema = msgspec.json.schema(Analysis)
    definitions: dict[str, Any] = schema["$defs"]
    definitions["Analysis"]["properties"]["schema"] = {"const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:careercraft:schema:analysis:1",
        "title": SCHEMA,
        "description": "What `careercraft analyze --format json` writes. Spans count Unicode code points.",
        **schema,
    }


def encode() -> bytes:
    """The schema as the file holds it."""
    return msgspec.json.format(msgspec.json.encode(build()), indent=2) + b"\n"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_bytes(encode())
    else:
        sys.stdout.buffer.write(encode())
