"""Vectors of taxonomy labels on disk, so that a large taxonomy is encoded once.

Only for labels: what a user wrote never lands here. A file holds the vectors of one list of labels by one
encoder, under a key over both, so that nothing stale can be read; a broken file counts as absent.
"""

from __future__ import annotations

import contextlib
import hashlib
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from careercraft import paths

if TYPE_CHECKING:
    from careercraft.encoder.batches import Float32
    from careercraft.model.ports import Encoder

MAGIC = b"ccvec001"
HEADER = struct.Struct("<8s32sIII")
"""Magic, key, CRC-32 of the vectors, rows, dimension; then rows * dimension float32, little-endian."""
KEPT_FILES = 8
"""As many taxonomies or encoders can take turns before one is encoded again."""


def label_vectors(
    encoder: Encoder, labels: Sequence[str], folder: Path | None, shipped: Path | None = None
) -> Float32:
    """`encoder.encode(labels)`, (n, dimension), from a file where there is one.

    `shipped` is a file made earlier by `write_vectors`, looked at first; `folder` is the user's cache,
    written when the vectors had to be computed. A cache that can't be written costs time, never the result.
    """
    key = vectors_key(encoder, labels)
    kept = folder / f"labels-{key.hex()[:16]}.vec" if folder else None
    for path in (shipped, kept):
        found = read_vectors(path, key) if path else None
        if found is not None:
            return found
    vectors = encoder.encode(labels)
    if folder and kept:
        with contextlib.suppress(OSError):
            write_vectors(kept, key, vectors)
            _prune(folder)
    return vectors


def vectors_key(encoder: Encoder, labels: Sequence[str]) -> bytes:
    """32 bytes over the encoder's fingerprint and the labels, in their order."""
    digest = hashlib.sha256(encoder.fingerprint.encode())
    for label in labels:
        data = label.encode("utf-8", "replace")
        digest.update(struct.pack("<I", len(data)) + data)
    return digest.digest()


def read_vectors(path: Path, key: bytes) -> Float32 | None:
    """The vectors in `path`; None where it is absent, broken, or made for another key."""
    try:
        content = path.read_bytes()
        magic, found, check, rows, dimension = HEADER.unpack_from(content)
    except (OSError, struct.error):
        return None
    body = memoryview(content)[HEADER.size :]
    if (magic, found) != (MAGIC, key) or len(body) != rows * dimension * 4 or zlib.crc32(body) != check:
        return None
    return np.frombuffer(body, dtype="<f4").astype(np.float32).reshape(rows, dimension)


def write_vectors(path: Path, key: bytes, vectors: Float32) -> None:
    """Write `path` in one step: a reader sees the old file or the new one. Raises OSError."""
    body = np.ascontiguousarray(vectors, dtype="<f4").tobytes()
    header = HEADER.pack(MAGIC, key, zlib.crc32(body), *vectors.shape)
    paths.replace_file(path, header + body)


def _prune(folder: Path) -> None:
    newest_first = sorted(folder.glob("labels-*.vec"), key=lambda path: (-path.stat().st_mtime_ns, path.name))
    for path in newest_first[KEPT_FILES:]:
        path.unlink(missing_ok=True)
