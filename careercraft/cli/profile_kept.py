"""What all commands of `careercraft profile` share: which profile is meant, reading it, and changing it."""

from __future__ import annotations

from collections.abc import Callable
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercraft.cli import console
from careercraft.cli.options import settings_from

if TYPE_CHECKING:
    from careercraft.model.profile import Profile
    from careercraft.settings import Settings

DEFAULT = "default"
"""That of `model.profile`, which `--help` has no time to load."""
_LONGEST_NAME = 80
Payload = dict[str, Any]
ProfileName = Annotated[
    str,
    typer.Option("--profile-name", "-p", metavar="NAME", help="Which profile, where you keep several."),
]
Number = Annotated[int, typer.Argument(metavar="N", help="Its number, as `list` shows it.")]


def checked_name(name: str) -> str:
    """Raises UsageError for what no profile can be called."""
    from careercraft.errors import UsageError

    words = " ".join(name.split())
    if not words or not words.isprintable() or words.startswith("-") or len(words) > _LONGEST_NAME:
        raise UsageError(f"{name!r} can't be a profile's name", "a word or two, as in --profile-name ana")
    return words


def load(name: str, settings: Settings | None = None) -> Profile:
    """Raises UsageError where there is none."""
    from careercraft.store import load_profile

    return load_profile((settings or settings_from()).history_file, checked_name(name))


def payload_of(profile: Profile) -> Payload:
    from careercraft.parse.profile_text import checked

    return checked(profile.text, f"the profile {profile.name}")


def change(name: str, make: Callable[[Payload], tuple[Payload, str]]) -> Profile:
    """Keep what `make` makes of the profile, and say what was done, in its words."""
    from careercraft.clock import now
    from careercraft.parse.profile_text import checked, written
    from careercraft.store import open_profiles

    name = checked_name(name)

    def changed(text: str) -> tuple[str, str]:
        new, said = make(checked(text, f"the profile {name}"))
        return written(new), said

    settings = settings_from()
    load(name, settings)  # so that none makes no file
    with open_profiles(settings.history_file) as kept:
        profile = kept.change(name, changed, now())
    console.say(f"{profile.change} ({_undo(name)} takes it back)")
    return profile


def replace(name: str, text: str, said: str, seen: int | None, settings: Settings) -> Profile:
    """Keep this text, made from version `seen`. Raises StorageError where another process was faster."""
    from careercraft.clock import now
    from careercraft.store import open_profiles

    with open_profiles(settings.history_file) as kept:
        return kept.put(name, text, said, now(), seen)


def chosen(name: str) -> str:
    """The flag that names it, where it isn't the default one."""
    return "" if name == DEFAULT else f" --profile-name {quote(name)}"


def _undo(name: str) -> str:
    return f"`careercraft profile undo{chosen(name)}`"
