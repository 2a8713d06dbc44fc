"""Settings: defaults < config file < CAREERCRAFT_* variables < profile < flags, each value knowing where it came from.

What `careercraft taxonomy use` chose stands between the defaults and the config file.

A setting is named by dots (`weights.skills_match`); its variable is CAREERCRAFT_ and the name in capitals with
underscores (`CAREERCRAFT_WEIGHTS_SKILLS_MATCH`). CAREERCRAFT_HOME,
CAREERCRAFT_CONFIG and CAREERCRAFT_LLM_KEY are no settings.
"""

from __future__ import annotations

import hashlib
import math
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from careercraft import paths
from careercraft.errors import ConfigError
from careercraft.model.setting_groups import Llm as Llm
from careercraft.model.setting_groups import Planning as Planning
from careercraft.model.setting_groups import llm_rules

_PREFIX = "CAREERCRAFT_"
_PLACES = {"CAREERCRAFT_HOME", "CAREERCRAFT_CONFIG", "CAREERCRAFT_LLM_KEY"}
PROFILE = "your profile"
"""The origin of what `own` says."""
_MOVES_NUMBERS = ("threshold", "weights", "wishes")
_LISTS = frozenset(("wishes.rates", "wishes.work_authorization", "wishes.values", "llm.own_hosts"))
_FLAGS = {"llm.model": "--llm", "llm.base_url": "--llm-base-url", "llm.evidence": "--llm-evidence"}
_SECRET = re.compile(r"key|secret|token|passw|credential", re.IGNORECASE)


class Weights(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Weights of the nine parts in the readiness; only those that are known count, and they need not add up to 1."""

    skills_match: float = 0.40
    experience_match: float = 0.28
    education_match: float = 0.05
    culture_fit: float = 0.03
    location_match: float = 0.05
    salary_match: float = 0.03
    technical_skills: float = 0.08
    soft_skills: float = 0.04
    domain_knowledge: float = 0.04


class Limits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is still taken for a resume or a posting."""

    max_bytes: int = 20_000_000
    max_pages: int = 60
    max_chars: int = 300_000


class Reading(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How files are read."""

    ocr: bool = False
    """Pictures and scanned pages go through tesseract, where it is installed."""
    ocr_language: str = ""
    """As tesseract names it, `deu+eng`; empty is English or the language that the first page turns out to be in."""


class Wishes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the person wants, where the resume doesn't say it. `match/profile.py` reads them."""

    location: str = ""
    salary: float | str = ""
    """A year as a number, or words: "65k EUR", "30/h", "4,500 EUR a month"; 0 and empty are no wish."""
    currency: str = ""
    """ISO 4217, of `salary` where it names none itself."""
    rates: dict[str, float] = {}
    """One unit of another currency in that of the wish: {USD: 0.92}. None is built in."""
    remote: bool | None = None
    """True: work at home; False: rather not."""
    relocate: bool | None = None
    work_authorization: tuple[str, ...] = ()
    """Every country, or EU, in which the person may work without help; with a leading "-" where they need a sponsor."""
    values: tuple[str, ...] = ()
    """Values and ways of working that the person wants; with a leading "-" or "not " those they don't want."""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    threshold: float = 70.0
    """Readiness from which on the verdict is FIT."""
    encoder: str = "default"
    """The shipped encoder, or a sentence-transformers model by name or path."""
    taxonomy: str = ""
    """Imported taxonomies or folders of skills in place of the built-in one (`builtin`), joined by commas."""
    roles: str = ""
    """A folder of roles in place of the built-in one."""
    history: bool = True
    history_file: str = ""
    """In place of the file in the user's data directory."""
    corrections: bool = True
    """Whether a resume file that the person has put right is read as they put it."""
    threads: int = 0
    """For the encoder; 0 takes what the machine has, at most 4."""
    pdf_engine: str = "pdfium"
    """pdfium or pdfminer."""
    today: str = ""
    """YYYY-MM-DD; empty is the clock's."""
    weights: Weights = Weights()
    limits: Limits = Limits()
    read: Reading = Reading()
    wishes: Wishes = Wishes()
    plan: Planning = Planning()
    llm: Llm = Llm()


class Loaded(Struct, frozen=True):
    """Settings with the origin of each: `default`, the config file, a variable, or a flag."""

    settings: Settings
    origins: dict[str, str] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, Any, str]]:
        """(name, value, origin) of every setting, in the order of declaration."""
        for name, value in flatten(msgspec.to_builtins(self.settings)):
            yield name, value, self.origins.get(name, "default")


def load_settings(
    flags: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] | None = None,
    own: Mapping[str, Any] | None = None,
) -> Loaded:
    """`own` is what the person's profile says, where it is used: it goes before the environment, and behind the flags.

    Raises ConfigError that names the file, variable or flag with the mistake."""
    environ = os.environ if environ is None else environ
    layers: list[tuple[str, dict[str, Any]]] = [
        _chosen_taxonomy(),
        _file_layer(environ),
        *_environment_layers(environ),
        (PROFILE, dict(flatten(own or {}))),
        *((_flag(name), dict(flatten({name: value}))) for name, value in (flags or {}).items()),
    ]
    merged: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for origin, values in layers:
        listed = {name: _listed(name, value) for name, value in values.items()}
        for name, value in flatten(listed):
            _check(name, value, origin)
            merged[name] = value
            origins[name] = origin
    settings = msgspec.convert(_nest(merged), Settings, strict=False)
    _check_ranges(settings, origins)
    return Loaded(settings, origins)


