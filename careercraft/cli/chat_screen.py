"""How a conversation is written: rendered on a terminal, as Markdown into a pipe, as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from careercraft.cli import console

if TYPE_CHECKING:
    from rich.console import Console
    from rich.live import Live

    from careercraft.chat.turn import Turn

SCHEMA = "careercraft.chat/1"
_EMPTY: dict[str, Any] = {
    "model": "", "prompt": "", "intent": "", "tools": [], "sources": [], "notes": [], "doubtful": 0, "left_out": 0,
    "stopped": "", "error": None, "instead": "", "usage": None, "data": None,
}  # fmt: skip
"""What an answer need not have."""


class Screen(Protocol):
    def words(self, words: str) -> None:
        """Of an answer that is being written, as Markdown."""
        ...

    def turn(self, turn: Turn, chat: int | None) -> None:
        """What of it isn't shown yet."""
        ...

    def page(self, text: str, about: dict[str, Any]) -> None:
        """Something about the conversation itself: Markdown for people, `about` for programs."""
        ...

    def close(self) -> None:
        """The answer is over, however it ended; what was written of it stays."""
        ...


class JsonScreen:
    """One object a line for each turn; nothing before it is whole."""

    def words(self, words: str) -> None:
        return

    def turn(self, turn: Turn, chat: int | None) -> None:
        self._line(as_data(turn, chat))

    def page(self, text: str, about: dict[str, Any]) -> None:
        self._line({"schema": SCHEMA, "by": "command", **_EMPTY, "text": text, **about})

    def close(self) -> None:
        return

    def _line(self, found: dict[str, Any]) -> None:
        import msgspec

        console.out(msgspec.json.encode(found) + b"\n")


class PlainScreen:
    """Markdown as it is, for pipes, files and dumb terminals."""

    def __init__(self) -> None:
        self._shown = ""

    def words(self, words: str) -> None:
        self._shown += words
        self._write(words)

    def turn(self, turn: Turn, chat: int | None) -> None:
        if turn.text.strip() or self._shown:
            self._write(f"{rest(turn, self._shown)}\n")
        self.close()
        notes(turn)
        if turn.instead:
            self._write(f"{turn.instead}\n")

    def page(self, text: str, about: dict[str, Any]) -> None:
        self._write(f"{text.rstrip()}\n\n")

    def close(self) -> None:
        self._shown = ""

    def _write(self, text: str) -> None:
        console.out(console.printable(text))


class RichScreen:
    """Markdown rendered block by block; the block that is being written is shown as it grows."""

    def __init__(self, target: Console | None = None) -> None:
        from rich.console import Console

        self._console = target or Console(
            highlight=False, no_color=not console.wants_color(), soft_wrap=False
        )
        self._rest = ""
        self._shown = ""
        self._live: Live | None = None

    def words(self, words: str) -> None:
        from rich.live import Live

        self._shown += words
        self._rest += console.printable(words)
        *whole, self._rest = blocks(self._rest)
        for block in whole:
            self._block(block)
        if not self._rest.strip():
            return
        if self._live is None:
            self._live = Live(
                console=self._console, transient=True, refresh_per_second=8, vertical_overflow="visible"
            )
            self._live.start()
        # one that is higher than the terminal can't be drawn anew
        self._live.update(self._rows(self._rest, max(1, self._console.height - 2)))

    def turn(self, turn: Turn, chat: int | None) -> None:
        left = console.printable(rest(turn, self._shown))
        self.close()
        for block in blocks(left):
            self._block(block)
        notes(turn)
        for block in blocks(console.printable(turn.instead)):
            self._block(block)

    def page(self, text: str, about: dict[str, Any]) -> None:
        for block in blocks(console.printable(text)):
            self._block(block)

    def close(self) -> None:
        self._block(self._rest)
        self._rest, self._shown = "", ""

    def _block(self, text: str) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None
        if text.strip():
            self._console.print(self._rows(text), end="")
            self._console.print()

    def _rows(self, text: str, most: int | None = None) -> Any:
        """A block as rows, without empty ones around it; the last `most` of them where a number is given."""
        from rich.segment import Segment, Segments

        rows = self._console.render_lines(self._markdown(text), pad=False)
        seen = [at for at, row in enumerate(rows) if any(part.text.strip() for part in row)]
        rows = rows[seen[0] : seen[-1] + 1] if seen else []
        return Segments([part for row in rows[-most if most else 0 :] for part in (*row, Segment.line())])

    def _markdown(self, text: str) -> Any:
        from rich.markdown import Markdown

        # Links are spelled out: an address behind other words could lead anywhere.
        return Markdown(text.strip("\n"), hyperlinks=False)


def blocks(text: str) -> list[str]:
    """Paragraphs, lists, tables and pieces of code, which may hold empty lines; the last one may be unfinished."""
    found: list[str] = []
    for part in text.split("\n\n"):
        if found and _is_open(found[-1]):
            found[-1] += f"\n\n{part}"
        else:
            found.append(part)
    return found


def _is_open(block: str) -> bool:
    """In the middle of a piece of code."""
    return sum(line.lstrip().startswith("```") for line in block.splitlines()) % 2 == 1


def as_data(turn: Turn, chat: int | None) -> dict[str, Any]:
    """A turn for programs. What is empty is there all the same, so that nobody has to ask for it twice."""
    import msgspec

    found = msgspec.to_builtins(turn)
    found.pop("context", None)
    return {"schema": SCHEMA, "chat": chat, "by": turn.by, **_EMPTY, **found}


def rest(turn: Turn, shown: str) -> str:
    """What of the answer isn't on the screen yet: the sources, or all of it. Begins on a line of its own."""
    if not shown.strip():
        return turn.text
    left = turn.text.strip().removeprefix(shown.strip())
    return f"{left}\n" if left else "\n"


def notes(turn: Turn) -> None:
    for note in turn.notes:
        console.say(f"note: {note}")
    if turn.stopped == "interrupted":
        kept = (
            "what was written is kept, and so is the conversation"
            if turn.text.strip()
            else "the conversation goes on"
        )
        console.say(f"note: stopped; {kept}")
    if turn.error is not None and turn.by == "model":
        console.say(f"error: {turn.error.message}")
        if turn.error.hint:
            console.say(f"hint: {turn.error.hint}")
        kept = "what was written is kept; " if turn.text.strip() else ""
        console.say(f"note: {kept}/model off goes on by rules alone")
