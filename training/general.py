"""General similarity: does a tuned model still order sentences about anything as the model it came from?

Twenty topics of three sentences, written for this project: two that say the same, one of the same topic. Spearman's
rank correlation between the two models' cosine similarities over PAIRS of sentences: all pairs within a topic, the
rest across topics, taken at even distances from all of those.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

PAIRS = 500

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

TOPICS = (
    ("The train was late by an hour.", "Our train arrived sixty minutes behind time.", "A bus stops there."),
    ("She baked bread for her neighbors.", "Her neighbors got bread she had made.", "The oven is too hot."),
    ("It has been raining since Monday.", "Rain has fallen all week.", "The river is high this spring."),
    ("He lost his keys in the park.", "His keys went missing in the park.", "The door was left unlocked."),
    ("The cat sleeps on the sofa.", "A cat is napping on the couch.", "Dogs need long walks every day."),
    (
        "The museum is closed on Tuesdays.",
        "On Tuesdays you can't visit the museum.",
        "Tickets are cheap there.",
    ),
    (
        "Prices rose sharply last year.",
        "Last year everything became more expensive.",
        "Wages have not kept up.",
    ),
    ("The team won in the final minute.", "A late goal gave them the match.", "The season ends in May."),
    ("My phone's battery is empty.", "The phone has run out of power.", "Screens break when they fall."),
    ("They moved to a smaller town.", "The family now lives in a little town.", "Rents in the city went up."),
    (
        "The doctor advised him to rest.",
        "He was told by his physician to take it easy.",
        "A cold lasts a week.",
    ),
    ("We planted tomatoes in April.", "Tomatoes went into the ground in spring.", "The garden needs water."),
    (
        "The bridge was built in 1890.",
        "The bridge dates from the nineteenth century.",
        "Boats pass under it.",
    ),
    ("I can't hear you very well.", "Your voice is hard to make out.", "The line was busy all morning."),
    (
        "The film made the children laugh.",
        "The kids found the movie funny.",
        "It was shown in a small theater.",
    ),
    ("Turn left at the second light.", "At the second traffic signal, go left.", "Parking is hard downtown."),
    ("Volcanoes shaped these islands.", "The islands were formed by eruptions.", "Birds nest on the cliffs."),
    ("The letter was never answered.", "Nobody replied to the letter.", "Stamps cost more than before."),
    ("He plays the violin every evening.", "Each night he practices violin.", "The concert was sold out."),
    ("The law takes effect in January.", "From January on the new law applies.", "The vote was close."),
)


def sentence_pairs(count: int = PAIRS) -> list[tuple[str, str]]:
    """`count` pairs of different sentences, always the same."""
    within = [pair for topic in TOPICS for pair in combinations(topic, 2)]
    across = [(first, second) for one, other in combinations(TOPICS, 2) for first in one for second in other]
    step = len(across) / (count - len(within))
    return within + [across[int(index * step)] for index in range(count - len(within))]


def similarities(encode: Encode) -> NDArray[np.float32]:
    """The cosine of each pair; `encode` gives rows of length 1."""
    pairs = sentence_pairs()
    sentences = sorted({sentence for pair in pairs for sentence in pair})
    vectors = dict(zip(sentences, encode(sentences), strict=True))
    return np.array([vectors[first] @ vectors[second] for first, second in pairs], dtype=np.float32)


def spearman(first: NDArray[np.float32], second: NDArray[np.float32]) -> float:
    """Rank correlation, -1 to 1; equal values share their mean rank."""
    return float(np.corrcoef(_ranks(first), _ranks(second))[0, 1])


def _ranks(values: NDArray[np.float32]) -> NDArray[np.float64]:
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    means: NDArray[np.float64] = (ends - (counts - 1) / 2).astype(np.float64)
    return means[places]
