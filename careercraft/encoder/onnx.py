"""The embedded encoder: all-MiniLM-L6-v2 on onnxruntime, shipped inside the package.

The only module that imports onnxruntime and tokenizers.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime as ort
from tokenizers import Encoding, Tokenizer

from careercraft.encoder.batches import Float32, encodable, equal_length_batches, pool
from careercraft.encoder.offsets import quotable
from careercraft.errors import ConfigError
from careercraft.model.ports import TokenVectors

DATA = Path(__file__).parent / "data"
MOST_THREADS = 8
"""More cores than this gain nothing on batches of our size."""
VERSION = 1
"""Part of the fingerprint; raise it when this code changes a vector."""


class ModelFile(msgspec.Struct, frozen=True):
    """`model.json`, as tools/build_encoder.py writes it."""

    name: str
    source: str
    license: str
    weights_sha256: str
    model_sha256: str
    tokenizer_sha256: str
    dimension: int
    max_tokens: int


class OnnxEncoder:
    """An `Encoder` over `model.onnx` and `tokenizer.json` in one folder.

    Texts longer than `max_tokens` (256, with [CLS] and [SEP]) are cut there, as sentence-transformers does.
    An empty text has the vector of [CLS] [SEP] and no tokens. Safe to use from several threads at once.
    """

    def __init__(self, folder: Path = DATA, threads: int | None = None) -> None:
        """`threads`: cores for one call, None for all that this process may use (8 at most).

        Raises ConfigError where a file is missing or can't be read.
        """
        try:
            self._about = msgspec.json.decode((folder / "model.json").read_bytes(), type=ModelFile)
            self._tokenizer = _open_tokenizer(folder / "tokenizer.json", self._about.max_tokens)
            self._session = _open_session(folder / "model.onnx", threads or _available_threads())
        except Exception as error:  # both libraries raise many kinds, some of them bare Exception
            raise ConfigError(
                f"the embedded encoder can't be loaded from {folder}: {_first_line(error)}",
                hint="reinstall careercraft, or make the files again as training/README.md says",
            ) from error

    @property
    def name(self) -> str:
        return self._about.name

    @property
    def fingerprint(self) -> str:
        about = self._about
        parts = (about.model_sha256, about.tokenizer_sha256, str(about.max_tokens), str(VERSION))
        return f"onnx-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:16]}"

    @property
    def dimension(self) -> int:
        return self._about.dimension

    @property
    def max_tokens(self) -> int:
        """The window in tokens, [CLS] and [SEP] among them."""
        return self._about.max_tokens

    def encode(self, texts: Sequence[str]) -> Float32:
        """(n, dimension), each row L2-normalized."""
        ids = [found.ids for found in self._tokenizer.encode_batch_fast([encodable(text) for text in texts])]
        result = np.empty((len(ids), self.dimension), dtype=np.float32)
        for batch, vectors in self._run(ids):
            result[batch] = pool(vectors)
        return result

    def encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        """For each text its sentence vector, raw token vectors and their offsets, without [CLS] and [SEP]."""
        found: list[Encoding] = self._tokenizer.encode_batch([encodable(text) for text in texts])
        results: dict[int, TokenVectors] = {}
        for batch, vectors in self._run([encoding.ids for encoding in found]):
            for index, sentence, rows in zip(batch, pool(vectors), vectors, strict=True):
                results[index] = TokenVectors(
                    sentence, rows[1:-1], quotable(texts[index], found[index].offsets[1:-1])
                )
        return [results[index] for index in range(len(texts))]

    def _run(self, ids: list[list[int]]) -> Iterator[tuple[list[int], Float32]]:
        for batch in equal_length_batches([len(row) for row in ids]):
            rows = np.array([ids[index] for index in batch], dtype=np.int64)
            yield batch, self._session.run(["vectors"], {"ids": rows})[0]


def _open_tokenizer(path: Path, max_tokens: int) -> Tokenizer:
    tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    return tokenizer


def _open_session(path: Path, threads: int) -> ort.InferenceSession:
    """One operator at a time, `threads` threads inside it.

    `disable_quant_qdq` makes onnxruntime unpack the int8 weights to float32 once, while it loads; left alone,
    it fuses them into an operator that may round activations to int8, differently on different processors.
    Threads don't spin: that gains a tenth here, and costs the neighbors in a batch of processes a whole core.
    """
    ort.disable_telemetry_events()
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _available_threads() -> int:
    """Cores that this process may use; named outright, since onnxruntime's own choice pins threads."""
    affinity = getattr(os, "sched_getaffinity", None)
    count = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(count, MOST_THREADS)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
