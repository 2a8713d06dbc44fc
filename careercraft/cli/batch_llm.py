"""The model's part of a batch: its failure costs a line that part alone. Pair after pair, in the batch's own process,
so that one limit on the cost holds for all of them and one server isn't asked by many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercraft.cli import console
from careercraft.cli.adviser import Adviser

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.errors import CareerCraftError
    from careercraft.model.analysis import Analysis
    from careercraft.model.setting_groups import Llm
    from careercraft.pipeline import JobSide, ResumeSide

_PATIENCE = 3
"""Pairs in a row without any answer, after which the model isn't asked any more: each of them takes its time."""
_TOLD = 3
"""Failures told, of all that differ."""


class BatchAdviser:
    """One model for all pairs."""

    def __init__(self, settings: Llm, yes: bool) -> None:
        from careercraft.cli.llm_flags import consent_for
        from careercraft.model.chat import Usage

        self._settings = settings
        self._consent = consent_for(settings, yes)
        self._spent = Usage()
        self._failures: dict[str, CareerCraftError] = {}
        self._in_vain = 0
        self._agreed = True
        self.failed = 0
        """Pairs that lack what the model was asked for, or a part of it."""

    @property
    def name(self) -> str:
        return self._settings.model.strip()

    def settle(self) -> None:
        """Asks for consent now, where it is needed and somebody can answer. A no is kept as a failure of all pairs."""
        from careercraft.errors import CareerCraftError
        from careercraft.llm.open import open_model
        from careercraft.llm.redact import redactor_for

        if self._consent.ask is None or self._consent.grant:
            return
        try:
            open_model(self._settings, consent=self._consent, redactor=redactor_for({}, ())).settle()
        except CareerCraftError as error:
            self._agreed = False
            self._failures[error.message] = error

    def advised(
        self, bench: Workbench, resume: ResumeSide, job: JobSide, analysis: Analysis
    ) -> tuple[Analysis, bool]:
        """With what the model adds, and whether all of it came. Raises KeyboardInterrupt."""
        from msgspec import structs

        from careercraft.llm.client import plus

        if self._in_vain >= _PATIENCE or not self._agreed:
            self.failed += 1
            return analysis, False
        one = Adviser(self._settings, False, self._consent, self._spent.cost or 0.0)
        analysis = one.proposed(bench, resume, job, analysis, _say_nothing)
        analysis = one.told(bench, analysis, _say_nothing)
        if one.interrupted:
            raise KeyboardInterrupt
        self._spent = plus(self._spent, one.spent)
        if one.answers:
            self._in_vain = 0
            self._consent = structs.replace(self._consent, tell=None)  # of a consent by flag: once is enough
        if one.failure is not None:
            self._in_vain += not one.answers
            self.failed += 1
            self._failures.setdefault(one.failure.message, one.failure)
        return analysis, one.failure is None

    def end(self, quiet: bool) -> None:
        """Says what it cost, and what failed."""
        from careercraft.score.usage_words import told

        if not quiet and self._spent.calls:
            console.say(f"{self.name}: {told(self._spent)}")
        for failure in [*self._failures.values()][:_TOLD]:
            console.fail(failure)
        if self.failed:
            pairs = "1 pair stands" if self.failed == 1 else f"{self.failed} pairs stand"
            console.say(f"note: {pairs} without {self.name}, or with a part of it; no number needs a model")
        if self._in_vain >= _PATIENCE and self.failed > _PATIENCE:
            console.say(
                f"note: {self.name} wasn't asked any more after {_PATIENCE} pairs in a row without an answer"
            )


def _say_nothing(words: str) -> None:
    """A batch has its bar, and its lines are for programs."""
