"""The prose: asked for from the fact sheet, read sentence by sentence while it comes.

Nobody gets to see a sentence before it is checked: `judge` is the checker of `score.prose_check`, handed in by the
caller. What it refuses is never shown, what it doubts is shown with a mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Literal, NamedTuple

from careercraft.errors import ProviderError
from careercraft.llm.clean import cleaned
from careercraft.llm.fact_sheet import fact_sheet
from careercraft.llm.prompts import Prompt, fenced, filled
from careercraft.llm.tokens import count_tokens
from careercraft.model.analysis import Analysis, Narrative, NarrativeFlag
from careercraft.model.chat import ChatModel

_ANSWER = 900
"""Tokens of prose."""
_SPARE = 100
_LEAST = 400
LONGEST = 12_000
"""Code points of prose that are read; a model that goes on and on is stopped being listened to."""
_LONGEST_SENTENCE = 1_000
HEADINGS = frozenset({"summary", "strengths and gaps", "suggestions for bullets"})
"""Those that the prompt asks for; any other heading is judged like a sentence."""
_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!e\.g\.)(?<!i\.e\.)(?<!etc\.)(?<!\n\d\.)[\"”’')\]*_]*(?=\s)"
    r"|\n(?=[ \t]*(?:\n|[-*•#>]|\d{1,2}[.)]\s))"
)
"""Where a sentence ends: behind its mark with white space after it, or before an empty line, an item or a heading. A
mere line break doesn't part it, so that nobody slips a claim through in two halves."""
_WRAP = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)")
_HEADING = re.compile(r"\s*#")
_MARKER = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
Judgement = tuple[Literal["holds", "doubtful", "refused"], str]
"""And the reason, where it doesn't hold: of a refused one a stable word, of a doubtful one a sentence for people."""
Judge = Callable[[str], Judgement]


class Told(NamedTuple):
    narrative: Narrative
    stopped: ProviderError | KeyboardInterrupt | None
    """What ended it in the middle."""


class Reader:
    """Prose in pieces of any size; hands each whole sentence to the judge, and what may be seen to `show`."""

    def __init__(self, judge: Judge, show: Callable[[str], None]) -> None:
        self._judge = judge
        self._show = show
        self._rest = ""
        self._marker = ""
        self._length = 0
        self._kept: list[str] = []
        self.flags: list[NarrativeFlag] = []
        self.dropped: Counter[str] = Counter()

    def feed(self, piece: str) -> None:
        """Words as they come."""
        room = max(0, LONGEST - self._length)
        self._length += len(piece)
        self._rest += piece[:room]
        while (end := self._next_end()) > 0:
            self._sentence(self._rest[:end])
            self._rest = self._rest[end:]

    def end(self) -> None:
        """The last sentence may lack its mark; cut off in the middle of a word it is judged as it stands."""
        if self._rest:
            self._sentence(self._rest)
            self._rest = ""
        if self._length > LONGEST:
            self.dropped["too_long"] += 1

    @property
    def text(self) -> str:
        """What holds, with the line breaks of the model, no more than one empty line in a row. A heading under which
        nothing is left goes too."""
        lines = [" ".join(line.split()) for line in "".join(self._kept).split("\n")]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        return re.sub(r"(?m)^#+ .*\n*(?=^#|\Z)", "", text).strip()

    def _next_end(self) -> int:
        """0 where the sentence goes on, as far as it has come."""
        if _HEADING.match(self._rest):
            return self._rest.find("\n", len(self._rest) - len(self._rest.lstrip())) + 1
        found = _END.search(self._rest)
        return found.end() if found else 0

    def _sentence(self, words: str) -> None:
        if not any(char.isalnum() for char in words) or words.strip(" #*:\n").lower() in HEADINGS:
            self._take(words)
            return
        long = len(words) > _LONGEST_SENTENCE
        verdict, reason = ("refused", "too_long") if long else self._judge(words.strip())
        if verdict == "refused":
            self.dropped[reason] += 1
            marker = _MARKER.match(words)  # what follows in the item needs it
            self._marker = marker.group() if marker else self._marker
            return
        if verdict == "doubtful":
            self.flags.append(NarrativeFlag(quote=" ".join(words.split()), reason=reason))
        self._take(words, reason if verdict == "doubtful" else "")

    def _take(self, words: str, doubt: str = "") -> None:
        if self._marker and any(char.isalnum() for char in words):
            words = words if _MARKER.match(words) else self._marker + words.lstrip()
            self._marker = ""
        words = _WRAP.sub(" ", words)
        if words:
            self._kept.append(words)
            self._show(
                words if not doubt else f"{words.rstrip()} [doubtful: {doubt}]{words[len(words.rstrip()) :]}"
            )


def tell(
    model: ChatModel, analysis: Analysis, judge: Judge, show: Callable[[str], None] = lambda words: None
) -> Told:
    """The analysis in the model's words, as far as they hold. `show` gets sentences as soon as they are checked.

    What came before a failure or Ctrl-C is kept, and the failure with it; where nothing came, ProviderError and
    KeyboardInterrupt pass."""
    prompt = _prompt(model, analysis)
    reader = Reader(judge, show)
    heard: list[bool] = []

    def hear(piece: str) -> None:
        heard.append(True)
        reader.feed(piece)

    stopped: ProviderError | KeyboardInterrupt | None = None
    finish = ""
    try:
        reply = model.reply(prompt.messages, on_text=hear, most_tokens=_ANSWER)
        finish = reply.finish
        if not heard:
            reader.feed(cleaned(reply.text))
        reader.end()
        if finish == "refusal":
            raise ProviderError(
                f"{model.traits.name} declined to write about this analysis", "try another model"
            )
        if not reader.text and not reader.dropped:
            raise ProviderError(f"{model.traits.name} gave an empty answer", "try again, or another model")
    except (ProviderError, KeyboardInterrupt) as stop:
        if not reader.text or finish == "refusal":
            raise
        stopped = stop
    narrative = Narrative(
        model=model.traits.name,
        text=reader.text,
        flags=tuple(reader.flags),
        prompt=prompt.label,
        dropped=dict(sorted(reader.dropped.items())),
        cut=stopped is not None or finish == "length",
    )
    return Told(narrative, stopped)


def _prompt(model: ChatModel, analysis: Analysis) -> Prompt:
    frame = sum(count_tokens(message.content) for message in _filled("").messages)
    context = model.traits.context_tokens
    room = max(_LEAST, context - frame - min(_ANSWER, context // 3) - _SPARE)
    return _filled(fact_sheet(analysis, room))


def _filled(facts: str) -> Prompt:
    fence, document = fenced(facts)
    return filled("narrative", fence=fence, facts=document)
