"""`careercraft doctor`: what is installed, where things are, what is missing and how to get it."""

from __future__ import annotations

import importlib.util
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from careercraft import __version__
from careercraft.cli import console
from careercraft.cli.options import settings_from
from careercraft.errors import CareerCraftError, ConfigError, StorageError

_PACKAGES = (
    "typer",
    "rich",
    "pypdfium2",
    "pdfminer.six",
    "rapidfuzz",
    "onnxruntime",
    "sqlite-utils",
    "msgspec",
)
_OPTIONAL = {"sentence_transformers": "pip install 'careercraft[transformers]' to use other encoders"}


class Check(NamedTuple):
    name: str
    state: str
    """ok | missing (optional) | broken."""
    detail: str


def doctor() -> None:
    """Check this installation; exit with 6 when something the analysis needs is broken."""
    from careercraft.render.tables import columns

    checks = [*_versions(), *_paths(), *_kept(), *_engine(), *_optional(), _ocr()]
    console.out(columns([(check.name, check.state, check.detail) for check in checks]))
    if any(check.state == "broken" for check in checks):
        raise SystemExit(console.ExitCode.CONFIG)


def _versions() -> Iterator[Check]:
    from importlib.metadata import PackageNotFoundError, version  # loads the readers of e-mail

    yield Check("careercraft", "ok", __version__)
    yield Check(
        "python",
        "ok",
        f"{platform.python_version()} on {platform.system()} {platform.machine()} ({sys.executable})",
    )
    for package in _PACKAGES:
        try:
            yield Check(package, "ok", version(package))
        except PackageNotFoundError:
            yield Check(package, "broken", f"not installed; pip install {package}")


def _paths() -> Iterator[Check]:
    from careercraft import paths

    places: list[tuple[str, Path]] = [
        ("config file", paths.config_file()),
        ("history", paths.history_file()),
        ("cache", paths.cache_dir()),
        ("taxonomy", paths.taxonomy_dir()),
        ("roles", paths.roles_dir()),
    ]
    for name, place in places:
        yield Check(name, "ok", f"{place}{'' if place.exists() else ' (not made yet)'}")


def _kept() -> Iterator[Check]:
    """Nothing is made or migrated for the sake of a look."""
    from careercraft.store import load_corrections, profile_names

    try:
        file = settings_from().history_file
        found = load_corrections(file)
        # Those without a name are what was learned with roadmaps.
        files = [kept for kept in found.values() if kept.name]
        yield Check("corrections", "ok", f"{len(files)} kept")
        yield Check("profiles", "ok", f"{len(profile_names(file))} kept")
    except StorageError as error:
        yield Check("corrections", "broken", f"{error.message}; {error.hint}")
    except ConfigError:
        return  # which the engine's check tells


def _engine() -> Iterator[Check]:
    """Loads what an analysis loads."""
    from careercraft.api import Workbench

    try:
        settings = settings_from()
        yield Check("settings", "ok", "valid")
        bench = Workbench(settings)
        taxonomy = bench.taxonomy
        surfaces = sum(1 + len(skill.aliases) for skill in taxonomy.entries)
        yield Check(
            "skills",
            "ok",
            f"{len(taxonomy.skills)} skills, {surfaces} names, {len(taxonomy.roles)} roles ({taxonomy.hash[:12]})",
        )
        yield Check(
            "encoder",
            "ok",
            f"{bench.encoder.name}, {bench.encoder.dimension} dimensions ({bench.encoder.fingerprint})",
        )
        yield Check("skill vectors", "ok", f"{len(bench.vectors.ids)}")
    except CareerCraftError as error:
        yield Check("engine", "broken", f"{error.message}; {error.hint}")


def _optional() -> Iterator[Check]:
    for module, remedy in _OPTIONAL.items():
        found = importlib.util.find_spec(module) is not None
        yield Check(module, "ok" if found else "missing", "installed" if found else f"optional: {remedy}")


def _ocr() -> Check:
    from careercraft.read.tesseract import tesseract_languages, tesseract_version

    found = tesseract_version()
    if found is None:
        return Check("tesseract", "missing", "optional: install tesseract-ocr to read scans with --ocr")
    return Check(
        "tesseract", "ok", f"{found} ({', '.join(tesseract_languages()) or 'no language installed'})"
    )
