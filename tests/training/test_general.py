"""The guard over general similarity, with small vectors in place of a model."""

from __future__ import annotations

import numpy as np
import pytest

from training.general import PAIRS, TOPICS, sentence_pairs, similarities, spearman


def test_pairs_are_all_within_topics_and_many_across() -> None:
    pairs = sentence_pairs()
    assert len(pairs) == len(set(pairs)) == PAIRS
    topic = {sentence: index for index, sentences in enumerate(TOPICS) for sentence in sentences}
    assert len(topic) == 3 * len(TOPICS)
    assert sum(topic[first] == topic[second] for first, second in pairs) == 3 * len(TOPICS)


def test_similarities_are_of_the_pairs_in_order() -> None:
    names = sorted({sentence for topic in TOPICS for sentence in topic})

    def encode(texts: object) -> np.ndarray:
        assert texts == names
        return np.eye(len(names), dtype=np.float32)

    assert not similarities(encode).any()  # no sentence is paired with itself


@pytest.mark.parametrize(
    ("second", "expected"),
    [([1, 4, 9, 16], 1.0), ([4, 3, 2, 1], -1.0), ([1, 1, 2, 2], 0.894)],
)
def test_spearman(second: list[float], expected: float) -> None:
    first = np.array([1, 2, 3, 4], dtype=np.float32)
    assert spearman(first, np.array(second, dtype=np.float32)) == pytest.approx(expected, abs=0.001)
