"""Training pairs: a text, the part of it that means a skill, and the skill's label.

Read from the ESCO and O*NET files of a folder given by path (see README.md); nothing of them is kept here. Everything
random comes from one seeded generator, and files are read in their own order: the same folder, count and seed give
the same pairs and batches.
"""

from __future__ import annotations

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from training.segments import Segmenter
from training.templates import DEEDS, THINGS

COLLECTIONS = ("digital", "green", "language", "research", "transversal")
SHORTEST, LONGEST = 2, 8
"""Words of a window cut out of run-together aliases."""
LEAST_GERUNDS = 5
"""How often "managing" must occur among the aliases for "manage" to count as a verb."""
SHARES = {"alias": 0.50, "window": 0.05, "sentence": 0.25, "own": 0.08, "task": 0.07, "description": 0.05}
"""Of each kind of pair in a run."""
WRITTEN_ROUNDS = 2
"""How often each written sentence stands in a run: there are few."""
WRITTEN = Path(__file__).with_name("sentences.tsv")
OWN = Path(__file__).resolve().parent.parent / "skills_taxonomy"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Labels = dict[str, str]
Span = tuple[int, int]


class Pair(NamedTuple):
    """One example. All texts as the source spells them."""

    text: str
    span: Span
    """Code points of `text` to pool; the whole text for all kinds but sentences."""
    label: str
    family: str
    """Labels of one family are siblings: hard negatives of each other. Empty where unknown."""
    kind: str


class Skills(NamedTuple):
    """What the ESCO files say, each by lower-cased label."""

    flat: Labels
    """Aliases run together, their separators lost."""
    aliases: dict[str, list[str]]
    """Those of the collections as they are; others parted by `Segmenter`, without what equals the label."""
    descriptions: Labels
    families: Labels


def read_skills(data: Path) -> Skills:
    """The files of `data`/esco. Raises OSError or KeyError where a file or a column is missing."""
    esco = data / "esco"
    flat = {row["label_cleaned"].lower(): row["altLabels"] for row in _rows(esco / "skills_flat_aliases.csv")}
    aliases: dict[str, list[str]] = {}
    descriptions: Labels = {}
    for name in COLLECTIONS:
        for row in _rows(esco / f"{name}SkillsCollection_en.csv"):
            label = row["preferredLabel"].lower()
            aliases[label] = [text.strip() for text in re.split(r"\n|\|", row["altLabels"]) if text.strip()]
            descriptions[label] = _first_sentence(row["description"])
    parted = {**_parted(flat, aliases), **aliases}
    return Skills(flat, parted, descriptions, read_families(esco))


def _parted(flat: Labels, aliases: dict[str, list[str]]) -> dict[str, list[str]]:
    segmenter = Segmenter([*flat, *(alias for found in aliases.values() for alias in found)])
    return {
        label: [piece for piece in dict.fromkeys(segmenter.split(text)) if piece.lower() != label]
        for label, text in flat.items()
    }


def read_families(esco: Path) -> Labels:
    """Of each label the smallest group above it that has another member, the first by address among equals."""
    names = {
        row["concept_uri"]: row["preferred_label"].lower() for row in _rows(esco / "skill_uri_labels.csv")
    }
    relations = list(_rows(esco / "broaderRelationsSkillPillar_en.csv"))
    sizes = Counter(row["broaderUri"] for row in relations)
    above: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in relations:
        label, group = names.get(row["conceptUri"]), row["broaderUri"]
        if label and sizes[group] > 1:
            above[label].append((sizes[group], group))
    return {label: min(groups)[1] for label, groups in above.items()}


def make_pairs(data: Path, count: int, seed: int) -> list[Pair]:
    """About `count` pairs in the proportions of SHARES, no text twice for one label; and the written sentences."""
    skills = read_skills(data)
    tasks = list(read_tasks(data))
    rng = random.Random(seed)
    makers: dict[str, Callable[[int], Iterable[Pair]]] = {
        "window": lambda n: window_pairs(skills, n, rng),
        "sentence": lambda n: sentence_pairs(skills, n, rng),
        "alias": lambda n: _some(list(alias_pairs(skills)), n, rng),
        "own": lambda n: _some(list(own_pairs()), n, rng),
        "task": lambda n: _some(tasks, n, rng),
        "description": lambda n: _some(list(description_pairs(skills)), n, rng),
    }
    found = (pair for kind, make in makers.items() for pair in make(round(count * SHARES[kind])))
    once = {(pair.text.lower(), pair.label): pair for pair in found}
    return [*once.values(), *WRITTEN_ROUNDS * list(written_pairs(skills))]


def window_pairs(skills: Skills, count: int, rng: random.Random) -> Iterator[Pair]:
    """Random windows of the run-together aliases, going round the labels until `count` are made."""
    labels = sorted(label for label, text in skills.flat.items() if len(text.split()) >= SHORTEST)
    for label in _rounds(labels, count, rng):
        yield _whole(_window(skills.flat[label], rng), label, skills, "window")


def alias_pairs(skills: Skills) -> Iterator[Pair]:
    """Each alias, of up to LONGEST words: longer pieces are mostly several."""
    for label, aliases in skills.aliases.items():
        for alias in aliases:
            if len(alias.split()) > LONGEST:
                continue
            yield _whole(alias, label, skills, "alias")


def description_pairs(skills: Skills) -> Iterator[Pair]:
    """The first sentence of each description."""
    for label, text in skills.descriptions.items():
        if text:
            yield _whole(text, label, skills, "description")


