"""`analyze --llm MODEL`: what a model adds to a finished analysis. Its failures are told at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.errors import CareerCraftError
    from careercraft.model.analysis import Analysis, Narrative
    from careercraft.model.chat import ChatModel
    from careercraft.model.match import Side
    from careercraft.model.proposed import Claim
    from careercraft.model.setting_groups import Llm
    from careercraft.pipeline import JobSide, ResumeSide

LlmEvidence = Annotated[
    str | None,
    typer.Option(
        "--llm-evidence",
        metavar="off|show|use",
        help="Skills that only the model found: off, show what they would change (the default), or use them, marked.",
        show_default=False,
    ),
]
Say = Callable[[str], None]


def adviser_for(
    settings: Llm, given: dict[str, Any], *, yes: bool, compared: Sequence[str]
) -> Adviser | None:
    """None where no model is named. `given` are the flags on models. Raises UsageError."""
    from careercraft.errors import UsageError

    if not settings.model.strip():
        for name, flag in (("llm.evidence", "--llm-evidence"), ("llm.base_url", "--llm-base-url")):
            if given.get(name):
                raise UsageError(f"{flag} needs a model", "name one, as --llm ollama/llama3.2")
        return None
    if compared:
        if given.get("llm.model"):
            raise UsageError(
                "--llm and --compare exclude each other", "ask a model about one posting at a time"
            )
        return None
    return Adviser(settings, yes)


class Adviser:
    """One model for one analysis."""

    def __init__(self, settings: Llm, yes: bool) -> None:
        self._settings = settings
        self._yes = yes
        self._model: ChatModel | None = None
        self._failure: CareerCraftError | None = None
        self._interrupted = False

    @property
    def name(self) -> str:
        return self._settings.model.strip()

    def proposed(
        self, bench: Workbench, resume: ResumeSide, job: JobSide, analysis: Analysis, say: Say
    ) -> Analysis:
        """The analysis with what the model found that the rules missed. Only where the person wants that do the
        numbers move."""
        from careercraft.errors import CareerCraftError

        try:
            self._open(analysis)
            if self._settings.evidence != "off":
                analysis = self._with_proposals(bench, resume, job, analysis, say)
        except CareerCraftError as error:
            self._failure = error
        except KeyboardInterrupt:
            self._interrupted = True
        return self._counted(analysis)

    def told(self, bench: Workbench, analysis: Analysis, show: Say) -> Analysis:
        """The analysis with the model's prose. `show` gets each sentence as soon as it is checked."""
        from msgspec import structs

        from careercraft.errors import CareerCraftError
        from careercraft.llm.narrative import tell
        from careercraft.score.prose_check import ProseChecker

        if self._model is None or self._interrupted or (self._failure and not self._answers):
            return analysis
        try:
            found = tell(self._model, analysis, ProseChecker(analysis, bench.linker).judge, show)
        except CareerCraftError as error:
            self._failure = self._failure or error
        except KeyboardInterrupt:
            self._interrupted = True
        else:
            analysis = structs.replace(analysis, narrative=found.narrative)
            if isinstance(found.stopped, KeyboardInterrupt):
                self._interrupted = True
            else:
                self._failure = self._failure or found.stopped
        return self._counted(analysis)

    def end(self, analysis: Analysis, quiet: bool) -> None:
        """Says what was taken out, and what failed. Raises SystemExit with the failure's exit code, Interrupted."""
        from careercraft.model.analysis import Narrative

        if isinstance(analysis.narrative, Narrative) and not quiet:
            _note_narrative(analysis.narrative)
        if self._interrupted:
            raise console.Interrupted("the analysis is done and kept; only the model's part is missing")
        if self._failure is not None:
            console.fail(self._failure)
            console.say(f"note: the analysis stands without {self.name}; no number in it needs a model")
            raise SystemExit(console.exit_code(self._failure))

    @property
    def _answers(self) -> bool:
        """Something came back already: a model that can't keep to a form may still write prose."""
        return self._model is not None and self._model.spent.calls > 0

    def _open(self, analysis: Analysis) -> None:
        from careercraft.cli.llm_flags import open_llm
        from careercraft.model.analysis import Documents

        documents = analysis.documents
        assert isinstance(documents, Documents)
        resume = analysis.resume if isinstance(analysis.resume, dict) else {}
        texts = (documents.resume.text, documents.job.text)
        self._model = open_llm(self._settings, yes=self._yes, resume=resume, texts=texts)

    def _with_proposals(
        self, bench: Workbench, resume: ResumeSide, job: JobSide, analysis: Analysis, say: Say
    ) -> Analysis:
        from careercraft.match.proposed import checked
        from careercraft.pipeline import Understanding, settled
        from careercraft.score.proposed import told

        sides = settled(Understanding(resume=resume, job=job), bench.linker)
        claims, malformed, prompts = self._claims(bench, sides.resume, sides.job, say)
        if not prompts:
            return analysis
        found = checked(claims, sides.resume, sides.job, bench.linker, bench.today)
        dropped = Counter(found.dropped) + Counter(malformed=malformed)
        counting = bench.analyze(resume, job, proposals=found.kept) if found.kept else analysis
        return told(
            analysis,
            counting,
            found.kept,
            dict(sorted(dropped.items())),
            model=self.name,
            prompts=prompts,
            counted=self._settings.evidence == "use",
        )

    def _claims(
        self, bench: Workbench, resume: ResumeSide, job: JobSide, say: Say
    ) -> tuple[list[Claim], int, list[str]]:
        """Of both documents, as far as the model comes; a failure is kept for the end."""
        from careercraft.errors import CareerCraftError
        from careercraft.llm.proposals import ask

        assert self._model is not None
        skills = bench.taxonomy.skills
        named = sorted({skills[hit.skill_id].name for hit in resume.mentions})
        questions: list[tuple[Side, str, list[str]]] = [("resume", resume.document.text, named)]
        if job.document.format not in {"role", "description"}:  # those are the catalogue's own words
            # Names of the taxonomy alone: a posting's own words belong inside the fence.
            asked = [skills[item.options[0]].name for item in job.requirements if item.options]
            questions.append(("job", job.document.text, list(dict.fromkeys(asked))))
        claims: list[Claim] = []
        malformed, prompts = 0, []
        for side, text, known in questions:
            try:
                found = ask(self._model, side, text, known, _listener(self.name, side, say))
            except CareerCraftError as error:
                self._failure = self._failure or error
                if not self._answers:
                    break
                continue
            claims += found.claims
            malformed += found.malformed
            prompts.append(found.prompt)
        return claims, malformed, prompts

    def _counted(self, analysis: Analysis) -> Analysis:
        """With what the model took so far."""
        from msgspec import structs

        from careercraft.model.chat import Usage

        spent = self._model.spent if self._model is not None else None
        return structs.replace(analysis, usage=spent) if spent is not None and spent != Usage() else analysis


