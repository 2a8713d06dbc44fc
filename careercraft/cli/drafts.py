"""JSON given to a person's editor: a draft that is private, and kept until what it says is kept."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import typer

from careercraft.cli import console
from careercraft.errors import InputError, StorageError, UsageError

_EDITORS = ("editor", "nano", "vim", "vi", "notepad")
"""Looked for, in this order, where neither VISUAL nor EDITOR is set."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One of those that may be open, each in a folder of its own, since editors leave copies beside a file."""

    key: str
    """Of the folder."""
    subject: str
    """What it is a draft of, for messages."""
    take_up: str
    """The next step after a failure that leaves it."""
    empty: str
    """The next step for who saved an empty file."""
    no_editor: str
    """The next step where there is no editor."""
    folder: str = "drafts"
    made_from: str = ""
    """Names what it is an edit of, so that who takes it up later can see whether that has changed."""

    @property
    def path(self) -> Path:
        return _data(self.folder) / self.key[:16] / "resume.json"

    @property
    def origin(self) -> str | None:
        """What a draft that is there was made from; None where there is none."""
        try:
            return (
                self.path.with_name("made-from").read_text(encoding="utf-8") if self.path.is_file() else None
            )
        except OSError:
            return ""

    def edit(self, before: str, accept: Callable[[str], None]) -> bool:
        """Open it in the person's editor until `accept` takes what comes back; False where they changed nothing.

        `accept` raises InputError for what won't do. Raises that, and UsageError; the draft stays then, unless there
        is nothing in it to lose.
        """
        command = editor(self.no_editor)
        if self.path.is_file():
            console.say(f"taking up your unfinished draft of {self.subject}")
        else:
            self._write(before)
        while True:
            text = self._edited(command, before)
            if text == before:
                console.say(
                    "nothing was changed, so nothing was kept (does your editor wait? EDITOR='code --wait')"
                )
                self.drop()
                return False
            if self._accepted(text, accept):
                self.drop()
                return True

    def drop(self) -> bool:
        """Whether there was one."""
        there = self.path.parent.is_dir()
        shutil.rmtree(self.path.parent, ignore_errors=True)
        with suppress(OSError):  # other drafts stand there
            self.path.parent.parent.rmdir()
        return there

    def _edited(self, command: list[str], before: str) -> str:
        """What the editor leaves. A draft with nothing in it to lose is deleted on every failure."""
        try:
            self._run(command)
            text = self.path.read_text(encoding="utf-8-sig")
        except (UsageError, OSError, UnicodeDecodeError) as error:
            self._drop_unless_changed(before)
            if isinstance(error, UsageError):
                raise
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise InputError(f"the draft {self.path} can't be read: {reason}", self.take_up) from error
        if not text.strip():
            self.drop()
            raise UsageError("the draft came back empty, so nothing was kept", self.empty)
        return text

    def _accepted(self, text: str, accept: Callable[[str], None]) -> bool:
        """Raises InputError when it won't do and can't be edited again now."""
        try:
            accept(text)
        except InputError as error:
            if not console.is_terminal("stdin"):
                raise InputError(error.message, self.take_up) from None
            console.fail(error)
            if not typer.confirm("Edit again?", default=True, err=True):
                raise InputError(error.message, self.take_up) from None
            return False
        return True

    def _run(self, command: list[str]) -> None:
        """The editor on the draft. Without a terminal it gets no input at all, so that none waits for ever."""
        stdin = None if console.is_terminal("stdin") else subprocess.DEVNULL
        stdout = None if console.is_terminal("stdout") else 2  # standard output is for the result
        before = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is the editor's to answer
        try:
            done = subprocess.run([*command, str(self.path)], stdin=stdin, stdout=stdout, check=False)
        except OSError as error:
            hint = "set EDITOR to the command of another"
            raise UsageError(f"the editor {command[0]} can't be started: {error.strerror}", hint) from error
        finally:
            signal.signal(signal.SIGINT, before)
        if done.returncode:
            raise UsageError(
                f"the editor {command[0]} failed with code {done.returncode}; nothing was kept", self.take_up
            )

    def _drop_unless_changed(self, before: str) -> None:
        if not self.path.is_file() or self.path.read_bytes() == before.encode():
            self.drop()

    def _write(self, text: str) -> None:
        path = self.path
        try:
            path.parent.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.parent.mkdir(exist_ok=True, mode=0o700)
            if self.made_from:
                path.with_name("made-from").write_text(self.made_from, encoding="utf-8")
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
        except OSError as error:
            raise StorageError(
                f"the draft {path} can't be written: {error.strerror}", "check the folder and the free space"
            ) from error


def editor(hint: str) -> list[str]:
    """VISUAL, else EDITOR, else one that most systems have: the last only for a person at a terminal."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if named:
        try:
            return [part.strip('"') for part in shlex.split(named, posix=os.name != "nt")]
        except ValueError as error:
            raise UsageError(f"VISUAL or EDITOR is no command: {error}", hint) from error
    if not console.is_terminal("stdin"):
        raise UsageError("editing needs a terminal, or EDITOR set to a command", hint)
    for name in _EDITORS:
        if found := shutil.which(name):
            return [found]
    raise UsageError("no editor is set", hint)


def drop_drafts() -> None:
    """All those of corrections."""
    shutil.rmtree(_data("drafts"), ignore_errors=True)


def _data(folder: str) -> Path:
    from careercraft import paths

    return paths.history_file().parent / folder
