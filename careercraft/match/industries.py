"""In which industry the posting's employer works, and whether the resume shows work there.

Words tell an industry (`data/industries.txt`): of an employer's name, of a title, of a text. A posting without a plain
one asks for none. A resume shows it by positions or, for half, by a near industry or by words alone; one that shows
nothing loses nothing, since an employer's name seldom says what the employer does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from careercraft.match.deed_table import stem
from careercraft.match.quoting import Quoter
from careercraft.match.verb_forms import singular
from careercraft.model.document import Document, Span, Text
from careercraft.model.facts import IndustryFacts
from careercraft.model.job import Job
from careercraft.model.resume import Resume, Work
from careercraft.parse.experience import total_years
from careercraft.read.language import ENGLISH
from careercraft.taxonomy.surface import fold_text

FILE = Path(__file__).parent / "data" / "industries.txt"
Where = Literal["names", "titles", "words"]
SAME, NEAR = 1.0, 0.5
"""What work in the industry shows of it, and what work in a near one, or words without work."""
_LONGEST = 4
"""Words of a phrase in the table."""
_LABELS: dict[str, Where] = {"names": "names", "titles": "titles", "words": "words"}
_WEIGHTS = {"names": 3, "titles": 3, "words": 1}
_ABOUT = 2
"""Weight of a word that stands in what the posting says of the employer."""
_PLAIN, _LEAD = 4, 1.5
"""Weight from which a posting's industry is plain, and by how many times it must outweigh any that isn't near."""
_ENOUGH_WORDS = 2
"""Different words that show an industry without a name or a title."""
_SILENT = frozenset({"benefit", "meta"})
"""Statements that tell nothing of the work: "health insurance" is no insurance company."""
_PUNCTUATION = ".,;:!?()[]\"'“”…•*|"


class Industry(NamedTuple):
    name: str
    near: frozenset[str]
    """Ids."""


class Found(NamedTuple):
    """A word that tells an industry; the place is in the document."""

    industry: str
    word: str
    span: Span


class _Table(NamedTuple):
    industries: dict[str, Industry]
    phrases: dict[Where, dict[str, tuple[str, ...]]]
    """By phrase the industries that it tells."""


def industry_facts(
    resume: Resume, job: Job, documents: tuple[Document, Document], today: date
) -> IndustryFacts:
    """Empty where the posting's industry isn't plain, or a document is in another language than the table."""
    if not {document.language for document in documents} <= ENGLISH:
        return IndustryFacts()
    asked = industry_of(job, documents[1])
    if asked is None:
        return IndustryFacts()
    industry, told = asked
    shown = _shown(industry, resume, documents[0], today)
    table = _table().industries
    return IndustryFacts(
        name=table[industry].name,
        share=shown.share,
        near=table[shown.industry].name if shown.industry not in {industry, ""} else None,
        years=shown.years,
        evidence=Quoter("job", documents[1]).all_around(told),
        found_evidence=Quoter("resume", documents[0]).all_around(shown.spans),
    )


def industry_of(job: Job, document: Document) -> tuple[str, list[Span]] | None:
    """Of the posting's employer, with the words that tell it, the most telling first."""
    weights: dict[str, float] = {}
    spans: dict[str, list[tuple[int, Span]]] = {}
    seen: set[tuple[str, str]] = set()
    for found, weight in _told(job, document):
        if (found.industry, found.word) not in seen:
            seen.add((found.industry, found.word))
            weights[found.industry] = weights.get(found.industry, 0) + weight
            spans.setdefault(found.industry, []).append((-weight, found.span))
    if not weights:
        return None
    best = max(sorted(weights), key=lambda industry: weights[industry])
    near = _table().industries[best].near
    others = max((weight for key, weight in weights.items() if key != best and key not in near), default=0)
    if weights[best] < _PLAIN or weights[best] < _LEAD * others:
        return None
    return best, [span for _, span in sorted(spans[best], key=lambda item: (item[0], item[1].start))]


def _told(job: Job, document: Document) -> Iterator[tuple[Found, int]]:
    named: tuple[tuple[Text | None, Where], ...] = ((job.company, "names"), (job.title, "titles"))
    for text, where in named:
        if text:
            yield from ((found, _WEIGHTS[where]) for found in _find(document, [text.span], where))
    for statement in job.statements:
        if statement.kind not in _SILENT:
            weight = _ABOUT if statement.kind == "about" else _WEIGHTS["words"]
            yield from ((found, weight) for found in _find(document, [statement.text.span], "words"))


