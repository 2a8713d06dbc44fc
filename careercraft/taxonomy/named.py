"""From the setting `taxonomy` to a taxonomy: names and folders, joined by commas, the first before the later ones."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from careercraft import paths
from careercraft.errors import ConfigError, StorageError
from careercraft.taxonomy import stored
from careercraft.taxonomy.index import Taxonomy
from careercraft.taxonomy.load import (
    FORMAT_VERSION,
    hash_sources,
    load_taxonomy,
    read_compiled,
    source_folders,
    write_cache,
)


class Part(NamedTuple):
    """One of the taxonomies that are merged."""

    name: str
    """As the setting gives it."""
    hash: Callable[[], str]
    load: Callable[[], Taxonomy]
    folders: tuple[Path, Path | None] | None
    """Of skills and roles, where people edit them; None for what was imported."""


def load_named(value: str, roles: str = "") -> Taxonomy:
    """The taxonomy that the settings `taxonomy` and `roles` name; empty is the built-in one.

    Raises ConfigError for a name or folder that isn't there, and for what is wrong in it.
    """
    parts = parts_of(value, roles)
    if len(parts) == 1:
        return parts[0].load()
    digest = hashlib.sha256(
        f"{FORMAT_VERSION}:{':'.join(part.hash() for part in parts)}".encode()
    ).hexdigest()
    cached = paths.cache_dir() / f"taxonomy-{digest[:16]}.msgpack"
    compiled = read_compiled(cached, digest)
    if compiled is None:
        from careercraft.taxonomy.merge import merge

        compiled = merge([part.load() for part in parts], FORMAT_VERSION, digest)
        write_cache(cached, msgspec.msgpack.encode(compiled))
    return Taxonomy(compiled)


def parts_of(value: str, roles: str = "") -> list[Part]:
    """Each name once, in their order. `roles` is the folder that goes with the built-in skills or with a folder's."""
    names = split_names(value)
    parts = [_part(name, Path(roles).expanduser() if roles else None) for name in names]
    if roles and all(part.folders is None for part in parts):
        raise ConfigError(
            f"the setting roles ({roles}) needs a folder of skills or {stored.BUILTIN}",
            "an imported taxonomy brings its own roles; leave the setting roles empty",
        )
    return parts


def split_names(value: str) -> list[str]:
    """Names in their order, each once; a folder whose name holds a comma is one name."""
    if value and Path(value).expanduser().is_dir() and not stored.is_kept(value):
        return [value]
    names = dict.fromkeys(name.strip() for name in value.split(","))
    return [name for name in names if name] or [stored.BUILTIN]


def _part(name: str, roles: Path | None) -> Part:
    if name == stored.BUILTIN:
        return _folder(name, None, roles)
    if stored.is_kept(name):
        about = stored.about(name)
        assert about is not None
        return Part(name, lambda: about.hash, lambda: stored.load(name), None)
    folder = Path(name).expanduser()
    if folder.is_dir() or os.sep in name:
        return _folder(name, folder, roles)
    known = ", ".join([stored.BUILTIN, *stored.names()])
    raise ConfigError(f"there is no folder or taxonomy {name!r}", f"`careercraft taxonomy list`: {known}")


def _folder(name: str, skills: Path | None, roles: Path | None) -> Part:
    folders = source_folders(skills, roles)
    return Part(name, lambda: hash_sources(*folders), lambda: load_taxonomy(skills, roles), folders)


def in_use() -> str:
    """What `taxonomy use` chose; empty for the built-in one."""
    file = paths.taxonomy_in_use()
    return file.read_text(encoding="utf-8").strip() if file.is_file() else ""


def use(names: list[str]) -> str:
    """Keep these as the choice for commands without --taxonomy; returns the value. Raises UsageError, StorageError."""
    for name in names:
        if name != stored.BUILTIN and not stored.is_kept(name):
            raise stored.unknown(name)
    value = ",".join(dict.fromkeys(names))
    if value != stored.BUILTIN:
        stored.write_whole(paths.taxonomy_in_use(), f"{value}\n".encode())
        return value
    try:
        paths.taxonomy_in_use().unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(f"the choice can't be removed: {error.strerror}", "check the folder") from error
    return value
