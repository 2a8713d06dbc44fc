"""What the models that stand around the client have in common."""

from __future__ import annotations

from careercraft.model.chat import ChatModel, ModelTraits, Usage


class Around:
    """A model in front of another one. It is the inner one that is known, and that spends."""

    def __init__(self, inner: ChatModel) -> None:
        self._inner = inner

    @property
    def traits(self) -> ModelTraits:
        return self._inner.traits

    @property
    def spent(self) -> Usage:
        return self._inner.spent
