"""Names that the built-in taxonomy knows lead to the entries of one's own."""

from __future__ import annotations

from careercraft.match.bridge import Bridge
from careercraft.model.skill import Hours, Skill
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.index import Compiled, compile_surfaces


def taxonomy(**forms: tuple[str, ...]) -> Taxonomy:
    hours = Hours(beginner=1, intermediate=2, advanced=3, expert=4)
    skills = tuple(
        Skill(id=key, name=name, kind="technical", hours=hours, aliases=tuple(aliases))
        for key, (name, *aliases) in forms.items()
    )
    return Taxonomy(Compiled(0, "made up", skills, (), compile_surfaces(skills)))


KNOWN = taxonomy(
    kube=("Kubernetes", "k8s"), ci=("Continuous Integration", "CI pipelines"), knit=("Knitting",)
)
OWN = taxonomy(a=("kubernetes",), b=("CI pipelines",), c=("continuous integration",), d=("pottery",))


def test_an_alias_that_only_the_known_taxonomy_has_leads_to_the_entry() -> None:
    text = "We run k8s and make pottery."
    ((key, span),) = Bridge(KNOWN, OWN).find(text).items()
    assert (key, text[span.start : span.end]) == ("a", "k8s")


def test_a_skill_with_two_entries_leads_to_both_name_first() -> None:
    assert list(Bridge(KNOWN, OWN).find("continuous integration")) == ["c", "b"]


def test_skills_without_an_entry_and_negated_ones_lead_nowhere() -> None:
    assert Bridge(KNOWN, OWN).find("knitting") == {}
    assert Bridge(KNOWN, OWN).find("no k8s needed") == {}
