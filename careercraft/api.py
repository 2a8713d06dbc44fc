"""careercraft as a library: the workbench that a run shares, and three functions for the common cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import structs

from careercraft import __version__
from careercraft.clock import now
from careercraft.clock import today as day_of
from careercraft.errors import InputError, UsageError
from careercraft.match.dream import nearest_roles
from careercraft.match.linker import Linker
from careercraft.model.analysis import Analysis, Engine
from careercraft.model.correction import Addition, Correction
from careercraft.model.document import Document, Problem
from careercraft.model.job import Job
from careercraft.model.ports import Encoder, SkillVectors
from careercraft.model.profile import Profile
from careercraft.model.proposed import Proposal
from careercraft.model.resume import Resume
from careercraft.parse.role_job import role_posting
from careercraft.pipeline import (
    JobSide,
    Listener,
    ResumeSide,
    Understanding,
    judge,
    make_engine,
    restate,
    silent,
    understand_job,
    understand_resume,
)
from careercraft.plan.identity import person
from careercraft.read import Limits, read_bytes, read_path
from careercraft.read.corrected import hash_of, read_corrected, shown_name
from careercraft.settings import Settings, load_settings
from careercraft.taxonomy import Taxonomy
from careercraft.workbench_parts import Parts


class Workbench:
    """Settings, taxonomy and encoder, each loaded once and when first needed. Safe to keep for a whole batch."""

    def __init__(
        self,
        settings: Settings,
        today: date | None = None,
        corrections: Mapping[str, Correction] | None = None,
    ) -> None:
        """`corrections` by the hash of their files; None takes those that the settings' history file holds."""
        self.settings = settings
        self._given_corrections = corrections
        self.today = today or day_of(settings.today)
        self.parts = Parts(settings)

    def warm_up(self) -> None:
        """Begin to load the encoder in the background, while documents are read."""
        self.parts.warm_up()

    @property
    def taxonomy(self) -> Taxonomy:
        return self.parts.taxonomy

    @cached_property
    def linker(self) -> Linker:
        return self.parts.new_linker()

    @property
    def encoder(self) -> Encoder:
        return self.parts.encoder

    @property
    def vectors(self) -> SkillVectors:
        return self.parts.vectors

    @cached_property
    def engine(self) -> Engine:
        from careercraft.taxonomy.named import split_names

        names = split_names(self.settings.taxonomy)
        return make_engine(
            __version__, self.taxonomy.hash, self.encoder.fingerprint, self.settings, self.today, names
        )

    @cached_property
    def corrections(self) -> Mapping[str, Correction]:
        """Loaded once, so that a correction made meanwhile doesn't part a batch in two. Raises StorageError."""
        if self._given_corrections is not None:
            return self._given_corrections
        if not self.settings.corrections:
            return {}
        from careercraft.store import load_corrections

        return load_corrections(self.settings.history_file)

    @property
    def _limits(self) -> Limits:
        limits = self.settings.limits
        return Limits(max_bytes=limits.max_bytes, max_pages=limits.max_pages, max_chars=limits.max_chars)

    def read(self, source: str | Path | bytes, name: str = "-", *, ocr: bool | None = None) -> Document:
        """A document from a path, or from bytes with a name for messages. `ocr` overrides the setting."""
        options: dict[str, Any] = {"engine": self.settings.pdf_engine}
        if self.settings.read.ocr if ocr is None else ocr:
            options |= {"ocr": True, "ocr_language": self.settings.read.ocr_language}
        if isinstance(source, bytes):
            return read_bytes(source, name, self._limits, **options)
        return read_path(source, self._limits, **options)

    def read_resume(self, source: str | Path | bytes, name: str = "-") -> Document:
        """As `read`; a file that was put right is read as the person put it, even where it can't be read itself."""
        if not self.corrections:
            return self.read(source, name)

        name = name if isinstance(source, bytes) else shown_name(source)
        original, correction = None, self.corrections.get(hash_of(source, self._limits))
        if correction is None or not correction.resume:
            original = self.read(source, name)
            correction = self.corrections.get(original.hash)  # a LinkedIn export's is over its tables
            if correction is None or not correction.resume:
                return original
        else:
            with suppress(InputError):
                original = self.read(source, name, ocr=False)
        return read_corrected(correction, name, self._limits, original)

    def correct(
        self, source: str | Path | bytes, resume: str, name: str = "-", label: str = ""
    ) -> tuple[str, ...]:
        """Keep the JSON Resume `resume` as what the file `source` says, in this and later analyses of its bytes.

        Gives the names at the top of it that are no sections, whose words go unread. Raises InputError, under the
        name `label` and with line and column, for what can't stand for a resume; StorageError.
        """
        from careercraft.parse.json_resume_check import check_resume, check_syntax
        from careercraft.store import open_corrections

        name = name if isinstance(source, bytes) else shown_name(source)
        unread = check_syntax(resume, label or name)
        correction = Correction(hash=self.key(source), name=name, created=now(), resume=resume)
        check_resume(read_corrected(correction, label or name, self._limits, None), resume)
        with open_corrections(self.settings.history_file) as kept:
            kept.put(correction)
        self.__dict__.pop("corrections", None)
        return unread

    def forget(self, source: str | Path | bytes) -> bool:
        """Delete the correction of this file and what was added to it, if there is any. Raises InputError,
        StorageError."""
        from careercraft.store import load_corrections, open_corrections

        key, file = self.key(source), self.settings.history_file
        if key not in load_corrections(file):  # so that none makes no file
            return False
        self.__dict__.pop("corrections", None)
        with open_corrections(file) as kept:
            return kept.forget(key)

    def key(self, source: str | Path | bytes) -> str:
        """What a file's correction is known by: its document's hash. Raises InputError where there are no bytes."""
        try:
            return self.read(source, ocr=False).hash
        except InputError:
            found = hash_of(source, self._limits)
            if not found:
                raise
            return found

    def resume(self, document: Document, listen: Listener = silent) -> ResumeSide:
        return understand_resume(document, self.linker, listen)

    def job(self, document: Document, listen: Listener = silent) -> JobSide:
        return understand_job(document, self.linker, listen)

    def profile_document(self, profile: Profile) -> Document:
        """The profile as the document of a resume, for `resume`. Raises InputError where nothing is in it yet."""
        from careercraft.read.profile import profile_document

        return profile_document(profile, self._limits)

    def completed(self, side: ResumeSide, profile: Profile) -> ResumeSide:
        """With what the profile has and the resume doesn't, behind the resume's own text; the very same side where
        that is nothing that counts."""
        from careercraft.match.completed import completed

        return completed(side, profile, self.linker, self._limits)

    def role_job(self, role_id: str, listen: Listener = silent) -> JobSide:
        document, job = role_posting(self.taxonomy.role(role_id), self.taxonomy.skills)
        return understand_job(document, self.linker, listen, job)

    def described_job(self, wish: str, listen: Listener = silent) -> JobSide:
        """The role nearest to a wish in a sentence."""
        if len(wish.split()) < 2:
            raise UsageError(
                "the description is too short", 'say it in a sentence: --describe "run my own bakery"'
            )
        role, *others = nearest_roles(wish, self.linker)
        document, job = role_posting(role, self.taxonomy.skills, opening=" ".join(wish.split()))
        names = ", ".join(other.id for other in others)
        note = f"the wish was taken for the role {role.id}; next came {names} (choose with --role)"
        job = structs.replace(job, problems=(Problem(code="described", message=note, severity="info"),))
        return understand_job(document, self.linker, listen, job)

    def analyze(
        self,
        resume: ResumeSide,
        job: JobSide,
        listen: Listener = silent,
        proposals: Sequence[Proposal] = (),
    ) -> Analysis:
        """`proposals` of a model count; without them no model has a part in any number."""
        understood = Understanding(resume=resume, job=job)
        analysis = judge(
            understood, self.linker, self.settings, self.today, self.engine, now(), listen, proposals
        )
        additions = self.said(resume)
        return restate(analysis, additions, self.linker, now()) if additions else analysis

    def said(self, side: ResumeSide) -> tuple[Addition, ...]:
        """What the person says beside this file, and what they learned with roadmaps, which is for all their files."""
        email, name = (value.value if value else "" for value in (side.resume.email, side.resume.name))
        file = side.document.hash
        kept = [self.corrections.get(key) for key in (file, person(email, name, file))]
        return tuple(item for one in kept if one is not None for item in one.additions)


