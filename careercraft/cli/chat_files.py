"""The files of the analysis that is talked about: found again by their bytes, tried with changes, held against other
postings and roles. Nothing of it is kept, and nothing is read before a question needs it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import UNSET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careercraft.api import Workbench
    from careercraft.errors import UsageError
    from careercraft.model.analysis import Analysis, AnalyzedDocument
    from careercraft.model.change import WhatIf
    from careercraft.model.role_match import RoleMatch
    from careercraft.pipeline import JobSide, ResumeSide

_MOST_FOLDERS = 100
"""Below the one that the chat was started in, and each of them only one step down."""
_ROLES = 5
_THERE = "start the chat in the folder of your files, or "


class Files:
    """Of one analysis. The history keeps a file's name and the hash of its bytes, and no folder: looked for is where
    the chat was started and one folder down. What has other bytes is another file."""

    def __init__(self, bench: Workbench, analysis: Analysis) -> None:
        """`bench` has the day of the analysis, so that nothing differs but what is asked."""
        self._bench = bench
        self._analysis = analysis
        self._read: dict[Path, ResumeSide] = {}

    def what_if(self, texts: Sequence[str]) -> WhatIf:
        """As `analyze --what-if`, on the numbers of the analysis. Raises UsageError, InputError."""
        from careercraft.chat.answer_changes import is_wish
        from careercraft.cli.what_if import with_what_if

        flags = " ".join(f'--what-if "{text}"' for text in texts)
        self._check(flags, strict=any(map(is_wish, texts)))
        resume, job = self._resume(flags), self._job(flags)
        found = with_what_if(self._bench, resume, job, self._analysis, texts).what_if
        assert found is not UNSET
        return found

    def posting(self, name: str) -> Analysis:
        """The resume against another posting's file. Raises UsageError, InputError."""
        flags = f'--compare "{name}"'
        self._check(flags)
        resume = self._resume(flags)
        return self._bench.analyze(resume, self._bench.job(self._bench.read(Path(name).expanduser())))

    def roles(self) -> RoleMatch:
        """The roles of the catalogue that the resume meets best; takes some seconds. Raises UsageError, InputError."""
        from careercraft.cli.roles_match import chosen, rank

        resume = self._resume("", f"careercraft roles match {self._documents[0].name}")
        return rank(self._bench, resume, chosen(self._bench.taxonomy.roles.values(), None), _ROLES, None)

    @cached_property
    def _documents(self) -> tuple[AnalyzedDocument, AnalyzedDocument]:
        from careercraft.model.analysis import Documents

        found = self._analysis.documents
        assert isinstance(found, Documents)  # the history keeps whole analyses only
        return found.resume, found.job

    def _check(self, flags: str, strict: bool = False) -> None:
        """Raises UsageError where today's numbers would be others: another taxonomy; for wishes any other setting."""
        engine, now = self._analysis.engine, self._bench.engine
        if engine.taxonomy != now.taxonomy:
            raise self._cannot("the analysis was made with another taxonomy than today's", flags)
        if strict and engine.settings != now.settings:
            raise self._cannot("the analysis was made with other settings or wishes than today's", flags)

    def _resume(self, flags: str, command: str = "") -> ResumeSide:
        document, analysis = self._documents[0], self._analysis
        if analysis.profile is not UNSET:
            raise self._cannot("your profile had a part in the analysis", flags, command)
        path = self._found(document, flags, command)
        if path not in self._read:
            side = self._bench.resume(self._bench.read_resume(path))
            if (side.document.correction or UNSET) != analysis.correction:
                raise self._cannot(f"{document.name} was put right since the analysis", flags, command)
            self._read[path] = side
        return self._read[path]

    def _job(self, flags: str) -> JobSide:
        document = self._documents[1]
        if document.format == "role":
            return self._same(self._bench.role_job(document.name.removeprefix("role ")), flags)
        if document.format == "description":
            return self._same(self._bench.described_job(document.text.split("\n", 1)[0]), flags)
        return self._bench.job(self._bench.read(self._found(document, flags)))

    def _same(self, job: JobSide, flags: str) -> JobSide:
        if job.document.hash != self._documents[1].hash:
            raise self._cannot("the role is described in other words than at the analysis", flags)
        return job

    def _found(self, document: AnalyzedDocument, flags: str, command: str = "") -> Path:
        changed = False
        for path in _places(document.name):
            if _hash(self._bench, path) == document.hash:
                return path
            changed = True
        if document.name == "-":
            raise self._cannot("the analysis read standard input", flags, command)
        if changed:
            raise self._cannot(f"{document.name} is another one than at the analysis", flags, command)
        raise self._cannot(f"{document.name} is not in this folder", flags, command, _THERE)

    def _cannot(self, reason: str, flags: str, command: str = "", first: str = "") -> UsageError:
        from careercraft.errors import UsageError

        resume, job = self._documents
        whole = command or f"careercraft analyze {_argument(resume.name)} {_target(job)} {flags}"
        return UsageError(
            f"that takes the files themselves, and {reason}",
            f"{first}run `{whole}`",
        )


def _argument(name: str) -> str:
    return f'"{name}"' if " " in name else name


def _target(job: AnalyzedDocument) -> str:
    if job.format == "role":
        return f"--role {job.name.removeprefix('role ')}"
    return "--describe ..." if job.format == "description" else _argument(job.name)


def _places(name: str) -> Iterator[Path]:
    """Where a file of this name is: here, then one folder down, by the alphabet."""
    plain = Path(name).name
    if not plain or plain == "-":
        return
    here = Path()
    folders = [here]
    try:
        below = sorted(path for path in here.iterdir() if path.is_dir() and not path.name.startswith("."))
        folders += below[:_MOST_FOLDERS]
    except OSError:
        pass
    for folder in folders:
        path = folder / plain
        if path.exists():
            yield path


def _hash(bench: Workbench, path: Path) -> str:
    """Empty where it can't be read."""
    from careercraft.errors import InputError
    from careercraft.read import Limits
    from careercraft.read.corrected import hash_of

    if path.is_file():
        return hash_of(path, Limits(max_bytes=bench.settings.limits.max_bytes))
    try:
        return bench.key(path)  # the folder of a LinkedIn export
    except InputError:
        return ""
