"""A wish in a sentence leads to the role that it means, or to an error that names the nearest."""

from __future__ import annotations

import pytest

from careercraft.errors import UsageError
from careercraft.match.dream import nearest_roles
from careercraft.match.linker import Linker
from careercraft.model.ports import Encoder
from careercraft.taxonomy import Taxonomy
from tests.match.parts import linker_of


@pytest.mark.parametrize(
    ("wish", "role"),
    [
        ("I want to care for patients as a registered nurse in a hospital", "registered-nurse"),
        ("I dream of becoming a data scientist", "data-scientist"),
        ("teach children to read in a primary school", "elementary-school-teacher"),
        ("fly planes as a commercial pilot", "commercial-pilot"),
        ("cook for guests on the line of a busy restaurant kitchen", "line-cook"),
        ("wire houses and repair their electrical systems", "electrician"),
        ("I want to bake bread in my own shop", "baker"),
    ],
)  # fmt: skip
def test_clear_wishes(linker: Linker, wish: str, role: str) -> None:
    assert role in linker.taxonomy.roles
    assert nearest_roles(wish, linker)[0].id == role


def test_a_role_is_found_by_its_own_title(linker: Linker) -> None:
    roles = [linker.taxonomy.roles[key] for key in sorted(linker.taxonomy.roles)[::4]]
    found = {role.id: nearest_roles(f"I want to work as a {role.title}", linker)[0].id for role in roles}
    assert {key: other for key, other in found.items() if key != other} == {}


def test_a_wish_far_from_everything_is_an_error(tiny: Taxonomy, encoder: Encoder) -> None:
    with pytest.raises(UsageError, match="no role is near enough") as error:
        nearest_roles("breed llamas on a quiet farm", linker_of(tiny, encoder))
    assert "java-developer" in error.value.hint