def _listener(name: str, side: Side, say: Say) -> Callable[[int, int], None]:
    words = {"resume": "resume", "job": "posting"}[side]

    def listen(part: int, parts: int) -> None:
        say(f"{name} reads the {words}{f', part {part} of {parts}' if parts > 1 else ''}")

    return listen


def _note_narrative(narrative: Narrative) -> None:
    """What a person doesn't see must be said."""
    out = sum(narrative.dropped.values())
    if out:
        kinds = ", ".join(f"{reason} {count}" for reason, count in narrative.dropped.items())
        console.say(
            f"note: {out} sentence(s) of {narrative.model} were taken out, since they don't hold ({kinds})"
        )
    if narrative.flags:
        console.say(f"note: {len(narrative.flags)} sentence(s) of {narrative.model} are marked as doubtful")
    if narrative.cut:
        console.say(f"note: {narrative.model} broke off; its text ends early")


class Column:
    """Words as they come, in lines of a width."""

    def __init__(self, write: Say, width: int) -> None:
        self._write = write
        self._width = width
        self._at = 0
        self._gap = False

    def __call__(self, words: str) -> None:
        pieces = console.printable(words).split("\n")
        for index, piece in enumerate(pieces):
            if index:
                self._write("\n")
                self._at, self._gap = 0, False
            self._line(piece)

    def _line(self, piece: str) -> None:
        self._gap = self._gap or piece[:1].isspace()
        for word in piece.split():
            space = 1 if self._at and self._gap else 0
            if self._at + space + len(word) > self._width and self._at:
                self._write("\n")
                self._at, space = 0, 0
            self._write(" " * space + word)
            self._at += space + len(word)
            self._gap = True
        self._gap = piece[-1:].isspace()

    def end(self) -> None:
        if self._at:
            self._write("\n")
            self._at = 0
