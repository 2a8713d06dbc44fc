"""`careercraft chat list|show|export|delete`: the conversations that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.options import ListFormat, Listing, Output, settings_from

if TYPE_CHECKING:
    from careercraft.chat.turn import Turn
    from careercraft.settings import Settings
    from careercraft.store.chats import ChatRow

Key = Annotated[str, typer.Argument(metavar="CHAT", help="A conversation's number, or `latest`.")]


def load(settings: Settings, key: str) -> tuple[ChatRow, list[Turn]]:
    """Raises UsageError where there is none, StorageError where it can't be read."""
    import msgspec

    from careercraft.chat.turn import Turn
    from careercraft.errors import StorageError
    from careercraft.store import open_chats

    with open_chats(settings.history_file) as chats:
        row = chats.get(key)
        texts = chats.turns(row.number)
    try:
        return row, [msgspec.json.decode(text, type=Turn) for text in texts]
    except msgspec.MsgspecError as error:
        raise StorageError(
            f"conversation {row.number} can't be read: {error}",
            f"delete it with `careercraft chat delete {row.number}`",
        ) from error


def list_chats(format: Listing = ListFormat.terminal) -> None:
    """List the conversations, the one used last first."""
    import msgspec

    from careercraft.render.tables import columns
    from careercraft.store import open_chats

    with open_chats(settings_from().history_file) as chats:
        rows = chats.rows()
    if format is ListFormat.json:
        for row in rows:
            console.out(msgspec.json.encode(row) + b"\n")
        return
    lines = [
        (
            str(row.number),
            row.updated.replace("T", " ").rstrip("Z"),
            f"run {row.run}",
            f"{row.turns} turns" if row.turns != 1 else "1 turn",
            row.model or "rules",
            row.title,
        )
        for row in rows
    ]
    console.out(columns(lines))
    if not rows:
        console.say("there is no conversation yet; `careercraft chat` begins one")


def show(key: Key = "latest", format: Listing = ListFormat.terminal) -> None:
    """Show what was said."""
    row, turns = load(settings_from(), key)
    if format is ListFormat.json:
        console.out(b"".join(_lines(row, turns)))
        return
    text = _transcript(row, turns)
    if console.is_terminal("stdout"):
        from careercraft.cli.chat_screen import RichScreen

        RichScreen().page(text, {})
    else:
        console.out(text)


def export(key: Key = "latest", output: Output = None) -> None:
    """Write a conversation as Markdown, or as JSON lines where the file ends in .json or .jsonl."""
    row, turns = load(settings_from(), key)
    if output is not None and output.suffix.lower() in {".json", ".jsonl"}:
        console.write_file(output, b"".join(_lines(row, turns)))
        return
    data = _transcript(row, turns).encode("utf-8", "replace")
    if output is not None:
        console.write_file(output, data)
    else:
        console.out(data)


def delete(
    keys: Annotated[list[str], typer.Argument(metavar="CHAT...", help="Conversations to delete.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
) -> None:
    """Delete conversations for good, from the disk too."""
    from careercraft.errors import UsageError
    from careercraft.store import open_chats

    with open_chats(settings_from().history_file) as chats:
        numbers = list(dict.fromkeys(chats.get(key).number for key in keys))
        what = f"conversation {', '.join(map(str, numbers))}"
        if not yes:
            if not console.is_terminal("stdin"):
                raise UsageError(f"delete removes {what}", "say so with --yes")
            typer.confirm(f"Delete {what}?", abort=True, err=True)
        for number in numbers:
            chats.delete(number)
            console.say(f"deleted conversation {number}")


def _lines(row: ChatRow, turns: list[Turn]) -> list[bytes]:
    import msgspec

    from careercraft.cli.chat_screen import as_data

    return [msgspec.json.encode(as_data(turn, row.number)) + b"\n" for turn in turns]


def _transcript(row: ChatRow, turns: list[Turn]) -> str:
    from careercraft.cli.chat_pages import transcript

    return transcript(f"run {row.run}", turns)
