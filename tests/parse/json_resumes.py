"""Random JSON Resumes: any unicode, empty lists, and names that no schema knows, anywhere."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

_WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
_NAMES = st.text(st.characters(codec="utf-8", exclude_characters='.[]\\"'), min_size=1, max_size=8).map(
    lambda name: f"x-{name}"
)
_DAYS = st.dates().filter(lambda day: 1950 <= day.year <= 2030).map(lambda day: day.isoformat())
_NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_ANYTHING = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=6,
)


def _entry(
    texts: tuple[str, ...], lists: tuple[str, ...] = (), dated: bool = False
) -> st.SearchStrategy[Any]:
    fields: dict[str, Any] = {name: _WORDS | st.none() for name in texts}
    fields |= {name: st.lists(_WORDS, max_size=3) for name in lists}
    fields |= {"startDate": _DAYS} if dated else {}
    known = st.fixed_dictionaries({}, optional=fields)
    return st.builds(lambda one, other: one | other, known, st.dictionaries(_NAMES, _ANYTHING, max_size=2))


def _listed(*arguments: Any, **options: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.lists(_entry(*arguments, **options), max_size=3)


_SECTIONS = {
    "basics": _entry(("name", "label", "email", "summary")),
    "work": _listed(("position", "name", "location"), ("highlights",), dated=True),
    "education": _listed(("institution", "studyType", "area", "score"), ("courses",), dated=True),
    "projects": _listed(("name", "description"), ("keywords",), dated=True),
    "certificates": _listed(("name", "issuer", "url")),
    "skills": _listed(("name", "level"), ("keywords",)),
    "languages": _listed(("language", "fluency")),
    "meta": st.dictionaries(_NAMES, _ANYTHING, max_size=2),
    "$schema": _WORDS,
}


def json_resumes() -> st.SearchStrategy[dict[str, Any]]:
    """With at least one section; the order of the names is random too."""
    known = st.fixed_dictionaries({}, optional=_SECTIONS).filter(
        lambda found: found.keys() - {"meta", "$schema"}
    )
    whole = st.builds(lambda one, other: one | other, known, st.dictionaries(_NAMES, _ANYTHING, max_size=2))
    return whole.flatmap(lambda found: st.permutations(list(found.items())).map(dict))
