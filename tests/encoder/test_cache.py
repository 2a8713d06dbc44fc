"""The label cache: right when it hits, silent when it can't help, never stale."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from careercraft.encoder.batches import Float32
from careercraft.encoder.cache import KEPT_FILES, label_vectors, vectors_key, write_vectors
from careercraft.model.ports import TokenVectors

LABELS = ["Python", "wound care", "C++"]


class CountingEncoder:
    """Vectors out of the labels' own bytes, and a count of how often it was asked."""

    name = "counting"
    dimension = 4

    def __init__(self, fingerprint: str = "one") -> None:
        self.fingerprint = fingerprint
        self.calls = 0

    def encode(self, texts: Sequence[str]) -> Float32:
        self.calls += 1
        rows = [np.frombuffer((text + self.fingerprint).encode()[:4], dtype=np.uint8) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), 4) / np.float32(7)

    def encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        raise NotImplementedError


def only_file(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path


def test_second_call_reads_the_file(tmp_path: Path) -> None:
    encoder = CountingEncoder()
    first = label_vectors(encoder, LABELS, tmp_path / "new")
    second = label_vectors(encoder, LABELS, tmp_path / "new")
    assert encoder.calls == 1
    assert second.dtype == np.float32
    assert np.array_equal(first, second)


def test_another_encoder_label_or_order_misses(tmp_path: Path) -> None:
    label_vectors(CountingEncoder(), LABELS, tmp_path)
    for encoder, labels in [
        (CountingEncoder("two"), LABELS),
        (CountingEncoder(), LABELS[::-1]),
        (CountingEncoder(), [*LABELS, "SQL"]),
        (CountingEncoder(), ["Pythonwound care", "C++"]),
    ]:
        found = label_vectors(encoder, labels, tmp_path)
        assert encoder.calls == 1
        assert np.array_equal(found, encoder.encode(labels))


@pytest.mark.parametrize("damage", ["empty", "header", "cut", "longer", "flipped", "magic"])
def test_a_broken_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    expected = label_vectors(CountingEncoder(), LABELS, tmp_path)
    path = only_file(tmp_path)
    content = path.read_bytes()
    flipped = content[:-2] + bytes([content[-2] ^ 1]) + content[-1:]
    broken = {"empty": b"", "header": content[:20], "cut": content[:-5], "longer": content + b"\0"}
    path.write_bytes({**broken, "flipped": flipped, "magic": b"X" + content[1:]}[damage])
    encoder = CountingEncoder()
    assert np.array_equal(label_vectors(encoder, LABELS, tmp_path), expected)
    assert encoder.calls == 1
    assert path.read_bytes() == content


def test_shipped_vectors_come_first_and_only_under_their_key(tmp_path: Path) -> None:
    encoder, shipped = CountingEncoder(), tmp_path / "shipped.vec"
    write_vectors(shipped, vectors_key(encoder, LABELS), encoder.encode(LABELS))
    fresh = CountingEncoder()
    assert np.array_equal(label_vectors(fresh, LABELS, None, shipped), encoder.encode(LABELS))
    assert fresh.calls == 0
    stale = CountingEncoder("two")
    assert np.array_equal(label_vectors(stale, LABELS, None, shipped), stale.encode(LABELS))


def test_a_folder_that_cannot_be_written_costs_nothing_else(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    encoder = CountingEncoder()
    assert np.array_equal(label_vectors(encoder, LABELS, blocked / "cache"), encoder.encode(LABELS))


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    label_vectors(CountingEncoder(), LABELS, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_concurrent_writers_leave_one_good_file(tmp_path: Path) -> None:
    expected = CountingEncoder().encode(LABELS)

    def work(_: int) -> bool:
        return np.array_equal(label_vectors(CountingEncoder(), LABELS, tmp_path), expected)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(100)))
    encoder = CountingEncoder()
    label_vectors(encoder, LABELS, tmp_path)
    assert encoder.calls == 0
    only_file(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_private_file(tmp_path: Path) -> None:
    label_vectors(CountingEncoder(), LABELS, tmp_path)
    assert stat.S_IMODE(only_file(tmp_path).stat().st_mode) == 0o600


def test_old_files_go(tmp_path: Path) -> None:
    for number in range(KEPT_FILES + 5):
        label_vectors(CountingEncoder(f"f{number}"), LABELS, tmp_path)
    assert len(list(tmp_path.iterdir())) == KEPT_FILES
