"""How much of what postings name the taxonomy knows, on a half that may be read and on one that is only counted.

- `postings`: the skills of 60 postings, labeled by reading before the taxonomy grew (`skill_labels.json`).
- `rjdb`: the skill lists of RJDB's rows, halves by the parity of the posting's hash.
- `onet_hot`: O*NET's hot technologies; no half of it is closed.

A phrase is covered when it is a name, an alias or a spelling of one, or when the mentions in it cover every telling
word ("Spring/Hibernate" is two skills; `whole` asks for one mention). `--misses` prints those of the open halves that
aren't; of the closed halves nothing but shares is ever printed.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from careercraft.match.fuzzy import FuzzyMatcher
from careercraft.match.surface import SurfaceMatcher
from careercraft.model.document import Span
from careercraft.parse.tables import word_set
from careercraft.taxonomy import load_taxonomy
from careercraft.taxonomy.index import Taxonomy
from careercraft.taxonomy.spelling import Spellings
from careercraft.taxonomy.surface import fold

LABELS = Path(__file__).with_name("skill_labels.json")
BARS = {"postings": 0.90, "rjdb": 0.90, "onet_hot": 0.95}
_FILLERS = word_set(
    """a an the of in on with for to and or from at by as using use via its their our your such skill skills ability
    abilities able knowledge experience experienced proficiency proficient understanding expertise familiarity
    familiar background competency competencies strong excellent good solid proven advanced basic intermediate
    working effective high highly general software tool tools technique techniques principle principles concept
    concepts method methods methodology methodologies perform performing various multiple including practice
    practices technology technologies standard standards procedure procedures system systems platform platforms
    application applications program programs process processes service services"""
)
_WORD = re.compile(r"[^\W_][\w+#'.&-]*")

Counts = dict[str, int]
"""Phrases and in how many rows each stands."""


def run(data: Path, arguments: argparse.Namespace | None = None) -> dict[str, Any]:
    """`{set: {half: {phrases, covered, covered_as_named, bar}}}`; as named, a phrase counts as often as it stands."""
    known, sets = Known(load_taxonomy()), read_sets(data)
    figures = {
        name: {half: _figures(phrases, known) | {"bar": BARS[name]} for half, phrases in halves.items()}
        for name, halves in sets.items()
    }
    for name, halves in figures.items() if arguments else ():
        for half, row in halves.items():
            shares = f"{row['covered']:.3f} of {row['phrases']}, {row['covered_as_named']:.3f} as named"
            print(f"{name:10} {half:6}  {shares}  bar {row['bar']:.2f}")
    for name, halves in sets.items() if arguments and arguments.misses else ():
        print(
            *(f"{name}  {phrase}" for phrase in sorted(halves["open"]) if not known.covers(phrase)), sep="\n"
        )
    return figures


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--misses", action="store_true", help="coverage: phrases of the open halves that aren't known"
    )


class Known:
    """What a taxonomy covers, as the linker's surface and fuzzy tiers find it."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._names = taxonomy.by_surface
        self._matcher = SurfaceMatcher(taxonomy)
        self._spellings = Spellings(taxonomy)
        self._misspelled = FuzzyMatcher(taxonomy)

    def covers(self, phrase: str) -> bool:
        return self._names_it(phrase) or not self._left(
            phrase, [hit.span for hit in self._matcher.find(phrase)]
        )

    def covers_whole(self, phrase: str) -> bool:
        """By one entry."""
        if self._names_it(phrase):
            return True
        spans = [hit.span for hit in self._matcher.find(phrase)]
        longest = sorted(spans, key=lambda span: (span.start - span.end, span.start))[:1]
        return bool(longest) and not self._left(phrase, longest)

    def _names_it(self, phrase: str) -> bool:
        bare = re.sub(r"\s*\([^)]*\)", "", phrase)
        return any(
            fold(text) in self._names or self._spellings.find(text) or self._misspelled.find(text)
            for text in (phrase, bare)
        )

    def _left(self, phrase: str, spans: Sequence[Span]) -> bool:
        """Whether a telling word is in none of the spans; so it is where there are none."""
        telling = [word for word in _WORD.finditer(phrase) if word[0].rstrip(".").lower() not in _FILLERS]
        return not spans or any(
            not any(span.start < word.end() and word.start() < span.end for span in spans) for word in telling
        )


def read_sets(data: Path) -> dict[str, dict[str, Counts]]:
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    return {
        "postings": {half: _counted(labels[half].values()) for half in ("open", "closed")},
        "rjdb": _rjdb(data / "gaps" / "rjdb_dev.jsonl"),
        "onet_hot": {"open": _hot(data / "onet" / "technology_skills.csv")},
    }


def is_open(posting: str) -> bool:
    """The half of a posting, so that one which stands in two rows is wholly on one side."""
    return int(hashlib.sha256(posting.encode()).hexdigest()[-1], 16) % 2 == 0


def _rjdb(path: Path) -> dict[str, Counts]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {
        half: _counted(row["Skills"] for row in rows if is_open(row["Job-Description"]) is (half == "open"))
        for half in ("open", "closed")
    }


def _hot(path: Path) -> Counts:
    with path.open(encoding="utf-8", newline="") as file:
        return dict(Counter(row["Example"] for row in csv.DictReader(file) if row["Hot Technology"] == "Y"))


def _counted(rows: Iterable[Iterable[str]]) -> Counts:
    return dict(Counter(name for row in rows for name in {" ".join(phrase.split()) for phrase in row} - {""}))


def _figures(phrases: Counts, known: Known) -> dict[str, Any]:
    covered = {phrase for phrase in phrases if known.covers(phrase)}
    whole = sum(known.covers_whole(phrase) for phrase in phrases)
    named = sum(phrases[phrase] for phrase in covered)
    return {
        "phrases": len(phrases),
        "covered": round(len(covered) / max(1, len(phrases)), 4),
        "covered_whole": round(whole / max(1, len(phrases)), 4),
        "covered_as_named": round(named / max(1, sum(phrases.values())), 4),
    }