def settings_hash(settings: Settings) -> str:
    """Over the settings that can move a number; sha256 in hex."""
    values = {name: getattr(settings, name) for name in _MOVES_NUMBERS}
    return hashlib.sha256(msgspec.json.encode(values, order="sorted")).hexdigest()


def _flag(name: str) -> str:
    return _FLAGS.get(name) or f"--{name.rpartition('.')[2].replace('_', '-')}"


def flatten(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, Mapping) and value:
            yield from flatten(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _listed(name: str, value: Any) -> Any:
    """Lists and rates may be one line of words: "US,EU", "USD=0.92,GBP=1.17"."""
    if name == "wishes.work_authorization" and isinstance(value, list):
        return ["NO" if item is False else item for item in value]  # YAML takes Norway's code for a no
    if name not in _LISTS or not isinstance(value, str):
        return value
    items = [item.strip() for item in value.split(",") if item.strip()]
    if name != "wishes.rates":
        return items
    return {key.strip().upper(): _number(rate) for key, _, rate in (item.partition("=") for item in items)}


def _number(text: str) -> float | str:
    """Words stay, for the check to name them."""
    try:
        return float(text)
    except ValueError:
        return text.strip()


def _nest(values: Mapping[str, Any]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for name, value in values.items():
        *groups, last = name.split(".")
        inner = nested
        for group in groups:
            inner = inner.setdefault(group, {})
        inner[last] = value
    return nested


def _chosen_taxonomy() -> tuple[str, dict[str, Any]]:
    """What `careercraft taxonomy use` keeps."""
    file = paths.taxonomy_in_use()
    try:
        chosen = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return "", {}
    return "taxonomy use", {"taxonomy": chosen} if chosen else {}


def _file_layer(environ: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    named = environ.get("CAREERCRAFT_CONFIG", "")
    path = Path(named).expanduser() if named else paths.config_file()
    if not path.exists():
        if named:
            raise ConfigError(f"there is no config file {path}", "check CAREERCRAFT_CONFIG")
        return str(path), {}
    return str(path), dict(flatten(_read_yaml(path)))


def _read_yaml(path: Path) -> dict[str, Any]:
    import yaml

    hint = "mend the file, or move it away to go on with the defaults"
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"the config file {path} can't be read: {error.strerror}", hint) from error
    except (yaml.YAMLError, ValueError) as error:  # a day that doesn't exist is a plain ValueError
        where = getattr(error, "problem_mark", None)
        line = f" in line {where.line + 1}" if where else ""
        raise ConfigError(f"the config file {path} is not valid YAML{line}", hint) from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ConfigError(f"the config file {path} must hold names and values", hint)
    return {
        str(name): value.isoformat() if isinstance(value, date) else value for name, value in data.items()
    }


def _environment_layers(environ: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    names = {
        _PREFIX + name.upper().replace(".", "_"): name for name, _ in flatten(msgspec.to_builtins(Settings()))
    }
    for variable in sorted(environ):
        if variable.startswith(_PREFIX) and variable not in _PLACES:
            if variable not in names:
                raise ConfigError(f"{variable} names no setting", "`careercraft config show` lists them")
            yield variable, {names[variable]: environ[variable]}


def _check(name: str, value: Any, origin: str) -> None:
    try:
        msgspec.convert(_nest({name: value}), Settings, strict=False)
    except msgspec.ValidationError as error:
        if _SECRET.search(name):  # whoever put a key here must not find it on the screen
            raise ConfigError(
                f"{origin}: {name} is no setting, and keys stand in no config file",
                "set the provider's variable, as OPENAI_API_KEY, or `careercraft llm key set PROVIDER`",
            ) from None
        reason = str(error).partition(" - at ")[0]
        raise ConfigError(
            f"{origin}: {name} = {value!r} won't do: {reason[0].lower()}{reason[1:]}",
            "`careercraft config show` lists all settings with their values",
        ) from error


def _check_ranges(settings: Settings, origins: Mapping[str, str]) -> None:
    rules = {
        "threshold": (0 <= settings.threshold <= 100, "must lie between 0 and 100"),
        "threads": (0 <= settings.threads <= 64, "must lie between 0 and 64"),
        "plan.hours_per_week": (0.5 <= settings.plan.hours_per_week <= 80, "must lie between 0.5 and 80"),
        **llm_rules(settings.llm),
        "pdf_engine": (settings.pdf_engine in {"pdfium", "pdfminer"}, "must be pdfium or pdfminer"),
    }
    for name, value in flatten(msgspec.to_builtins(settings)):
        if name.startswith("weights."):
            rules[name] = (0 <= value < math.inf, "must not be under 0, nor without end")
        if name.startswith("limits."):
            rules[name] = (value > 0, "must be over 0")
    for name, (holds, reason) in rules.items():
        if not holds:
            raise ConfigError(
                f"{origins.get(name, 'default')}: {name} {reason}", "see `careercraft config show`"
            )
    if not sum(msgspec.to_builtins(settings.weights).values()) > 0:
        raise ConfigError("the weights are all 0", "give at least one of weights.* a value over 0")
