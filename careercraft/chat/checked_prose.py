"""A model's words in a conversation: sentence by sentence against the analysis and against what the functions found.

What holds is shown as it comes; what nothing bears out is shown with a mark; what denies the verdict is left out.
Sources that nobody gave are taken out of the brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from careercraft.chat.quoted import Quotes
from careercraft.llm.echo import Echo
from careercraft.llm.narrative import Reader
from careercraft.match.linker import Linker
from careercraft.match.proposed_quotes import FUNCTION_WORDS
from careercraft.model.analysis import Analysis
from careercraft.score.prose_check import HOLDS, Judgement, ProseChecker
from careercraft.score.prose_facts import Known
from careercraft.score.prose_figures import Figure, figures
from careercraft.score.prose_forms import with_digits
from careercraft.score.prose_names import WEB_ADDRESS, stands_somewhere
from careercraft.score.prose_said import THEN
from careercraft.score.prose_texts import stem
from careercraft.taxonomy.surface import fold

_CITED = re.compile(r"[ \t]*\[(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]")
_NUMBER = re.compile(r"\d{1,3}")
_RANGE = re.compile(r"(\d{1,3})\s*[–-]\s*(\d{1,3})")
_DATE = re.compile(r"(?<![\d-])(?:\d{4}-\d\d(?:-\d\d)?|(?:19|20)\d\d)(?![\d-])")
_NAME = re.compile(r"(?<!\w)[A-Z][\w.+#&'’-]*(?:\s+(?:of|for|the|and|in|to|with|[A-Z0-9][\w.+#&'’-]*))*")
_SUPPOSED = re.compile(
    r"\b(?:would|could|will|then|once|after|with|if|when|turns?|becomes?)\b", re.IGNORECASE
)
_WAYS = frozenset(
    {"what_if", "ways_to_fit", "make_fit", "roadmap", "how_long", "compare", "margin", "other_roles"}
)
"""Functions and intents whose results speak of other verdicts than the one that counts."""
_SAID = {
    "number": "no such number in the analysis",
    "skill": "no such skill in the analysis",
    "date": "no such date in the analysis",
    "degree": "no such degree in the analysis",
    "employer": "no such employer in the analysis",
    "school": "no such school in the analysis",
    "gap": "the analysis says otherwise",
    "time": "the documents say another date",
    "quote": "no document has these words",
    "verdict": "the verdict as it stands is another one",
    "too_long": "too long to be checked",
}
_CONTRARY = frozenset({"gap", "time", "quote", "degree"})
"""What is said otherwise, rather than unknown to the analysis: no result of a function makes it true."""
_BORDER = re.compile(r"(?<!\d),|,(?!\d)|[;()|]|\band\b|\bbut\b")
_NUMBERED = re.compile(r"\b(week|day|run|step|month)\s+$", re.IGNORECASE)
_PLAN = re.compile(r"\b(?:plan|roadmap|weeks?|until)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w+#]*")
_SAME = 1e-4
_COMMON = 2
"""Words that a number's surroundings share with those of the same number in what was found."""
_COMMON_TO_ALL = frozenset({"fit", "unfit", "apache", "amazon", "microsoft", "google"})
"""Words that stand beside many numbers."""
_OTHER = "nothing in the analysis says so"
_MOST_NAMES = 40
_LEAST_REPEATED = 6
"""Words of a sentence that nobody says twice in one answer; small models do so until their limit."""
_VERDICT = re.compile(r"\bFIT\b|\ba (?:good |strong |clear )?fit\b")
_OPENING = re.compile(
    r"^(?:(?:[-*•>]|\d{1,2}[.)])\s+)?(?:Learn|Hello|Hi|Sorry|Thanks|Thank|Yes|No|Sure|Great|Good|Well|Okay|OK|Then|First|Second|Third|Finally"
    r"|Unfortunately|Currently|Right|Congratulations|Welcome|Certainly|Absolutely|Happy|Glad|Begin|Start|Close|Closing"
    r"|Learning|Adding|Improve|Practice|Practise|Read|Write|Build|Ask|Note|Overall|Both|Either|Once)\b"
)
"""Words that open a sentence in a conversation: their capital makes no name of them."""


