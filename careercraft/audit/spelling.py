"""American words in British spelling and the other way round, but for names and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from careercraft.audit.swap import Sheet, Swap, as_text
from careercraft.model.document import Span
from careercraft.taxonomy.british import american

_WORD = re.compile(r"(?<![^\W_])[A-Za-z]{4,}(?![^\W_])")
_ENDINGS = (
    (re.compile(r"iz(?=(?:e|ed|es|er|ers|ing|able|ations?|ational)$)"), "is"),
    (re.compile(r"yz(?=(?:e|ed|er|ers|ing)$)"), "ys"),
    (re.compile(r"or(?=(?:|s|ed|ing|er|ers|able|al|ally|ful|hood|hoods|ite|ites)$)"), "our"),
    (re.compile(r"er(?=s?$)"), "re"),
    (re.compile(r"ered$"), "red"),
    (re.compile(r"ense(?=s?$)"), "ence"),
    (re.compile(r"l(?=(?:ed|ing|er|ers|or|ors)$)"), "ll"),
    (re.compile(r"(?<=[aeiu])ll(?=(?:|s|ment|ments)$)"), "l"),
    (re.compile(r"illful"), "ilful"),
    (re.compile(r"og(?=s?$)"), "ogue"),
    (re.compile(r"am(?=s?$)"), "amme"),
    (re.compile(r"gment"), "gement"),
    (re.compile(r"an(?=esth)"), "ana"),
    (re.compile(r"ped(?=iatr)"), "paed"),
    (re.compile(r"^hem(?=[oa])"), "haem"),
    (re.compile(r"gynec"), "gynaec"),
    (re.compile(r"emi(?=[ac])"), "aemi"),
    (re.compile(r"num(?=$)"), "nium"),
    (re.compile(r"gray"), "grey"),
    (re.compile(r"^fiber(?=[a-z])"), "fibre"),
)
"""How American spellings differ; a word counts where `american` leads back to it."""


def spelling_swaps(sheet: Sheet) -> Iterator[Swap]:
    for what, other in (("American -> British", british), ("British -> American", american)):
        changed: dict[str, str] = {}
        text = _respelled(sheet, other, changed)
        if changed:
            shown = ", ".join(f"{old} -> {new}" for old, new in list(changed.items())[:3])
            yield Swap(kind="spelling", what=f"{what}: {shown}", after=as_text(text))


def _respelled(sheet: Sheet, other: Callable[[str], str], changed: dict[str, str]) -> str:
    fixed = fixed_spans(sheet)

    def one(found: re.Match[str]) -> str:
        word = found[0]
        new = other(word.lower())
        if new == word.lower() or any(span.start <= found.start() < span.end for span in fixed):
            return word
        new = new.upper() if word.isupper() else new.capitalize() if word[0].isupper() else new
        changed.setdefault(word, new)
        return new

    return _WORD.sub(one, sheet.text)


def british(word: str) -> str:
    """A British spelling of an American word in small letters; the word itself where none is known."""
    if american(word) != word:
        return word
    forms = (pattern.sub(ending, word) for pattern, ending in _ENDINGS)
    return next((form for form in forms if form != word and american(form) == word), word)


def fixed_spans(sheet: Sheet) -> list[Span]:
    """Names of people, employers and schools, and addresses: nobody spells them in another way."""
    resume = sheet.resume
    texts = [resume.name, resume.email, resume.location, *resume.phones, *resume.links, *resume.references]
    texts += [text for work in (*resume.work, *resume.volunteer) for text in (work.employer, work.location)]
    texts += [entry.institution for entry in resume.education]
    texts += [item.issuer for item in resume.certifications]
    return [text.span for text in texts if text is not None]
