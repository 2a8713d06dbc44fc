"""`careercraft parse --edit`, `--corrections` and `--forget`: putting right what was read of a resume file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careercraft.cli import console
from careercraft.cli.drafts import Draft, editor
from careercraft.errors import InputError, UsageError

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis

_TAKE_UP = "the same command takes your draft up again; --forget throws it away"
_NO_EDITOR = "set EDITOR to the command of one, or give the corrected JSON Resume with --corrections FILE"


def note_correction(bench: Workbench, hash: str, name: str) -> None:
    """Say on standard error that the correction of the file with this hash is in use, and of which day."""
    from datetime import datetime

    made = datetime.fromisoformat(bench.corrections[hash].created).astimezone().date()
    console.say(f"note: using your corrections of {made} for {name} (--no-corrections reads it as it stands)")


def note_kept(bench: Workbench, analysis: Analysis) -> None:
    """Say on standard error what of the person's own words is in this analysis."""
    from careercraft.model.analysis import Documents

    if not isinstance(analysis.documents, Documents):
        return
    resume = analysis.documents.resume
    if isinstance(analysis.correction, str):
        note_correction(bench, resume.hash, resume.name)
    if analysis.self_stated:
        said = ", ".join(f"“{console.printable(item.text)}”" for item in analysis.self_stated)
        console.say(
            f"note: counting what you say beside {resume.name}: {said} (--no-corrections leaves it out)"
        )


def take(bench: Workbench, file: str, source: str) -> None:
    """Keep the JSON Resume in `source`, a path or -, as the correction of `file`."""
    data = console.read_stdin() if source == "-" else _bytes_of(Path(source))
    label = "standard input" if source == "-" else Path(source).name
    if len(data) > bench.settings.limits.max_bytes:
        raise InputError(f"{label} is too large for a resume", "give the JSON Resume of one person")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{label} is not UTF-8", "save it as UTF-8") from error
    _keep(bench, file, text, label)
    _draft(bench.key(file)).drop()


def forget(bench: Workbench, file: str) -> None:
    """Delete the correction of `file` and a draft of one."""
    gone, drafted = bench.forget(file), _draft(bench.key(file)).drop()
    name = Path(file).name
    if not gone and not drafted:
        raise UsageError(f"there are no corrections of {name}", "`careercraft doctor` says how many are kept")
    console.say(f"deleted your corrections of {name}; it is read as it stands again")


def edit(bench: Workbench, file: str) -> None:
    """Open the JSON Resume of `file` in the person's editor and keep what comes back."""
    editor(_NO_EDITOR)  # before the work of reading
    before, label = _text_before(bench, file), f"the corrections of {Path(file).name}"
    _draft(bench.key(file), file).edit(before, lambda text: _keep(bench, file, text, label))


def drop_draft(key: str) -> None:
    """Of the file with this hash."""
    _draft(key).drop()


def _text_before(bench: Workbench, file: str) -> str:
    """Their own words where the file has corrections already, else what is found in it."""
    from careercraft.parse.json_resume_draft import draft_of

    document = bench.read_resume(file)
    if document.correction is not None:
        return bench.corrections[document.hash].resume
    return draft_of(document)


def _keep(bench: Workbench, file: str, text: str, label: str) -> None:
    for name in bench.correct(file, text, label=label):
        console.say(f"note: {console.printable(name)!r} is no section of JSON Resume; its words are left out")
    console.say(f"kept your corrections of {Path(file).name}; later analyses of this file use them")


def _draft(key: str, file: str = "") -> Draft:
    return Draft(
        key=key,
        subject=Path(file).name,
        take_up=_TAKE_UP,
        empty="--forget deletes corrections",
        no_editor=_NO_EDITOR,
    )


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror}", "give a JSON Resume") from error
