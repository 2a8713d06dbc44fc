"""Any sentence-transformers model as an `Encoder`, through the extra `careercraft[transformers]`.

The only module that imports sentence_transformers (and torch, which comes with it). That takes seconds, so it
happens when an encoder is made, not when this module is imported.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from careercraft.encoder.batches import Float32, encodable, equal_length_batches, normalize
from careercraft.encoder.offsets import Span, quotable
from careercraft.errors import ConfigError
from careercraft.model.ports import TokenVectors

VERSION = 1
"""Part of the fingerprint; raise it when this code changes a vector."""
LEAST_ROWS, ENOUGH_TOKENS = 8, 64
"""torch takes another way through a product of very few rows, with other last bits: smaller batches are
filled up with copies to LEAST_ROWS texts, unless they have ENOUGH_TOKENS tokens anyway."""
HUB_NAME = re.compile(r"[\w-][\w.-]*(/[\w-][\w.-]*)?")
INSTALL = "pip install 'careercraft[transformers]'"


class Output(NamedTuple):
    """One batch: (batch, dimension) sentence vectors and (batch, tokens, dimension) token vectors."""

    sentences: Float32
    tokens: Float32


class TransformersEncoder:
    """An `Encoder` over a local or published model, on the CPU, in float32.

    Texts longer than the model's own window are cut there. Prompts that a model's card may ask for, such as
    "query: ", aren't added. Meant for models that pool by the mean: with others, phrases taken from token
    vectors are comparable with each other, but less so with sentences.
    """

    def __init__(self, name: str, threads: int | None = None) -> None:
        """`name`: a folder, or a hub name, looked up in the local hub cache first and on the network only if
        it isn't there. `threads`: torch threads for one call, None for torch's own choice.

        Raises ConfigError where the extra is missing, the model isn't found, or it can't give token offsets.
        """
        self._name = name
        self._threads = threads
        self._model = _find_model(name)
        self._tokenizer = _fast_tokenizer(self._model, name)
        self._dimension = self._probe()

    @property
    def name(self) -> str:
        return self._name

    @cached_property
    def fingerprint(self) -> str:
        """Over the weights, the tokenizer and the modules' settings, wherever the model was loaded from."""
        digest = hashlib.sha256(f"{VERSION} {self._model.max_seq_length} {_settings(self._model)}".encode())
        digest.update(self._tokenizer.backend_tokenizer.to_str().encode())
        for key, tensor in sorted(self._model.state_dict().items()):
            digest.update(f"{key} {tensor.dtype} {tuple(tensor.shape)}".encode())
            digest.update(tensor.contiguous().flatten().view(import_module("torch").uint8).numpy())
        return f"transformers-{digest.hexdigest()[:16]}"

    @property
    def dimension(self) -> int:
        return self._dimension

    def encode(self, texts: Sequence[str]) -> Float32:
        """(n, dimension), each row L2-normalized."""
        result = np.empty((len(texts), self._dimension), dtype=np.float32)
        for batch, output in self._run(self._tokenize(texts)):
            result[batch] = output.sentences
        return result

    def encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        """For each text its sentence vector, raw token vectors and their offsets, without special tokens."""
        found = self._tokenize(texts)
        results: dict[int, TokenVectors] = {}
        for batch, output in self._run(found):
            for index, sentence, rows in zip(batch, *output, strict=True):
                words = np.flatnonzero(np.array(found["special_tokens_mask"][index]) == 0)
                spans: list[Span] = [found["offset_mapping"][index][word] for word in words]
                results[index] = TokenVectors(sentence, rows[words], quotable(texts[index], spans))
        return [results[index] for index in range(len(texts))]

    def _tokenize(self, texts: Sequence[str]) -> dict[str, list[Any]]:
        if not texts:
            return {"input_ids": []}
        found = self._tokenizer(
            [encodable(text) for text in texts],
            truncation=True,
            max_length=self._model.max_seq_length,
            return_offsets_mapping=True,
            return_special_tokens_mask=True,
        )
        return dict(found)

    def _run(self, found: dict[str, list[Any]]) -> Iterator[tuple[list[int], Output]]:
        names = [name for name in ("input_ids", "attention_mask", "token_type_ids") if name in found]
        for batch in equal_length_batches([len(row) for row in found["input_ids"]]):
            rows = _filled(batch, len(found["input_ids"][batch[0]]))
            output = self._forward({name: [found[name][row] for row in rows] for name in names})
            yield batch, Output(*(values[: len(batch)] for values in output))

    def _forward(self, features: dict[str, list[list[int]]]) -> Output:
        torch = import_module("torch")
        if self._threads:
            torch.set_num_threads(self._threads)  # a setting of the whole process, so made anew each time
        with torch.inference_mode():
            found = self._model({name: torch.tensor(rows) for name, rows in features.items()})
        sentences, tokens = (found[key].float().numpy() for key in ("sentence_embedding", "token_embeddings"))
        return Output(normalize(sentences), tokens)

    def _probe(self) -> int:
        """The dimension, from a first run, which also shows whether the model gives what is needed."""
        _, output = next(self._run(self._tokenize(["probe"])))
        of_sentence, of_tokens = output.sentences.shape[-1], output.tokens.shape[-1]
        if of_sentence != of_tokens:
            raise ConfigError(
                f"the encoder '{self._name}' gives sentences {of_sentence} dimensions but tokens {of_tokens}",
                hint="choose a model without a dense layer after pooling",
            )
        return int(of_sentence)