class _Shown(NamedTuple):
    share: float = 0.0
    industry: str = ""
    years: float | None = None
    spans: tuple[Span, ...] = ()


def _shown(industry: str, resume: Resume, document: Document, today: date) -> _Shown:
    """The best that the resume has: work in the industry, words on it, work in a near one."""
    by_work = [(work, _industries_of(work, document)) for work in (*resume.work, *resume.volunteer)]
    inside = [(work, found[industry]) for work, found in by_work if industry in found]
    if inside:
        spans = tuple(span for _, told in inside for span in told[:1])
        return _Shown(SAME, industry, _years([work for work, _ in inside], today), spans)
    words = _distinct(
        found for found in _find(document, _texts(resume), "words") if found.industry == industry
    )
    if len(words) >= _ENOUGH_WORDS:
        return _Shown(NEAR, industry, None, tuple(found.span for found in words))
    for other in sorted(_table().industries[industry].near):
        near = [(work, found[other]) for work, found in by_work if other in found]
        if near:
            spans = tuple(span for _, told in near for span in told[:1])
            return _Shown(NEAR, other, _years([work for work, _ in near], today), spans)
    return _Shown()


def _industries_of(work: Work, document: Document) -> dict[str, list[Span]]:
    """Of one position: told by its employer's name or its title, or by two words of its bullets."""
    found: dict[str, list[Span]] = {}
    named: tuple[tuple[Text | None, Where], ...] = ((work.employer, "names"), (work.title, "titles"))
    for text, where in named:
        for told in _find(document, [text.span], where) if text else ():
            found.setdefault(told.industry, []).append(told.span)
    words: dict[str, list[Found]] = {}
    for told in _find(document, [bullet.span for bullet in work.bullets], "words"):
        words.setdefault(told.industry, []).append(told)
    for industry, several in words.items():
        different = _distinct(several)
        if len(different) >= _ENOUGH_WORDS:
            found.setdefault(industry, []).extend(told.span for told in different)
    return found


def _texts(resume: Resume) -> list[Span]:
    """What tells of work outside of titles and employers."""
    spans = [resume.summary.span] if resume.summary else []
    spans += [bullet.span for work in (*resume.work, *resume.volunteer) for bullet in work.bullets]
    for project in resume.projects:
        spans += [text.span for text in (project.name, *project.bullets) if text]
    return spans


def _years(works: Sequence[Work], today: date) -> float | None:
    years = total_years(works, today, internships=True)
    return None if years is None else round(years, 1)


def _distinct(found: Iterable[Found]) -> list[Found]:
    return list({told.word: told for told in found}.values())


def _find(document: Document, spans: Sequence[Span], where: Where) -> Iterator[Found]:
    """The phrases of the table in these parts of a document; of overlapping ones the longest."""
    phrases = _table().phrases[where]
    for part in spans:
        folded = fold_text(document.quote(part))
        bare = [word.strip(_PUNCTUATION) for word in folded.text.split(" ")]
        words = [singular(word.removesuffix("'s")) for word in bare]
        at = 0
        while at < len(words):
            for length in range(min(_LONGEST, len(words) - at), 0, -1):
                phrase = " ".join(words[at : at + length])
                if phrase in phrases:
                    last = folded.starts[at + length - 1] + len(bare[at + length - 1]) - 1
                    start, end = folded.origin(folded.starts[at]), folded.origin(last) + 1
                    span = Span(part.start + start, part.start + end, part.page)
                    yield from (Found(industry, phrase, span) for industry in phrases[phrase])
                    break
            at += length


@cache
def _table() -> _Table:
    industries: dict[str, Industry] = {}
    told: dict[Where, dict[str, dict[str, None]]] = {"names": {}, "titles": {}, "words": {}}
    industry = ""
    where: Where = "names"
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" "):
            industry, _, rest = line.partition(" = ")
            name, _, near = rest.partition(" ~ ")
            industries[industry] = Industry(name.strip(), frozenset(near.split()))
            continue
        label, colon, words = line.strip().partition(": ")
        if colon:
            where = _LABELS[label]
        for word in (words if colon else label).split():
            told[where].setdefault(stem(word.replace("_", " ")), {})[industry] = None
    phrases = {key: {phrase: tuple(ids) for phrase, ids in found.items()} for key, found in told.items()}
    return _Table(industries, phrases)
