"""One conversation from its first line to its last: who answers, what is written, what is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careercraft.cli import chat_warm, console

if TYPE_CHECKING:
    from careercraft.chat.commands import Line
    from careercraft.chat.intent_follow import Context
    from careercraft.chat.scene import Desk
    from careercraft.chat.turn import Failure, Turn
    from careercraft.cli.chat_screen import Screen
    from careercraft.llm.open import GuardedModel
    from careercraft.settings import Settings


class Session:
    """Not more than one question at a time."""

    def __init__(
        self, settings: Settings, desk: Desk, screen: Screen, *, yes: bool = False, keep: bool = True
    ) -> None:
        from careercraft.chat.turns import Adviser

        self._settings = settings
        self._desk = desk
        self._screen = screen
        self._yes, self._keep = yes, keep
        self._adviser = Adviser(desk)
        self._llm = settings.llm
        self._model: GuardedModel | None = None
        self._warmed = False
        self._said = ""
        self.turns: list[Turn] = []
        self.number: int | None = None
        """Of the conversation that is kept."""
        self.worst = console.ExitCode.DONE
        """What a script is told at the end."""

    @property
    def name(self) -> str:
        """Of the model; empty where rules answer."""
        return self._llm.model.strip()

    @property
    def desk(self) -> Desk:
        return self._desk

    @property
    def keeps(self) -> bool:
        """False once the conversation can't be kept any more, as after a purge."""
        return self._keep and self.number is not None

    def warm(self) -> None:
        """Begins to load what asks a model, beside the person who types the first question: it takes seconds."""
        if self.name and not self._warmed:
            self._warmed = True
            chat_warm.begin()

    def resume(self, number: int, turns: list[Turn]) -> None:
        """Go on with a conversation that is kept."""
        self.number, self.turns = number, turns

    def take(self, line: str) -> bool:
        """One line of the person; False where it ends the conversation. Failures are told, and don't end it."""
        from careercraft.chat.commands import is_command, parse_line
        from careercraft.cli.chat_input import without_keys
        from careercraft.errors import CareerCraftError

        if not line.strip():
            return True
        line = without_keys(line)
        try:
            if not is_command(line):
                self._ask(line.strip())
                return True
            parsed = parse_line(line)
            if parsed.command.name == "quit":
                return False
            self._command(parsed)
        except CareerCraftError as error:
            self._failed(error)
        except KeyboardInterrupt:
            self.worst = console.ExitCode.INTERRUPTED
            console.say("note: stopped; the conversation goes on")
        return True

    def _ask(self, question: str) -> None:
        from careercraft.chat.turn import Turn

        before = tuple(self.turns)
        self._store(Turn(question=question, text="", stopped="unfinished", context=self._context))
        try:
            self._done(self._answered(question, before))
        finally:
            self._screen.close()
        turn = self.turns[-1]
        if turn.error is not None:
            self.worst = console.code_of(turn.error.code)
        elif turn.stopped == "interrupted":
            self.worst = console.ExitCode.INTERRUPTED

    def _answered(self, question: str, before: tuple[Turn, ...]) -> Turn:
        from careercraft.chat.turn import Failure
        from careercraft.cli.progress import StageLine
        from careercraft.errors import CareerCraftError

        if not self.name:
            return self._adviser.by_rules(question, self._context)
        try:
            model = self._opened()
        except CareerCraftError as error:
            return self._instead(question, Failure.of(error))
        said: list[str] = []

        def step(words: str) -> None:
            if not said:  # else it would stand in the middle of the answer
                line.say(words)

        with StageLine() as line:
            step(f"{self.name} is reading; Ctrl-C stops it")
            show = self._writing(question, said, lambda: line.say(""))
            told = self._adviser.by_model(
                model, question, self._context, before, show, lambda tool: step(f"{self.name}: {tool}")
            )
        return told

    def _instead(self, question: str, error: Failure) -> Turn:
        from msgspec.structs import replace

        from careercraft.chat.turns import by_rules_instead

        rules = self._adviser.by_rules(question, self._context)
        instead = by_rules_instead(rules.text)
        return replace(
            rules,
            by="model",
            model=self.name,
            text="",
            notes=(),
            error=error,
            stopped="failed",
            instead=instead,
        )

    def _writing(self, question: str, said: list[str], first: Callable[[], None]) -> Callable[[str], None]:
        """Each sentence is kept as soon as it is shown: a process that is killed loses none."""
        from careercraft.chat.turn import Turn

        def show(words: str) -> None:
            if not said:
                first()
            said.append(words)
            self._screen.words(words)
            if words.strip():
                text = "".join(said)
                self._store(
                    Turn(
                        question=question,
                        text=text,
                        by="model",
                        model=self.name,
                        stopped="unfinished",
                        context=self._context,
                    )
                )

        return show

    def _opened(self) -> GuardedModel:
        """With the person's consent, where text would leave the machine. Raises ConfigError, ProviderError."""
        from msgspec import UNSET

        from careercraft.cli.llm_flags import open_llm

        if self._model is None:
            found = self._desk.analysis
            texts = (
                () if found.documents is UNSET else (found.documents.resume.text, found.documents.job.text)
            )
            resume = found.resume if isinstance(found.resume, dict) else {}
            self._model = open_llm(self._llm, yes=self._yes, resume=resume, texts=texts)
        import typer

        try:
            self._model.settle()
        except typer.Abort:
            from careercraft.errors import ProviderError

            raise ProviderError(f"nothing was sent to {self.name}", "/model off goes on without it") from None
        return self._model

    @property
    def _context(self) -> Context:
        from careercraft.chat.intent_follow import Context

        return self.turns[-1].context if self.turns else Context()

    def _done(self, turn: Turn) -> None:
        self._store(turn)
        self.turns.append(turn)
        self._screen.turn(turn, self.number)

    def _store(self, turn: Turn) -> None:
        """At the end of the conversation, in place of the same turn as it was. A database that can't be used is told
        once, and the conversation goes on without it."""
        import msgspec

        from careercraft import clock
        from careercraft.errors import CareerCraftError
        from careercraft.store import open_chats

        if not self._keep or self._desk.run is None:
            return
        try:
            with open_chats(self._settings.history_file) as chats:
                now = clock.now()
                if self.number is None:
                    self.number = chats.begin(
                        created=now, run=self._desk.run, analysis=self._desk.analysis.id, model=self.name,
                        title=turn.question,
                    )  # fmt: skip
                words = msgspec.json.encode(turn).decode()
                chats.put(
                    self.number, len(self.turns), at=now, question=turn.question, turn=words, model=self.name
                )
        except CareerCraftError as error:
            self._keep = False
            console.say(f"note: this conversation is no longer kept, since {error.message}")

    def _failed(self, error: Exception) -> None:
        from careercraft.errors import CareerCraftError

        assert isinstance(error, CareerCraftError)
        console.fail(error)
        self.worst = console.exit_code(error)

    def _command(self, line: Line) -> None:
        from careercraft.chat.commands import help_page, run_command, sources_page

        name = line.command.name
        self._said = f"/{name} {line.rest}".strip()
        if line.command.tool:
            self._done(run_command(self._desk, line, self._context))
        elif name == "help":
            self._page(help_page(), {"intent": "help"})
        elif name == "sources":
            last = next((turn.sources for turn in reversed(self.turns) if turn.sources), ())
            self._page(sources_page(self.turns), {"intent": "sources", "sources": last})
        elif name == "cost":
            from careercraft.cli.chat_pages import cost_page

            self._page(*cost_page(self.turns))
        elif name == "save":
            self._save(line.rest)
        else:
            self._switch(line.rest)

    def _page(self, text: str, about: dict[str, Any]) -> None:
        """About the conversation itself, as Markdown; `about` is for programs."""
        self._screen.page(text, {"chat": self.number, "question": self._said, **about})

    def _save(self, name: str) -> None:
        from careercraft.cli.chat_pages import transcript
        from careercraft.errors import StorageError

        own = f"careercraft-chat-{self.number or 'unkept'}.md"
        path = Path(name or own).expanduser()
        if path.is_dir():
            path /= own
        if not path.parent.is_dir():
            raise StorageError(f"there is no folder {path.parent}", "make it first, or give another file")
        console.write_file(path, transcript(self._desk.title, self.turns).encode("utf-8", "replace"))
        self._page(f"Written to `{path}`.", {"intent": "save", "file": str(path)})

    def _switch(self, name: str) -> None:
        """Another model, or none. Nothing is sent before the next question."""
        from careercraft.cli.chat_model import named, who_answers

        if name:
            self._llm, self._model = named(self._settings.llm, name), None
        self._page(who_answers(self._llm), {"intent": "model", "model": self.name})
