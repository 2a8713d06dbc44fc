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
from careercraft.llm.echo import Echo
from careercraft.llm.fact_sheet import fact_sheet
from careercraft.llm.faults import TooLong
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
_READINGS = 4
"""Of a whole text."""
HEADINGS = frozenset({"summary", "strengths and gaps", "suggestions for bullets"})
"""Those that the prompt asks for; any other heading is judged like a sentence."""
_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!e\.g\.)(?<!i\.e\.)(?<!etc\.)(?<!\n\d\.)(?<!\b(?:St|Dr|Mr|Ms|No|vs|Jr|Sr)\.)"
    r"(?<!\bMrs\.)[\"”’')\]*_]*(?=\s)"
    r"|\n(?=[ \t]*(?:\n|[-*•#>|]|```|~~~|\d{1,2}[.)]\s))"
)
"""Where a sentence ends: behind its mark with white space after it, or before an empty line, an item, a row of a table,
a fence or a heading. A mere line break doesn't part it, so that nobody slips a claim through in two halves."""
_LEAD = re.compile(r":[*_ \t]*\s*$")
_CLAIMS = re.compile(r"\byou(?:r|['’]\w+)?\b", re.IGNORECASE)
_WRAP = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)")
_HEADING = re.compile(r"\s*#")
_MARKER = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
_HEADING_MARKS = re.compile(r"^\s*#+\s*")
_DEED = re.compile(
    r"^(?:Add|Apply|Ask|Begin|Build|Close|Consider|Describe|Earn|Explain|Finish|Focus|Get|Improve|Learn|List|Look|Make"
    r"|Mention|Name|Practi[cs]e|Prepare|Put|Read|Review|Say|Show|Start|Study|Take|Try|Update|Use|Work|Write)\b"
)
"""What an item tells to do: behind the words that lead to it, its capital makes no name of it."""
_UNSEEN = re.compile(r"<!--.*?(?:-->|$)|</?[A-Za-z!?][^<>]*(?:>|$)", re.DOTALL)
_FENCE = re.compile(r"(?m)^[ \t]*(?:```|~~~)[^\n`]*$")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()]*\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(\s*<?([^()\s<>]*)>?[^()]*\)")
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
        self._lead = ""
        self._fresh = True
        self._length = 0
        self._kept: list[str] = []
        self.flags: list[NarrativeFlag] = []
        self.dropped: Counter[str] = Counter()
        self.sentences = 0
        """That were judged."""

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
        marker = _MARKER.match(self._rest)  # "12." is no sentence
        found = _END.search(self._rest, marker.end() if marker else 0)
        return found.end() if found else 0

    def _sentence(self, words: str) -> None:
        words = shown_form(words)
        heading = words.strip(" #*:\n").lower() in HEADINGS
        if heading or not any(char.isalnum() for char in words):
            self._fresh = self._fresh or "\n" in words
            self._lead = "" if heading else self._lead
            self._take(words)
            return
        self.sentences += 1
        long = len(words) > _LONGEST_SENTENCE
        verdict, reason = ("refused", "too_long") if long else self._judged(words)
        if verdict == "refused":
            self.dropped[reason] += 1
            marker = _MARKER.match(words)  # what follows in the item needs it
            self._marker = marker.group() if marker else self._marker
            return
        if verdict == "doubtful":
            self.flags.append(NarrativeFlag(quote=" ".join(words.split()), reason=reason))
        self._take(words, reason if verdict == "doubtful" else "")

    def _judged(self, words: str) -> Judgement:
        """An item is read behind the words that lead to its list: "You worked at:", "- Initech". What speaks to the
        person must hold by itself too."""
        item = _MARKER.match(words) or (words.startswith("|") and _LEAD.search(self._lead))
        lead, plain = self._lead, words.strip()
        fresh = self._fresh or "\n\n" in words[: len(words) - len(words.lstrip())]
        self._fresh = False
        if not item or not lead:
            if _LEAD.search(words) or _HEADING.match(words):
                self._lead = plain
            elif fresh and not item:
                self._lead = ""
            return self._judge(plain)
        behind = _DEED.sub(lambda deed: deed[0].lower(), _MARKER.sub("", plain, count=1))
        joined = self._judge(f"{_HEADING_MARKS.sub('', lead).rstrip(':*_ ')} {behind}")
        if joined[0] == "refused" or not _CLAIMS.search(plain):
            return joined
        alone = self._judge(plain)
        return alone if alone[0] == "refused" or joined[0] == "holds" else joined

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


def settled(reader: Reader, judge: Judge) -> Reader:
    """Read as it is to be kept, until that changes nothing: where a sentence was taken out, two others stand side by
    side. So whoever checks what was kept comes to the same."""
    for _ in range(_READINGS):
        again = Reader(judge, lambda words: None)
        again.feed(reader.text)
        again.end()
        again.dropped += reader.dropped
        stays = (again.text, again.flags) == (reader.text, reader.flags)
        reader = again
        if stays:
            break
    return reader


def shown_form(words: str) -> str:
    """Without HTML, images and fences of code, and with the target of a link beside its words: nothing that acts,
    nothing unseen."""
    words = _IMAGE.sub(r"\1", _UNSEEN.sub("", _FENCE.sub("", cleaned(words))))
    return _LINK.sub(lambda link: f"{link[1]} ({link[2]})" if link[2] else link[1], words)


def tell(
    model: ChatModel, analysis: Analysis, judge: Judge, show: Callable[[str], None] = lambda words: None
) -> Told:
    """The analysis in the model's words, as far as they hold. `show` gets sentences as soon as they are checked.

    What came before a failure or Ctrl-C is kept, and the failure with it; where nothing came, ProviderError and
    KeyboardInterrupt pass."""
    prompt = _prompt(model, analysis)
    judge = _unechoed(judge)
    reader = Reader(judge, show)
    heard: list[bool] = []

    def hear(piece: str) -> None:
        heard.append(True)
        reader.feed(piece)

    stopped: ProviderError | KeyboardInterrupt | None = None
    finish = ""
    try:
        try:
            reply = model.reply(prompt.messages, on_text=hear, most_tokens=_answer(model))
        except TooLong:  # now it is known how much it takes
            prompt = _prompt(model, analysis)
            reply = model.reply(prompt.messages, on_text=hear, most_tokens=_answer(model))
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
    reader = settled(reader, judge)
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
    room = max(_LEAST, context - frame - _answer(model) - _SPARE)
    return _filled(fact_sheet(analysis, room))


def _answer(model: ChatModel) -> int:
    """Tokens that the prose may take. Some servers refuse a call whose prompt and answer could pass the context."""
    return min(_ANSWER, model.traits.context_tokens // 3)


def _unechoed(judge: Judge) -> Judge:
    echo = Echo.of("narrative")
    return lambda sentence: ("refused", "echo") if echo.repeats(sentence) else judge(sentence)


def _filled(facts: str) -> Prompt:
    fence, document = fenced(facts)
    return filled("narrative", fence=fence, facts=document)
