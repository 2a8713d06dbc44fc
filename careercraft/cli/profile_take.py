"""`careercraft profile init|import|edit`: a profile from a resume, from a JSON Resume, from the person's editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from careercraft.cli import console
from careercraft.cli.profile_kept import Payload, checked_name, chosen, load, payload_of, replace
from careercraft.errors import InputError, UsageError

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.cli.drafts import Draft
    from careercraft.model.profile import Profile
    from careercraft.settings import Settings

_ARCHIVES = frozenset({".zip"})


def init(source: str | None, name: str, settings: Settings, *, yes: bool, merge: bool) -> None:
    """A profile from the resume in `source`, or an empty one. Raises UsageError where there is one already."""
    from careercraft.parse.profile_text import EMPTY

    before = _before(name, settings, yes=yes, merge=merge)
    if source is None:
        if merge:
            raise UsageError("there is nothing to merge", "give the resume with --from resume.pdf")
        replace(name, EMPTY, "an empty profile", before.version if before else None, settings)
        console.say(
            f"made an empty profile; fill it with `careercraft profile edit{chosen(name)}` or `... add`"
        )
        return
    _take(_from_resume(source, settings), before, name, settings, merge, f"from {_label(source)}")


def take(source: str, name: str, settings: Settings, *, yes: bool, merge: bool) -> None:
    """A profile from the JSON Resume in `source`, a path or -, kept as it is; or from a LinkedIn export."""
    from careercraft.match.profile_wishes import check_wishes
    from careercraft.parse.profile_text import read_profile, unread_names

    before = _before(name, settings, yes=yes, merge=merge)
    path = Path(source)
    if source != "-" and (path.is_dir() or path.suffix.lower() in _ARCHIVES):
        _take(_from_resume(source, settings), before, name, settings, merge, f"from {path.name}")
        return
    text, label = _text_of(source, settings), _label(source)
    payload = read_profile(text, label)
    check_wishes(payload, label)
    for unread in unread_names(text, label):
        console.say(
            f"note: {console.printable(unread)!r} is no section of JSON Resume; it is kept and not read"
        )
    _take((text, ()), before, name, settings, merge, f"imported {label}")


def edit(name: str, settings: Settings, *, yes: bool, forget: bool) -> None:
    """Open the profile in the person's editor and keep what comes back."""
    from careercraft.match.profile_wishes import check_wishes
    from careercraft.parse.profile_text import formatted, read_profile

    profile = load(name, settings)
    draft = draft_of(profile)
    if forget:
        if not draft.drop():
            raise UsageError("there is no draft", "`careercraft profile edit` begins one")
        console.say("threw your draft away")
        return
    seen = _seen(draft, profile, yes)

    def accept(text: str) -> None:
        payload = read_profile(text, "your profile")
        check_wishes(payload, "your profile")
        replace(profile.name, text, "edited", seen, settings)

    if draft.edit(formatted(profile.text), accept):
        console.say(f"kept your profile (`careercraft profile undo{chosen(profile.name)}` takes it back)")


def draft_of(profile: Profile) -> Draft:
    import hashlib

    from careercraft.cli.drafts import Draft

    return Draft(
        key=hashlib.sha256(profile.name.encode()).hexdigest(),
        subject="your profile",
        take_up=f"`careercraft profile edit{chosen(profile.name)}` takes your draft up again; --forget throws it away",
        empty="`careercraft profile delete` deletes a profile",
        no_editor="set EDITOR to the command of one, or give the JSON Resume with `careercraft profile import`",
        folder="profile-drafts",
        made_from=str(profile.version),
    )


def _seen(draft: Draft, profile: Profile, yes: bool) -> int:
    """The version that the draft is an edit of. Raises UsageError where it is no longer the latest."""
    import typer

    if draft.origin in (None, str(profile.version)) or yes:
        return profile.version
    message = "the profile was changed since your draft was begun"
    if not console.is_terminal("stdin"):
        raise UsageError(
            message, "--yes puts the draft in its place all the same; --forget throws the draft away"
        )
    typer.confirm(
        f"{message.capitalize()}. Go on with the draft, and put it in its place?", abort=True, err=True
    )
    return profile.version


