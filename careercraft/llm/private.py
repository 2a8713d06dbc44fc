"""What of a resume says who its owner is: names, contact data, employers, schools. For `redact.py`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from careercraft.match.vocabulary import vocabulary
from careercraft.parse.evidence import title_evidence
from careercraft.parse.tables import word_set

Kind = Literal["Person", "Employer", "School", "Email", "Phone", "Link", "Address", "Label"]
_FIRST_LINES = 15
"""Of a resume: where a street may stand."""
_SHORTEST_PART = 2
_SHORTEST_CORE = 4
_SHORTEST_HANDLE = 4
_INITIALS = 3
_SHORTEST_GLUED = 5
_NAME_WORDS = 5
_TITLE_EVIDENCE = 2
"""From which on a line names a job, and no person."""
_LEGAL = re.compile(
    r"[,\s]+(?:inc|llc|llp|ltd|limited|corp|corporation|co|company|plc|gmbh(?: & co\.? kg)?|mbh|ag|se|kg|ug|sa|sas|sarl"
    r"|s\.a|s\.l|s\.r\.l|spa|s\.p\.a|bv|b\.v|nv|n\.v|oy|ab|as|aps|lda|ltda|pty|pte|e\.v|group|holding|holdings)\.?$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]{2,60})\)")
_PARTED = re.compile(r",\s+|\s+[-–—|/]\s+")
_SIGNS = re.compile("['’.-]")
"""In a name; addresses leave them out."""
_TITLE = re.compile(
    r"(?:mr|mrs|ms|mx|dr|prof|herr|frau|dipl|ing|jr|sr|ii|iii|phd|msc|bsc|mba|md)\.?", re.IGNORECASE
)
_BARE_LINK = re.compile(r"^(?:https?://)?(?:www\.)?|[/?#]+$", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)[^\s|,;<>()\"']+", re.IGNORECASE)
_STREET = re.compile(
    r"(?:\d+[A-Za-z]?(?:[ /-]\d+)?[ ,]+(?:[^\W\d_][\w.'’-]*[ ]){1,5}|(?:[^\W\d_][\w.'’-]*[ ]){1,4}\d+[A-Za-z]?\b)"
)
_STREET_WORD = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|way|terrace|place|square|apt|suite"
    r"|rue|rua|calle|avenida|via|viale|plaza|ul)\b|(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|straat|laan|gade|vej)\b",
    re.IGNORECASE,
)
_LONGEST_STREET = 70
_POST_CODE = re.compile(r"(?<=[^\W\d_] )\d{5}(?:-\d{4})?(?!\w)|(?<!\w)\d{4,5}(?= [A-Z][^\W\d_]+)")
"""Behind a town or before it, in a line with a comma or an address."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_WORDS = word_set("""
    a an and any are art as at base be best big bill bird blue bob bolt book box buck but by can care cash cat
    chase chip city clay clear cliff cloud coach code cook core dale data dawn day deal dean dell do docs dot drew
    duke earl east ed edge eve fair fast fern fire first flex flint ford fox frank free gap gene gift glen go gold
    good grace grant gray great green group guy hall hand hank harry heath help high hill home hope house hunt in
    is it iris ivy jack jade java jay jean jet jewel job joy june just king lake lance land lane lee level lift
    light like lily lime line link linux lisa live long love lot main mark mars mason may mike miles mint more my
    myles nest new next nick no noble north not now oak of off on one open opal or our page park pat paul peach
    pearl penny piper plan plum poppy port press price prime pure quest quick rain ray react red redis reed rest
    rich ring river rob robin rock rose ruby rust sage sales sally sam sandy save scala scott seal shaw shell short
    sky slack smart snap so sol soft south spark star stone storm sun sunny swift team ted tech term the think tim
    time to top trip true two up us value victor view violet visa wade walk wall ward way we web well west white
    will win wise wood work world wright york young zoom azure apple meta ally block plaid stripe""")
"""Ordinary words, and names of tools, that are names of people and firms too. `vocabulary` has the longer ones."""
_PIECES = re.compile(r"\s*[|•·;]\s*|\s{3,}|\t")


class Value(NamedTuple):
    kind: Kind
    entity: str
    """Values of one entity get stand-ins that belong together: the whole name and its parts."""
    text: str
    exact: bool = False
    """It is an ordinary word too: only its own capitals count, not "will" of "Will"."""
    apart: bool = False
    """Its words make another word without a gap: "Marc H." and "march"."""


def private_values(resume: Mapping[str, Any], text: str = "") -> list[Value]:
    """From a JSON Resume and the reading text of its file. In an order that depends on them alone.

    Where no name was found, the first line stands for it: hiding too much does no harm, since it is put back.
    """
    basics = resume.get("basics") or {}
    name = _word(basics.get("name")) or _first_line(text)
    found = [
        *_person(name),
        *_named_in(_word(basics.get("email")), name),
        *_each(resume, "work", "name", "Employer"),
        *_each(resume, "volunteer", "organization", "Employer"),
        *_each(resume, "education", "institution", "School"),
        *_contact(basics, text),
    ]
    for reference in resume.get("references") or ():
        found += _person(_word(reference.get("name")))
    for entry in (*(resume.get("work") or ()), *(resume.get("projects") or ())):
        found += _link(_word(entry.get("url")))
    return list(dict.fromkeys(found))


def spellings(text: str) -> tuple[str, ...]:
    """The text, with its accents written as signs of their own, and without accents: "José" is found as "Jose"."""
    apart = unicodedata.normalize("NFD", text)
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return tuple(dict.fromkeys((text, unicodedata.normalize("NFC", text), apart, plain)))


def _word(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _person(name: str) -> Iterator[Value]:
    if len(name) < _SHORTEST_PART:
        return
    yield Value("Person", name, name)
    parts = [part.strip(".,'\"()") for part in _forward(name).split()]
    parts = [part for part in parts if len(part) >= _SHORTEST_PART and not _TITLE.fullmatch(part)]
    if len(parts) > 1:
        bare = [_SIGNS.sub("", part) for part in (parts[0], parts[-1])]
        for first, last in dict.fromkeys(((parts[0], parts[-1]), (bare[0], bare[1]))):
            yield from _pairs(first, last, name)
    for part in parts:
        if part[:1].isupper() or not part.isascii():  # "de", "van" and "bin" tell nobody
            yield Value("Person", name, part, exact=ordinary(part))
        if (bare_part := _SIGNS.sub("", part)) != part and len(bare_part) >= _SHORTEST_CORE:
            yield Value("Person", name, bare_part, exact=ordinary(bare_part))
        for piece in part.split("-") if "-" in part else ():
            if len(piece) > _SHORTEST_PART and piece[:1].isupper():
                yield Value("Person", name, piece, exact=ordinary(piece))


def _pairs(first: str, last: str, name: str) -> Iterator[Value]:
    """As addresses, handles and names of files have them too."""
    words = ordinary(first) and ordinary(last)
    yield Value("Person", name, f"{last}, {first}")
    yield Value("Person", name, f"{first} {last}", exact=words)
    yield Value("Person", name, f"{last} {first}", exact=words, apart=len(first + last) < _SHORTEST_GLUED)
    for short in (f"{first[:1]} {last}", f"{last} {first[:1]}"):
        yield Value("Person", name, short, exact=True, apart=len(last) + 1 < _SHORTEST_GLUED)
    yield Value("Person", name, f"{first} {last[:1]}", exact=True, apart=True)


def _forward(name: str) -> str:
    """ "Okafor, Maya" as she says it herself; what stands behind a comma may be a title as well."""
    last, comma, first = name.partition(",")
    titles = all(_TITLE.fullmatch(word) for word in first.split())
    return f"{first.strip()} {last.strip()}" if comma and not titles and "," not in first else name


def _first_line(text: str) -> str:
    line = next((_word(line) for line in text.splitlines() if line.strip()), "")
    words = line.split()
    known = 2 <= len(words) <= _NAME_WORDS and all(word[0].isalpha() for word in words)
    return line if known and title_evidence(line) < _TITLE_EVIDENCE else ""


def _named_in(email: str, name: str) -> Iterator[Value]:
    """ "maya.okafor@…" says both names."""
    local, at, _ = email.partition("@")
    for part in re.split(r"[\W\d_]+", local) if at else ():
        if len(part) >= _SHORTEST_HANDLE and not ordinary(part):
            yield Value("Person", name or local, part)


def _each(resume: Mapping[str, Any], group: str, field: str, kind: Kind) -> Iterator[Value]:
    for entry in resume.get(group) or ():
        yield from _organization(_word(entry.get(field)), kind)


def _organization(name: str, kind: Kind) -> Iterator[Value]:
    if len(name) < _SHORTEST_PART:
        return
    yield Value(kind, name, name, exact=ordinary(name))
    shorter = [_IN_BRACKETS.sub("", name), *_IN_BRACKETS.findall(name)]
    shorter += [part for part in _PARTED.split(shorter[0]) if " " in part.strip()]
    shorter += [_LEGAL.sub("", form) for form in tuple(shorter)]
    shorter += [_LEGAL.sub("", form.strip(" ,.-&")) for form in tuple(shorter)]
    for form in dict.fromkeys(form.strip(" ,.-&") for form in shorter):
        if form != name and len(form) >= _SHORTEST_PART:
            yield Value(kind, name, form, exact=ordinary(form))
            yield from _written_small(form, name, kind)
    yield from _written_small(name, name, kind)
    if kind == "School":
        yield from _initials(shorter[0], name)
    first = name.split()[0].strip(".,()")
    if " " in name and len(first) >= _SHORTEST_CORE and first[:1].isupper() and not ordinary(first):
        yield Value(kind, name, first)


def _written_small(form: str, name: str, kind: Kind) -> Iterator[Value]:
    """As in an address or a handle: letters and digits only. Of one that is a word too, with what tells it is none."""
    glued = "".join(char for char in form if char.isalnum())
    if len(glued) < _SHORTEST_CORE:
        return
    if not ordinary(glued):
        yield Value(kind, name, glued)
        return
    for whole in (f"{glued}.com", f"{glued}.org", f"{glued}.io", f"@{glued}", f"#{glued}"):
        yield Value(kind, name, whole)


def _initials(name: str, entity: str) -> Iterator[Value]:
    """ "MIT", "UC Berkeley", "TU München"; not of employers, whose letters may be a product's (AWS)."""
    capitals = [word for word in re.findall(r"[^\W\d_][\w'’-]*", name) if word[0].isupper()]
    letters = "".join(word[0] for word in capitals)
    if len(letters) >= _INITIALS and not ordinary(letters):
        yield Value("School", entity, letters, exact=True)
    if len(letters) >= _INITIALS:
        yield Value("School", entity, f"{letters[:-1]} {capitals[-1]}", exact=True)


