"""`careercraft parse --edit`, `--corrections` and `--forget`: putting right what was read of a resume file."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from careercraft.cli import console
from careercraft.errors import InputError, StorageError, UsageError

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis

_EDITORS = ("editor", "nano", "vim", "vi", "notepad")
"""Looked for, in this order, where neither VISUAL nor EDITOR is set."""
_TAKE_UP = "the same command takes your draft up again; --forget throws it away"


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
    _drop(_draft(bench.key(file)))


def forget(bench: Workbench, file: str) -> None:
    """Delete the correction of `file` and a draft of one."""
    gone, drafted = bench.forget(file), _drop(_draft(bench.key(file)))
    name = Path(file).name
    if not gone and not drafted:
        raise UsageError(f"there are no corrections of {name}", "`careercraft doctor` says how many are kept")
    console.say(f"deleted your corrections of {name}; it is read as it stands again")


def edit(bench: Workbench, file: str) -> None:
    """Open the JSON Resume of `file` in the person's editor and keep what comes back."""
    command = _editor()
    before = _text_before(bench, file)
    draft = _draft(bench.key(file))
    if draft.is_file():
        console.say(f"taking up your unfinished draft of {Path(file).name}")
    else:
        _write_private(draft, before)
    text = _edited(command, draft, before)
    while not _accepted(bench, file, text, before):
        text = _edited(command, draft, before)
    _drop(draft)


def drop_draft(key: str) -> None:
    """Of the file with this hash."""
    _drop(_draft(key))


def drop_drafts() -> None:
    """Of all files."""
    shutil.rmtree(_drafts(), ignore_errors=True)


def _text_before(bench: Workbench, file: str) -> str:
    """Their own words where the file has corrections already, else what is found in it."""
    from careercraft.parse.json_resume_draft import draft_of

    document = bench.read_resume(file)
    if document.correction is not None:
        return bench.corrections[document.hash].resume
    return draft_of(document)


def _edited(command: list[str], draft: Path, before: str) -> str:
    """What the editor leaves. A draft with nothing in it to lose is deleted on every failure."""
    try:
        _run(command, draft)
        text = draft.read_text(encoding="utf-8-sig")
    except (UsageError, OSError, UnicodeDecodeError) as error:
        _drop_unless_changed(draft, before)
        if isinstance(error, UsageError):
            raise
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InputError(f"the draft {draft} can't be read: {reason}", _TAKE_UP) from error
    if not text.strip():
        _drop(draft)
        raise UsageError("the draft came back empty, so nothing was kept", "--forget deletes corrections")
    return text


def _accepted(bench: Workbench, file: str, text: str, before: str) -> bool:
    """Whether nothing is left to edit. Raises InputError when it won't do and can't be edited again now."""
    if text == before:
        console.say("nothing was changed, so nothing was kept (does your editor wait? EDITOR='code --wait')")
        return True
    try:
        _keep(bench, file, text, f"the corrections of {Path(file).name}")
    except InputError as error:
        if not console.is_terminal("stdin"):
            raise InputError(error.message, _TAKE_UP) from None
        console.fail(error)
        if not typer.confirm("Edit again?", default=True, err=True):
            raise InputError(error.message, _TAKE_UP) from None
        return False
    return True


def _keep(bench: Workbench, file: str, text: str, label: str) -> None:
    for name in bench.correct(file, text, label=label):
        console.say(f"note: {console.printable(name)!r} is no section of JSON Resume; its words are left out")
    console.say(f"kept your corrections of {Path(file).name}; later analyses of this file use them")


def _editor() -> list[str]:
    """VISUAL, else EDITOR, else one that most systems have: the last only for a person at a terminal."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    hint = "set EDITOR to the command of one, or give the corrected JSON Resume with --corrections FILE"
    if named:
        try:
            return [part.strip('"') for part in shlex.split(named, posix=os.name != "nt")]
        except ValueError as error:
            raise UsageError(f"VISUAL or EDITOR is no command: {error}", hint) from error
    if not console.is_terminal("stdin"):
        raise UsageError("--edit needs a terminal, or EDITOR set to a command", hint)
    for name in _EDITORS:
        if found := shutil.which(name):
            return [found]
    raise UsageError("no editor is set", hint)


def _run(command: list[str], draft: Path) -> None:
    """The editor on the draft. Without a terminal it gets no input at all, so that none waits for ever."""
    stdin = None if console.is_terminal("stdin") else subprocess.DEVNULL
    stdout = None if console.is_terminal("stdout") else 2  # standard output is for the result
    before = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is the editor's to answer
    try:
        code = subprocess.run([*command, str(draft)], stdin=stdin, stdout=stdout, check=False).returncode
    except OSError as error:
        hint = "set EDITOR to the command of another"
        raise UsageError(f"the editor {command[0]} can't be started: {error.strerror}", hint) from error
    finally:
        signal.signal(signal.SIGINT, before)
    if code:
        raise UsageError(f"the editor {command[0]} failed with code {code}; nothing was kept", _TAKE_UP)


def _drafts() -> Path:
    from careercraft import paths

    return paths.history_file().parent / "drafts"


def _draft(key: str) -> Path:
    """A folder of its own for each, since editors leave copies beside a file."""
    return _drafts() / key[:16] / "resume.json"


def _drop(draft: Path) -> bool:
    there = draft.parent.is_dir()
    shutil.rmtree(draft.parent, ignore_errors=True)
    with suppress(OSError):  # other drafts stand there
        _drafts().rmdir()
    return there


def _drop_unless_changed(draft: Path, before: str) -> None:
    if not draft.is_file() or draft.read_bytes() == before.encode():
        _drop(draft)


def _write_private(path: Path, text: str) -> None:
    try:
        path.parent.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.parent.mkdir(exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
    except OSError as error:
        raise StorageError(
            f"the draft {path} can't be written: {error.strerror}", "check the folder and the free space"
        ) from error


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror}", "give a JSON Resume") from error