def analyze(
    resume: str | Path,
    job: str | Path | None = None,
    *,
    role: str | None = None,
    describe: str | None = None,
    today: date | None = None,
    settings: Mapping[str, Any] | None = None,
) -> Analysis:
    """Analyze a resume file against a posting file, a role of the catalogue, or a wish in a sentence.

    `settings` overrides by name, as `{"threshold": 75, "weights.salary_match": 0}`. Raises CareerCraftError.
    """
    bench = Workbench(load_settings(settings).settings, today)
    bench.warm_up()
    return bench.analyze(bench.resume(bench.read_resume(resume)), target(bench, job, role, describe))


def target(
    bench: Workbench,
    job: str | Path | bytes | None,
    role: str | None,
    describe: str | None,
    listen: Listener = silent,
) -> JobSide:
    """The one of the three that is given. Raises UsageError for none or several."""
    if sum(value is not None for value in (job, role, describe)) != 1:
        raise UsageError(
            "give one posting, or --role, or --describe", "careercraft analyze resume.pdf job.txt"
        )
    if role is not None:
        return bench.role_job(role, listen)
    if describe is not None:
        return bench.described_job(describe, listen)
    assert job is not None
    return bench.job(bench.read(job), listen)


def parse_resume(path: str | Path, settings: Mapping[str, Any] | None = None) -> Resume:
    """What is understood of a resume file, with the person's corrections of it where there are any."""
    from careercraft.parse import parse_resume as parse

    return parse(Workbench(load_settings(settings).settings).read_resume(path))


def parse_job(path: str | Path, settings: Mapping[str, Any] | None = None) -> Job:
    """What is understood of a posting file."""
    from careercraft.parse import parse_job as parse

    bench = Workbench(load_settings(settings).settings)
    return parse(bench.read(path), bench.taxonomy.roles)
