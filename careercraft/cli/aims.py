"""What `analyze` is to hold against what."""

from __future__ import annotations

from dataclasses import dataclass

from careercraft.cli import console


@dataclass(frozen=True, kw_only=True)
class Aims:
    """A resume and one thing to compare with; or as many as wished, where `compare` names any."""

    resume: str
    job: str | None
    role: str | None
    describe: str | None
    compare: tuple[str, ...] = ()

    def check(self) -> None:
        """Raises UsageError where too few or too many are given."""
        from careercraft.errors import UsageError

        if [self.resume, self.job, *self.compare].count("-") > 1:
            raise UsageError("only one side can come from standard input", "give a file for the other")
        given = sum(value is not None for value in (self.job, self.role, self.describe))
        if given != 1 and not self.compare:
            raise UsageError(
                "give one thing to compare with: a posting, --role or --describe",
                "careercraft analyze resume.pdf job.txt",
            )

    def resume_source(self) -> str | bytes:
        return console.read_stdin() if self.resume == "-" else self.resume

    def job_source(self) -> str | bytes | None:
        return console.read_stdin() if self.job == "-" else self.job
