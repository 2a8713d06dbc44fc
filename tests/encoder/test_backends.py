"""What every encoder promises, run on each backend."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from careercraft.model.ports import Encoder, TokenVectors
from tests.encoder.conftest import Make
from tests.encoder.texts import LONG, SENTENCES, SHORT, TEXTS

GOLDEN = Path(__file__).with_name("golden.npz")
AGREEMENT = 0.998


def same(left: TokenVectors, right: TokenVectors) -> bool:
    arrays = zip(left[:2], right[:2], strict=True)
    return left.offsets == right.offsets and all(np.array_equal(a, b) for a, b in arrays)


def expected(encoder: Encoder, what: str) -> NDArray[np.float32]:
    """sentence-transformers' own `vectors` or `tokens`: of the tuned model that ships, or of the published one."""
    model = "tuned" if encoder.fingerprint.startswith("onnx-") else "published"
    found: NDArray[np.float32] = np.load(GOLDEN, allow_pickle=False)[f"{model}_{what}"]
    return found


def test_agrees_with_sentence_transformers(encoder: Encoder) -> None:
    stale = "golden.npz is older than texts.py: python -m tools.build_encoder_golden"
    assert np.load(GOLDEN, allow_pickle=False)["texts"].tolist() == TEXTS, stale
    cosines = (encoder.encode(TEXTS) * expected(encoder, "vectors")).sum(axis=1)
    worst = int(cosines.argmin())
    assert cosines[worst] >= AGREEMENT, TEXTS[worst]


def test_token_vectors_agree_with_sentence_transformers(encoder: Encoder) -> None:
    golden = expected(encoder, "tokens")[1:-1]  # without [CLS] and [SEP]
    found = encoder.encode_tokens([SENTENCES[0]])[0].vectors
    assert found.shape == golden.shape
    cosines = (found * golden).sum(axis=1) / np.linalg.norm(found, axis=1) / np.linalg.norm(golden, axis=1)
    assert cosines.min() >= 0.99


def test_vectors_are_float32_rows_of_length_one(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), encoder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_different_texts_have_different_vectors(encoder: Encoder) -> None:
    vectors = encoder.encode(SHORT)
    closest = (vectors @ vectors.T - 2 * np.eye(len(SHORT))).max()
    assert closest < 0.99


@pytest.mark.parametrize("seed", range(4))
def test_same_bits_in_any_batch_and_order(encoder: Encoder, seed: int) -> None:
    alone = {text: encoder.encode([text])[0] for text in TEXTS}
    chooser = random.Random(seed)
    batch = chooser.choices(TEXTS, k=chooser.choice([2, 7, 40, 150]))
    for text, vector in zip(batch, encoder.encode(batch), strict=True):
        assert np.array_equal(vector, alone[text]), text


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 40, 130])
def test_same_bits_however_many_texts_share_a_length(encoder: Encoder, size: int) -> None:
    for text in ("welding", "a sentence of six words here"):
        reference = encoder.encode([text])[0]
        assert all(np.array_equal(row, reference) for row in encoder.encode([text] * size))


def test_same_bits_with_any_number_of_threads(make: Make) -> None:
    reference = make(1).encode_tokens(TEXTS)
    for threads in (2, 3, None):
        found = make(threads).encode_tokens(TEXTS)
        assert all(map(same, found, reference)), threads


def test_same_bits_when_called_from_two_threads(encoder: Encoder) -> None:
    reference = encoder.encode(TEXTS)
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(lambda _: encoder.encode(TEXTS), range(4)):
            assert np.array_equal(found, reference)


def test_one_pass_gives_sentence_and_tokens(encoder: Encoder) -> None:
    for found, vector in zip(encoder.encode_tokens(TEXTS), encoder.encode(TEXTS), strict=True):
        assert np.array_equal(found.sentence, vector)
        assert found.vectors.shape == (len(found.offsets), encoder.dimension)


def test_token_vectors_do_not_depend_on_the_batch(encoder: Encoder) -> None:
    together = encoder.encode_tokens(TEXTS)
    for text, found in zip(TEXTS, together, strict=True):
        assert same(encoder.encode_tokens([text])[0], found), text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Knows C++ well", ["Knows", "C", "+", "+", "well"]),
        ("Résumé, naïve", ["Résumé", ",", "naïve"]),
        ("e\u0301te\u0301 Python", ["e\u0301t", "e\u0301", "Python"]),
        ("👩‍💻 SQL", ["👩‍💻", "SQL"]),
        ("数据 SQL", ["数", "据", "SQL"]),
        ("a\u200bb \x00 SQL", ["a\u200bb", "SQL"]),
        ("  Python\n\tSQL  ", ["Python", "SQL"]),
        ("\ud800 SQL", ["\ud800", "SQL"]),
    ],
)
def test_offsets_are_code_points_of_the_text_as_given(encoder: Encoder, text: str, tokens: list[str]) -> None:
    found = encoder.encode_tokens([text])[0]
    assert [text[start:end] for start, end in found.offsets] == tokens


def test_offsets_cover_a_split_word_in_order(encoder: Encoder) -> None:
    text = "We know dimensional modelling and scikit-learn."
    offsets = encoder.encode_tokens([text])[0].offsets
    assert offsets == sorted(offsets)
    assert "".join(text[start:end] for start, end in offsets) == text.replace(" ", "")


def test_a_token_vector_depends_on_its_neighbors(encoder: Encoder) -> None:
    river, money = encoder.encode_tokens(["the bank of the river", "the bank lends money"])
    assert not np.allclose(river.vectors[1], money.vectors[1], atol=1e-3)


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00"])
def test_blank_text_has_a_defined_vector_and_no_tokens(encoder: Encoder, text: str) -> None:
    found = encoder.encode_tokens([text])[0]
    assert found.offsets == []
    assert found.vectors.shape == (0, encoder.dimension)
    assert np.array_equal(found.sentence, encoder.encode([""])[0])
    assert np.isfinite(found.sentence).all()


def test_no_texts_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimension)
    assert encoder.encode_tokens([]) == []


def test_a_long_text_is_cut_at_the_window(encoder: Encoder) -> None:
    found = encoder.encode_tokens([LONG])[0]
    assert len(found.offsets) == 254
    end = found.offsets[-1][1]
    assert end < len(LONG)
    assert same(encoder.encode_tokens([LONG + " and more"])[0], found)
    assert not np.array_equal(encoder.encode([LONG[: end // 2]])[0], found.sentence)


def test_fingerprint_is_stable(encoder: Encoder, make: Make) -> None:
    assert encoder.fingerprint == make(1).fingerprint
    assert len(encoder.fingerprint) > 16
