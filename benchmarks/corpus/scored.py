"""One document of a corpus with what came of each of its values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from benchmarks.corpus.build import truth_path
from benchmarks.corpus.compare import compare
from benchmarks.corpus.facts import facts_of
from benchmarks.corpus.outcome import Outcome
from careercraft.errors import CareerCraftError
from careercraft.model.resume import Resume
from careercraft.parse import parse_resume
from careercraft.read import read_path
from careercraft.read.reader import Engine

EMPTY = Resume()


@dataclass(frozen=True)
class Scored:
    """`group` is the theme or template, `corpus` the name under which figures are told."""

    corpus: str
    document: str
    group: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Choice:
    """Which engine reads PDFs, and which documents are looked at."""

    engine: Engine = "pdfium"
    only: str | None = None
    """A glob over `corpus/document`, or over the document's name."""

    def takes(self, corpus: str, path: Path) -> bool:
        return self.only is None or any(
            fnmatchcase(name, self.only) for name in (path.name, f"{corpus}/{path.name}")
        )

    def parse(self, path: Path) -> tuple[Resume, Outcome | None]:
        """The resume; an empty one, and an outcome that says so, where the document can't be read."""
        try:
            return parse_resume(read_path(path, engine=self.engine)), None
        except CareerCraftError as error:
            return EMPTY, Outcome("readable", "a document", f"error: {error}", False)


def built(name: str, folder: Path, choice: Choice) -> Iterator[Scored]:
    """The documents of a built corpus, the DOCX as a corpus of their own."""
    for truth in sorted(folder.glob("*.truth.json")):
        stem = truth.name.removesuffix(".truth.json")
        for path in (truth.with_name(f"{stem}{ending}") for ending in (".pdf", ".docx")):
            corpus = f"{name}-docx" if path.suffix == ".docx" else name
            if path.exists() and choice.takes(corpus, path):
                resume, failure = choice.parse(path)
                wanted = json.loads(truth_path(path).read_text("utf-8"))
                outcomes = [*filter(None, (failure,)), *compare(wanted, facts_of(resume))]
                yield Scored(corpus, path.name, stem.rpartition(".")[2], tuple(outcomes))
