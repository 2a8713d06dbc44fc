"""What was fitted for the linker's probabilities; `training/fit_mentions.py` writes the file, docs/matching.md tells
from what."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, json

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = Path(__file__).parent / "data" / "mentions.json"

Table = Literal["named", "misspelled", "meant", "plain"]


class Fitted(Struct, frozen=True):
    encoder: str
    """Fingerprint of the encoder that `head` belongs to."""
    head: dict[str, str]
    """`word`, `line`, `near`: float16 in base64, one number a dimension; see `head_vectors`."""
    bias: float
    alone: float
    """In place of `bias` and of what the lines nearby say, for texts of a few lines."""
    weights: dict[Table, dict[str, float]]
    """Logistic regression by feature, `bias` among them: for names, misspelled names, words that only mean a skill;
    `plain` for names, misspelled or not, without the encoder."""
    weights_alone: dict[Table, dict[str, float]]
    """The same for texts of a few lines."""
    kept: float
    """Probability from which a hit counts, as chosen in folds."""

    def probability(self, table: Table, features: Mapping[str, float], alone: bool = False) -> float:
        weights = (self.weights_alone if alone else self.weights)[table]
        total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def fitted() -> Fitted:
    return json.decode(FILE.read_bytes(), type=Fitted)


def packed(vector: Sequence[float]) -> str:
    import numpy as np

    return base64.b64encode(np.asarray(vector, dtype="<f2").tobytes()).decode("ascii")


@cache
def head_vectors() -> dict[str, NDArray[np.float32]]:
    """(dimension,) each: for a word's token vectors, its line's sentence vector and the mean of those nearby."""
    import numpy as np

    return {
        name: np.frombuffer(base64.b64decode(text), dtype="<f2").astype(np.float32)
        for name, text in fitted().head.items()
    }
