"""docs/commands.md: every command with its arguments and options, from the functions that define them.

It reads what the code declares, and not what typer prints, so that a new typer doesn't make the page stale.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from typer import Typer
from typer.models import ArgumentInfo, OptionInfo

from careercraft.cli.app import app

_INTRO = """# Commands

Written by `python tools/build_docs.py` from the program itself; `careercraft COMMAND --help` says the same.

What a command finds goes to standard output, everything else to standard error.
The exit codes stand in the [README](../README.md#exit-codes).
"""


class Command(NamedTuple):
    """A command as its users call it."""

    path: str
    run: Callable[..., Any]


class Parameter(NamedTuple):
    """One argument or option."""

    name: str
    info: ArgumentInfo | OptionInfo
    kind: Any
    default: Any

    @property
    def is_argument(self) -> bool:
        return isinstance(self.info, ArgumentInfo)

    @property
    def is_many(self) -> bool:
        return get_origin(self.kind) is list

    @property
    def base(self) -> Any:
        """The type of one value."""
        return get_args(self.kind)[0] if self.is_many else self.kind


def commands(typer_app: Typer = app, path: str = "careercraft") -> Iterator[Command]:
    """Every command, in the order of the help."""
    for found in typer_app.registered_commands:
        if found.callback is not None:
            yield Command(f"{path} {found.name}", found.callback)
    for group in typer_app.registered_groups:
        if group.typer_instance is not None:
            yield from commands(group.typer_instance, f"{path} {group.name}")


def commands_page() -> str:
    """docs/commands.md."""
    sections = [_section(command) for command in commands()]
    return _INTRO + "\n" + _general() + "".join(sections)


def _general() -> str:
    return "".join(f"- `careercraft {flag}`: {text}\n" for flag, text in _root_options())


def _root_options() -> Iterator[tuple[str, str]]:
    assert app.registered_callback is not None
    assert app.registered_callback.callback is not None
    for parameter in parameters(app.registered_callback.callback):
        yield ", ".join(_flags(parameter)), parameter.info.help or ""
    yield "--help, -h", "What there is; after a command, its arguments and options."


def _section(command: Command) -> str:
    found = parameters(command.run)
    lines = [f"\n## {command.path.removeprefix('careercraft ')}\n", "", f"    {_usage(command, found)}", ""]
    lines += [inspect.getdoc(command.run) or "", ""]
    if found:
        lines += ["| | |", "|---|---|", *(_row(parameter) for parameter in found)]
    return "\n".join(line.rstrip("\n") for line in lines) + "\n"


def parameters(run: Callable[..., Any]) -> list[Parameter]:
    """Arguments first, each group as declared."""
    hints = get_type_hints(run, include_extras=True)
    found = []
    for name, declared in inspect.signature(run).parameters.items():
        kind, *notes = get_args(hints[name])
        info = next(note for note in notes if isinstance(note, ArgumentInfo | OptionInfo))
        found.append(Parameter(name, info, _without_none(kind), declared.default))
    return sorted(found, key=lambda parameter: not parameter.is_argument)


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in {Union, UnionType}:
        return next(part for part in get_args(kind) if part is not NoneType)
    return kind


def _usage(command: Command, found: list[Parameter]) -> str:
    options = " [OPTIONS]" if any(not parameter.is_argument for parameter in found) else ""
    arguments = "".join(f" {_argument(parameter)}" for parameter in found if parameter.is_argument)
    return f"{command.path}{options}{arguments}"


def _argument(parameter: Parameter) -> str:
    if parameter.info.metavar:
        return str(parameter.info.metavar)
    name = parameter.name.upper() + ("..." if parameter.is_many else "")
    return name if parameter.default is inspect.Parameter.empty else f"[{name}]"


def _row(parameter: Parameter) -> str:
    if parameter.is_argument:
        left = f"`{_argument(parameter)}`"
    else:
        left = ", ".join(f"`{flag}`" for flag in _flags(parameter))
        left += f" {_values(parameter)}" if _values(parameter) else ""
    return f"| {left} | {_cell(parameter.info.help or '')}{_default(parameter)} |"


def _flags(parameter: Parameter) -> list[str]:
    """As typer reads them: inside Annotated the first flag stands where a default would."""
    declared = [parameter.info.default, *(parameter.info.param_decls or ())]
    names = [name for flag in declared if isinstance(flag, str) for name in flag.split("/")]
    given = [name for name in names if name.startswith("-")]  # "--remote/--no-remote" are two
    return given or [f"--{parameter.name.replace('_', '-')}"]


def _values(parameter: Parameter) -> str:
    base = parameter.base
    if base is bool:
        return ""
    if isinstance(base, type) and issubclass(base, Enum):
        return "\\|".join(str(item.value) for item in base)
    return {Path: "FILE", int: "NUMBER", float: "NUMBER"}.get(base, "TEXT")


def _default(parameter: Parameter) -> str:
    value = parameter.default
    if value is None or value is inspect.Parameter.empty or value is False:
        return ""
    return f" (default: {value.value if isinstance(value, Enum) else value})"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
