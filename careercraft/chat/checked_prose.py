"""A model's words in a conversation: sentence by sentence against the analysis and against what the functions found.

What holds is shown as it comes; what nothing bears out is shown with a mark; what denies the verdict is left out.
Sources that nobody gave are taken out of the brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from careercraft.llm.narrative import Reader
from careercraft.match.linker import Linker
from careercraft.model.analysis import Analysis
from careercraft.score.prose_check import HOLDS, Judgement, ProseChecker
from careercraft.score.prose_numbers import figures
from careercraft.taxonomy.surface import fold

_CITED = re.compile(r"[ \t]*\[(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]")
_NUMBER = re.compile(r"\d{1,3}")
_RANGE = re.compile(r"(\d{1,3})\s*[–-]\s*(\d{1,3})")
_DATE = re.compile(r"(?<![\d-])(?:\d{4}-\d\d(?:-\d\d)?|(?:19|20)\d\d)(?![\d-])")
_NAME = re.compile(r"(?<!\w)[A-Z][\w.+#&'’-]*(?:\s+(?:of|for|the|and|in|to|with|[A-Z0-9][\w.+#&'’-]*))*")
_SUPPOSED = re.compile(
    r"\b(?:would|could|will|then|once|after|with|if|when|turns?|becomes?)\b", re.IGNORECASE
)
_WAYS = frozenset({"what_if", "ways_to_fit", "make_fit", "roadmap", "how_long", "compare", "margin"})
"""Functions and intents whose results speak of other verdicts than the one that counts."""
_SAID = {
    "number": "no such number in the analysis",
    "skill": "no such skill in the analysis",
    "date": "no such date in the analysis",
    "degree": "no such degree in the analysis",
    "employer": "no such employer in the analysis",
    "school": "no such school in the analysis",
    "gap": "the analysis says otherwise",
    "verdict": "the verdict as it stands is another one",
    "too_long": "too long to be checked",
}
_OTHER = "nothing in the analysis says so"
_MOST_NAMES = 40
_VERDICT = re.compile(r"\bFIT\b|\ba (?:good |strong |clear )?fit\b")
_OPENING = re.compile(
    r"^(?:[-*•>]\s+)?(?:Learn|Hello|Hi|Sorry|Thanks|Thank|Yes|No|Sure|Great|Good|Well|Okay|OK|Then|First|Second|Third|Finally"
    r"|Unfortunately|Currently|Right|Congratulations|Welcome|Certainly|Absolutely|Happy|Glad|Begin|Start|Close|Closing"
    r"|Learning|Adding|Improve|Practice|Practise|Read|Write|Build|Ask|Note|Overall|Both|Either|Once)\b"
)
"""Words that open a sentence in a conversation: their capital makes no name of them."""


class Found:
    """What the functions told in one turn: a sentence may lean on it beside the analysis. The question's own words are
    no proof: "do I have ten years of Java?"."""

    def __init__(self) -> None:
        self._figures: set[tuple[float, str]] = set()
        self._dates: set[str] = set()
        self._text = ""
        self._folded = ""
        self.tools: list[str] = []

    def add(self, text: str, tool: str = "") -> None:
        plain = _CITED.sub("", text)
        for line in plain.splitlines():
            self._figures.update((round(item.value, 4), item.unit) for item in figures(line))
        self._dates.update(_DATE.findall(plain))
        self._text += f"\n{plain}"
        self._folded = fold(self._text)
        if tool:
            self.tools.append(tool)

    @property
    def other_verdicts(self) -> bool:
        return not _WAYS.isdisjoint(self.tools)

    def without(self, sentence: str, linker: Linker) -> str:
        """The sentence with blanks where it says what was found: dates, numbers with their units, skills, names."""
        left = _DATE.sub(lambda date: "then" if date[0] in self._dates else date[0], sentence)
        for item in sorted(figures(left), key=lambda item: -item.start):
            end = item.start + len(item.text)
            if (round(item.value, 4), item.unit) in self._figures and left[item.start : end] == item.text:
                left = f"{left[: item.start]}some{left[end:]}"
        for hit in sorted(linker.surface.find(left), key=lambda hit: -hit.span.start):
            words = left[hit.span.start : hit.span.end]
            if self._says(words):
                left = f"{left[: hit.span.start]}it{left[hit.span.end :]}"
        return _NAME.sub(lambda name: "it" if self._says(name[0]) else name[0], left)

    def _says(self, words: str) -> bool:
        return bool(re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", self._folded))


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
        if first.reason != "gap":
            left = found.without(left, self._linker)
            if left != plain and self._checker.judge(left).verdict == "holds":
                return HOLDS
        if first.verdict == "doubtful":
            return first
        return Judgement("doubtful", _SAID.get(first.reason, _OTHER))


class Prose:
    """One answer as it comes; `show` gets what a person may see, `numbers` tells the sources that there are."""

    def __init__(
        self, judge: Judge, found: Found, numbers: Callable[[], Collection[int]], show: Callable[[str], None]
    ) -> None:
        self._judge, self._found, self._numbers, self._show = judge, found, numbers, show
        self._reader = Reader(self._judged, self._shown)
        self._parts: list[str] = []
        self.cited: list[int] = []
        """In the order of the text."""
        self.false_sources = 0

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

    def _judged(self, sentence: str) -> Judgement:
        return self._judge.judge(sentence, self._found)

    def _shown(self, words: str) -> None:
        shown = _CITED.sub(self._checked, words)
        if shown:
            self._parts.append(shown)
            self._show(shown)

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
