"""What holds for the lines and hidden words of every format."""

from __future__ import annotations

from careercraft.model.document import HiddenText
from careercraft.read import Limits, read_text
from careercraft.read.assemble import Draft, Source, assemble
from careercraft.read.clean import MOST_LINE, split_long

SOURCE = Source(name="a.txt", hash="0", limits=Limits())


def test_hidden_words_can_be_written() -> None:
    """Half a character pair from a broken font table is no text: no report could be written with it."""
    hidden = [
        HiddenText(text="Py\ud893thon\n  SQL", reason="tiny"),
        HiddenText(text="\udc00", reason="tiny"),
    ]
    document = assemble([Draft(text="Jane Doe")], SOURCE, "text", hidden=hidden)
    assert [one.text for one in document.hidden] == ["Python SQL"]


def test_a_line_without_an_end_is_cut_after_a_sentence() -> None:
    sentence = "The shop sells bread and rolls to the village. "
    text = sentence * (3 * MOST_LINE // len(sentence))
    parts = split_long(text.strip())
    assert len(parts) > 2
    assert max(map(len, parts)) <= MOST_LINE
    assert all(part.endswith("village.") for part in parts)
    assert " ".join(parts) == text.strip()


def test_a_line_without_blanks_is_cut_where_it_is_full() -> None:
    assert [len(part) for part in split_long("x" * (2 * MOST_LINE + 5))] == [MOST_LINE, MOST_LINE, 5]
    assert split_long("short") == ["short"]


def test_parts_of_a_long_line_are_one_paragraph() -> None:
    document = assemble(
        [Draft(text="a b " * MOST_LINE, bullet=True, block=3), Draft(text="c")], SOURCE, "text"
    )
    assert len(document.lines) == 5
    assert {line.block for line in document.lines[:4]} == {3}
    assert [line.bullet for line in document.lines[:4]] == [True, False, False, False]
    assert max(line.span.end - line.span.start for line in document.lines) <= MOST_LINE


def test_long_lines_of_text_are_cut() -> None:
    document = read_text("word " * MOST_LINE, "a.txt")
    assert max(line.span.end - line.span.start for line in document.lines) <= MOST_LINE
