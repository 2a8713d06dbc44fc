"""What a workbench loads: taxonomy, encoder and the skills' vectors, each once and when first needed.

They stand apart from the workbench, so that its linker can ask for them and nothing leads back to it: a workbench, and
the 100 MB that it holds, go at once when the last who needs them does.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

from careercraft import paths
from careercraft.match.labels import skill_labels
from careercraft.match.linker import Linker
from careercraft.model.ports import Encoder, SkillVectors
from careercraft.settings import Settings
from careercraft.taxonomy import Taxonomy, load_taxonomy

VECTORS_FILE = "skill_vectors.vec"


class Parts:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.watch: Callable[[Encoder], Encoder] = lambda encoder: encoder
        """Wraps the encoder where vectors of a whole taxonomy may be made, for a progress bar."""
        self._pool = ThreadPoolExecutor(1)
        self._loading: Future[Encoder] | None = None

    def warm_up(self) -> None:
        """Begin to load the encoder in the background, while documents are read."""
        if self._loading is None:
            self._loading = self._pool.submit(_open_encoder, self.settings)

    @cached_property
    def taxonomy(self) -> Taxonomy:
        skills, roles = self.settings.taxonomy, self.settings.roles
        if not skills:
            return load_taxonomy(None, Path(roles) if roles else None)
        from careercraft.taxonomy.named import load_named

        return load_named(skills, roles)

    @cached_property
    def encoder(self) -> Encoder:
        self.warm_up()
        assert self._loading is not None
        return self._loading.result()

    @cached_property
    def vectors(self) -> SkillVectors:
        from careercraft.encoder.cache import label_vectors

        ids, labels = skill_labels(self.taxonomy)
        shipped = paths.generated_dir() / VECTORS_FILE
        return SkillVectors(ids, label_vectors(self.watch(self.encoder), labels, paths.cache_dir(), shipped))

    def new_linker(self) -> Linker:
        return Linker(self.taxonomy, lambda: self.encoder, lambda: self.vectors)


def _open_encoder(settings: Settings) -> Encoder:
    from careercraft.encoder.load import load_encoder

    return load_encoder(settings.encoder, settings.threads or None)
