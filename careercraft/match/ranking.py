"""The best entries of a taxonomy for any line: no threshold, no overlaps removed.

Added are three views of a line (its best window of token vectors against the entry's name, the whole line against it,
how much of the spelling of a name or alias stands in the line) and a bonus for what the line names outright. The shares
were chosen on the validation sets (docs/benchmarks.md).

Of a large taxonomy few entries can be among the best. A bound on the window's view comes from a coarse product of
tokens and names; the windows themselves, then the spelling, are looked at only where the bound may still reach the best
entries known so far. The result is that of looking at everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from careercraft.match.byte_products import ByteProducts
from careercraft.match.lexical import Coverage
from careercraft.match.linker import Linker
from careercraft.match.semantic import DECIMALS, WindowSums
from careercraft.model.match import Tier
from careercraft.model.ports import TokenVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from careercraft.match.bridge import Bridge

    Matrix = NDArray[np.float32]
    Rows = NDArray[np.intp]

SENTENCE_SHARE = 1.0
"""Of the whole line's similarity, next to 1 of the best window's."""
LEXICAL_SHARE = 0.3
"""Of the spelling's coverage."""
NAMED_BONUS = 0.2
"""For an entry that the surface tier finds, which knows boundaries, capitals, plurals and negations."""
BRIDGED_BONUS = 0.2
"""For an entry that a name from the built-in taxonomy leads to."""
MISSPELLED_BONUS = 0.6
"""For an entry whose name stands there with a typing error: window and spelling see little of it."""
_LINES_AT_ONCE = 1024
"""Lines encoded together: their token vectors take some 40 MB."""
_TOKENS_AT_ONCE = 256
"""Tokens multiplied with all names together."""
_ROWS_AT_ONCE = 2048
_LEADING = 8
"""Entries looked at first, beside those asked for, to know what the best must reach."""
_WHOLE = 1 + SENTENCE_SHARE + LEXICAL_SHARE + NAMED_BONUS
"""The highest sum there is."""
_SLACK = 0.002
"""Scores are rounded to a thousandth, and bounds come from float32."""


class Ranked(NamedTuple):
    """An entry for a line."""

    skill_id: str
    score: float
    """0..1 and rounded: orders the entries of one line; no probability."""
    tier: Tier
    """How the entry is there: by name, by alias, misspelled, else by meaning."""
    span: tuple[int, int]
    """Code points of the line: the name found there, else the window nearest in meaning."""


class _Named(NamedTuple):
    tier: Tier
    span: tuple[int, int]
    bonus: float


class _Line:
    """What is known of a line before it meets the entries."""

    def __init__(self, text: str, tokens: TokenVectors, named: dict[int, _Named]) -> None:
        self.text = text
        self.tokens = tokens
        self.sums = WindowSums(tokens)
        self.named = named
        """By the entry's row."""


class _Coarse(NamedTuple):
    """A line against all entries."""

    products: Matrix
    """(tokens, entries), of the stretched tokens."""
    off: float
    """By how much each of them may be off at most, and so a window's mean of them."""
    sentence: Matrix
    """(entries,): similarity of the whole line."""


