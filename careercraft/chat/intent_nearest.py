"""How near a question is to what the table says of each intent, in words and in meaning: kernel ridge regression over
all its phrasings. It is fitted when a question first needs it, in a third of a second, and kept as long as the encoder;
the vectors of the phrasings ship ready-made, and of another table or encoder are kept on disk, as those of a taxonomy's
labels are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from careercraft.chat.intent_table import table
from careercraft.chat.intent_words import put_right, stems, words

if TYPE_CHECKING:
    from careercraft.match.linker import Linker

VECTORS_FILE = "question_vectors.vec"
_WORDS = 0.4
"""What the words weigh beside the meaning."""
_STEEP = 1.5
"""How fast likeness fades: the kernel is exp(steep * (cosine - 1))."""
_RIDGE = 0.05
_LEAST = 2
"""Phrasings that a word, or two in a row, must stand in to tell anything."""
_DECIMALS = 3
"""Machines differ behind these."""


class _Fitted(NamedTuple):
    names: tuple[str, ...]
    places: Mapping[str, int]
    """Of each word and each two in a row: its column."""
    weights: Mapping[str, float]
    lines: Any
    """float32, lines x features."""
    shares: Any
    """float32, lines x intents."""
    usual: Any
    """float32, intents: the share of lines that each has."""


_FITTED: WeakKeyDictionary[Linker, _Fitted] = WeakKeyDictionary()


def nearness(text: str, linker: Linker) -> dict[str, float]:
    """Of each intent, some 0 to 1, of a question with its slots marked. Raises ConfigError where there is no
    encoder."""
    fitted = _FITTED.get(linker)
    if fitted is None:
        fitted = _FITTED[linker] = _fit(linker)
    row = _features([text], linker.encode([_spoken(text)]), fitted.places, fitted.weights)
    found = (_kernel(row, fitted.lines) @ fitted.shares + fitted.usual)[0]
    return dict(zip(fitted.names, found.round(_DECIMALS).tolist(), strict=True))


def spoken_phrasings() -> list[str]:
    """The table's phrasings in its order, as the encoder reads them."""
    from careercraft.match.neutral import neutral

    return [neutral(_spoken(line)) for intent in table().intents for line in intent.phrasings]


def _fit(linker: Linker) -> _Fitted:
    import numpy as np

    from careercraft import paths
    from careercraft.encoder.cache import label_vectors

    intents = table().intents
    names = tuple(intent.name for intent in intents)
    lines = [(place, line) for place, intent in enumerate(intents) for line in intent.phrasings]
    having = Counter(part for _, line in lines for part in set(_parts(line)))
    kept = sorted(part for part, count in having.items() if count >= _LEAST)
    places = {part: place for place, part in enumerate(kept)}
    weights = {part: math.log(1 + len(lines) / having[part]) for part in kept}
    shipped = paths.generated_dir() / VECTORS_FILE
    meaning = label_vectors(linker.encoder, spoken_phrasings(), paths.cache_dir(), shipped)
    features = _features([line for _, line in lines], meaning, places, weights)
    wanted = np.zeros((len(lines), len(names)), np.float32)
    wanted[range(len(lines)), [place for place, _ in lines]] = 1
    usual = wanted.mean(axis=0)
    kernel = _kernel(features, features) + _RIDGE * np.eye(len(lines), dtype=np.float32)
    return _Fitted(names, places, weights, features, np.linalg.solve(kernel, wanted - usual), usual)


def _kernel(rows: Any, lines: Any) -> Any:
    """float32, rows x lines."""
    import numpy as np

    return np.exp(_STEEP * (rows @ lines.T - 1))


def _features(
    texts: Sequence[str], meaning: Any, places: Mapping[str, int], weights: Mapping[str, float]
) -> Any:
    """float32, texts x features, each row of length 1: the meaning (given), then the words at `_WORDS` of it."""
    import numpy as np

    told = np.zeros((len(texts), len(places)), np.float32)
    for row, text in enumerate(texts):
        for part in _parts(text):
            if part in places:
                told[row, places[part]] = weights[part]
    told *= _WORDS / np.maximum(np.linalg.norm(told, axis=1, keepdims=True), 1e-6)
    both = np.hstack([meaning, told]).astype(np.float32)
    return both / np.maximum(np.linalg.norm(both, axis=1, keepdims=True), 1e-6)


def _right(text: str) -> list[str]:
    return put_right(words(text), table().known)


def _parts(text: str) -> Iterator[str]:
    """Its words without endings, and each two in a row."""
    found = stems(_right(text))
    yield from found
    yield from (f"{first} {second}" for first, second in pairwise(found))


def _spoken(text: str) -> str:
    return " ".join(_right(text)).replace("<", "the ").replace(">", "")
