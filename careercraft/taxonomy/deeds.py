"""Deeds that a name stands for: who "negotiated contracts" has the skill "contract negotiation".

Resumes tell in verbs what a taxonomy names in nouns. Of a phrase that begins with a verb ("negotiating contracts")
the other forms of the verb are made, and of one that ends in a deed ("contract negotiation") the verb with its object
in the plural. What could mean something else is left out: a singular may go on ("managed project budgets"), an
adjective has no object ("financial analysis"), and a verb that is also a noun may be one ("design patterns").
"""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.taxonomy.surface import Folded, number_variants


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_REGULAR = _words(
    """administer analyze analyse answer arrange assemble assess audit calibrate coach collect compile complete conduct
    configure coordinate create deliver deploy develop diagnose dispatch dispense document draft edit educate enforce
    establish evaluate examine facilitate generate greet handle hire implement inspect install interpret interview
    investigate maintain manage mentor migrate monitor motivate negotiate operate optimize organize perform prepare
    prescribe prioritize process produce promote purchase reconcile recruit repair replace resolve respond review
    schedule secure solicit solve supervise test track train translate update upgrade"""
)
_VERBS: dict[str, tuple[str, str]] = {
    base: (f"{base.removesuffix('e')}ing", f"{base.removesuffix('e')}ed") for base in _REGULAR
}
_VERBS |= {
    "build": ("building", "built"), "forecast": ("forecasting", "forecasted"), "lead": ("leading", "led"),
    "oversee": ("overseeing", "oversaw"), "plan": ("planning", "planned"), "run": ("running", "ran"),
    "sell": ("selling", "sold"), "teach": ("teaching", "taught"), "troubleshoot": ("troubleshooting", "troubleshot"),
    "verify": ("verifying", "verified"), "write": ("writing", "wrote"),
}  # fmt: skip
"""Base to gerund and past."""
_BY_FORM = {form: base for base, forms in _VERBS.items() for form in (base, *forms)}
_ALSO_NOUNS = frozenset(
    _words(
        """answer audit coach dispatch document draft edit forecast hire lead process purchase repair review run
        schedule test track train upgrade update"""
    )
)
"""Bases that begin names of things ("test automation"): of those only the gerund tells a deed."""
_ALSO_THINGS = frozenset({"operating", "planning", "processing", "running", "testing", "training"})
"""Gerunds that do ("operating systems", "training programs")."""
_DEEDS = {
    "administration": "administer", "analysis": "analyze", "assembly": "assemble", "assessment": "assess",
    "calibration": "calibrate", "coaching": "coach", "collection": "collect", "coordination": "coordinate",
    "development": "develop", "evaluation": "evaluate", "handling": "handle", "implementation": "implement",
    "inspection": "inspect", "installation": "install", "interpretation": "interpret", "maintenance": "maintain",
    "management": "manage", "migration": "migrate", "monitoring": "monitor", "negotiation": "negotiate",
    "optimization": "optimize", "organization": "organize", "planning": "plan", "preparation": "prepare",
    "processing": "process", "production": "produce", "recruitment": "recruit", "repair": "repair",
    "replacement": "replace", "resolution": "resolve", "scheduling": "schedule", "supervision": "supervise",
    "testing": "test", "tracking": "track", "training": "train", "translation": "translate",
    "troubleshooting": "troubleshoot", "writing": "write",
}  # fmt: skip
_UNCOUNTED = frozenset(
    _words(
        """baggage cargo cash code content curriculum data documentation equipment evidence feedback freight hardware
        inventory legislation literature livestock machinery medication merchandise payroll personnel software staff
        stock traffic waste wildlife food"""
    )
)
_NO_OBJECTS = frozenset(
    _words(
        """account asset brand business change class customer environment field general group home land life market
        operation order power process product quality sale sales self site space system systems term time video web
        work"""
    )
)
"""Objects of names that stand for more, or for something else, than the deed ("product management")."""
_NO_DEED = frozenset({"skills", "systems", "issues", "programs", "business", "access"})
"""Plurals that follow what is no deed, or that anybody deals with."""
_FILLERS = frozenset(
    _words(
        """a an the all any each our my their its new existing various multiple several numerous many daily weekly
        monthly quarterly annual complex large small major key over more than up to"""
    )
)
_MOST_FILLERS = 3
_ADJECTIVE_ENDS = ("al", "ic", "ive", "ed", "ary", "ous", "able", "ing", "ly")
_MOST_WORDS = 4


def deeds(folded: str) -> Iterator[str]:
    """The ways to tell the phrase as a deed; nothing where that isn't safe."""
    words = folded.split()
    if not 2 <= len(words) <= _MOST_WORDS or not folded.replace(" ", "").isalpha():
        return
    base = _BY_FORM.get(words[0])
    if base and _is_deed(words, base):
        rest = " ".join(words[1:])
        forms = (form for form in (base, *_VERBS[base]) if form != words[0] and form not in _ALSO_THINGS)
        yield from (f"{form} {rest}" for form in forms)
    verb = _DEEDS.get(words[-1])
    if verb and len(words) <= _MOST_WORDS - 1:
        for thing in _objects(words[:-1]):
            yield from (f"{form} {thing}" for form in (verb, *_VERBS[verb]) if form not in _ALSO_THINGS)


def _is_deed(words: list[str], base: str) -> bool:
    """A verb with an object; the object ends in a plural or in what isn't counted."""
    last = words[-1]
    if (words[0] == base and base in _ALSO_NOUNS) or (words[0] in _ALSO_THINGS and words[0] != "training"):
        return False
    if words[1] in {"a", "an", "the"}:
        return True
    return last in _UNCOUNTED or (last.endswith("s") and last not in _NO_DEED)


def _objects(words: list[str]) -> tuple[str, ...]:
    last = words[-1]
    if last in _NO_OBJECTS or words[0] in _BY_FORM or last.endswith(_ADJECTIVE_ENDS):
        return ()
    thing = " ".join(words)
    if last in _UNCOUNTED:
        return (thing,)
    return (
        (thing,)
        if last.endswith("s")
        else tuple(form for form in number_variants(thing) if form.endswith("s"))
    )


def without_fillers(folded: Folded) -> Folded:
    """The text without what stands between a verb and its object: "trained 12 new employees"."""
    if not folded.starts:
        return folded
    words: list[str] = []
    kept: list[int] = []
    dropped = _MOST_FILLERS
    for index, word in enumerate(folded.text.split(" ")):
        if dropped < _MOST_FILLERS and (word in _FILLERS or word[:1].isdigit()):
            dropped += 1
            continue
        dropped = 0 if word in _BY_FORM else _MOST_FILLERS
        words.append(word)
        kept.append(index)
    return folded.only(words, kept)