def _before(name: str, settings: Settings, *, yes: bool, merge: bool) -> Profile | None:
    """What is there already. Raises UsageError where that is not to be touched."""
    from careercraft.store import load_profile, profile_names

    checked_name(name)
    if yes and merge:
        raise UsageError("--yes replaces, --merge adds", "leave one of both out")
    if name not in profile_names(settings.history_file):
        return None
    before = load_profile(settings.history_file, name)
    if not yes and not merge and payload_of(before) != {"basics": {}}:
        raise UsageError(
            f"there is a profile {name} already",
            "--merge adds what is new; --yes replaces it, and `careercraft profile undo` takes that back",
        )
    return before


def _take(
    found: tuple[str, tuple[str, ...]],
    before: Profile | None,
    name: str,
    settings: Settings,
    merge: bool,
    how: str,
) -> None:
    from careercraft.parse.profile_merge import merged
    from careercraft.parse.profile_text import written

    text, unsure = found
    said = how
    if merge and before is not None:
        text = written(merged(payload_of(before), _payload(text)))
        said = f"added what is new {how if how.startswith('from') else f'in {how[9:]}'}"
    profile = replace(name, text, said, before.version if before else None, settings)
    console.say(f"profile {name}: {said}; it has {_counts(payload_of(profile))}")
    for words in unsure:
        console.say(f"look at this: {words}")
    console.say(f"see it with `careercraft profile show{chosen(name)}`")


def _payload(text: str) -> Payload:
    from careercraft.parse.profile_text import checked

    return checked(text, "the resume")


def _counts(payload: Payload) -> str:
    from careercraft.parse.profile_entries import KINDS, entries
    from careercraft.parse.profile_skills import listed_skills, shown_of

    skills = listed_skills(payload)
    nouns = [("experience", "position", "positions"), ("education", "entry of education", "entries of education"),
             ("projects", "project", "projects"), ("certifications", "certificate", "certificates")]  # fmt: skip
    told = []
    for section, one, several in nouns:
        count = len(entries(payload, KINDS[section].key))  # type: ignore[index]
        told.append(f"{count} {one if count == 1 else several}")
    levels = sum(bool(one.level or one.years) for one in skills)
    shown = sum(bool(shown_of(payload, one.name)) for one in skills)
    known = f" ({levels} with a level or years, {shown} shown in a position or project)" if skills else ""
    return f"{', '.join(told)} and {len(skills)} skill{'' if len(skills) == 1 else 's'}{known}"


def _from_resume(source: str, settings: Settings) -> tuple[str, tuple[str, ...]]:
    """The profile that a resume makes, and what a person should look at."""
    from careercraft.api import Workbench
    from careercraft.match.profile_wishes import check_wishes
    from careercraft.match.shown_where import shown_where
    from careercraft.parse.profile_draft import profile_draft, unsure_of
    from careercraft.parse.profile_skills import with_all_shown
    from careercraft.parse.profile_text import checked, written

    bench = Workbench(settings)
    document = bench.read_resume(console.read_stdin() if source == "-" else source)
    side = bench.resume(document)
    for problem in side.resume.problems:
        if problem.severity == "error":
            raise InputError(f"{document.name}: {problem.message}", "give a resume")
    _note(bench, document)
    payload = with_all_shown(profile_draft(document), shown_where(side))
    text = written(payload)
    check_wishes(checked(text, document.name), document.name)
    return text, unsure_of(document, side.resume, payload)


def _note(bench: Workbench, document: Any) -> None:
    from careercraft.cli.corrections import note_correction

    if document.correction is not None:
        note_correction(bench, document.hash, document.name)


def _text_of(source: str, settings: Settings) -> str:
    label = _label(source)
    try:
        data = console.read_stdin() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise InputError(f"{source} can't be read: {error.strerror}", "give a JSON Resume") from error
    if len(data) > settings.limits.max_bytes:
        raise InputError(f"{label} is too large for a profile", "give the JSON Resume of one person")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8; for a PDF or a Word file use `careercraft profile init --from`"
        raise InputError(f"{label} is not UTF-8", hint) from error


def _label(source: str) -> str:
    return "standard input" if source == "-" else Path(source).name
