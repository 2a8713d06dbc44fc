"""Vectors of a taxonomy's names take seconds the first time: a bar on a terminal tells how far they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercraft.cli import console

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from careercraft.api import Workbench
    from careercraft.model.ports import Encoder, TokenVectors

_STEP = 256
"""Names encoded between two moves of the bar; a vector doesn't depend on its company."""


def watch_vectors(bench: Workbench, quiet: bool = False) -> None:
    """Where vectors have to be made, show it; silent unless standard error is a terminal."""
    if not quiet and console.is_terminal("stderr"):
        bench.parts.watch = Watched


class Watched:
    """An encoder that shows a bar."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name = encoder.name
        self.fingerprint = encoder.fingerprint
        self.dimension = encoder.dimension

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        if len(texts) <= _STEP:
            return self._encoder.encode(texts)
        columns = (TextColumn("vectors"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        parts = []
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=len(texts))
            for start in range(0, len(texts), _STEP):
                parts.append(self._encoder.encode(texts[start : start + _STEP]))
                bar.advance(task, len(parts[-1]))
        return np.concatenate(parts)

    def encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        return self._encoder.encode_tokens(texts)
