"""The guards around what a model proposes, by name, and how each is switched off by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec import Struct, structs

from careercraft.api import Workbench
from careercraft.match import proposed_check, proposed_sides
from careercraft.match.guards.trim import with_hidden
from careercraft.match.proposed_quotes import Quotes
from careercraft.match.proposed_words import Borne
from careercraft.model.analysis import Analysis
from careercraft.model.proposed import Claim, Proposals
from careercraft.pipeline import settled
from careercraft.score.identity import id_of
from careercraft.score.proposed import told
from careercraft.score.verify import verify
from tests.hostile.case import Case
from tests.hostile.documents import BY_ID
from tests.hostile.stage import Staged, check, staged

_NEVER = re.compile(r"(?!)")
_PROPOSED = "careercraft.match.proposed"
_CHECK = "careercraft.match.proposed_check"
_JOB = "careercraft.match.proposed_job"
_CONTEXT = "careercraft.match.proposed_context"
_WORDS = "careercraft.match.proposed_words"
_YEARS = "careercraft.match.proposed_years"
_SIDES = "careercraft.match.proposed_sides"
_VERIFY = "careercraft.score.verify_proposed"
Check = Callable[[Case, Workbench], None]


class Guard(Struct, frozen=True, kw_only=True):
    case: str
    target: str
    """What is replaced to switch it off."""
    off: Any
    drops: tuple[str, ...] = ()
    """Where `match.proposed` throws a claim away for it: "method: reason"."""
    check: Check = check
    """Fails without the guard."""
    wired: bool = False
    """Over HTTP."""

    def run(self, bench: Workbench, check_wired: Check) -> None:
        (check_wired if self.wired else self.check)(BY_ID[self.case], bench)


def _yes(*_: object, **__: object) -> bool:
    return True


def _no(*_: object, **__: object) -> bool:
    return False


def _nothing(*_: object, **__: object) -> tuple[()]:
    return ()


def _any_line(quotes: Quotes, quote: str) -> Iterator[tuple[int, int]]:
    """Lines that have some word of the quote."""
    for line in re.finditer(r"[^\n]+", quotes.text):
        if any(len(word) > 4 and word in line[0] for word in quote.split()):
            yield line.span()


def _anywhere(self: object, skill: object, start: int, end: int) -> Iterator[Borne]:
    yield Borne(start, end, "name")


def _quote_alone(self: Any, start: int, end: int) -> str:
    words: str = self._document.text[start:end]
    return words


def _some_skill(self: Any, claim: Claim) -> Any:
    return self._linker.taxonomy.skills["appcelerator-titanium"]


def _hard(*arguments: Any) -> Any:
    return structs.replace(_requirement(*arguments), hard=True)


def _counted(*arguments: Any, **more: Any) -> Analysis:
    return told(*arguments, **{**more, "counted": True})


def _with_hidden(*arguments: Any) -> Any:
    sides = settled(*arguments)
    resume = structs.replace(sides.resume, document=with_hidden(sides.resume.document))
    return structs.replace(sides, resume=resume)


def _same_fence(text: str) -> tuple[str, str]:
    return "=== DATA ===", f"=== DATA ===\n{text}\n=== DATA ==="


def _coerced(item: Any, kind: Any) -> Claim:
    item = item if isinstance(item, dict) else {}
    years = re.match(r"\d+", str(item.get("years", "")))
    return Claim(
        kind=kind,
        name=str(item.get("skill")),
        quote=str(item.get("quote")),
        years=float(years[0]) if years else None,
    )


_requirement = proposed_sides._requirement


# -- what verify sees of a saved report that somebody changed; each of these changes one guard alone can see


def _check_changed(change: Callable[[Staged, Proposals], Analysis]) -> Check:
    def checks(case: Case, bench: Workbench) -> None:
        stage = staged(case, bench)
        assert isinstance(stage.used.proposals, Proposals)
        for analysis in (stage.shown, stage.used):
            assert verify(analysis) == []
        changed = change(stage, stage.used.proposals)
        assert verify(structs.replace(changed, id=id_of(changed)))

    return checks


def _other_words(stage: Staged, found: Proposals) -> Analysis:
    """The words of the proposal are those at the top of the resume."""
    first = found.kept[0]
    away = structs.replace(first.words, start=0, end=6, quote="Jordan")
    kept = (structs.replace(first, words=away),)
    shown = stage.shown.proposals
    assert isinstance(shown, Proposals)
    return structs.replace(stage.shown, proposals=structs.replace(shown, kept=kept))


def _no_proposal(stage: Staged, found: Proposals) -> Analysis:
    """The numbers count what nobody proposed."""
    return structs.replace(stage.used, proposals=structs.replace(found, kept=()))


def _other_skill(stage: Staged, found: Proposals) -> Analysis:
    """Another skill was proposed with these words."""
    kept = tuple(structs.replace(item, id="kotlin", name="Kotlin") for item in found.kept)
    return structs.replace(stage.used, proposals=structs.replace(found, kept=kept))


def _other_move(stage: Staged, found: Proposals) -> Analysis:
    moves = tuple(structs.replace(move, before=99.0) for move in found.scores if move.key == "skills_match")
    assert moves
    shown = stage.shown.proposals
    assert isinstance(shown, Proposals)
    rest = tuple(move for move in shown.scores if move.key != "skills_match")
    return structs.replace(stage.shown, proposals=structs.replace(shown, scores=(*rest, *moves)))


def _other_verdict(stage: Staged, found: Proposals) -> Analysis:
    shown = stage.shown.proposals
    assert isinstance(shown, Proposals)
    better = structs.replace(shown.verdict_with, label="FIT", readiness=99.0)
    return structs.replace(stage.shown, proposals=structs.replace(shown, verdict_with=better))


def _check_places(case: Case, bench: Workbench) -> None:
    """No quote is looked at in more than a few of its places."""
    seen: list[int] = []
    look = proposed_check.Check._first_that_holds

    def counts(self: Any, claim: Claim, places: Any) -> Any:
        seen.append(len(places))
        return look(self, claim, places)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proposed_check.Check, "_first_that_holds", counts)
        staged(case, bench)
    assert seen
    assert max(seen) <= 10


GUARDS: dict[str, Guard] = {
    # The quote.
    "quote_verbatim": Guard(
        case="no_such_words",
        target="careercraft.match.proposed_quotes.Quotes.find",
        off=_any_line,
        drops=("check: not_in_source",),
    ),
    "whole_words": Guard(
        case="half_a_name", target="careercraft.match.proposed_quotes.Quotes._cuts", off=_no
    ),
    "quote_says_something": Guard(
        case="stop_words", target=f"{_CHECK}.telling", off=_yes, drops=("check: not_telling",)
    ),
    "quote_not_too_long": Guard(
        case="the_whole_document", target=f"{_CHECK}.too_long", off=_no, drops=("check: too_long",)
    ),
    "one_place": Guard(
        case="quote_over_two_bullets",
        target=f"{_CONTEXT}.joins_places",
        off=_no,
        drops=("_first_that_holds: two_places",),
    ),
    "few_places": Guard(
        case="one_word_everywhere", target=f"{_CHECK}._MOST_PLACES", off=10**6, check=_check_places
    ),
    # The claim in the quote.
    "known_skills_alone": Guard(
        case="unknown_skill",
        target=f"{_CHECK}.Check._skill",
        off=_some_skill,
        drops=("_at: unknown_skill",),
    ),
    "claim_stands_in_quote": Guard(
        case="other_skill_than_quoted",
        target=f"{_WORDS}.Words.named",
        off=_anywhere,
        drops=("_borne: claim_not_in_quote", "_uncovered: claim_not_in_quote"),
    ),
    "longer_names": Guard(case="half_a_name", target=f"{_WORDS}._within", off=_no),
    "ordinary_words": Guard(case="words_that_are_names", target=f"{_CONTEXT}.is_ordinary", off=_no),
    "capitals": Guard(case="words_that_are_names", target=f"{_WORDS}._letters", off=_nothing),
    "names_are_no_meanings": Guard(case="near_names", target=f"{_WORDS}.is_a_name", off=_no),
    "meaning_is_near": Guard(case="other_skill_than_quoted", target=f"{_WORDS}.Words._near_enough", off=_yes),
    "phrases_mean": Guard(case="near_names", target=f"{_WORDS}.Words._means_by_itself", off=_yes),
    "certificates_by_name": Guard(case="near_names", target=f"{_WORDS}._BY_NAME_ALONE", off=frozenset()),
    "whole_sentence": Guard(case="pieces_of_a_deed", target=f"{_WORDS}.Words._sentence", off=_quote_alone),
    "deeds_are_done": Guard(
        case="no_deed",
        target=f"{_PROPOSED}.ResumeCheck._is_done",
        off=_yes,
        drops=("_at: claim_not_in_quote",),
    ),
    # What stands around it.
    "denials": Guard(case="denied", target=f"{_CONTEXT}.denies", off=_no, drops=("_against: denied",)),
    "wishes": Guard(case="wished_for", target=f"{_CONTEXT}.wishes", off=_no, drops=("_against: denied",)),
    "somebody_else": Guard(
        case="somebody_else",
        target=f"{_CONTEXT}.is_somebody_elses",
        off=_no,
        drops=("_against: somebody_else",),
    ),
    "addresses": Guard(
        case="addresses", target=f"{_CONTEXT}.in_address", off=_no, drops=("_against: personal",)
    ),
    "personal_out": Guard(
        case="names_and_employers",
        target="careercraft.match.reading.Reading.is_silent",
        off=_no,
        drops=("_against: personal",),
    ),
    # Years.
    "years_with_unit": Guard(
        case="years_from_nowhere",
        target=f"{_PROPOSED}.years_of",
        off=lambda *_: (0, 1),
        drops=("_at: years_not_in_quote",),
    ),
    "years_asked_with_unit": Guard(
        case="years_of_the_company",
        target=f"{_JOB}.years_in",
        off=lambda *_: (0, 1),
        drops=("_years_asked: years_not_in_quote",),
    ),
    "years_of_that_skill": Guard(case="years_of_another_skill", target=f"{_YEARS}._leads_to", off=_yes),
    "years_behind_it": Guard(case="years_of_another_skill", target=f"{_YEARS}._follows", off=_yes),
    "years_that_were_spent": Guard(case="years_of_another_skill", target=f"{_YEARS}._NOT_SPENT", off=_NEVER),
    "years_to_come": Guard(case="years_planned_and_negative", target=f"{_YEARS}._NOT_YET", off=_NEVER),
    "years_of_many": Guard(
        case="years_of_many", target=f"{_CONTEXT}.is_of_many", off=_no, drops=("_at: somebody_else",)
    ),
    "years_in_bounds": Guard(
        case="years_without_end",
        target=f"{_CHECK}.Check._asked_years",
        off=lambda self, claim: claim.years,
        drops=("_asked_years: malformed",),
    ),
    "years_of_the_company": Guard(
        case="years_of_ours", target=f"{_CONTEXT}.is_ours", off=_no, drops=("_years_asked: nothing_asked",)
    ),
    # The posting.
    "benefits": Guard(
        case="benefits", target=f"{_JOB}._ASKS_NOTHING", off=frozenset(), drops=("_at: nothing_asked",)
    ),
    "asked_words_alone": Guard(
        case="words_of_the_company",
        target=f"{_JOB}.JobCheck._is_asked",
        off=_yes,
        drops=("_uncovered: nothing_asked",),
    ),
    "things_alone": Guard(
        case="any_word_of_the_posting",
        target=f"{_JOB}.JobCheck._is_thing",
        off=_yes,
        drops=("_uncovered: not_telling",),
    ),
    "others_in_the_posting": Guard(
        case="competitors", target=f"{_CONTEXT}.is_outside", off=_no, drops=("_against: nothing_asked",)
    ),
    "never_mandatory": Guard(case="never_mandatory", target=f"{_SIDES}._requirement", off=_hard),
    "never_a_must": Guard(case="never_mandatory", target=f"{_SIDES}._importance", off=lambda *_: "must"),
    # Once, and few.
    "known_skills": Guard(
        case="what_the_rules_know",
        target=f"{_PROPOSED}.ResumeCheck._is_known",
        off=_no,
        drops=("_at: known",),
    ),
    "known_requirements": Guard(
        case="weaker_requirements", target=f"{_JOB}.JobCheck._is_this", off=_no, drops=("_at: known",)
    ),
    "known_years_asked": Guard(
        case="years_asked_twice",
        target=f"{_JOB}.JobCheck._is_known_ask",
        off=_no,
        drops=("_years_asked: known",),
    ),
    "once": Guard(case="twice", target=f"{_PROPOSED}.is_again", off=_no, drops=("checked: repeated",)),
    "most_claims": Guard(
        case="five_thousand", target=f"{_PROPOSED}.MOST", off=10**9, drops=("checked: too_many",)
    ),
    "most_items": Guard(case="five_thousand", target="careercraft.llm.proposals._ITEMS", off=10**9),
    "short_names": Guard(
        case="huge_strings", target=f"{_CHECK}._LONGEST_NAME", off=10**9, drops=("check: malformed",)
    ),
    # The answer's form.
    "items_have_types": Guard(case="wrong_types", target="careercraft.llm.proposals._claim", off=_coerced),
    "schema": Guard(
        case="more_members", target="careercraft.llm.structured._problem", off=lambda *_: "", wired=True
    ),
    "cleaned": Guard(
        case="escaped_escapes",
        target="careercraft.llm.structured.cleaned_data",
        off=lambda value: value,
        wired=True,
    ),
    # What the model is given.
    "hidden_out": Guard(case="hidden_by_style", target="careercraft.pipeline.settled", off=_with_hidden),
    "orders_out": Guard(
        case="order_to_answer_fit", target="careercraft.match.guards.guarded.injections", off=_nothing
    ),
    "pasted_out": Guard(
        case="pasted_posting", target="careercraft.match.guards.guarded.pasted", off=_nothing
    ),
    "fence_by_hash": Guard(case="guessed_fence", target="careercraft.llm.proposals.fenced", off=_same_fence),
    # What becomes of it.
    "show_keeps_numbers": Guard(case="twice", target="careercraft.score.proposed.told", off=_counted),
    "marked": Guard(case="twice", target="careercraft.match.compare._Writer._is_proposed", off=_no),
    "meaning_is_capped": Guard(
        case="a_deed_in_full", target="careercraft.pipeline.capped", off=lambda uses, *_: uses
    ),
    "verify_claims": Guard(case="twice", target="careercraft.match.proposed_again.still_holds", off=_yes),
    "verify_words": Guard(
        case="twice", target=f"{_VERIFY}._inside", off=_yes, check=_check_changed(_other_words)
    ),
    "verify_entries": Guard(
        case="twice", target=f"{_VERIFY}._entries", off=_nothing, check=_check_changed(_no_proposal)
    ),
    "verify_that_skill": Guard(
        case="twice", target=f"{_VERIFY}._bears", off=_yes, check=_check_changed(_other_skill)
    ),
    "verify_moves": Guard(
        case="twice", target=f"{_VERIFY}._moves", off=_nothing, check=_check_changed(_other_move)
    ),
    "verify_would_be": Guard(
        case="twice", target=f"{_VERIFY}._would_be", off=_nothing, check=_check_changed(_other_verdict)
    ),
}