def _contact(basics: Mapping[str, Any], text: str) -> Iterator[Value]:
    location = basics.get("location") or {}
    yield from (
        Value("Address", part, part)
        for part in (_word(location.get("address")), _word(location.get("postalCode")))
        if len(part) > _SHORTEST_PART
    )
    yield from (Value("Address", part, part) for part in _streets(text))
    if email := _word(basics.get("email")):
        yield Value("Email", email, email)
    for number in (_word(basics.get("phone")), *_phones(text)):
        if len(number) > _SHORTEST_CORE:
            yield Value("Phone", number, number)
    yield from _link(_word(basics.get("url")))
    for profile in basics.get("profiles") or ():
        yield from _link(_word(profile.get("url")))
        yield from _handle(_word(profile.get("username")), _word(profile.get("url")))
    for match in _LINK.finditer(text):
        yield from _link(match[0].rstrip(".:!?"))


def _link(url: str) -> Iterator[Value]:
    """The address, with and without its beginning, and the handle at its end."""
    bare = _BARE_LINK.sub("", url)
    if len(bare) < _SHORTEST_CORE:
        return
    forms = (
        url,
        f"https://www.{bare}",
        f"http://www.{bare}",
        f"https://{bare}",
        f"http://{bare}",
        f"www.{bare}",
        bare,
    )
    yield from (Value("Link", bare, form) for form in dict.fromkeys(forms))
    if "/" in bare:
        yield from _handle(bare.rpartition("/")[2], bare)


def _handle(handle: str, entity: str) -> Iterator[Value]:
    if len(handle) > _SHORTEST_CORE and re.fullmatch(r"[\w.-]+", handle) and not ordinary(handle):
        yield Value("Link", _BARE_LINK.sub("", entity) or handle, handle)


def _streets(text: str) -> Iterator[str]:
    for line in text.splitlines()[:_FIRST_LINES]:
        for piece in _PIECES.split(line):
            known = "@" in piece or len(piece) > _LONGEST_STREET
            if not known and _STREET.search(f"{piece} ") and _STREET_WORD.search(piece):
                yield piece.strip()
        if "@" in line or ("," in line and len(line) <= _LONGEST_STREET):
            yield from (code for code in _POST_CODE.findall(line) if not _YEAR.fullmatch(code))


def _phones(text: str) -> Sequence[str]:
    from careercraft.parse.phones import find_phones

    lines: Iterable[str] = text.splitlines()
    return [line[start:end].strip() for line in lines for start, end in find_phones(line, None)]


def ordinary(text: str) -> bool:
    """Whether it is a word, or a tool's name, as well as somebody's."""
    word = text.lower()
    return word in _SHORT_WORDS or word in vocabulary()