def _filled(batch: list[int], length: int) -> list[int]:
    if len(batch) >= LEAST_ROWS or len(batch) * length >= ENOUGH_TOKENS:
        return batch
    return batch + [batch[0]] * (LEAST_ROWS - len(batch))


def _settings(model: Any) -> str:
    """What each module says of itself, such as the pooling mode."""
    return "; ".join(f"{type(part).__name__} {getattr(part, 'get_config_dict', dict)()}" for part in model)


_CHATTY = ("huggingface_hub", "transformers", "sentence_transformers")
"""Their warnings and retries go to standard error; what went wrong in the end, we say ourselves."""


def _library() -> Any:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    try:
        library = import_module("sentence_transformers")
    except ImportError as error:
        raise ConfigError(f"this encoder needs sentence-transformers ({error})", hint=INSTALL) from error
    import_module("transformers.utils.logging").disable_progress_bar()
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return library


def _find_model(name: str) -> Any:
    """The model from a folder or the local hub cache; else, for a hub name, from the network."""
    library = _library()
    if Path(name).exists():
        return _open_folder(library, name)
    if not HUB_NAME.fullmatch(name):
        raise ConfigError(f"the encoder '{name}' is no folder and no hub name", hint="check the path")
    for offline in (True,) if _is_offline() else (True, False):
        with suppress(Exception):  # the hub, torch and safetensors raise many kinds
            return _open_model(library, name, offline)
    where = "on this machine, and HF_HUB_OFFLINE is set" if _is_offline() else "on this machine or on the hub"
    raise ConfigError(
        f"the encoder '{name}' was not found {where}",
        hint="check the name, or download the model while online and give its folder",
    )


def _open_folder(library: Any, name: str) -> Any:
    try:
        return _open_model(library, name, offline=True)
    except Exception as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise ConfigError(
            f"the encoder '{name}' can't be loaded: {reason}",
            hint="give the folder of a sentence-transformers model (the one with modules.json)",
        ) from error


def _open_model(library: Any, name: str, offline: bool) -> Any:
    return library.SentenceTransformer(name, device="cpu", local_files_only=offline).eval()


def _is_offline() -> bool:
    variables = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
    return any(os.environ.get(variable, "").upper() in ("1", "ON", "YES", "TRUE") for variable in variables)


def _fast_tokenizer(model: Any, name: str) -> Any:
    tokenizer = getattr(model, "tokenizer", None)
    if not getattr(tokenizer, "is_fast", False):
        raise ConfigError(
            f"the encoder '{name}' has no fast tokenizer, so its tokens can't be traced to the text",
            hint="choose a model that ships a tokenizer.json",
        )
    return tokenizer
