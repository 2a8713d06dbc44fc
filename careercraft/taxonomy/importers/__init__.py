"""Vocabularies that others keep, read into skills and roles of ours: one module a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from careercraft.taxonomy.importers.esco import read_esco
from careercraft.taxonomy.importers.labels import read_labels
from careercraft.taxonomy.importers.onet import read_onet
from careercraft.taxonomy.importers.parts import Imported
from careercraft.taxonomy.importers.table import read_table

__all__ = ["READERS", "Imported"]

READERS: dict[str, Callable[[Path], Imported]] = {
    "esco": read_esco,
    "onet": read_onet,
    "csv": read_table,
    "labels": read_labels,
}
"""By format. Each raises ConfigError that names file, line and column of the first mistake."""
