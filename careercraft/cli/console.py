"""The only place that writes to the streams and knows exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

from careercraft.errors import (
    CareerCraftError,
    ConfigError,
    InputError,
    ProviderError,
    StorageError,
    UsageError,
)


class ExitCode(IntEnum):
    """What the process says at its end. In a batch the worst of 70, 5, 4, 3, 1, 0 wins."""

    DONE = 0
    GATE = 1
    """A gate the user asked for failed: --fail-under, --require-fit, a verify mismatch."""
    USAGE = 2
    INPUT = 3
    PROVIDER = 4
    STORAGE = 5
    CONFIG = 6
    BUG = 70
    INTERRUPTED = 130


_BY_ERROR: dict[type[CareerCraftError], ExitCode] = {
    UsageError: ExitCode.USAGE,
    InputError: ExitCode.INPUT,
    ProviderError: ExitCode.PROVIDER,
    StorageError: ExitCode.STORAGE,
    ConfigError: ExitCode.CONFIG,
}


class Interrupted(Exception):
    """Ctrl-C, with what the person can do now. It passes through typer, which swallows KeyboardInterrupt."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint)
        self.hint = hint


class ReaderGone(Exception):
    """Whoever read standard output has left (`| head`). Passes through typer, which would exit with 1."""


@contextmanager
def unswallowed() -> Iterator[None]:
    """Around what typer runs: Ctrl-C and a closed pipe come out as exceptions of ours."""
    try:
        yield
    except KeyboardInterrupt:
        raise Interrupted from None
    except BrokenPipeError:
        raise ReaderGone from None


def code_of(word: str) -> ExitCode:
    """The exit code of an error's `code` in a batch line."""
    return next((code for kind, code in _BY_ERROR.items() if kind.code == word), ExitCode.BUG)


def exit_code(error: CareerCraftError) -> ExitCode:
    """By its `code`, which narrower kinds of an error share."""
    return code_of(error.code)


def say(text: str) -> None:
    """A line for the person, on stderr. A closed stderr is no reason to fail."""
    try:
        print(printable(text), file=sys.stderr, flush=True)
    except (BrokenPipeError, ValueError):
        return


def fail(error: CareerCraftError) -> None:
    say(f"error: {error.message}")
    if error.hint:
        say(f"hint: {error.hint}")


def printable(text: str) -> str:
    """Without terminal escapes and other control characters but line breaks and tabs."""
    return "".join(char for char in text if char in "\n\t" or char.isprintable())


def out(data: str | bytes) -> None:
    """The result, as UTF-8 bytes whatever the locale; terminals get what they can show."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if sys.stdout is None:  # closed by the caller: `careercraft ... >&-`
        raise StorageError("standard output is closed", "give a file with -o")
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(raw.decode("utf-8", "replace"))
        return
    try:
        sys.stdout.flush()
        buffer.write(raw)
        buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StorageError(
            f"standard output can't be written: {error.strerror}", "free some space"
        ) from error


def write_file(path: Path, data: bytes) -> None:
    """All of it or nothing: written beside the target, then moved there. Reports are private: mode 0600."""
    from careercraft import paths

    try:
        if not path.parent.is_dir():
            raise StorageError(f"there is no folder {path.parent}", "make it first, or give another -o")
        if path.exists() and not path.is_file():
            _write_through(path, data)
            return
        paths.replace_file(path, data, prefix=f".{path.name}.", sync=True)
    except OSError as error:
        raise StorageError(
            f"{path} can't be written: {error.strerror}", "check the folder and the free space"
        ) from error


def _write_through(path: Path, data: bytes) -> None:
    """To a device or a pipe, which can't be moved onto."""
    if path.is_dir():
        raise StorageError(f"{path} is a folder", "give a file's name with -o")
    with path.open("wb") as file:
        file.write(data)


def read_stdin() -> bytes:
    if sys.stdin is None:
        raise InputError("standard input is closed", "give a file in place of -")
    if sys.stdin.isatty():
        say("reading from standard input; end with Ctrl-D")
    return sys.stdin.buffer.read()


def is_terminal(stream_name: str) -> bool:
    stream = getattr(sys, stream_name)
    return bool(stream and stream.isatty())


def confirm(yes: bool, deed: str, question: str) -> None:
    """Ask before something that can't be taken back, unless `yes` said so. Raises UsageError where nobody can answer,
    and leaves when the answer is no."""
    import typer

    if yes:
        return
    if not is_terminal("stdin"):
        raise UsageError(deed, "say so with --yes")
    typer.confirm(question, abort=True, err=True)


def wants_color() -> bool:
    """On a terminal, unless NO_COLOR is set or the terminal is dumb."""
    return is_terminal("stdout") and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextmanager
def guarded() -> Iterator[None]:
    """Turns every failure into one line, a hint and the right exit code; a bug's traceback is shown in Python's
    development mode (`python -X dev -m careercraft`)."""
    try:
        yield
    except CareerCraftError as error:
        fail(error)
        raise SystemExit(exit_code(error)) from None
    except (KeyboardInterrupt, Interrupted) as stop:
        say("interrupted")
        if isinstance(stop, Interrupted) and stop.hint:
            say(f"hint: {stop.hint}")
        raise SystemExit(ExitCode.INTERRUPTED) from None
    except (BrokenPipeError, ReaderGone):
        # The reader has gone (`| head`); nothing is wrong, and Python must not complain at shutdown.
        _drop_unwritten()
        raise SystemExit(ExitCode.DONE) from None
    except OSError as error:  # typer's own output, of --help for one; everything else names its file
        fail(StorageError(f"writing failed: {error.strerror or error}", "check the free space"))
        _drop_unwritten()
        raise SystemExit(ExitCode.STORAGE) from None
    except Exception as error:  # the last guard: a bug must not look like a result
        if isinstance(error, UnicodeEncodeError) and not all(map(_is_text, sys.argv)):
            # Files may be called so, and stay untouched; words that are kept may not.
            fail(UsageError("the command holds bytes that are no text", "write its words in UTF-8"))
            raise SystemExit(ExitCode.USAGE) from None
        if sys.flags.dev_mode:
            raise
        say(f"error: this is a bug in careercraft: {type(error).__name__}: {error}")
        say(
            "hint: please report it with the command; `python -X dev -m careercraft ...` shows where it happened"
        )
        raise SystemExit(ExitCode.BUG) from None


def _is_text(word: str) -> bool:
    """Whether all bytes of an argument could be read."""
    return not any("\ud800" <= char <= "\udfff" for char in word)


def _drop_unwritten() -> None:
    """What standard output could not take would fail once more when Python leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
