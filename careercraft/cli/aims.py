"""What `analyze` is to hold against what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.model.profile import Profile
    from careercraft.pipeline import Listener, ResumeSide


@dataclass(frozen=True, kw_only=True)
class Aims:
    """A resume and one thing to compare with; or as many as wished, where `compare` names any. A profile stands in
    place of the resume, or completes it."""

    resume: str | None
    job: str | None
    role: str | None
    describe: str | None
    compare: tuple[str, ...] = ()
    profile: Profile | None = None

    @classmethod
    def given(
        cls,
        files: tuple[str | None, str | None],
        role: str | None,
        describe: str | None,
        compare: tuple[str, ...],
        profile: Profile | None,
    ) -> Aims:
        """From what stands on the command line. With a profile one file alone is the posting, unless another option
        says what to compare with; then it is the resume. Raises UsageError as `check` does."""
        resume, job = files
        if profile is not None and job is None and role is None and describe is None and not compare:
            resume, job = None, resume
        found = cls(resume=resume, job=job, role=role, describe=describe, compare=compare, profile=profile)
        found.check()
        return found

    def check(self) -> None:
        """Raises UsageError where too few or too many are given."""
        from careercraft.errors import UsageError

        if self.resume is None and self.profile is None:
            raise UsageError(
                "no resume is given", "careercraft analyze resume.pdf job.txt, or --profile job.txt"
            )
        if [self.resume, self.job, *self.compare].count("-") > 1:
            raise UsageError("only one side can come from standard input", "give a file for the other")
        given = sum(value is not None for value in (self.job, self.role, self.describe))
        if given != 1 and not self.compare:
            raise UsageError(
                "give one thing to compare with: a posting, --role or --describe",
                "careercraft analyze resume.pdf job.txt",
            )

    def resume_side(self, bench: Workbench, listen: Listener) -> ResumeSide:
        """What the resume shows, the profile, or both. Raises InputError."""
        if self.resume is None:
            assert self.profile is not None  # as `check` made sure
            return bench.resume(bench.profile_document(self.profile), listen)
        side = bench.resume(bench.read_resume(self.resume_source()), listen)
        return bench.completed(side, self.profile) if self.profile else side

    def resume_source(self) -> str | bytes:
        assert self.resume is not None  # a profile has no source
        return console.read_stdin() if self.resume == "-" else self.resume

    def job_source(self) -> str | bytes | None:
        return console.read_stdin() if self.job == "-" else self.job
