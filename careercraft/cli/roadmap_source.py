"""The analysis that a plan is made from: one of the history, or one made now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careercraft.cli import console
from careercraft.cli.aims import Aims
from careercraft.cli.corrections import note_kept
from careercraft.cli.keeping import history, tolerant_corrections
from careercraft.cli.profile_used import note_profile
from careercraft.cli.progress import StageLine
from careercraft.cli.vectors import watch_vectors
from careercraft.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis
    from careercraft.model.profile import Profile
    from careercraft.settings import Settings

_NEW = "careercraft roadmap --resume resume.pdf --job job.txt"


@dataclass(frozen=True, kw_only=True)
class Source:
    """Either `key`, or a resume or profile with one thing to hold it against; nothing is the latest of the history."""

    key: str | None
    resume: str | None
    job: str | None
    role: str | None
    describe: str | None
    profile: Profile | None = None

    @property
    def _made(self) -> bool:
        """An analysis is to be made."""
        return self.resume is not None or self.profile is not None

    def check(self) -> None:
        """Raises UsageError where the two are mixed, or where one half of a pair is missing."""
        other = any(value is not None for value in (self.job, self.role, self.describe))
        if not self._made and other:
            raise UsageError("whose plan is it to be? --resume is missing", f"{_NEW}; or --profile")
        if self._made and self.key is not None:
            raise UsageError(
                "--analysis is one that is kept, --resume and --profile make a new one",
                "leave one of both out",
            )
        if self._made and not other:
            raise UsageError("what is the plan to lead to? give --job, --role or --describe", _NEW)
        if self._made:
            self._aims().check()

    def find(self, settings: Settings, *, keep: bool, quiet: bool) -> tuple[Workbench, Analysis]:
        """The analysis, kept in the history where it is a new one and is to be, and the workbench with its taxonomy.

        Raises UsageError where the history has none, and what an analysis raises.
        """
        from careercraft.api import Workbench

        if self._made:
            bench = Workbench(settings, corrections=None if keep else tolerant_corrections(settings))
            return bench, self._analyzed(bench, keep=keep, quiet=quiet)
        found, bench = _from_history(settings, self.key), Workbench(settings)
        if bench.taxonomy.hash != found.engine.taxonomy and not quiet:
            console.say(f"note: {_other_taxonomy(found.engine.taxonomy_names, bench)}")
        return bench, found

    def _analyzed(self, bench: Workbench, *, keep: bool, quiet: bool) -> Analysis:
        from careercraft.api import target

        bench.warm_up()
        watch_vectors(bench, quiet)
        aims = self._aims()
        with history(keep, bench.settings.history_file) as remember:
            with StageLine(quiet) as line:
                side = aims.resume_side(bench, line)
                other = target(bench, aims.job_source(), aims.role, aims.describe, line)
                analysis = bench.analyze(side, other, line)
            remember(analysis)
        if not quiet:
            note_kept(bench, analysis)
            note_profile(self.profile, [analysis])
        return analysis

    def _aims(self) -> Aims:
        return Aims(
            resume=self.resume, job=self.job, role=self.role, describe=self.describe, profile=self.profile
        )


def _other_taxonomy(names: Sequence[str], bench: Workbench) -> str:
    """One of another name can be asked for; one that changed since can't."""
    from careercraft.taxonomy.named import split_names

    if tuple(names) == tuple(split_names(bench.settings.taxonomy)):
        return "the taxonomy has changed since this analysis; analyze the files again for today's numbers"
    said = ", ".join(names) or "the built-in one as it was"
    return (
        f"the analysis was made with another taxonomy ({said}); give that one with --taxonomy, or "
        "analyze the files again"
    )


def _from_history(settings: Settings, key: str | None) -> Analysis:
    from careercraft.store import open_history

    with open_history(settings.history_file) as kept:
        try:
            return kept.get(key or "latest")[1]
        except UsageError:
            if not kept.runs(1):
                raise UsageError(
                    "there is no analysis to plan from yet", "careercraft analyze resume.pdf job.txt first"
                ) from None
            raise UsageError(
                f"the history has no analysis {key!r} (any more)",
                f"`careercraft history list` shows what there is; or {_NEW}",
            ) from None
