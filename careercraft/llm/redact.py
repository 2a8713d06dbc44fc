"""Stand-ins for what says who a person is: "Maya Okafor" goes out as "Person A" and is put back in the answer.

What comes back is what went out: `restored(redacted(text)) == text`, whatever the text says. To that end every spelling
(another case, without accents) has a stand-in of its own beside the entity's first one ("Person A", "Person A2"), no
stand-in is a word of a text that goes out, and where one turns up there later, it gets a stand-in itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from careercraft.llm.private import Kind, Value, ordinary, private_values, spellings
from careercraft.parse.emails import EMAIL

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts without spaces between words, or with endings written to a name: there every place may be a word's edge."""
_IN_WORD = rf"[^\W_{_UNSPACED}]"
_START, _END = rf"(?<!{_IN_WORD})", rf"(?!{_IN_WORD})"
_KINDS: tuple[Kind, ...] = ("Person", "Employer", "School", "Email", "Phone", "Link", "Address", "Label")
_GAP = r"\s{1,3}"
LONGEST = 24
"""Characters of a stand-in, with what may stand between its parts."""
NOTE = (
    "Names, employers, schools and contact data are replaced by stand-ins such as {examples}. "
    "Use a stand-in exactly as it is written; don't guess what it stands for."
)
_SHORTEST_WIDE = 5
"""Characters of a name that is found with a space behind each letter."""
_LETTER_KINDS = frozenset(("Person",))


class Redactor:
    """Stand-ins of one session: the same value has the same one as long as this lives."""

    def __init__(self, values: Sequence[Value], avoid: str = "") -> None:
        """`avoid`: text whose words can't be stand-ins, as the documents that will be sent."""
        self._values = [value for value in values if value.text.strip()]
        self._entities: dict[tuple[Kind, str], tuple[str, int]] = {}
        """Its first stand-in, and how many there are."""
        self._counts: dict[Kind, int] = {}
        self._out: dict[str, str] = {}
        """What stood in a text, to its stand-in."""
        self._back: dict[str, str] = {}
        self._stand_ins = _never()
        self._owners, self._find = _finder(self._values)
        self._learn([avoid] if avoid else [])

    def redacted(self, text: str) -> str:
        return self.redacted_all([text])[0]

    def redacted_all(self, texts: Sequence[str]) -> list[str]:
        """Texts that go out together."""
        self._learn(texts)
        return [self._find.sub(lambda match: self._out[match[0]], text) for text in texts]

    def restored(self, text: str) -> str:
        return self._stand_ins.sub(lambda match: self._behind(match[0]), text)

    def restored_from(self, text: str, start: int) -> str:
        """What `text` says from there on; what stands before it tells whether a word begins there."""
        pieces, at = [], start
        for match in self._stand_ins.finditer(text, start):
            pieces += [text[at : match.start()], self._behind(match[0])]
            at = match.end()
        return "".join([*pieces, text[at:]])

    def unfinished(self, text: str, start: int) -> int:
        """Where the last words of `text` begin that may still become a stand-in; its length where none can."""
        for at in range(max(start, len(text) - LONGEST), len(text)):
            end = re.sub(_GAP, " ", text[at:])
            if any(word.startswith(end) for word in self._back) and not re.match(_IN_WORD, text[at - 1 : at]):
                return at
        return len(text)

    def note(self) -> str:
        """For the model; empty where nothing stands in for anything."""
        first = {word.partition(" ")[0]: word for word in reversed(self._back)}
        return NOTE.format(examples=", ".join(list(first.values())[::-1])) if first else ""

    def _behind(self, found: str) -> str:
        return self._back[re.sub(_GAP, " ", found)]

    def _learn(self, texts: Sequence[str]) -> None:
        """Gives a stand-in to everything in these texts that needs one."""
        there = "\n".join(texts)
        loose = [match[0] for text in texts for match in self._stand_ins.finditer(text)]
        fresh = [word for word in dict.fromkeys(loose) if word not in self._out]
        if fresh:
            self._values += [Value("Label", word, word, exact=True) for word in fresh]
            self._owners, self._find = _finder(self._values)
        known = len(self._back)
        for text in texts:
            for match in self._find.finditer(text):
                if match[0] not in self._out:
                    self._give(match[0], there)
        if len(self._back) > known:
            self._stand_ins = _stand_in_pattern(self._back)

    def _give(self, found: str, there: str) -> None:
        kind, entity = self._owner(found)
        word = self._next(kind, entity)
        while word in self._back or re.search(_spaced(word), there):
            word = self._next(kind, entity)
        self._entities.setdefault((kind, entity), (word, 1))
        self._out[found], self._back[word] = word, found

    def _owner(self, found: str) -> tuple[Kind, str]:
        for form in (found, *(form.casefold() for form in spellings(" ".join(found.split())))):
            if form in self._owners:
                return self._owners[form]
        for form in (_tight(found), _tight(found).rstrip("0123456789")):
            if form in self._owners:
                return self._owners[form]
        return ("Email" if "@" in found else "Label"), found

    def _next(self, kind: Kind, entity: str) -> str:
        """A stand-in that was not offered before."""
        first, count = self._entities.get((kind, entity), ("", 0))
        if not first:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            return f"{kind} {_label(kind, self._counts[kind])}"
        self._entities[kind, entity] = (first, count + 1)
        return f"{first}{count + 1 if kind in _LETTER_KINDS else _letters(count).lower()}"


