"""What the pipeline asks of the outside: a text encoder. Implementations live in `careercraft.encoder`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class TokenVectors(NamedTuple):
    """One text, encoded once for the sentence and for every phrase in it."""

    sentence: NDArray[np.float32]
    """(dimension,): the L2-normalised mean over all tokens with [CLS] and [SEP], as sentence-transformers pools."""
    vectors: NDArray[np.float32]
    """(tokens, dimension): raw token vectors without [CLS] and [SEP]."""
    offsets: list[tuple[int, int]]
    """Start and end of each token in the text, in Unicode code points."""


class Encoder(Protocol):
    """Text to vectors. The same text gives the same bits in any batch and with any number of threads."""

    @property
    def name(self) -> str: ...
    @property
    def fingerprint(self) -> str:
        """Changes whenever the vectors could change; part of an analysis' engine."""
        ...

    @property
    def dimension(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, dimension), each row L2-normalised."""
        ...

    def encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]: ...


class SkillVectors(NamedTuple):
    """One vector a skill, from its name and aliases, by the encoder in use."""

    ids: tuple[str, ...]
    matrix: NDArray[np.float32]
    """(len(ids), dimension), rows L2-normalised."""
