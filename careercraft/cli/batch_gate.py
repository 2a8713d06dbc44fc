"""What a batch came to: its counts, and what the process says at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.cli.batch_work import Line

_WORST_FIRST = (
    console.ExitCode.BUG, console.ExitCode.STORAGE, console.ExitCode.PROVIDER, console.ExitCode.INPUT,
    console.ExitCode.GATE,
)  # fmt: skip


class Gate:
    """Counts outcomes, and what the process says at its end."""

    def __init__(self, fail_under: float | None, require_fit: bool) -> None:
        self._fail_under, self._require_fit = fail_under, require_fit
        self._codes: set[int] = set()
        self._counts = {"FIT": 0, "UNFIT": 0, "failed": 0}
        self._corrected = self._guarded = 0

    def see(self, line: Line) -> None:
        self._counts[line.label or "failed"] += 1
        self._corrected += line.corrected
        self._guarded += line.guarded
        if line.unadvised:
            self._codes.add(console.ExitCode.PROVIDER)
        if not line.label:
            # What can't be told apart in a batch counts as unreadable input: a pair with a wrong file name, say.
            self._codes.add(line.code if line.code in _WORST_FIRST else console.ExitCode.INPUT)
        elif (self._fail_under is not None and line.readiness < self._fail_under) or (
            self._require_fit and line.label != "FIT"
        ):
            self._codes.add(console.ExitCode.GATE)

    def code(self) -> int:
        return next((int(code) for code in _WORST_FIRST if code in self._codes), 0)

    def summary(self, before: int) -> str:
        counts = self._counts
        kept = f" ({before} from before)" if before else ""
        told = ", ".join(f"{count} {name}" for name, count in counts.items())
        total = sum(counts.values())
        mine = f", {self._corrected} with your corrections" if self._corrected else ""
        left = f", {self._guarded} with words left out" if self._guarded else ""
        return f"{total} pair{'' if total == 1 else 's'}: {told}{mine}{left}{kept}"
