"""Each fault of a provider, over real HTTP through real litellm: told plainly, with a fix, and nothing is lost."""

from __future__ import annotations

import gzip
import logging
import os
import signal
import socket
import threading
from typing import Any

import pytest

from careercraft.errors import ProviderError
from careercraft.llm.client import LiteLLMModel
from careercraft.llm.faults import Fault, NoTools, TooLong, named_context, told
from careercraft.llm.keys import Secret
from careercraft.llm.options import options_of
from careercraft.model.chat import ToolSpec
from careercraft.model.setting_groups import Llm
from tests.llm.conftest import HELLO, KEY, MakeModel
from tests.llm.server import (
    Exchange,
    ScriptedServer,
    Step,
    answer,
    drop,
    half_json,
    huge,
    raw,
    stall,
    status,
    stream,
)


def failure(model: LiteLLMModel, **asked: Any) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        model.reply(HELLO, **asked)
    error = caught.value
    assert error.message
    assert error.hint
    assert KEY not in f"{error} {error.message} {error.hint} {error.__cause__!r}"
    assert "Traceback" not in error.message
    assert "litellm" not in error.message.lower()
    return error


# --- keys and names


def test_no_key_is_told_before_anything_is_sent(server: ScriptedServer) -> None:
    error = failure(LiteLLMModel(options_of(Llm(model="openai/gpt-4o-mini"))))
    assert "OPENAI_API_KEY is not set" in error.message
    assert "careercraft llm key set openai" in error.hint


