"""The contract: what is written can be read back, lines for batches, and the schema that describes it."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest

from careercraft.errors import InputError
from careercraft.render.json import decode, encode, encode_line
from careercraft.render.schema import CONTRACTS, build
from careercraft.render.schema import encode as encode_schema
from tests.render.regold import SCHEMAS
from tests.render.sample import all_samples

SAMPLES = all_samples()


def test_keys_stand_in_the_order_they_are_declared() -> None:
    data = json.loads(encode(SAMPLES["engineer"]))
    assert list(data)[:5] == ["schema", "id", "created", "verdict", "scores"]
    assert encode(SAMPLES["engineer"]).startswith(b'{\n  "schema": "careercraft.analysis/1",\n')
    assert encode(SAMPLES["engineer"]).endswith(b"}\n")


def test_unknown_is_null_and_empty_is_a_list() -> None:
    data = json.loads(encode(SAMPLES["baker"]))
    salary = next(score for score in data["scores"] if score["key"] == "salary_match")
    assert salary["value"] is None
    assert salary["rows"] == []
    assert data["gaps"] == data["skills"]["extra"] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_line_is_the_same_object(name: str) -> None:
    line = encode_line(SAMPLES[name], None, brief=False)
    assert line.count(b"\n") == 1
    assert json.loads(line) == json.loads(encode(SAMPLES[name]))


def test_a_line_of_a_batch_names_its_pair() -> None:
    line = encode_line(SAMPLES["nurse"], 'a "b" ü', brief=True)
    data = json.loads(line)
    assert data["pair"] == 'a "b" ü'
    assert not {"documents", "resume", "job"} & set(data)
    assert decode(line).verdict == SAMPLES["nurse"].verdict


@pytest.mark.parametrize("data", [
    b"", b"{}", b"[1]", b"not json", b"\xff\xfe", b'{"schema": "careercraft.analysis/2"}',
    b'{"schema": "careercraft.analysis/1"}', b'{"schema": 1}',
])  # fmt: skip
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not a careercraft") as caught:
        decode(data)
    assert "--format json" in caught.value.hint
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_keep_to_the_schema(name: str) -> None:
    validator = jsonschema.Draft202012Validator(build())
    for data in (encode(SAMPLES[name]), encode_line(SAMPLES[name], "p", brief=True)):
        validator.validate(json.loads(data))


@pytest.mark.parametrize(("path", "value"), [
    (("schema",), "careercraft.analysis/2"), (("verdict", "label"), "MAYBE"),
    (("scores", 0, "value"), "high"),
    (("skills", "matched"), None),
])  # fmt: skip
def test_the_schema_refuses_what_breaks_the_contract(path: tuple[str | int, ...], value: object) -> None:
    data = json.loads(encode(SAMPLES["engineer"]))
    holder = data
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    assert not jsonschema.Draft202012Validator(build()).is_valid(data)


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_schema_file_is_fresh(name: str) -> None:
    file = SCHEMAS / CONTRACTS[name].file
    assert file.read_bytes() == encode_schema(name), "run `python -m tests.render.regold`"


def test_no_schema_file_is_left_over() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {contract.file for contract in CONTRACTS.values()}


def test_the_schema_is_a_schema() -> None:
    for name in CONTRACTS:
        jsonschema.Draft202012Validator.check_schema(build(name))
    assert msgspec.json.decode(encode_schema())["title"] == "careercraft.analysis/1"
