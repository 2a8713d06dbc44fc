"""defaults < config file < variables < flags, each value with its origin, each mistake with its place."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from careercraft import paths
from careercraft.errors import ConfigError
from careercraft.settings import Settings, flatten, load_settings, settings_hash


def write_config(text: str) -> Path:
    file = paths.config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_defaults() -> None:
    loaded = load_settings()
    assert loaded.settings == Settings()
    assert {origin for _, _, origin in loaded.rows()} == {"default"}


def test_each_layer_wins_over_the_one_before() -> None:
    file = write_config("threshold: 71\nencoder: from/file\nthreads: 1\nweights: {skills_match: 0.3}\n")
    variables = {"CAREERCRAFT_ENCODER": "from/variable", "CAREERCRAFT_THREADS": "2", "PATH": "ignored"}
    loaded = load_settings({"threads": 3}, variables)
    assert (loaded.settings.threshold, loaded.settings.encoder, loaded.settings.threads) == (
        71,
        "from/variable",
        3,
    )
    assert loaded.settings.weights.skills_match == 0.3
    assert loaded.settings.weights.salary_match == Settings().weights.salary_match
    origins = {name: origin for name, _, origin in loaded.rows()}
    assert origins["threshold"] == origins["weights.skills_match"] == str(file)
    assert origins["encoder"] == "CAREERCRAFT_ENCODER"
    assert origins["threads"] == "--threads"
    assert origins["weights.salary_match"] == "default"


NAMES = [name for name, _ in flatten(msgspec.to_builtins(Settings()))]


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_has_a_variable(name: str) -> None:
    values = {
        "history": "false", "corrections": "false", "read.ocr": "true", "wishes.remote": "true",
        "wishes.relocate": "true", "pdf_engine": "pdfminer", "today": "2026-01-02", "llm.evidence": "use",
        "llm.consent": "true", "llm.redact": "true", "llm.cache": "false", "llm.context": "2000",
    }  # fmt: skip
    variable = "CAREERCRAFT_" + name.upper().replace(".", "_")
    given = "USD=7" if name == "wishes.rates" else values.get(name, "7")
    loaded = load_settings(environ={variable: given})
    ((value, origin),) = [pair for row, *pair in loaded.rows() if f"{row}.".startswith(f"{name}.")]
    assert origin == variable
    found = value[0] if isinstance(value, tuple) else value
    assert str(found).lower().removesuffix(".0") == values.get(name, "7")


def test_lists_are_words_with_commas_or_lists() -> None:
    variables = {
        "CAREERCRAFT_WISHES_RATES": "usd=.92, GBP = 1.17",
        "CAREERCRAFT_WISHES_WORK_AUTHORIZATION": "US, EU,",
        "CAREERCRAFT_WISHES_VALUES": "autonomy,-overtime",
    }
    write_config("wishes: {rates: {CHF: 1.05, USD: 1}, work_authorization: [NO], salary: 65000}\n")
    wishes = load_settings(environ=variables).settings.wishes
    assert wishes.rates == {"CHF": 1.05, "USD": 0.92, "GBP": 1.17}
    assert wishes.work_authorization == ("US", "EU")
    assert wishes.values == ("autonomy", "-overtime")
    assert load_settings(environ={}).settings.wishes.work_authorization == ("NO",)  # no no, but Norway
    assert load_settings({"wishes.rates": {"USD": 0.9}}, {}).settings.wishes.rates["USD"] == 0.9


def test_no_two_settings_share_a_variable() -> None:
    assert len({name.upper().replace(".", "_") for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"CAREERCRAFT_THRESHOLD": "high"}, ("CAREERCRAFT_THRESHOLD", "threshold", "high")),
        ({"CAREERCRAFT_THRESHOLD": "-1"}, ("CAREERCRAFT_THRESHOLD", "between 0 and 100")),
        ({"CAREERCRAFT_THRESHOLD": "nan"}, ("CAREERCRAFT_THRESHOLD", "between 0 and 100")),
        (
            {"CAREERCRAFT_WEIGHTS_SALARY_MATCH": "-0.1"},
            ("CAREERCRAFT_WEIGHTS_SALARY_MATCH", "not be under 0"),
        ),
        ({"CAREERCRAFT_WEIGHTS_SALARY_MATCH": "nan"}, ("CAREERCRAFT_WEIGHTS_SALARY_MATCH",)),
        ({"CAREERCRAFT_WEIGHTS_SALARY_MATCH": "inf"}, ("CAREERCRAFT_WEIGHTS_SALARY_MATCH",)),
        ({"CAREERCRAFT_LIMITS_MAX_PAGES": "0"}, ("CAREERCRAFT_LIMITS_MAX_PAGES", "over 0")),
        ({"CAREERCRAFT_PDF_ENGINE": "acrobat"}, ("CAREERCRAFT_PDF_ENGINE", "pdfium or pdfminer")),
        ({"CAREERCRAFT_THREADS": "-2"}, ("CAREERCRAFT_THREADS",)),
        ({"CAREERCRAFT_WISHES_RATES": "USD:3"}, ("CAREERCRAFT_WISHES_RATES", "wishes.rates.USD:3")),
        ({"CAREERCRAFT_WISHES_RATES": "USD=much"}, ("wishes.rates.USD", "much")),
        ({"CAREERCRAFT_WISHES_RELOCATE": "perhaps"}, ("CAREERCRAFT_WISHES_RELOCATE", "perhaps")),
        ({"CAREERCRAFT_HISTORY": "maybe"}, ("CAREERCRAFT_HISTORY",)),
        ({"CAREERCRAFT_NONSENSE": "1"}, ("CAREERCRAFT_NONSENSE", "names no setting")),
        ({"CAREERCRAFT_CONFIG": "/no/such/file.yaml"}, ("/no/such/file.yaml",)),
    ],
)
def test_mistakes_in_variables(variables: dict[str, str], words: tuple[str, ...]) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(environ=variables)
    assert caught.value.hint
    for word in words:
        assert word in caught.value.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("threshold: high", ("threshold", "high")),
        ("a: [1", ("not valid YAML", "line")),
        ("threshold: 70\n  encoder: x", ("not valid YAML", "line 2")),
        ("[1, 2]", ("names and values",)),
        ("just words", ("names and values",)),
        ("treshold: 70", ("treshold",)),
        ("weights: {skill_match: 1}", ("weights.skill_match",)),
        ("weights: 7", ("weights",)),
        ("weights: [1]", ("weights",)),
        ("threshold: {deep: 1}", ("threshold",)),
        ("threshold: null", ("threshold",)),
        ("history: 7", ("history",)),
        ("!!python/object/apply:os.system ['true']", ("not valid YAML",)),
    ],
)
def test_mistakes_in_the_file(text: str, words: tuple[str, ...]) -> None:
    file = write_config(text)
    with pytest.raises(ConfigError) as caught:
        load_settings(environ={})
    for word in (str(file), *words):
        assert word in caught.value.message


def test_all_weights_zero() -> None:
    zero = {
        f"CAREERCRAFT_{name.upper().replace('.', '_')}": "0" for name in NAMES if name.startswith("weights.")
    }
    with pytest.raises(ConfigError, match="weights are all 0"):
        load_settings(environ=zero)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_an_empty_file_is_no_mistake(text: str) -> None:
    write_config(text)
    assert load_settings(environ={}).settings == Settings()


def test_a_named_file_and_a_folder_in_its_place(tmp_path: Path) -> None:
    named = tmp_path / "mine.yaml"
    named.write_text("threshold: 66\n")
    write_config("threshold: 77\n")
    assert load_settings(environ={"CAREERCRAFT_CONFIG": str(named)}).settings.threshold == 66
    with pytest.raises(ConfigError, match="can't be read"):
        load_settings(environ={"CAREERCRAFT_CONFIG": str(tmp_path)})


def test_the_hash_covers_what_moves_a_number() -> None:
    def hashed(**variables: str) -> str:
        return settings_hash(
            load_settings(environ={f"CAREERCRAFT_{k}": v for k, v in variables.items()}).settings
        )

    plain = hashed()
    assert hashed(THRESHOLD="71") != plain
    assert hashed(WEIGHTS_SALARY_MATCH="0.5") != plain
    for wish, value in (
        ("LOCATION", "Oslo"), ("SALARY", "65k"), ("CURRENCY", "NOK"), ("RATES", "USD=10"), ("REMOTE", "true"),
        ("RELOCATE", "false"), ("WORK_AUTHORIZATION", "EU"), ("VALUES", "autonomy"),
    ):  # fmt: skip
        assert hashed(**{f"WISHES_{wish}": value}) != plain
    for variable, value in (
        ("THREADS", "2"),
        ("HISTORY", "false"),
        ("HISTORY_FILE", "x.db"),
        ("LIMITS_MAX_PAGES", "9"),
    ):
        assert hashed(**{variable: value}) == plain


def test_places_follow_the_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.config_file() == home / "config" / "config.yaml"
    assert paths.history_file() == home / "data" / "history.db"
    assert paths.cache_dir() == home / "cache"
    monkeypatch.setenv("CAREERCRAFT_HOME", "~/elsewhere")
    assert paths.cache_dir() == Path("~/elsewhere/cache").expanduser()


def test_without_a_home_the_platform_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAREERCRAFT_HOME")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    places = {paths.config_file(), paths.history_file(), paths.cache_dir()}
    assert len({place.parent for place in places}) == 3
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("llm.evidence", "all"),
        ("llm.max_cost", -1),
        ("llm.timeout", 0),
        ("llm.context", 100),
        ("llm.input_price", -0.1),
    ],
)  # fmt: skip
def test_what_the_settings_of_a_model_can_not_be(name: str, value: str | float) -> None:
    with pytest.raises(ConfigError, match=name) as caught:
        load_settings({name: value}, environ={})
    assert "secret" not in f"{caught.value.message}{caught.value.hint}"


def test_the_flags_of_a_model_have_their_own_names() -> None:
    loaded = load_settings({"llm.model": "ollama/x", "llm.redact": True, "llm.max_cost": 1.0}, environ={})
    origins = {name: origin for name, _, origin in loaded.rows()}
    assert [origins[f"llm.{name}"] for name in ("model", "redact", "max_cost")] == [
        "--llm",
        "--redact",
        "--max-cost",
    ]
