"""What a stream may carry to a terminal: text, wherever the pieces are cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.llm.clean import Cleaner, cleaned, cleaned_data
from careercraft.llm.faults import Fault
from careercraft.llm.pieces import CallPiece, Piece
from careercraft.llm.retries import Patience, retried
from careercraft.llm.streams import Gathered
from careercraft.llm.thoughts import Thoughts
from tests.llm.conftest import HELLO, MakeModel
from tests.llm.server import ScriptedServer, answer, stream

HOSTILE = {
    "color": ("a\x1b[31mb\x1b[0mc", "abc"),
    "clear": ("a\x1b[2J\x1b[Hb", "ab"),
    "title": ("a\x1b]0;owned\x07b", "ab"),
    "title, ended by ST": ("a\x1b]0;owned\x1b\\b", "ab"),
    "link": ("\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\", "here"),
    "clipboard": ("a\x1b]52;c;cm0gLXJm\x07b", "ab"),
    "device control": ("a\x1bPq#0;2;0\x1b\\b", "ab"),
    "one byte": ("a\x9b31mb\x9d0;t\x9cc\x90q\x9cd", "abcd"),
    "charset": ("a\x1b(0b", "ab"),
    "reset": ("a\x1bcb", "ab"),
    "over and over": ("a\x1b\x1b\x1b[31mb", "ab"),
    "never ended": ("a\x1b]0;" + "x" * 5_000 + "b", "a" + "x" * (5_000 - 4_097 + 2) + "b"),
    "ended by a line": ("a\x1b]0;x\nb", "a\nb"),
    "return and backspace": ("good\rbad\b\b\bx", "goodbadx"),
    "bell, null, delete": ("a\x07\x00\x7fb", "ab"),
    "reordering": ("a\u202eb\u2066c\u200fd", "abcd"),
    "invisible": ("a\u200bb\ufeffc\U000e0041d\u2060e", "abcde"),
    "lines": ("a\r\nb\u2028c\td", "a\nb\nc\td"),
    "surrogate": ("a\ud800b", "a\ufffdb"),
    "kept": ("Größe 日本語 👩‍💻 – “x” \n\t", "Größe 日本語 👩‍💻 – “x” \n\t"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_escapes(name: str) -> None:
    given_text, expected = HOSTILE[name]
    assert cleaned(given_text) == expected


@pytest.mark.parametrize("name", HOSTILE)
def test_escapes_that_are_split_over_two_pieces(name: str) -> None:
    text, expected = HOSTILE[name]
    for at in range(0, len(text) + 1, max(1, len(text) // 200)):
        cleaner = Cleaner()
        assert cleaner.feed(text[:at]) + cleaner.feed(text[at:]) == expected


CHARACTERS = st.sampled_from("ab\n \x1b\x1b\x1b[]P\\?;0m\x07\x9b\x9c\x9d\x90\r\u202e(é")


@given(st.text(CHARACTERS, max_size=60), st.lists(st.integers(0, 60), max_size=8))
def test_any_text_cut_anywhere(text: str, cuts: list[int]) -> None:
    edges = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    cleaner = Cleaner()
    joined = "".join(cleaner.feed(text[a:b]) for a, b in pairwise(edges))
    assert joined == cleaned(text)
    assert not set(joined) & set("\x1b\x07\x9b\x9c\x9d\x90\r\u202e")
    assert cleaned(joined) == joined


@given(st.text(max_size=200))
def test_what_comes_out_is_fit_to_print(text: str) -> None:
    found = cleaned(text)
    assert all(char in "\n\t" or ord(char) >= 32 for char in found)
    found.encode("utf-8")


def test_data_is_cleaned_to_the_bottom() -> None:
    dirty = {"a\x1b[1m": ["x\x07", {"b": "\x1b]0;t\x07y"}], "n": 1, "t": True, "o": None, "f": 0.5}
    assert cleaned_data(dirty) == {"a": ["x", {"b": "y"}], "n": 1, "t": True, "o": None, "f": 0.5}


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
@pytest.mark.parametrize(
    "name", [name for name in HOSTILE if name != "surrogate"]
)  # UTF-8 can't carry that one
def test_an_answer_with_terminal_escapes(
    server: ScriptedServer, make: MakeModel, name: str, streamed: bool
) -> None:
    text, expected = HOSTILE[name]
    server.then(stream(list(text) if len(text) < 100 else [text]) if streamed else answer(text))
    heard: list[str] = []
    reply = make().reply(HELLO, on_text=heard.append if streamed else None)
    assert reply.text == expected
    assert "".join(heard) == (expected if streamed else "")


# --- thoughts


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("<think>Hm, SQL?</think>\n\nLearn SQL.", "Learn SQL."),
        ("\n<thinking>a < b</thinking>Yes", "Yes"),
        ("<think>for ever", ""),
        ("<thin ice", "<thin ice"),
        ("<th", "<th"),
        ("  plain", "  plain"),
        ("Say <think>no</think>", "Say <think>no</think>"),
        ("<think></think>", ""),
        ("", ""),
    ],
)
def test_thoughts_are_no_answer(text: str, answered: str) -> None:
    for size in (1, 2, 3, 7, 100):
        thoughts = Thoughts()
        pieces = [text[at : at + size] for at in range(0, len(text), size)]
        assert "".join([*map(thoughts.feed, pieces), thoughts.end()]) == answered


def test_thoughts_in_a_stream(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer("<think>The person asks for a greeting.</think>\n\nGood day."))
    heard: list[str] = []
    assert make().reply(HELLO, on_text=heard.append).text == "".join(heard) == "Good day."


# --- pieces put together


def test_calls_come_in_pieces() -> None:
    got = Gathered(1_000)
    got.take(Piece(calls=(CallPiece(index=0, id="a", name="f"),)))
    got.take(Piece(calls=(CallPiece(index=0, arguments='{"x":'), CallPiece(index=1, name="g\x1b[1m"))))
    got.take(Piece(calls=(CallPiece(index=0, arguments="1}"),), finish="tool_calls"))
    calls = got.tool_calls()
    assert [(call.id, call.name, call.arguments) for call in calls] == [
        ("a", "f", {"x": 1}),
        ("call_1", "g", {}),
    ]


@pytest.mark.parametrize("words", ["{", "[1]", '"x"', '{"a": NaN}', "[" * 100_000, "{}{}"])
def test_arguments_that_are_no_object(words: str) -> None:
    got = Gathered(1_000_000)
    got.take(Piece(calls=(CallPiece(index=0, id="a", name="f", arguments=words),)))
    with pytest.raises(ValueError, match="the arguments are no JSON"):
        got.tool_calls()


def test_calls_without_an_end() -> None:
    got = Gathered(1_000)
    calls = tuple(CallPiece(index=at, name="f") for at in range(100))
    with pytest.raises(Fault) as caught:
        got.take(Piece(calls=calls))
    assert caught.value.kind == "too long"


def test_a_text_without_an_end_keeps_its_beginning() -> None:
    heard: list[str] = []
    got = Gathered(10, heard.append)
    got.take(Piece(text="12345"))
    with pytest.raises(Fault):
        got.take(Piece(text="6789012345"))
    assert got.text == "".join(heard) == "1234567890"


# --- patience


def test_waits_grow_and_are_bounded_and_leave_something_to_chance() -> None:
    patience = Patience(chance=lambda: 1.0)
    assert [patience.seconds(tried, None) for tried in range(1, 8)] == [1, 2, 4, 8, 16, 20, 20]
    lucky = Patience(chance=lambda: 0.0)
    assert lucky.seconds(3, None) == 2.0
    assert lucky.seconds(3, 9.0) == 9.0, "never earlier than asked"


def test_only_what_may_be_over_is_tried_again() -> None:
    for kind, times in (
        ("busy", 3),
        ("failing", 3),
        ("dropped", 3),
        ("key", 1),
        ("timeout", 1),
        ("refused", 1),
    ):
        calls: list[int] = []

        def call(kind: str = kind, calls: list[int] = calls) -> str:
            calls.append(1)
            raise Fault(kind)  # type: ignore[arg-type]

        with pytest.raises(Fault):
            retried(call, 3, Patience(sleep=lambda _: None), lambda: False)
        assert len(calls) == times, kind


def test_what_was_said_is_not_said_again() -> None:
    calls: list[int] = []

    def call() -> str:
        calls.append(1)
        raise Fault("dropped")

    with pytest.raises(Fault):
        retried(call, 3, Patience(sleep=lambda _: None), lambda: True)
    assert len(calls) == 1
