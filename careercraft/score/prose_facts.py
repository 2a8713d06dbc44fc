"""What an analysis says, as the checker of prose looks it up: numbers by unit, names, dates, degrees."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from msgspec import UNSET

from careercraft.match.proposed_quotes import FUNCTION_WORDS
from careercraft.model.match import SkillEntry
from careercraft.model.resume import DegreeLevel
from careercraft.parse.degrees import find_degrees
from careercraft.score.prose_texts import WORD, Texts, Time, strings
from careercraft.taxonomy.surface import fold

_OF_REPORTS = "salary range, pay range, work experience, learning resources"
"""Words that a report needs and that are names of skills too."""
_MAKER = re.compile(r"^(?:Apache|Amazon|Microsoft|Google|AWS)\s+(?=\w{4})")
"""What people leave out: "Spark" for "Apache Spark"."""


class Known(Texts):
    """Looked up, never computed: every number here stands in the analysis or in a document."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the documents and of what the report says in words, in small letters."""
        analysis = self.analysis
        found = [*self.texts, *self._told, *strings(analysis.resume or {})]
        found += [text for item in analysis.learning_resources for text in (item.name, item.title)]
        found += [
            name
            for entry in self.entries
            for name in (entry.name, *(entry.alternatives or ()), entry.via or "")
        ]
        found += (
            [document.name for document in (analysis.documents.resume, analysis.documents.job)]
            if (analysis.documents is not UNSET)
            else []
        )
        return frozenset(word.casefold() for text in found for word in WORD.findall(text.replace("’", "'")))

    @cached_property
    def entries(self) -> tuple[SkillEntry, ...]:
        return (*self.analysis.skills.required(), *self.analysis.skills.extra)

    def entries_of(self, skill_id: str, words: str) -> list[SkillEntry]:
        """Those of a skill, or under these words."""
        named = self.names.get(fold(words), ())
        return [entry for entry in self.entries if entry.id == skill_id or entry in named]

    @cached_property
    def skill_ids(self) -> frozenset[str]:
        analysis = self.analysis
        ids = {entry.id for entry in self.entries} | {item.skill for item in analysis.learning_resources}
        return frozenset(str(found) for found in ids | {gap.id for gap in analysis.gaps} if found)

    @cached_property
    def names(self) -> dict[str, tuple[SkillEntry, ...]]:
        """Folded names and words of skills to their entries; those that only stand beside one have none."""
        found: dict[str, tuple[SkillEntry, ...]] = {}
        for entry in self.entries:
            for name in (entry.name, entry.mention or "", _MAKER.sub("", entry.name)):
                if name:
                    found[fold(name)] = (*found.get(fold(name), ()), entry)
            for name in (*(entry.alternatives or ()), entry.via or ""):
                if name:
                    found.setdefault(fold(name), ())
        return found

    @cached_property
    def _told(self) -> tuple[str, ...]:
        """What the report itself says of the job, the work and the advice."""
        analysis = self.analysis
        job = None if analysis.job is UNSET else analysis.job
        found = [job.title.value if job and job.title else "", *analysis.verdict.reasons]
        found += [ask.label for ask in analysis.facts.experience.asked]
        found += [work.label for work in analysis.facts.experience.work]
        found += [item.text for item in analysis.recommendations]
        found.append(_OF_REPORTS)
        found += [item.text for item in analysis.strengths]
        found += [step.text for step in analysis.next_steps]
        found += [text for gap in analysis.gaps for text in (gap.name, gap.reason)]
        found += [
            text for score in analysis.scores for text in (score.summary, *(row.label for row in score.rows))
        ]
        return tuple(found)

    def has(self, skill_id: str, words: str) -> bool:
        """Whether the analysis speaks of this skill."""
        return skill_id in self.skill_ids or fold(words) in self.names

    def has_words(self, name: str) -> bool:
        words = [word.casefold() for word in WORD.findall(name)]
        return all(word in self.words or word in FUNCTION_WORDS for word in words)

    def tells(self, words: str) -> bool:
        """Whether these words stand in what the report says, apart from skills that only a document names."""
        return bool(re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", self._folded))

    @cached_property
    def _folded(self) -> str:
        return " | ".join(fold(text) for text in self._told)

    @cached_property
    def scores(self) -> dict[str, float | None]:
        return {score.key: score.value for score in self.analysis.scores}

    @cached_property
    def points(self) -> frozenset[float]:
        """All that is told on a scale of 0 to 100."""
        verdict, analysis = self.analysis.verdict, self.analysis
        found = [value for value in self.scores.values() if value is not None]
        found += [verdict.readiness, verdict.threshold, verdict.confidence, *verdict.interval, 100.0]
        found += [abs(round(verdict.threshold - verdict.readiness, 1))]
        found += [gap.points for gap in analysis.gaps]
        found += [item.points for item in analysis.strengths]
        for way in analysis.counterfactuals:
            found += [way.points, way.readiness, *(change.points for change in way.changes)]
        advice = (*analysis.recommendations, *analysis.priority_improvements)
        found += [item.points for item in advice if item.points is not UNSET]
        if analysis.margin is not UNSET:
            found.append(analysis.margin.points)
        return frozenset(found)

    @cached_property
    def points_of_scores(self) -> frozenset[float]:
        """Without those of single gaps, strengths and rows."""
        verdict = self.analysis.verdict
        found = [value for value in self.scores.values() if value is not None]
        found += [
            verdict.threshold,
            *verdict.interval,
            100.0,
            abs(round(verdict.threshold - verdict.readiness, 1)),
        ]
        return frozenset(found)

    @cached_property
    def percents(self) -> frozenset[float]:
        weights = [round(100 * score.weight, 1) for score in self.analysis.scores]
        shares = [round(100 * entry.strength, 1) for entry in self.entries]
        scores = [value for value in self.scores.values() if value is not None]
        verdict = self.analysis.verdict
        return frozenset([verdict.confidence, verdict.readiness, *weights, *shares, *scores])

    @cached_property
    def work_years(self) -> frozenset[float]:
        """Of work as a whole: asked, relevant, in all, of one position."""
        facts = self.analysis.facts
        found = [
            facts.experience.total_years,
            facts.experience.relevant_years,
            facts.education.experience_years,
        ]
        found += [facts.experience.internship_years, facts.experience.part_time_years, facts.industry.years]
        found += [value for ask in facts.experience.asked for value in (ask.years, ask.found)]
        found += [work.years for work in facts.experience.work]
        return frozenset(value for value in found if value is not None)

    @cached_property
    def asked_years(self) -> frozenset[float]:
        facts = self.analysis.facts
        found = [ask.years for ask in facts.experience.asked] + [facts.education.experience_years]
        found += [entry.required_years for entry in self.entries if entry.required_years]
        return frozenset(float(value) for value in found if value)

    @cached_property
    def had_years(self) -> frozenset[float]:
        """Of work as a whole, without those asked."""
        facts = self.analysis.facts
        found = [facts.experience.total_years, facts.experience.relevant_years, facts.industry.years]
        found += [facts.experience.internship_years, facts.experience.part_time_years]
        found += [ask.found for ask in facts.experience.asked]
        found += [work.years for work in facts.experience.work]
        return frozenset(value for value in found if value is not None)

    def years_had_of(self, entries: Iterable[SkillEntry]) -> frozenset[float]:
        return frozenset(float(entry.found_years) for entry in entries if entry.found_years)

    def years_at(self, times: Iterable[Time]) -> frozenset[float]:
        """As the analysis measured the positions of these employers; of a school from year to year."""
        times = list(times)
        names = [fold(time.name) for time in times]
        work = self.analysis.facts.experience.work
        found = [one.years for one in work if any(name in fold(one.label) for name in names)]
        found += [float(time.end - time.start) for time in times if time.start and time.end]
        return frozenset(value for value in found if value is not None)

    def years_asked_in(self, sentence: str) -> frozenset[float]:
        """Of demands whose words the sentence has: "acute care nursing" may be the name of a skill too."""
        folded = fold(sentence)
        asked = [ask for ask in self.analysis.facts.experience.asked if fold(ask.label) in folded]
        return frozenset(value for ask in asked for value in (ask.years, ask.found) if value is not None)

    def years_of(self, entries: Iterable[SkillEntry]) -> frozenset[float]:
        found = (value for entry in entries for value in (entry.required_years, entry.found_years))
        return frozenset(value for value in found if value)

    @cached_property
    def hours(self) -> frozenset[float]:
        found = [gap.hours for gap in self.analysis.gaps]
        for way in self.analysis.counterfactuals:
            found += [way.hours, *(change.hours for change in way.changes)]
        found += [item.hours for item in self.analysis.priority_improvements]
        return frozenset(value for value in found if value is not UNSET)

    @cached_property
    def counts(self) -> frozenset[float]:
        skills, analysis = self.analysis.skills, self.analysis
        lists: list[Any] = [skills.required(), skills.matched, skills.partial, skills.missing, skills.extra]
        lists += [analysis.gaps, analysis.strengths, analysis.recommendations, analysis.counterfactuals]
        lists += [analysis.facts.experience.work, *(way.changes for way in analysis.counterfactuals)]
        kinds = dict.fromkeys(("must", "preferred", "nice"), 0)
        for entry in skills.required():
            kinds[str(entry.importance)] = kinds.get(str(entry.importance), 0) + 1
        return frozenset([*(float(len(items)) for items in lists), *map(float, kinds.values())])

    @cached_property
    def resume_degrees(self) -> frozenset[DegreeLevel]:
        found = {degree.level for text in self.texts[:1] for degree in find_degrees(text) if degree.level}
        own = self.analysis.facts.education.found_level
        return frozenset(found | ({own} if own else set()))

    @cached_property
    def degrees(self) -> frozenset[DegreeLevel]:
        facts = self.analysis.facts.education
        found = {degree.level for text in self.texts for degree in find_degrees(text)}
        return frozenset(found | {level for level in (facts.asked_level, facts.found_level) if level})
