"""The text whose vector stands for a skill."""

from __future__ import annotations

from careercraft.match.labels import skill_labels
from tests.match.parts import built_in


def test_labels_are_the_names_as_the_encoder_reads_them() -> None:
    ids, labels = skill_labels(built_in().taxonomy)
    found = dict(zip(ids, labels, strict=True))
    assert list(ids) == [skill.id for skill in built_in().taxonomy.entries]
    assert found["python"] == "Python"
    assert {"Fiber Channel", "Journeyperson Plumber License"} <= set(labels)  # Fibre, Journeyman
