"""The way from YAML folders to a `Taxonomy`, by the shortest cut that still holds.

1. the compiled file that ships with the package, if it was made from exactly these files;
2. the user's cache, if it was;
3. the YAML itself, which is checked whole and then cached.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
from pathlib import Path
from weakref import WeakValueDictionary

import msgspec

from careercraft import paths
from careercraft.errors import ConfigError
from careercraft.taxonomy.index import Compiled, Taxonomy, compile_surfaces

FORMAT_VERSION = 5
SHIPPED = "taxonomy.msgpack"
_held: WeakValueDictionary[str, Taxonomy] = WeakValueDictionary()
"""By the hash of their sources, those in use in this process: one takes 100 MB, and nothing ever changes it."""


def load_taxonomy(skills_dir: Path | None = None, roles_dir: Path | None = None) -> Taxonomy:
    """The built-in taxonomy, or the one in the folders given. Skills of one's own come without the built-in roles,
    which ask for built-in skills.

    Raises ConfigError that names file, line and key of every error.
    """
    skills_dir, roles_dir = source_folders(skills_dir, roles_dir)
    source_hash = hash_sources(skills_dir, roles_dir)
    held = _held.get(source_hash)
    if held is None:
        held = _held[source_hash] = Taxonomy(_compiled(skills_dir, roles_dir, source_hash))
    return held


def _compiled(skills_dir: Path, roles_dir: Path | None, source_hash: str) -> Compiled:
    cached = paths.cache_dir() / f"taxonomy-{source_hash[:16]}.msgpack"
    for candidate in (paths.generated_dir() / SHIPPED, cached):
        compiled = read_compiled(candidate, source_hash)
        if compiled is not None:
            return compiled
    compiled = compile_sources(skills_dir, roles_dir, source_hash)
    write_cache(cached, msgspec.msgpack.encode(compiled))
    return compiled


def source_folders(skills_dir: Path | None, roles_dir: Path | None) -> tuple[Path, Path | None]:
    """The folders that `load_taxonomy` reads."""
    roles_dir = roles_dir or (None if skills_dir else paths.roles_dir())
    return skills_dir or paths.taxonomy_dir(), roles_dir


def hash_sources(skills_dir: Path, roles_dir: Path | None) -> str:
    """sha256 over the names and bytes of all files, in hex."""
    digest = hashlib.sha256(str(FORMAT_VERSION).encode())
    for root in filter(None, (skills_dir, roles_dir)):
        if not root.is_dir():
            raise ConfigError(
                f"there is no folder {root}",
                "check the settings taxonomy and roles with `careercraft config show`",
            )
        for directory, folders, names in os.walk(root):
            folders.sort()
            for name in sorted(names):
                if name.endswith((".yaml", ".yml")):
                    path = Path(directory, name)
                    digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
                    digest.update(path.read_bytes())
    return digest.hexdigest()


def compile_sources(skills_dir: Path, roles_dir: Path | None, source_hash: str) -> Compiled:
    # PyYAML and the checks are only needed here, on the slow way.
    from careercraft.taxonomy.build import read_folders

    skills, roles, issues = read_folders(skills_dir, roles_dir)
    if issues:
        shown = "\n  ".join(str(issue) for issue in issues[:50])
        more = f"\n  … and {len(issues) - 50} more" if len(issues) > 50 else ""
        raise ConfigError(
            f"the taxonomy has {len(issues)} error(s):\n  {shown}{more}", "mend the files named"
        )
    return Compiled(FORMAT_VERSION, source_hash, skills, roles, compile_surfaces(skills))


def read_compiled(path: Path, source_hash: str) -> Compiled | None:
    """What the file holds, if it was made from just these sources by this format."""
    gc.disable()  # it would look through a hundred thousand new objects again and again, all of them in use
    try:
        compiled = msgspec.msgpack.decode(path.read_bytes(), type=Compiled)
    except (OSError, msgspec.MsgspecError):
        return None
    finally:
        gc.enable()
    fresh = compiled.version == FORMAT_VERSION and compiled.source_hash == source_hash
    return compiled if fresh else None


def write_cache(path: Path, data: bytes) -> None:
    """A cache that can't be written costs time, not the analysis."""
    with contextlib.suppress(OSError):
        paths.replace_file(path, data)
