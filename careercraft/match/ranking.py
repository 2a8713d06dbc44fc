"""The best entries of a taxonomy for any line: no threshold, no overlaps removed.

Added are three views of a line (its best window of token vectors against the entry's name, the whole line against it,
how much of the spelling of a name or alias stands in the line) and a bonus for what the line names outright. The shares
were chosen on the validation sets (docs/benchmarks.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from careercraft.match.lexical import Coverage
from careercraft.match.linker import Linker
from careercraft.match.semantic import DECIMALS, WindowSums
from careercraft.model.match import Mention, Tier
from careercraft.model.ports import TokenVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

SENTENCE_SHARE = 0.5
"""Of the whole line's similarity, next to 1 of the best window's."""
LEXICAL_SHARE = 0.3
"""Of the spelling's coverage."""
NAMED_BONUS = 0.2
"""For an entry that the surface tier finds, which knows boundaries, capitals, plurals and negations."""
_WHOLE = 1 + SENTENCE_SHARE + LEXICAL_SHARE + NAMED_BONUS
"""The highest sum there is."""
_LINES_AT_ONCE = 512
"""Lines encoded together: their token vectors take some 20 MB."""


class Ranked(NamedTuple):
    """An entry for a line."""

    skill_id: str
    score: float
    """0..1 and rounded: orders the entries of one line; no probability."""
    tier: Tier
    """How the entry is there: by name, by alias, else by meaning."""
    span: tuple[int, int]
    """Code points of the line: the name found there, else the window nearest in meaning."""


class Ranker:
    """A linker that always answers. Keep it for all lines of a run."""

    def __init__(
        self, linker: Linker, sentence: float = SENTENCE_SHARE, lexical: float = LEXICAL_SHARE
    ) -> None:
        self._linker = linker
        self._shares = (sentence, lexical)

    def rank(self, lines: Sequence[str], top: int) -> Iterator[list[Ranked]]:
        """For each line the `top` best entries, best first, ties in the taxonomy's order; none for a blank line."""
        for start in range(0, len(lines), _LINES_AT_ONCE):
            part = lines[start : start + _LINES_AT_ONCE]
            for line, tokens in zip(part, self._linker.encoder.encode_tokens(part), strict=True):
                yield self._ranked(line, tokens, top) if line.strip() else []

    def scores(self, line: str, tokens: TokenVectors) -> Matrix:
        """(entries,): the weighted sum of all views, rounded, in the order of the linker's vectors."""
        return self._scores(line, tokens, self._linker.surface.find(line))

    def _scores(self, line: str, tokens: TokenVectors, mentions: Sequence[Mention]) -> Matrix:
        import numpy as np

        sentence, lexical = self._shares
        labels = self._linker.vectors.matrix
        scores = WindowSums(tokens).best(labels)
        if sentence:
            scores += sentence * (labels @ tokens.sentence)
        if lexical:
            scores += lexical * self._coverage.scores(line)
        for key in sorted({mention.skill_id for mention in mentions}):
            scores[self._row[key]] += NAMED_BONUS
        return np.asarray(np.round(scores, DECIMALS), dtype=np.float32)

    def _ranked(self, line: str, tokens: TokenVectors, top: int) -> list[Ranked]:
        ids = self._linker.vectors.ids
        mentions = self._linker.surface.find(line)
        scores = self._scores(line, tokens, mentions)
        rows = best_rows(scores, top)
        spans = WindowSums(tokens).places(self._linker.vectors.matrix[rows])
        named = {mention.skill_id: mention for mention in reversed(mentions)}
        found = []
        for row, span in zip(rows.tolist(), spans, strict=True):
            mention = named.get(ids[row])
            tier: Tier = mention.tier if mention else "semantic"
            place = (mention.span.start, mention.span.end) if mention else span
            found.append(Ranked(ids[row], _shown(float(scores[row])), tier, place))
        return found

    @cached_property
    def _row(self) -> dict[str, int]:
        return {key: row for row, key in enumerate(self._linker.vectors.ids)}

    @cached_property
    def _coverage(self) -> Coverage:
        entries = [self._linker.taxonomy.skills[key] for key in self._linker.vectors.ids]
        forms = [(entry.name, *entry.aliases) for entry in entries]
        owners = chain.from_iterable([position] * len(found) for position, found in enumerate(forms))
        return Coverage(list(chain.from_iterable(forms)), list(owners), len(entries))


def best_rows(scores: Matrix, top: int) -> NDArray[np.intp]:
    """Positions of the `top` highest scores, highest first, ties by position; without sorting all of them."""
    import numpy as np

    if top <= 0 or not len(scores):
        return np.zeros(0, dtype=np.intp)
    if top < len(scores):
        least = np.partition(scores, -top)[-top]
        rows = np.flatnonzero(scores >= least)
    else:
        rows = np.arange(len(scores))
    return rows[np.argsort(-scores[rows], kind="stable")][:top]


def _shown(score: float) -> float:
    return round(min(1.0, max(0.0, score / _WHOLE)), DECIMALS)