def own_pairs(folder: Path = OWN) -> Iterator[Pair]:
    """Each alias in this project's own taxonomy; skills of one file are siblings."""
    for path in sorted(folder.rglob("*.yaml")):
        for skill in yaml.load(path.read_text(encoding="utf-8"), _LOADER):
            for alias in skill.get("aliases", ()):
                yield Pair(alias, (0, len(alias)), skill["name"], path.stem, "own")


def written_pairs(skills: Skills, path: Path = WRITTEN) -> Iterator[Pair]:
    """The sentences written for this project (label, tab, sentence with the part that means it in [[ ]]): each as a
    sentence, and the part alone."""
    for line in path.read_text(encoding="utf-8").splitlines():
        label, _, marked = line.partition("\t")
        before, _, rest = marked.partition("[[")
        phrase, _, after = rest.partition("]]")
        family = skills.families.get(label.lower(), "")
        span = (len(before), len(before) + len(phrase))
        yield Pair(before + phrase + after, span, label, family, "written")
        yield Pair(phrase, (0, len(phrase)), label, family, "written")


def sentence_pairs(skills: Skills, count: int, rng: random.Random) -> Iterator[Pair]:
    """Labels and aliases in a gap of a written sentence, the first or the last.

    Other gaps get another label of the same kind (verb or thing), so that the span alone tells which is meant.
    """
    verbs = gerund_verbs(skills.flat.values())
    labels = sorted(skills.flat)
    deeds = [label for label in labels if label.split()[0] in verbs]
    things = sorted(set(labels) - set(deeds))
    of_deed = set(deeds)
    for label in _rounds(labels, count, rng):
        templates, others = (DEEDS, deeds) if label in of_deed else (THINGS, things)
        phrase = rng.choice([label, *skills.aliases.get(label, ())])
        text, span = fill(rng.choice(templates), phrase, rng.choice(others), first=rng.random() < 0.5)
        yield Pair(text, span, label, skills.families.get(label, ""), "sentence")


def fill(template: str, phrase: str, other: str, first: bool = True) -> tuple[str, Span]:
    """`template` with `phrase` in its first gap, or its last one if not `first`, and `other` in the rest."""
    pieces = template.split("{}")
    place = 0 if first else len(pieces) - 2
    text = ""
    span = (0, 0)
    for index, piece in enumerate(pieces[:-1]):
        text += piece
        if index == place:
            span = (len(text), len(text) + len(phrase))
        text += phrase if index == place else other
    return text + pieces[-1], span


def gerund_verbs(texts: Iterable[str]) -> set[str]:
    """Words whose form in -ing occurs often enough in `texts`: verbs, near enough."""
    words = Counter(word for text in texts for word in text.lower().split())
    gerunds = {word[:-3] for word, times in words.items() if word.endswith("ing") and times >= LEAST_GERUNDS}
    return {word for word in words if {word, word + word[-1], word.removesuffix("e")} & gerunds}


def read_tasks(data: Path) -> Iterator[Pair]:
    """O*NET tasks and the detailed work activity of each; activities under one intermediate one are siblings."""
    for row in _rows(data / "onet" / "tasks_to_dwas.csv"):
        family = row["DWA ID"].rpartition(".")[0]
        text = row["Task"]
        yield Pair(text, (0, len(text)), row["DWA Title"].rstrip(".").lower(), family, "task")


def make_batches(pairs: Sequence[Pair], size: int, block: int, seed: int) -> list[list[Pair]]:
    """Batches of `size` pairs of one kind, with siblings side by side in blocks of up to `block`.

    In a batch each label is a negative for all other texts, so siblings in it are hard negatives that cost nothing.
    The rest that fills no batch is left out. The order of batches is random, kinds mixed.
    """
    rng = random.Random(seed)
    batches = []
    for kind in sorted({pair.kind for pair in pairs}):
        blocks = list(_blocks([pair for pair in pairs if pair.kind == kind], block, rng))
        rng.shuffle(blocks)
        joined = [pair for some in blocks for pair in some]
        batches += [joined[start : start + size] for start in range(0, len(joined) - size + 1, size)]
    rng.shuffle(batches)
    return batches


def _blocks(pairs: Sequence[Pair], block: int, rng: random.Random) -> Iterator[list[Pair]]:
    families: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        families[pair.family or pair.label].append(pair)
    for family in sorted(families):
        members = families[family]
        rng.shuffle(members)
        yield from (members[start : start + block] for start in range(0, len(members), block))


def _rounds(labels: Sequence[str], count: int, rng: random.Random) -> Iterator[str]:
    """`count` labels: all of them in random order, then again."""
    order = list(labels)
    for index in range(count if order else 0):
        if index % len(order) == 0:
            rng.shuffle(order)
        yield order[index % len(order)]


def _window(text: str, rng: random.Random) -> str:
    """A run of SHORTEST to LONGEST words; all of a text that has fewer."""
    words = text.split()
    most = min(LONGEST, len(words))
    size = rng.randint(min(SHORTEST, most), most)
    start = rng.randint(0, len(words) - size)
    return " ".join(words[start : start + size])


def _some(pairs: list[Pair], count: int, rng: random.Random) -> list[Pair]:
    return rng.sample(pairs, min(count, len(pairs)))


def _whole(text: str, label: str, skills: Skills, kind: str) -> Pair:
    return Pair(text, (0, len(text)), label, skills.families.get(label, ""), kind)


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s", " ".join(text.split()), maxsplit=1)[0]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        yield from csv.DictReader(file)
