"""What a model adds to one finished analysis: proposals, then prose. Its failures are kept for the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.errors import CareerCraftError
    from careercraft.llm.consent import Consent
    from careercraft.model.analysis import Analysis, Narrative
    from careercraft.model.chat import ChatModel, Usage
    from careercraft.model.match import Side
    from careercraft.model.proposed import Claim
    from careercraft.model.setting_groups import Llm
    from careercraft.pipeline import JobSide, ResumeSide

Say = Callable[[str], None]


class Adviser:
    """One model for one analysis."""

    def __init__(self, settings: Llm, yes: bool, consent: Consent | None = None, before: float = 0.0) -> None:
        """`consent` and `before`, the US dollars spent: of a run of which this analysis is a part."""
        self._settings = settings
        self._yes = yes
        self._consent, self._before = consent, before
        self._model: ChatModel | None = None
        self.failure: CareerCraftError | None = None
        """The first one."""
        self._failures: list[CareerCraftError] = []
        self.interrupted = False

    @property
    def name(self) -> str:
        return self._settings.model.strip()

    @property
    def spent(self) -> Usage:
        from careercraft.model.chat import Usage

        return self._model.spent if self._model is not None else Usage()

    @property
    def answers(self) -> bool:
        """Something came back already: a model that can't keep to a form may still write prose."""
        return self.spent.calls > 0

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
            self._failed(error)
        except KeyboardInterrupt:
            self.interrupted = True
        return self._counted(analysis)

    def told(self, bench: Workbench, analysis: Analysis, show: Say) -> Analysis:
        """The analysis with the model's prose. `show` gets each sentence as soon as it is checked."""
        from msgspec import structs

        from careercraft.errors import CareerCraftError
        from careercraft.llm.narrative import tell
        from careercraft.score.prose_check import ProseChecker

        if self._model is None or self.interrupted or (self.failure and not self.answers):
            return analysis
        try:
            found = tell(self._model, analysis, ProseChecker(analysis, bench.linker).judge, show)
        except CareerCraftError as error:
            self._failed(error)
        except KeyboardInterrupt:
            self.interrupted = True
        else:
            analysis = structs.replace(analysis, narrative=found.narrative)
            if isinstance(found.stopped, KeyboardInterrupt):
                self.interrupted = True
            elif found.stopped is not None:
                self._failed(found.stopped)
        return self._counted(analysis)

    def end(self, analysis: Analysis, quiet: bool) -> None:
        """Says what was taken out, what it cost and what failed. Raises SystemExit with the failure's exit code,
        Interrupted."""
        from careercraft.model.analysis import Narrative
        from careercraft.score.usage_words import told

        if not quiet:
            if isinstance(analysis.narrative, Narrative):
                _note_narrative(analysis.narrative)
            if self.answers:
                console.say(f"{self.name}: {told(self.spent)}")
        if self.interrupted:
            raise console.Interrupted("the analysis is done and kept; only the model's part is missing")
        if self.failure is not None:
            for failure in self._failures:
                console.fail(failure)
            console.say(f"note: the analysis stands without {self.name}; no number in it needs a model")
            raise SystemExit(console.exit_code(self.failure))

    def _failed(self, error: CareerCraftError) -> None:
        """What failed twice in the same words is told once."""
        self.failure = self.failure or error
        if error.message not in {other.message for other in self._failures}:
            self._failures.append(error)

    def _open(self, analysis: Analysis) -> None:
        from careercraft.cli.llm_flags import open_llm
        from careercraft.model.analysis import Documents

        documents = analysis.documents
        assert isinstance(documents, Documents)
        self._model = open_llm(
            self._settings,
            yes=self._yes,
            resume=analysis.resume if isinstance(analysis.resume, dict) else {},
            texts=(documents.resume.text, documents.job.text),
            consent=self._consent,
            before=self._before,
        )

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
                self._failed(error)
                if not self.answers:
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

        return structs.replace(analysis, usage=self.spent) if self.spent != Usage() else analysis


def _listener(name: str, side: Side, say: Say) -> Callable[[int, int], None]:
    words = {"resume": "resume", "job": "posting"}[side]

    def listen(part: int, parts: int) -> None:
        say(f"{name} reads the {words}{f', part {part} of {parts}' if parts > 1 else ''}")

    return listen


def _note_narrative(narrative: Narrative) -> None:
    """What a person doesn't see must be said."""
    from careercraft.score.prose_words import counted

    out, model = sum(narrative.dropped.values()), narrative.model
    if out:
        one = out == 1
        console.say(
            f"note: {out} sentence{'' if one else 's'} of {model} {'was' if one else 'were'} taken out, since"
            f" {'it' if one else 'they'} didn't hold: {counted(narrative.dropped)}"
        )
    doubtful = len(narrative.flags)
    if doubtful:
        one = doubtful == 1
        console.say(
            f"note: {doubtful} sentence{' of' if one else 's of'} {model} {'is' if one else 'are'} marked as doubtful"
        )
    if narrative.cut:
        ends = "its text ends early" if narrative.text.strip() else "none of its text is left"
        console.say(f"note: {model} broke off; {ends}")