def test_a_wrong_key(
    server: ScriptedServer,
    make: MakeModel,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.then(status(401, f"Incorrect API key provided: {KEY}"))
    error = failure(make())
    assert "does not accept the key" in error.message
    assert "Incorrect API key provided: [key]" in error.message
    assert server.chats[0].headers["authorization"] == f"Bearer {KEY}"
    shown = capfd.readouterr()
    assert shown.out + shown.err == ""
    assert KEY not in caplog.text


def test_a_key_without_the_right(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(403, "not for this model"))
    assert "does not accept the key" in failure(make()).message


def test_a_server_of_ones_own_that_wants_a_key(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(401, "who are you?"))
    assert "CAREERCRAFT_LLM_KEY" in failure(make(key=None)).hint


@pytest.mark.parametrize(
    ("code", "words"),
    [(402, "payment required"), (400, "Your credit balance is too low")],
    ids=("402", "400"),
)
def test_an_account_without_money(server: ScriptedServer, make: MakeModel, code: int, words: str) -> None:
    server.then(status(code, words))
    assert "wants to be paid" in failure(make()).message
    assert len(server.chats) == 1


def test_a_quota_that_is_used_up_is_not_tried_again(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(429, "You exceeded your current quota", kind="insufficient_quota"))
    assert "quota" in failure(make()).message
    assert len(server.chats) == 1


def test_an_unknown_model(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(404, "The model `x` does not exist"))
    error = failure(make())
    assert "has no model x" in error.message
    assert "check the name" in error.hint


def test_an_unknown_model_of_ollama(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(404, {"error": "model 'llama3.2' not found"}))
    error = failure(make("ollama/llama3.2", base_url=server.origin))
    assert "ollama pull llama3.2" in error.hint


def test_a_wrong_path(server: ScriptedServer, make: MakeModel) -> None:
    error = failure(make(base_url=server.origin + "/api"))
    assert "does not know this address" in error.message
    assert "/v1" in error.hint


@pytest.mark.parametrize("name", ["nonsense", "nobody/x", "/", "openai/"])
def test_an_unknown_provider(server: ScriptedServer, make: MakeModel, name: str) -> None:
    server.always = status(404, "no such model")
    failure(make(name, base_url=server.url if name == "openai/" else ""))


# --- the line


def test_a_server_that_is_down(make: MakeModel) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    error = failure(make(base_url=f"http://127.0.0.1:{port}/v1"))
    assert "nothing answers there" in error.message
    assert "start the server" in error.hint


def test_an_ollama_that_is_down(make: MakeModel) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "ollama serve" in failure(make("ollama/llama3.2", base_url=f"http://127.0.0.1:{port}")).hint


def test_a_name_that_is_not_found(make: MakeModel, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "its name is not found" in failure(make(base_url="http://models.example.org/v1")).message


def test_a_server_that_speaks_no_tls(server: ScriptedServer, make: MakeModel) -> None:
    assert "can't be reached" in failure(make(base_url=server.url.replace("http:", "https:"))).message


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_no_sign_of_life(server: ScriptedServer, make: MakeModel, streamed: bool) -> None:
    server.then(stall())
    model = make(first_seconds=0.3, whole_seconds=0.3)
    error = failure(model, on_text=print if streamed else None)
    assert "no sign of life" in error.message
    assert "llm.timeout" in error.hint
    assert len(server.chats) == 1, "a slow model gets no faster when it is asked again"


def test_a_timeout_in_mid_stream_keeps_what_was_said(server: ScriptedServer, make: MakeModel) -> None:
    server.then(stream(["The gap ", "is SQL"], ends="stall"))
    heard: list[str] = []
    model = make(first_seconds=120.0, idle_seconds=0.3)
    assert "no sign of life" in failure(model, on_text=heard.append).message
    assert "".join(heard) == model.written == "The gap is SQL"
    assert model.spent.calls == 1
    assert model.spent.estimated, "a provider counts what broke off as well"


def test_an_ollama_that_stops_in_mid_stream(server: ScriptedServer, make: MakeModel) -> None:
    def step(exchange: Exchange) -> None:
        exchange.open_stream("application/x-ndjson")
        exchange.chunk(
            b'{"model": "x", "message": {"role": "assistant", "content": "The gap"}, "done": false}\n'
        )
        exchange.wait(60)

    server.then(step)
    model = make("ollama/x", base_url=server.origin, first_seconds=120.0, idle_seconds=0.3)
    assert "no sign of life" in failure(model, on_text=print).message
    assert model.written == "The gap"


def test_a_stream_that_trickles_for_ever_ends(
    server: ScriptedServer, make: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercraft.llm.calls._STREAMED_LONGER", 1)
    server.then(stream(["."] * 1_000, delay=0.05))
    model = make(whole_seconds=0.4)
    assert "no sign of life" in failure(model, on_text=print).message
    assert 0 < len(model.written) < 1_000


@pytest.mark.parametrize("ends", ["drop", "stop", "garbage"])
def test_a_stream_that_breaks_off(server: ScriptedServer, make: MakeModel, ends: str) -> None:
    server.then(stream(["The gap ", "is SQL"], ends=ends))
    heard: list[str] = []
    model = make()
    assert "broke off" in failure(model, on_text=heard.append).message
    assert "".join(heard) == model.written == "The gap is SQL"
    assert len(server.chats) == 1, "what was heard isn't said again"


def test_a_stream_of_ollama_that_breaks_off(server: ScriptedServer, make: MakeModel) -> None:
    def step(exchange: Exchange) -> None:
        exchange.open_stream("application/x-ndjson")
        exchange.chunk(
            b'{"model": "x", "message": {"role": "assistant", "content": "The gap"}, "done": false}\n'
        )
        exchange.close_stream()

    server.then(step)
    model = make("ollama/x", base_url=server.origin)
    assert "broke off" in failure(model, on_text=print).message
    assert model.written == "The gap"


def test_a_line_that_drops_before_the_answer_is_tried_again(
    server: ScriptedServer, make: MakeModel, waits: list[float]
) -> None:
    server.then(drop(), answer("Hello."))
    assert make().reply(HELLO).text == "Hello."
    assert waits == [1.0]


def test_a_redirect_is_not_followed(server: ScriptedServer, make: MakeModel) -> None:
    with ScriptedServer() as elsewhere:
        elsewhere.always = answer("Caught.")
        target = {"Location": f"{elsewhere.url}/chat/completions"}
        server.then(raw(b"", 307, target), raw(b"", 307, target))
        assert "another address" in failure(make()).message
        failure(make("ollama/llama3.2", base_url=server.origin))
        assert elsewhere.requests == []


# --- what comes


@pytest.mark.parametrize(
    "step",
    [
        half_json(),
        raw(b""),
        raw(b"{}"),
        raw(b"[1]"),
        raw(b"<html>busy</html>", headers={"Content-Type": "text/html"}),
    ],
    ids=("half", "nothing", "object", "list", "page"),
)
def test_half_a_json_and_other_odd_bodies(server: ScriptedServer, make: MakeModel, step: Step) -> None:
    server.then(step)
    assert "no answer" in failure(make()).message


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
@pytest.mark.parametrize("text", ["", " \n ", "\x1b[2J", "<think>Hm.</think>"])
def test_an_empty_answer(server: ScriptedServer, make: MakeModel, text: str, streamed: bool) -> None:
    server.then(answer(text))
    assert "empty answer" in failure(make(), on_text=print if streamed else None).message


def test_an_answer_that_is_all_thought(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer("<think>Let me see", finish="length"))
    assert "before it had said anything" in failure(make()).message


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_a_refusal_is_an_answer(server: ScriptedServer, make: MakeModel, streamed: bool) -> None:
    server.then(answer(refusal="I can't \x1b[31mhelp with that."))
    reply = make().reply(HELLO, on_text=print if streamed else None)
    assert (reply.finish, reply.text) == ("refusal", "I can't help with that.")


def test_a_content_filter_in_the_answer(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer("The first part", finish="content_filter"))
    reply = make().reply(HELLO)
    assert (reply.finish, reply.text) == ("refusal", "The first part")


def test_a_content_filter_before_the_answer(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(400, "rejected by our safety system", kind="content_policy_violation"))
    assert "rules for content" in failure(make()).message


def test_an_answer_of_10_mb(server: ScriptedServer, make: MakeModel) -> None:
    server.then(huge())
    model = make()
    assert "cut off" in failure(model).message
    assert len(model.written) <= model.options.most_characters
    assert server.cut.wait(10), "it isn't read to its end"


@pytest.mark.parametrize("one_piece", [False, True], ids=("pieces", "one piece"))
def test_a_stream_of_10_mb(server: ScriptedServer, make: MakeModel, one_piece: bool) -> None:
    server.then(huge(one_piece=one_piece))
    heard: list[str] = []
    model = make()
    assert "cut off" in failure(model, on_text=heard.append).message
    assert len("".join(heard)) == len(model.written) == model.options.most_characters
    assert one_piece or server.cut.wait(10), "the server is no longer listened to"


def test_an_answer_that_is_packed_to_burst(server: ScriptedServer, make: MakeModel) -> None:
    packed = gzip.compress(b'{"choices": [' + b" " * 100_000_000)
    server.then(raw(packed, headers={"Content-Encoding": "gzip"}))
    assert "cut off" in failure(make()).message
    assert server.chats[0].headers["accept-encoding"] == "identity"


def test_a_model_that_says_the_same_for_ever(server: ScriptedServer, make: MakeModel) -> None:
    server.then(stream(["again and again "] * 2_000))
    heard: list[str] = []
    assert "without an end" in failure(make(), on_text=heard.append).message
    assert len(heard) < 2_000


def test_a_text_that_is_too_long_for_the_model(server: ScriptedServer, make: MakeModel) -> None:
    server.then(
        status(400, "This model's maximum context length is 4096 tokens", kind="context_length_exceeded")
    )
    error = failure(make())
    assert "longer than openai/x can take in" in error.message
    assert "kept in mind" in error.hint
    assert make().traits.context_tokens == 4_096, "the next call is made to fit"


def test_a_stream_without_a_word_is_asked_why(server: ScriptedServer, make: MakeModel) -> None:
    """llama-cpp-python's server answers a text that is too long with an empty stream, and says so only in a whole
    answer."""
    server.then(raw(b"", headers={"Content-Type": "text/event-stream"}))
    server.then(
        status(400, "This model's maximum context length is 2048 tokens. However, you requested 2731 tokens")
    )
    model = make()
    error = failure(model, on_text=print)
    assert isinstance(error, TooLong)
    assert "longer than openai/x can take in" in error.message
    assert [request.streams for request in server.chats] == [True, False]
    assert model.traits.context_tokens == 2_048


def test_a_context_that_is_set_is_left_as_it_is(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(400, "This model's maximum context length is 4096 tokens"))
    assert "llm.context" in failure(make(context_tokens=5_000)).hint
    assert make(context_tokens=5_000).traits.context_tokens == 5_000


def test_a_text_that_should_have_fit_leaves_some_room_from_then_on(
    server: ScriptedServer, make: MakeModel
) -> None:
    server.always = status(
        400, "the request exceeds the available context size (8192 tokens), try increasing it"
    )
    failure(make())
    assert 6_500 < make().traits.context_tokens < 8_192


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        ("This model's maximum context length is 128000 tokens. However, you sent 130001 tokens.", 128_000),
        ("Requested tokens (2391) exceed context window of 2048", 2_048),
        ("request (5,000 tokens) exceeds the available context size (4,096 tokens), try increasing it", 4_096),
        ("Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context"
         " length of only 4096 tokens, which is not enough.", 4_096),
        ("prompt is too long: 215000 tokens", None),
        ("context length is 3 times what it was", None),
    ],
)  # fmt: skip
def test_the_context_that_a_server_names(words: str, tokens: int | None) -> None:
    assert named_context(words) == tokens


@pytest.mark.parametrize("code", [400, 409, 422])
def test_a_call_that_is_not_accepted(server: ScriptedServer, make: MakeModel, code: int) -> None:
    server.always = status(code, "temperature must be hot")
    error = failure(make())
    assert "temperature must be hot" in error.message
    assert str(code) in error.message


def test_an_error_with_escapes_and_a_novel_in_it(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(400, "\x1b[2J\u202eno\n" * 5_000))
    message = failure(make()).message
    assert message.isprintable()
    assert len(message) < 400


def test_a_model_without_functions(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(400, {"error": "registry.ollama.ai/library/x does not support tools"}))
    model = make()
    assert model.traits.tools
    tool = ToolSpec(name="explain", description="Explains.", parameters={"type": "object", "properties": {}})
    with pytest.raises(NoTools, match="can't call functions"):
        model.reply(HELLO, tools=[tool])
    assert not model.traits.tools
    assert not make().traits.tools, "it is remembered"


# --- tried again


def test_429_and_5xx_are_tried_again_later_each_time(
    server: ScriptedServer, make: MakeModel, waits: list[float]
) -> None:
    server.then(status(429), status(500), status(503), answer("At last."))
    assert make().reply(HELLO).text == "At last."
    assert waits == [1.0, 2.0, 4.0]


def test_the_tries_are_bounded(server: ScriptedServer, make: MakeModel, waits: list[float]) -> None:
    server.always = status(529, "overloaded")
    assert "overloaded" in failure(make()).message
    assert len(server.chats) == 4
    assert len(waits) == 3


def test_a_model_that_may_try_once(server: ScriptedServer, make: MakeModel, waits: list[float]) -> None:
    server.always = status(500)
    failure(make(tries=1))
    assert (len(server.chats), waits) == (1, [])


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_retry_after_is_kept(
    server: ScriptedServer, make: MakeModel, waits: list[float], streamed: bool
) -> None:
    server.then(status(429, headers={"Retry-After": "7"}), answer("Hello."))
    assert make().reply(HELLO, on_text=print if streamed else None).text == "Hello."
    assert waits == [7.0]


def test_retry_after_as_a_day_is_held_against_the_servers_own(
    server: ScriptedServer, make: MakeModel, waits: list[float]
) -> None:
    def step(exchange: Exchange) -> None:
        from datetime import UTC, datetime, timedelta
        from email.utils import format_datetime

        later = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=30)
        status(429, headers={"Retry-After": format_datetime(later, usegmt=True)})(exchange)

    server.then(step, answer("Hello."))
    make().reply(HELLO)
    assert 25 <= waits[0] <= 30