class Ranker:
    """A linker that always answers. Keep it for all lines of a run."""

    def __init__(
        self,
        linker: Linker,
        bridge: Bridge | None = None,
        sentence: float = SENTENCE_SHARE,
        lexical: float = LEXICAL_SHARE,
    ) -> None:
        self._linker = linker
        self._bridge = bridge
        self._shares = (sentence, lexical)

    def rank(self, lines: Sequence[str], top: int) -> Iterator[list[Ranked]]:
        """For each line the `top` best entries, best first, ties in the taxonomy's order; of a taxonomy that is
        smaller all. A blank line is nearest to nothing: the first entries, with score 0."""
        nothing = [Ranked(key, 0.0, "semantic", (0, 0)) for key in self._linker.vectors.ids[: max(0, top)]]
        parts = [lines[start : start + _LINES_AT_ONCE] for start in range(0, len(lines), _LINES_AT_ONCE)]
        for part, encoded in zip(parts, self._ahead(parts), strict=True):
            ranked = self._rank(part, encoded, top)
            yield from (next(ranked) if line.strip() else nothing for line in part)

    def scores(self, line: str, tokens: TokenVectors) -> Matrix:
        """(entries,): the weighted sum of all views, rounded, in the order of the linker's vectors."""
        import numpy as np

        rows = np.arange(len(self._linker.vectors.ids))
        spelling = self._coverage.scores(line)
        known = self._line(line, tokens)
        parts = [slice(start, start + _ROWS_AT_ONCE) for start in range(0, len(rows), _ROWS_AT_ONCE)]
        scores = [self._exact(known, rows[part], spelling[part]) for part in parts]
        return np.concatenate([np.zeros(0, dtype=np.float32), *scores])

    def _ahead(self, parts: Sequence[Sequence[str]]) -> Iterator[list[TokenVectors]]:
        """Encoded parts without their blank lines; the next is encoded while one is ranked."""
        encode = self._linker.encoder.encode_tokens
        with ThreadPoolExecutor(1) as pool:
            texts = [[line for line in part if line.strip()] for part in parts]
            coming = pool.submit(encode, texts[0]) if texts else None
            for following in [*texts[1:], None]:
                if coming is not None:
                    done, coming = coming, pool.submit(encode, following) if following is not None else None
                    yield done.result()

    def _rank(self, part: Sequence[str], encoded: Sequence[TokenVectors], top: int) -> Iterator[list[Ranked]]:
        import numpy as np

        lines = (
            self._line(text, tokens)
            for text, tokens in zip((text for text in part if text.strip()), encoded, strict=True)
        )
        if top >= len(self._linker.vectors.ids):
            rows = np.arange(len(self._linker.vectors.ids))
            yield from (self._best(line, rows, self._coverage.scores(line.text), top) for line in lines)
            return
        for group in _groups(lines):
            products, off = self._products.of(np.concatenate([line.sums.stretched() for line in group]))
            sentences = np.stack([line.tokens.sentence for line in group]) @ self._linker.vectors.matrix.T
            at = 0
            for line, sentence in zip(group, sentences, strict=True):
                end = at + len(line.tokens.offsets)
                coarse = _Coarse(products[at:end], float(off[at:end].max(initial=0.0)), sentence)
                yield self._best(line, *self._promising(line, coarse, top), top)
                at = end

    def _line(self, text: str, tokens: TokenVectors) -> _Line:
        """The first of the sure ways in which a line names an entry: by its name, by a name known to the bridge,
        misspelled."""
        named: dict[int, _Named] = {}

        def add(key: str, tier: Tier, start: int, end: int, bonus: float) -> None:
            named.setdefault(self._row[key], _Named(tier, (start, end), bonus))

        mentions = self._linker.surface.find(text)
        for mention in mentions:
            add(mention.skill_id, mention.tier, mention.span.start, mention.span.end, NAMED_BONUS)
        taken = [(mention.span.start, mention.span.end) for mention in mentions]
        if self._bridge:
            for key, span in self._bridge.find(text).items():
                add(key, "alias", span.start, span.end, BRIDGED_BONUS)
                taken.append((span.start, span.end))
        for hit in self._linker.fuzzy.find_in(text, taken):
            add(hit.skill_id, "fuzzy", hit.start, hit.end, MISSPELLED_BONUS)
        return _Line(text, tokens, named)

    def _best(self, line: _Line, rows: Rows, spelling: Matrix, top: int) -> list[Ranked]:
        scores = self._exact(line, rows, spelling)
        best = best_rows(scores, top)
        rows, scores = rows[best], scores[best]
        vectors = self._linker.vectors
        spans = line.sums.places(vectors.matrix[rows])
        found = []
        for row, score, span in zip(rows.tolist(), scores.tolist(), spans, strict=True):
            named = line.named.get(row, _Named("semantic", span, 0.0))
            found.append(Ranked(vectors.ids[row], _shown(score), named.tier, named.span))
        return found

    def _promising(self, line: _Line, coarse: _Coarse, top: int) -> tuple[Rows, Matrix]:
        """Entries among which the `top` best are, in their order, and their spelling; each step looks closer at
        fewer."""
        import numpy as np

        blocks, labels, lexical = self._coverage.read(line.text), self._linker.vectors.matrix, self._shares[1]
        known = self._shares[0] * coarse.sentence
        for row, named in line.named.items():
            known[row] += named.bonus
        highest = line.sums.bound(coarse.products) + (known + coarse.off)
        rows = _highest(highest, 4 * top + _LEADING)
        sums = line.sums.best(labels[rows]) + known[rows]
        leading = _highest(sums, top + _LEADING)
        spelling = self._coverage.scores_of(blocks, rows[leading])
        least = _least(sums[leading] + lexical * spelling, top) - _SLACK

        rows = np.flatnonzero(highest >= least - lexical)
        sums = line.sums.best_of(coarse.products[:, rows]) + known[rows]
        rows = rows[sums >= least - lexical - coarse.off]
        sums = line.sums.best(labels[rows]) + known[rows]
        near = sums >= least - lexical
        rows, sums = rows[near], sums[near]
        spelling = self._coverage.scores_of(blocks, rows)
        sums += lexical * spelling
        best = sums >= _least(sums, top) - _SLACK
        return rows[best], spelling[best]

    def _exact(self, line: _Line, rows: Rows, spelling: Matrix) -> Matrix:
        """(rows,): the sum itself, from products in float64: no last bit of a product moves a rounded score."""
        import numpy as np

        labels = self._linker.vectors.matrix[rows].astype(np.float64)
        sentence, lexical = self._shares
        scores = line.sums.best(labels) + _bonuses(line, rows)
        scores += sentence * (labels @ line.tokens.sentence.astype(np.float64))
        scores += lexical * spelling
        return np.asarray(np.round(scores, DECIMALS), dtype=np.float32)

    @cached_property
    def _products(self) -> ByteProducts:
        return ByteProducts(self._linker.vectors.matrix)

    @cached_property
    def _row(self) -> dict[str, int]:
        return {key: row for row, key in enumerate(self._linker.vectors.ids)}

    @cached_property
    def _coverage(self) -> Coverage:
        entries = [self._linker.taxonomy.skills[key] for key in self._linker.vectors.ids]
        forms = [(entry.name, *entry.aliases) for entry in entries]
        owners = chain.from_iterable([position] * len(found) for position, found in enumerate(forms))
        return Coverage(list(chain.from_iterable(forms)), list(owners), len(entries))