class Found:
    """What the functions told in one turn: a sentence may lean on it beside the analysis. The question's own words are
    no proof: "do I have ten years of Java?". `quotes` are the documents that the model was given to read."""

    def __init__(self, quotes: Quotes | None = None) -> None:
        self._quotes = quotes
        self._lines: list[_Line] = []
        self._dates: set[str] = set()
        self._text = ""
        self._folded = ""
        self.tools: list[str] = []

    def add(self, text: str, tool: str = "") -> None:
        plain = with_digits(_CITED.sub("", text)).text
        self._lines += [_Line(line, tool in _WAYS) for line in plain.splitlines()]
        self._dates.update(_DATE.findall(plain))
        self._text += f"\n{plain}"
        self._folded = fold(self._text)
        if tool:
            self.tools.append(tool)

    @property
    def other_verdicts(self) -> bool:
        return not _WAYS.isdisjoint(self.tools)

    def without(self, sentence: str, linker: Linker, known: Known) -> str:
        """The sentence with blanks where it says what a document says word for word, and what was found: numbers with
        their units; dates, skills and names where the analysis hasn't them, whose other claims are still checked."""
        left = self._quotes.without(sentence) if self._quotes else sentence
        left = with_digits(left).text
        left = _DATE.sub(lambda date: "then" if self._only_found(date[0], known) else date[0], left)
        for item in sorted(figures(left), key=lambda item: -item.start):
            if left[item.start : item.end] == item.text and self._has_figure(item, left):
                left = f"{left[: item.start]}some{left[item.end :]}"
        for hit in sorted(linker.surface.find(left), key=lambda hit: -hit.span.start):
            words = left[hit.span.start : hit.span.end]
            if self._says(words) and not known.has(hit.skill_id, words):
                left = f"{left[: hit.span.start]}it{left[hit.span.end :]}"
        return _NAME.sub(
            lambda name: "it" if self._says(name[0]) and not known.has_words(name[0]) else name[0], left
        )

    def _only_found(self, date: str, known: Known) -> bool:
        return date in self._dates and int(date[:4]) not in known.years

    def _has_figure(self, figure: Figure, sentence: str) -> bool:
        """Whether a line of what was found has this number with the same unit beside the words that it has here: the
        hours of one skill are no other one's."""
        wanted = _stems(_part(sentence, figure.start)) - {figure.text}
        counted = _NUMBERED.search(sentence[: figure.start])
        if counted and f"{counted[1]} {figure.text}".casefold() in self._folded:
            return True
        if any(line.has(figure, wanted, _COMMON) for line in self._lines):
            return True
        # of what a change or a plan would make of it there are no two numbers that could be taken for each other
        if not (THEN.search(sentence) or _PLAN.search(sentence)):
            return False
        return any(line.has(figure, _stems(sentence), 1) for line in self._lines if line.of_a_change)

    def says_address(self, address: str) -> bool:
        return address.casefold() in self._text.casefold()

    def _says(self, words: str) -> bool:
        return bool(re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", self._folded))


class _Line:
    """One line of what was found."""

    def __init__(self, text: str, of_a_change: bool) -> None:
        self.of_a_change = of_a_change
        head = _stems(text.partition(":")[0]) if ":" in text else frozenset()
        self._figures = [
            (item.value, item.unit, head | _stems(_part(text, item.start))) for item in figures(text)
        ]

    def has(self, figure: Figure, words: frozenset[str], common: int) -> bool:
        return any(
            abs(value - figure.value) < _SAME and unit == figure.unit and len(around & words) >= common
            for value, unit, around in self._figures
        )


def _part(text: str, position: int) -> str:
    """The words around a place, up to the next comma, bracket or "and"."""
    cuts = [found.span() for found in _BORDER.finditer(text)]
    start = max((end for _, end in cuts if end <= position), default=0)
    return text[start : min((begin for begin, _ in cuts if begin > position), default=len(text))]


def _stems(words: str) -> frozenset[str]:
    found = (word.casefold() for word in _WORD.findall(words))
    return frozenset(stem(word) for word in found if word not in FUNCTION_WORDS | _COMMON_TO_ALL)


class Judge:
    """Of one conversation: the analysis stays, what was found is told with each turn."""

    def __init__(self, analysis: Analysis, linker: Linker) -> None:
        self._checker = ProseChecker(analysis, linker)
        self._linker = linker

    def judge(self, sentence: str, found: Found) -> Judgement:
        """`refused` only of a sentence that denies the verdict; what isn't borne out is `doubtful`, with the reason for
        people."""
        plain = _CITED.sub("", sentence)
        first = self._checker.judge(plain)
        if first.verdict == "holds":
            return HOLDS
        left = _OPENING.sub(lambda word: word[0].lower(), plain)
        if first.reason == "verdict":
            if not (found.other_verdicts and _SUPPOSED.search(plain)):
                return first
            left = _VERDICT.sub("there", left)
        if first.reason not in _CONTRARY:
            left = found.without(left, self._linker, self._checker.known)
            if left != plain and self._checker.judge(left).verdict == "holds":
                return HOLDS
        if first.verdict == "doubtful":
            return first
        return Judgement("doubtful", _SAID.get(first.reason, _OTHER))

    def gave(self, address: str, found: Found) -> bool:
        """Whether a document, a learning resource or a function has this address."""
        return found.says_address(address) or stands_somewhere(address, self._checker.known)


class Prose:
    """One answer as it comes; `show` gets what a person may see, `numbers` tells the sources that there are."""

    def __init__(
        self, judge: Judge, found: Found, numbers: Callable[[], Collection[int]], show: Callable[[str], None]
    ) -> None:
        self._judge, self._found, self._numbers, self._show = judge, found, numbers, show
        self._reader = Reader(self._judged, self._shown)
        self._echo = Echo.of("chat")
        self._said: set[tuple[str, ...]] = set()
        self._parts: list[str] = []
        self.cited: list[int] = []
        """In the order of the text."""
        self.false_sources = 0
        self.false_links = 0
        """Addresses that nobody gave: taken out, so that none of them can be followed."""

    def feed(self, piece: str) -> None:
        self._reader.feed(piece)

    def end(self) -> None:
        self._reader.end()

    @property
    def text(self) -> str:
        return "".join(self._parts).strip()

    @property
    def doubtful(self) -> int:
        """Sentences that carry a mark."""
        return len(self._reader.flags)

    @property
    def left_out(self) -> int:
        """Sentences that nobody sees."""
        return sum(self._reader.dropped.values())

    @property
    def mostly_false(self) -> bool:
        """At least half of its sentences don't hold."""
        return 0 < self._reader.sentences <= 2 * (self.doubtful + self.left_out)

    def _judged(self, sentence: str) -> Judgement:
        if self._echo.repeats(sentence):
            return Judgement("refused", "echo")
        words = tuple(sentence.casefold().split())
        if len(words) >= _LEAST_REPEATED and words in self._said:
            return Judgement("refused", "again")
        self._said.add(words)
        return self._judge.judge(sentence, self._found)

    def _shown(self, words: str) -> None:
        shown = _CITED.sub(self._checked, WEB_ADDRESS.sub(self._followed, words))
        if not self._parts:  # what stood before it may have been left out
            shown = shown.lstrip()
        if shown:
            self._parts.append(shown)
            self._show(shown)

    @property
    def dropped(self) -> Mapping[str, int]:
        """The same by reason."""
        return self._reader.dropped

    def _followed(self, address: re.Match[str]) -> str:
        words = address[0].rstrip(".,;:!?)]}>*_`'\"")
        if self._judge.gave(words, self._found):
            return address[0]
        self.false_links += 1
        return f"(link taken out){address[0][len(words) :]}"

    def _checked(self, cited: re.Match[str]) -> str:
        """The sources that there are, each in brackets of its own."""
        there = self._numbers()
        spread = _RANGE.sub(_spread, cited[1])
        numbers = [int(number) for number in _NUMBER.findall(spread)]
        kept = [number for number in dict.fromkeys(numbers) if number in there]
        self.false_sources += len(set(numbers)) - len(kept)
        self.cited += [number for number in kept if number not in self.cited]
        return "".join(f" [{number}]" for number in kept)


def _spread(found: re.Match[str]) -> str:
    """ "2-4" as "2,3,4"."""
    first, last = int(found[1]), int(found[2])
    return ",".join(map(str, range(first, min(last, first + _MOST_NAMES) + 1))) if first <= last else found[0]