@pytest.mark.parametrize("value", ["soon", "-5", "nan", "1e9999", "Tue, 99 Foo"])
def test_retry_after_that_means_nothing(
    server: ScriptedServer, make: MakeModel, waits: list[float], value: str
) -> None:
    server.then(status(429, headers={"Retry-After": value}), answer("Hello."))
    assert make().reply(HELLO).text == "Hello."
    assert waits == [1.0]


def test_retry_after_that_is_too_long_is_told(
    server: ScriptedServer, make: MakeModel, waits: list[float]
) -> None:
    server.then(status(429, headers={"Retry-After": "3600"}))
    assert "try again in 60 minutes" in failure(make()).hint
    assert waits == []


@pytest.mark.parametrize(
    ("wait", "said"),
    [(None, "a moment"), (0.0, "a moment"), (0.4, "1 second"), (120.0, "120 seconds"), (121.0, "3 minutes")],
)
def test_a_wait_is_told_as_people_say_it(wait: float | None, said: str) -> None:
    error = told(Fault("busy", wait=wait), options_of(Llm(model="ollama/x")))
    assert error.hint.startswith(f"try again in {said}")


# --- Ctrl-C


def test_ctrl_c_while_it_streams(server: ScriptedServer, make: MakeModel) -> None:
    """A real signal while the client waits for the next piece."""
    server.then(stream(["The gap ", "is SQL"] + ["."] * 2_000, delay=0.05))
    heard: list[str] = []

    def hear(text: str) -> None:
        heard.append(text)
        if len(heard) == 2:
            threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()

    model = make()
    with pytest.raises(KeyboardInterrupt):
        model.reply(HELLO, on_text=hear)
    assert model.written == "".join(heard)
    assert model.written.startswith("The gap is SQL")
    assert server.cut.wait(10), "the connection is let go, so that the provider stops writing"
    assert model.spent.calls == 1
    server.then(answer("Go on."))
    assert model.reply(HELLO).text == "Go on."


def test_ctrl_c_while_it_waits(server: ScriptedServer, make: MakeModel) -> None:
    def step(exchange: Exchange) -> None:
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
        exchange.wait(30)

    server.then(step)
    with pytest.raises(KeyboardInterrupt):
        make().reply(HELLO)


def test_a_listener_that_fails_is_not_hidden(server: ScriptedServer, make: MakeModel) -> None:
    """A closed pipe under `on_text` is the caller's own matter."""
    server.then(answer("Hello there, how are you?"))

    def gone(_: str) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        make().reply(HELLO, on_text=gone)
    assert len(server.chats) == 1


def test_a_secret_is_no_part_of_what_options_show() -> None:
    model = LiteLLMModel(options_of(Llm(model="openai/x", base_url="http://127.0.0.1:9/v1")))
    assert KEY not in repr(model.options)
    assert "reveal" not in repr(Secret(KEY))
    assert KEY not in repr(Secret(KEY))
