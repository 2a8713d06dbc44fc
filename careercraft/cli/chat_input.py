"""Where the lines of a conversation come from: a prompt with history, search and completion, else standard input."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from careercraft.cli import console

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.key_binding import KeyBindings

_PROMPT = "you> "
_WORD = re.compile(r"[\w+#./-]+$")
_SECRET = re.compile(r"\b(?:sk|pk|key|gsk|hf|xai|AIza)[-_A-Za-z0-9]{16,}")
"""What looks like a key is not offered again."""
_KEY = re.compile(r"\b(?:(?:sk|pk|gsk|hf|xai)[-_]|AIza)(?=[-\w]*\d)[-\w]{16,}")
"""What is a key for certain: narrower, since it is taken out of questions."""
_LEAST = 2
Lines = Iterator[str]


def without_keys(line: str) -> str:
    """A key that was pasted by mistake goes to no model and into no history; the person is told."""
    from careercraft.llm.keys import MASK

    kept, count = _KEY.subn(MASK, line)
    if count:
        console.say(
            "note: what looks like a key was taken out: it is kept nowhere and sent to nobody"
            " (`careercraft llm key set PROVIDER` is the place for one)"
        )
    return kept


def lines_of_stdin() -> Lines:
    """For pipes: a line is a question. A backslash at its end joins the next one."""
    import sys

    if sys.stdin is None:
        return
    said = ""
    for line in sys.stdin:
        said += line.rstrip("\r\n")
        if said.endswith("\\"):
            said = f"{said[:-1]}\n"
            continue
        yield said
        said = ""
    if said:
        yield said


def lines_of_terminal(
    earlier: Iterable[str], words: Callable[[], Sequence[str]], typing: Callable[[], None] | None = None
) -> Lines:
    """Enter sends, Alt-Enter begins a new line, Ctrl-R searches, Tab completes; Ctrl-D ends.

    `earlier` are the questions of other days, the latest first; `words` the names that are completed; `typing` is
    called with each key that changes the text.
    """
    session = make_prompt(earlier, words, typing)
    while True:
        try:
            yield session.prompt(_PROMPT)
        except KeyboardInterrupt:
            console.say("(Ctrl-D or /quit leaves)")
        except EOFError:
            return


def make_prompt(
    earlier: Iterable[str],
    words: Callable[[], Sequence[str]],
    typing: Callable[[], None] | None = None,
    **streams: Any,
) -> PromptSession[str]:
    """As `lines_of_terminal`; `streams` are input and output in place of the terminal."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.history import InMemoryHistory

    class Names(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
            text = document.text_before_cursor
            for found, length in completions(text, words, asked=complete_event.completion_requested):
                yield Completion(found, start_position=-length)

    kept = [text for text in earlier if not _SECRET.search(text)]
    session: PromptSession[str] = PromptSession(
        history=InMemoryHistory(list(reversed(kept))),
        enable_history_search=False,
        completer=Names(),
        complete_while_typing=True,
        multiline=True,
        key_bindings=_keys(words),
        prompt_continuation="...  ",
        mouse_support=False,
        **streams,
    )
    if typing is not None:
        session.default_buffer.on_text_changed += lambda _: typing()
    return session


def completions(text: str, words: Callable[[], Sequence[str]], asked: bool) -> Iterator[tuple[str, int]]:
    """(what would stand there, characters that it replaces). Names only where Tab asks, or behind a command."""
    from careercraft.chat.commands import COMMANDS

    if re.fullmatch(r"/[\w-]*", text):
        yield from (
            (f"/{item.name}", len(text)) for item in COMMANDS if f"/{item.name}".startswith(text.lower())
        )
        return
    command = re.match(r"/([\w-]+)\s", text)
    found = _WORD.search(text)
    begun = found[0].lstrip("+-") if found else ""
    if command and command[1].lower() == "explain":
        from careercraft.render.explain import KEYS

        yield from ((key, len(begun)) for key in KEYS if key.startswith(begun.lower()))
    elif (asked or command) and len(begun) >= _LEAST:
        low = begun.lower()
        yield from ((name, len(begun)) for name in words() if name.lower().startswith(low))


def _keys(words: Callable[[], Sequence[str]]) -> KeyBindings:
    """Enter sends, but for a line that ends with a backslash; what is pasted stays whole. Tab takes the only name that
    fits, and else begins the list."""
    from prompt_toolkit.application import get_app
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.key_binding.key_processor import KeyPressEvent

    keys = KeyBindings()

    @Condition
    def typing() -> bool:
        """Not while the history is searched: there Enter takes what was found."""
        return not get_app().layout.is_searching

    @keys.add("enter", filter=typing)
    def send(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.document.text_before_cursor.endswith("\\"):
            buffer.delete_before_cursor(1)
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @keys.add("tab", filter=typing)
    def complete(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        found = [*completions(buffer.document.text_before_cursor, words, asked=True)]
        if len(found) == 1 and not (buffer.complete_state and buffer.complete_state.current_completion):
            text, length = found[0]
            buffer.delete_before_cursor(length)
            buffer.insert_text(f"{text} " if text.startswith("/") else text)
        elif buffer.complete_state:
            buffer.complete_next()
        else:
            buffer.start_completion(insert_common_part=True)

    @keys.add("escape", "enter")
    def new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys
