"""Windows over token vectors: which runs there are, where they stand, which is the best."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.match.neutral import Offsets
from careercraft.match.semantic import DECIMALS, Phrases, WindowSums, best_windows, windows
from careercraft.model.ports import Encoder, TokenVectors
from tests.match.parts import built_in, fuzz


def tokens(offsets: list[tuple[int, int]], dimension: int = 4) -> TokenVectors:
    vectors = np.arange(1, 1 + len(offsets) * dimension, dtype=np.float32).reshape(len(offsets), dimension)
    return TokenVectors(np.ones(dimension, dtype=np.float32) / 2, vectors, offsets)


def places(*starts: int) -> list[Offsets]:
    """Of passages that stand in the document as they were encoded."""
    return [Offsets(start, ()) for start in starts]


def test_every_run_of_words_is_a_window() -> None:
    found = windows(tokens([(0, 2), (3, 5), (6, 8)]), longest=2)
    assert found.spans == [(0, 2), (3, 5), (6, 8), (0, 5), (3, 8)]
    assert found.vectors.shape == (5, 4)
    assert np.allclose(np.linalg.norm(found.vectors, axis=1), 1, atol=1e-6)


def test_a_window_is_the_mean_of_its_tokens() -> None:
    given_tokens = tokens([(0, 2), (3, 5)])
    mean = given_tokens.vectors.mean(axis=0)
    assert np.allclose(windows(given_tokens).vectors[-1], mean / np.linalg.norm(mean), atol=1e-6)


def test_pieces_of_words_are_no_windows() -> None:
    """ "Kubernetes" in three tokens begins and ends only as a whole."""
    found = windows(tokens([(0, 3), (3, 6), (6, 10), (11, 14)]))
    assert found.spans == [(11, 14), (0, 10), (0, 14)]


def test_no_tokens_no_windows() -> None:
    found = windows(tokens([]))
    assert found.spans == []
    scores, _ = best_windows(found, np.eye(4, dtype=np.float32))
    assert scores.tolist() == [0, 0, 0, 0]
    assert Phrases([tokens([])], places(0)).best(np.ones((2, 4), dtype=np.float32)) == [(0.0, (0, 0))] * 2


def test_the_best_window_is_the_phrase(encoder: Encoder) -> None:
    text = "On most days I wrote reports, but I also did forklift driving in a cold store."
    label = encoder.encode(["forklift driving", "quantum physics"])
    found = windows(encoder.encode_tokens([text])[0])
    scores, best = best_windows(found, label)
    start, end = found.spans[best[0]]
    assert text[start:end] == "forklift driving"
    assert scores[0] > 0.8 > 0.5 > scores[1]


def test_a_phrase_in_a_long_sentence_beats_the_sentence(encoder: Encoder) -> None:
    text = "On most days I wrote reports, but I also did forklift driving in a cold store."
    label = encoder.encode(["forklift driving"])
    whole = float(label[0] @ encoder.encode([text])[0])
    assert WindowSums(encoder.encode_tokens([text])[0]).best(label)[0] > whole + 0.1


def test_pieces_are_found_where_they_stand(encoder: Encoder) -> None:
    pieces = ["sold shoes", "drove a forklift"]
    found = Phrases(encoder.encode_tokens(pieces), places(100, 200)).best(
        encoder.encode(["forklift", "shoes"])
    )
    for (similarity, (start, end)), word, piece, at in zip(
        found, ("forklift", "shoes"), pieces[::-1], (200, 100), strict=True
    ):
        assert word in piece[start - at : end - at]
        assert similarity == round(similarity, DECIMALS)


def test_the_first_of_equals_is_taken(encoder: Encoder) -> None:
    found = Phrases(encoder.encode_tokens(["driving", "driving"]), places(0, 50))
    assert found.best(encoder.encode(["driving"]))[0][1] == (0, 7)


def test_the_short_way_gives_what_the_windows_give(encoder: Encoder) -> None:
    """The products of running sums are the similarities of the windows' means."""
    texts = ["Kept the books of nine shops and filed their taxes", "Kubernetes, Terraform", "Led", ""]
    queries = encoder.encode(["bookkeeping", "tax returns", "container orchestration", "leadership"])
    encoded = encoder.encode_tokens(texts)
    quick = Phrases(encoded, places(0, 1000, 2000, 3000)).best(queries)
    for row, (similarity, _) in enumerate(quick):
        slow = max(float(best_windows(windows(tokens), queries[row : row + 1])[0][0]) for tokens in encoded)
        assert similarity == pytest.approx(slow, abs=0.0011)


@fuzz
@given(st.text(alphabet="abc XYZ-,.é🙂ß\n", max_size=60))
def test_windows_begin_and_end_at_words(text: str) -> None:
    encoded = built_in().encoder.encode_tokens([text])[0]
    found = windows(encoded)
    assert len(found.spans) == len(found.vectors) == len(set(found.spans))
    starts, ends = {start for start, _ in encoded.offsets}, {end for _, end in encoded.offsets}
    for start, end in found.spans:
        assert start in starts
        assert end in ends
        assert 0 <= start < end <= len(text)
        assert start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
        assert end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