def redactor_for(resume: Mapping[str, Any], texts: Sequence[str]) -> Redactor:
    """`resume` is a JSON Resume; `texts` the documents, that of the resume first."""
    return Redactor(private_values(resume, texts[0] if texts else ""), "\n".join(texts))


class Restorer:
    """Puts values back into a text that comes in pieces, cut anywhere."""

    def __init__(self, redactor: Redactor, tell: Callable[[str], None]) -> None:
        self._redactor, self._tell = redactor, tell
        self._held = ""
        self._before = ""
        """The last character told, of which the next word may be a part."""

    def feed(self, piece: str) -> None:
        text = self._before + self._held + piece
        self._say(text, self._redactor.unfinished(text, len(self._before)))

    def end(self) -> None:
        text = self._before + self._held
        self._say(text, len(text))

    def _say(self, text: str, until: int) -> None:
        told = self._redactor.restored_from(text[:until], len(self._before))
        self._held = text[until:]
        self._before = text[:until][-1:]
        if told:
            self._tell(told)


def _finder(values: Iterable[Value]) -> tuple[dict[str, tuple[Kind, str]], re.Pattern[str]]:
    """(owners by spelling, a pattern that finds all of them, the longest first)."""
    owners: dict[str, tuple[Kind, str]] = {}
    patterns: dict[_Parts, tuple[bool, int]] = {}
    for value in values:
        for form in spellings(value.text):
            for key in (form, " ".join(form.split()).casefold(), _tight(form)):
                owners.setdefault(key, (value.kind, value.entity))
            for pattern in _value_patterns(form, value):
                patterns.setdefault(pattern, (value.kind in _CONTACT, len(form)))
    # A name stands in most addresses: contact data go first.
    ordered = sorted(patterns, key=lambda pattern: (*(-int(part) for part in patterns[pattern]), pattern))
    # Several that stand side by side without a gap are one: two stand-ins in one word could not be told apart.
    # The signs around a word are told once for all that have the same: each costs the compiler time.
    runs = groupby([_whole(EMAIL.pattern), *ordered], key=lambda parts: (parts.before, parts.after))
    forms = (f"{before}(?:{'|'.join(p.body for p in run)}){after}" for (before, after), run in runs)
    return owners, re.compile(f"(?:{'|'.join(forms)})+")


_CONTACT = frozenset(("Email", "Link", "Phone", "Address"))


class _Parts(NamedTuple):
    """Of a pattern."""

    before: str
    body: str
    after: str


def _value_patterns(text: str, value: Value) -> Iterator[_Parts]:
    """As it stands; and as handles, addresses, names of files and wide headings have it."""
    yield _value_pattern(text, value.exact)
    words = text.split()
    if len(words) > 1 and value.kind not in _CONTACT:
        joint = "[-_.]" if value.apart or ordinary("".join(words)) else "[-_.]?"
        digits = r"\d{0,4}" if value.kind == "Person" else ""
        yield _whole(f"(?i:{joint.join(map(re.escape, words))}){digits}", text)
    if value.kind == "Person" and len(words) > 1 and len(text) >= _SHORTEST_WIDE:
        yield _whole(r"\s{1,3}".join(re.escape(char) for char in text.replace(" ", "").upper()), text)


def _tight(text: str) -> str:
    return re.sub(r"[\s_.-]+", "", text).casefold()


def _value_pattern(text: str, exact: bool) -> _Parts:
    body = r"\s+".join(re.escape(word) for word in text.split())
    if not exact:
        return _whole(f"(?i:{body})", text)
    capitals = r"\s+".join(re.escape(word.upper()) for word in text.split())
    return _whole(f"(?:{body}|{capitals})", text)


def _whole(body: str, text: str = "-") -> _Parts:
    """Whole words only. Where a value begins or ends with a sign ("+49 30 …"), the word that it is written to goes
    along, so that what stands beside a stand-in is never a letter or a digit."""
    before = _START if re.match(_IN_WORD, text[:1]) else _edge(text[:1], rf"(?:{_START}{_IN_WORD}+)?")
    after = _END if re.match(_IN_WORD, text[-1:]) else _edge(text[-1:], rf"(?:{_IN_WORD}+{_END})?")
    return _Parts(before, body, after)


def _edge(sign: str, pattern: str) -> str:
    return pattern if sign else ""


def _stand_in_pattern(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(f"{_START}(?:{'|'.join(map(_spaced, ordered))}){_END}")


def _spaced(word: str) -> str:
    kind, _, label = word.partition(" ")
    return f"{kind}{_GAP}{label}"


def _never() -> re.Pattern[str]:
    return re.compile(r"(?!)")


def _label(kind: Kind, number: int) -> str:
    return _letters(number - 1) if kind in _LETTER_KINDS else str(number)


def _letters(number: int) -> str:
    """0 A, 25 Z, 26 AA."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text
