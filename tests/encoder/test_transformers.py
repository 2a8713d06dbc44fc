"""The sentence-transformers backend where something is missing, and what it promises beyond the interface."""

from __future__ import annotations

import shutil
import socket
import sys
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest

from careercraft.encoder.load import load_encoder
from careercraft.errors import ConfigError
from tests.encoder.conftest import loaded, local_model


def test_without_the_extra_the_hint_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)  # how Python marks a module as absent
    with pytest.raises(ConfigError, match="sentence-transformers") as caught:
        load_encoder("some/model")
    assert caught.value.hint == "pip install 'careercraft[transformers]'"


@pytest.mark.transformers
def test_unknown_name_while_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    local_model()
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ConfigError, match="'no-such/model' was not found on this machine") as caught:
        load_encoder("no-such/model")
    assert "folder" in caught.value.hint


@pytest.mark.transformers
@pytest.mark.parametrize("name", ["/no/such/folder", "./no-such", "two words", "a/b/c"])
def test_what_is_no_hub_name_is_never_looked_up(name: str) -> None:
    local_model()
    with pytest.raises(ConfigError, match="no folder and no hub name"):
        load_encoder(name)


@pytest.mark.transformers
def test_a_folder_without_a_model(tmp_path: Path) -> None:
    local_model()
    with pytest.raises(ConfigError, match="can't be loaded") as caught:
        load_encoder(str(tmp_path))
    assert "modules.json" in caught.value.hint


@pytest.mark.transformers
def test_a_local_model_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    assert load_encoder(str(local_model())).encode(["Python"]).shape == (1, 384)


@pytest.mark.transformers
def test_fingerprint_follows_the_content_not_the_place(tmp_path: Path) -> None:
    original = loaded("transformers", None)
    moved = Path(shutil.copytree(local_model(), tmp_path / "moved"))
    assert load_encoder(str(moved)).fingerprint == original.fingerprint
    pooling = moved / "1_Pooling" / "config.json"
    swapped = pooling.read_text().replace('cls_token": false', 'cls_token": true')
    pooling.write_text(swapped.replace('mean_tokens": true', 'mean_tokens": false'))
    other = load_encoder(str(moved))
    assert other.fingerprint != original.fingerprint
    assert not np.array_equal(other.encode(["Python"]), original.encode(["Python"]))
