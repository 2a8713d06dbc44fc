"""An encoder for runs that hold the same texts against each other again and again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from careercraft.model.ports import Encoder, TokenVectors

_MOST_KEPT = 12_000
"""Texts whose token vectors are kept: some 300 MB."""


class RememberingEncoder:
    """Encodes each text once: a resume is held against many postings. The vectors are the encoder's own bits, which do
    not depend on the batch."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._sentences: dict[str, Any] = {}
        self._tokens: dict[str, TokenVectors] = {}
        self.name, self.fingerprint, self.dimension = encoder.name, encoder.fingerprint, encoder.dimension

    def encode(self, texts: Sequence[str]) -> Any:
        if not texts:
            return self._encoder.encode(texts)
        new = self._unknown(texts, self._sentences)
        if new:
            self._sentences.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._sentences[text] for text in texts])

    def encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        new = self._unknown(texts, self._tokens)
        if new:
            self._tokens.update(zip(new, self._encoder.encode_tokens(new), strict=True))
        return [self._tokens[text] for text in texts]

    def forget(self) -> None:
        self._sentences.clear()
        self._tokens.clear()

    def _unknown(self, texts: Sequence[str], kept: dict[str, Any]) -> list[str]:
        if len(kept) > _MOST_KEPT:
            kept.clear()
        return [text for text in dict.fromkeys(texts) if text not in kept]
