"""One way to get an encoder: by name. Backends are imported only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careercraft.model.ports import Encoder

DEFAULT = "default"


def load_encoder(name: str | None = None, threads: int | None = None) -> Encoder:
    """The embedded encoder for None or "default", else a sentence-transformers model by folder or hub name.

    `threads`: cores for one call, None for the backend's own choice. Holds no global state, so it may run in
    a background thread, and each call loads anew.
    Raises ConfigError where the model or its library is missing.
    """
    if name is None or name == DEFAULT:
        from careercraft.encoder.onnx import OnnxEncoder

        return OnnxEncoder(threads=threads)
    from careercraft.encoder.transformers import TransformersEncoder

    return TransformersEncoder(name, threads=threads)
