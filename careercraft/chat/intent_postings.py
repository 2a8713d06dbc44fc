"""Other postings that a question names: by a file, or by a word of a title of the history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET

from careercraft.chat.intent_table import SMALL_STEMS
from careercraft.chat.intent_words import stems, words
from careercraft.chat.scene import Desk

if TYPE_CHECKING:
    from careercraft.store.history import Run

_ENDING = r"\.(?:pdf|docx|odt|rtf|txt|md|markdown|html?|mhtml?|json)"
_FILE = re.compile(
    rf"[“\"']([^\"'“”<>|]{{1,200}}{_ENDING})[”\"']|((?:[A-Za-z]:)?[\w./~\\+@%()-]{{1,200}}{_ENDING})(?![\w/])",
    re.IGNORECASE,
)
_MOST = 4


def take_files(text: str, desk: Desk) -> tuple[str, tuple[str, ...]]:
    """(the question with "<run>" in place of other postings' files, their paths as written). The analysis' own files
    are no other ones."""
    files: list[str] = []

    def slot(found: re.Match[str]) -> str:
        path = found[1] or found[2]
        own = _own_file(path, desk)
        if not own:
            files.append(path)
        return own or " <run> "

    text = _FILE.sub(slot, text)
    return text, tuple(dict.fromkeys(files[:_MOST]))


def _own_file(path: str, desk: Desk) -> str:
    documents = desk.analysis.documents
    if documents is UNSET:
        return ""
    return {documents.resume.name: "resume", documents.job.name: "posting"}.get(path, "")


def files_in(text: str) -> frozenset[str]:
    """All that a text names, each as a whole: of "./b.txt" neither "b.txt" nor "/b.txt"."""
    return frozenset(found[1] or found[2] for found in _FILE.finditer(text))


def is_file(key: str) -> bool:
    return bool(_FILE.fullmatch(key) or _FILE.fullmatch(f'"{key}"'))


def named_runs(text: str, desk: Desk, runs: Sequence[Run]) -> tuple[str, ...]:
    """Numbers of the runs whose title shares most with the text, beside what this posting's own title has; the newest
    of each posting. Empty where none shares anything. Raises nothing."""
    documents = desk.analysis.documents
    asked = {word for word in stems(words(text)) if word not in SMALL_STEMS}
    own = _title(desk)
    best: dict[str, tuple[int, str]] = {}
    for run in runs:
        if run.run == desk.run or (documents is not UNSET and run.job_name == documents.job.name):
            continue
        shared = asked & _telling(run.job_title or run.job_name) - own
        if shared:
            best.setdefault(run.job_name, (len(shared), str(run.run)))
    most = max((count for count, _ in best.values()), default=0)
    return tuple(number for count, number in best.values() if count == most)[:_MOST]


def _title(desk: Desk) -> frozenset[str]:
    job = desk.analysis.job
    found = job.title if job is not UNSET else None
    return _telling(found.value) if found else frozenset()


def _telling(title: str) -> frozenset[str]:
    return frozenset(
        word for word in stems(words(title.replace("_", " "))) if word not in SMALL_STEMS and len(word) > 2
    )
