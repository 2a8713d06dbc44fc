"""What a text names only to say that it isn't there or isn't asked: "no Java or Kotlin", "unlike Java".

"Docker is a plus, but not required" asks for Docker all the same, as something nice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careercraft.parse.job_cue import Lazy

_BEFORE = re.compile(
    r"\b(no|without|not|lack of|lacks|lacked|lacking|absence of|minus|never|unlike|except|except for|exception of"
    r"|excluding|neither|instead of|rather than)\s+"
    r"(?!only|limited|just)((need|needed|prior|previous|any|have|experience|knowledge|of|with|in|use|used|require"
    r"|required|for|to|know|learn|the|a|an)\s+){0,4}$"
    r"|\b(?:do|does|did|is|are)(?:n't|n’t|\s+not)\s+(?:need|require|expect|necessary|have\s+to)\w*\b[^.;:,\n]{0,40}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:(?!\b(?:nice|plus|preferred|desired|desirable|beneficial|helpful|welcome|ideal|advantage|bonus|asset)\b)"
    r"[\w\s]){0,24}?\b(?:(?:is|are|was|were)?\s*(?:not|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|never)\s+"
    r"(?:required|needed|necessary|expected|mandatory|a\s+must|a\s+requirement"
    r"|(?:being\s+|been\s+)?(?:a\s+)?(?:part\s+of|used|utili[sz]ed|involved|included|practi[sc]ed))|(?:is|are)\s+no\s+(?:must|requirement))\b(?!,?\s+but\b)",
    re.IGNORECASE,
)
_JOINT = Lazy(r"\s*,?\s*(?:and|or|nor)\s+(?:in\s+|with\s+)?|\s*,\s*", re.IGNORECASE)
"""Between the items of one enumeration."""
_REACH = 48
"""Code points on either side in which a negation is looked for, within the line."""


def affirmed(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether each name (in the order of the text) is there; of "no experience with Java or Kotlin" neither is."""
    found: list[bool] = []
    for run in _runs(text, spans):
        found += _affirmed(text, run)
    return found


def _runs(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Enumerations: neighbors with nothing but commas and conjunctions between them."""
    run: list[tuple[int, int]] = []
    for span in spans:
        if run and not _JOINT.fullmatch(text, run[-1][1], span[0]):
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def _affirmed(text: str, run: list[tuple[int, int]]) -> list[bool]:
    """A negation goes as far as the last conjunction: "no Java, Kotlin or SQL" all, "no Java, Kotlin" only one."""
    last = max(
        (at for at in range(1, len(run)) if text[run[at - 1][1] : run[at][0]].strip(" ,\n")), default=0
    )
    found = [True] * len(run)
    for at, (start, end) in enumerate(run):
        if _is_denied_before(text, start):
            found[at : max(at, last) + 1] = [False] * (max(at, last) + 1 - at)
        if _is_denied_after(text, end):
            first = 0 if at and at <= last else at
            found[first : at + 1] = [False] * (at + 1 - first)
    return found


def _is_denied_before(text: str, start: int) -> bool:
    return bool(_BEFORE.search(text, max(text.rfind("\n", 0, start) + 1, start - _REACH), start))


def _is_denied_after(text: str, end: int) -> bool:
    line_end = text.find("\n", end, end + _REACH)
    return bool(_AFTER.match(text, end, line_end if line_end >= 0 else min(len(text), end + _REACH)))
