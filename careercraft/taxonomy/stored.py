"""Imported taxonomies, kept compiled in the user's data directory: one file each, written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import re
import struct
from pathlib import Path

import msgspec
from msgspec import Struct

from careercraft import paths
from careercraft.errors import ConfigError, StorageError, UsageError
from careercraft.model.skill import Role, Skill
from careercraft.taxonomy.index import Compiled, Taxonomy, compile_surfaces
from careercraft.taxonomy.load import FORMAT_VERSION, load_taxonomy

BUILTIN = "builtin"
_ENDING = ".taxonomy"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_MAGIC = b"cctax001"
_HEAD = struct.Struct("<8sI")
"""Magic and length of the `About` that follows as JSON; the rest is a `Compiled` as msgpack."""


class About(Struct, frozen=True, kw_only=True):
    """What `taxonomy list` says, readable without the entries."""

    name: str
    format: str
    source: str
    """The path as it was given."""
    imported: str
    """YYYY-MM-DD."""
    skills: int
    names: int
    """Names and aliases as the source has them."""
    roles: int
    hash: str


def check_name(name: str) -> str:
    """The name itself. Raises UsageError where it can't be one."""
    if name == BUILTIN:
        raise UsageError(f"{BUILTIN!r} is the taxonomy that careercraft brings", "choose another --name")
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"{name!r} can't name a taxonomy", "use lower-case letters, digits, hyphens and underscores"
        )
    return name


def compile_imported(skills: tuple[Skill, ...], roles: tuple[Role, ...]) -> Compiled:
    """Entries by id, with a hash over all that they say; names that are words get a rule."""
    from careercraft.taxonomy.word_names import with_rules  # here alone, and not where taxonomies are loaded

    skills = tuple(sorted(with_rules(skills, load_taxonomy()), key=lambda skill: skill.id))
    roles = tuple(sorted(roles, key=lambda role: role.id))
    content = msgspec.msgpack.encode((FORMAT_VERSION, skills, roles))
    digest = hashlib.sha256(content).hexdigest()
    return Compiled(FORMAT_VERSION, digest, skills, roles, compile_surfaces(skills))


def keep(name: str, format: str, source: str, imported: str, compiled: Compiled) -> About:
    """Store it under its name, in place of what had that name. Raises StorageError; then the old one stays."""
    about = About(
        name=name, format=format, source=source, imported=imported, skills=len(compiled.skills),
        names=sum(1 + len(skill.aliases) for skill in compiled.skills), roles=len(compiled.roles),
        hash=compiled.source_hash,
    )  # fmt: skip
    head = msgspec.json.encode(about)
    write_whole(_file(name), _HEAD.pack(_MAGIC, len(head)) + head + msgspec.msgpack.encode(compiled))
    return about


def names() -> list[str]:
    """Of all imported taxonomies, sorted."""
    with contextlib.suppress(OSError):
        return sorted(file.stem for file in paths.taxonomies_dir().glob(f"*{_ENDING}"))
    return []


def about(name: str) -> About | None:
    """None where there is no such taxonomy. Raises ConfigError for a file that is broken."""
    try:
        with _file(name).open("rb") as file:
            magic, length = _HEAD.unpack(file.read(_HEAD.size))
            head = file.read(length)
        if magic != _MAGIC:
            raise _broken(name)
        return msgspec.json.decode(head, type=About)
    except FileNotFoundError:
        return None
    except (OSError, struct.error, msgspec.MsgspecError) as error:
        raise _broken(name) from error


def load(name: str) -> Taxonomy:
    """Raises ConfigError when it isn't there or can't be read."""
    try:
        content = memoryview(_file(name).read_bytes())
        _, length = _HEAD.unpack_from(content)
        compiled = msgspec.msgpack.decode(content[_HEAD.size + length :], type=Compiled)
    except (OSError, struct.error, msgspec.MsgspecError) as error:
        raise _broken(name) from error
    if compiled.version != FORMAT_VERSION:  # kept by another version of careercraft: its entries still hold
        compiled = compile_imported(compiled.skills, compiled.roles)
    return Taxonomy(compiled)


def remove(name: str) -> None:
    """Raises UsageError when there is none, StorageError when it can't be deleted."""
    try:
        _file(name).unlink()
    except FileNotFoundError:
        raise unknown(name) from None
    except OSError as error:
        raise StorageError(
            f"{name} can't be removed: {error.strerror}", "check the folder's rights"
        ) from error


def unknown(name: str) -> UsageError:
    return UsageError(f"there is no taxonomy {name!r}", f"there are: {', '.join([BUILTIN, *names()])}")


def is_kept(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and _file(name).is_file()


def write_whole(path: Path, data: bytes) -> None:
    """All of it or nothing, for the user alone. Raises StorageError."""
    try:
        paths.replace_file(path, data)
    except OSError as error:
        raise StorageError(
            f"{path} can't be written: {error.strerror}", "check the folder and the free space"
        ) from error


def _file(name: str) -> Path:
    return paths.taxonomies_dir() / f"{name}{_ENDING}"


def _broken(name: str) -> ConfigError:
    return ConfigError(
        f"the imported taxonomy {name!r} can't be read", f"import it again, or `taxonomy remove {name}`"
    )