def best_rows(scores: Matrix, top: int) -> Rows:
    """Positions of the `top` highest scores, highest first, ties by position; without sorting all of them."""
    import numpy as np

    if top <= 0 or not len(scores):
        return np.zeros(0, dtype=np.intp)
    rows = np.flatnonzero(scores >= _least(scores, top)) if top < len(scores) else np.arange(len(scores))
    return rows[np.argsort(-scores[rows], kind="stable")][:top]


def _least(scores: Matrix, top: int) -> float:
    """The `top`-highest score."""
    import numpy as np

    return float(np.partition(scores, -top)[-top])


def _highest(scores: Matrix, count: int) -> Rows:
    """Positions of the `count` highest scores, in no order."""
    import numpy as np

    return np.argpartition(scores, -count)[-count:] if count < len(scores) else np.arange(len(scores))


def _bonuses(line: _Line, rows: Rows) -> Matrix:
    import numpy as np

    bonuses = np.zeros(len(rows), dtype=np.float32)
    for row, named in line.named.items():
        bonuses[np.searchsorted(rows, row) : np.searchsorted(rows, row, side="right")] = named.bonus
    return bonuses


def _groups(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Neighbors with some _TOKENS_AT_ONCE tokens together."""
    group: list[_Line] = []
    tokens = 0
    for line in lines:
        group.append(line)
        tokens += len(line.tokens.offsets)
        if tokens >= _TOKENS_AT_ONCE:
            yield group
            group, tokens = [], 0
    if group:
        yield group


def _shown(score: float) -> float:
    return round(min(1.0, max(0.0, score / _WHOLE)), DECIMALS)
