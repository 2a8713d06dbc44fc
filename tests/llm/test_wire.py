"""What the web client under litellm remembers of an answer while it passes."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from careercraft.llm.reach import Reach
from careercraft.llm.wire import Watch, WatchedClient, watching

BEGIN = b'data: {"object": "chat.completion.chunk", "choices": [{"delta": {"content": "a"}}]}\n\n'
END = b'data: {"choices": [{"finish_reason": "stop"}]}\n\n'
Watched = Callable[..., Watch]


@pytest.fixture
def watched() -> Watched:
    """`watched(status, most_bytes=…)`: a call whose answer has begun with this status."""

    def made(status: int = 200, most_bytes: int = 100_000, idle: float = 60.0, whole: float = 60.0) -> Watch:
        watch = Watch(most_bytes, idle, whole, streams=True)
        request = httpx.Request("POST", "http://x/v1", extensions={"timeout": {"read": 300.0}})
        watch.answered(httpx.Response(status, request=request))
        return watch

    return made


def passed(watch: Watch, *pieces: bytes) -> Watch:
    total = 0
    for piece in pieces:
        total += len(piece)
        watch.passed(piece, total)
    return watch


def test_a_stream_may_go_on_for_longer_than_one_piece_may_take(watched: Watched) -> None:
    """What ends it is the time of the whole; the time of a piece is the web client's to keep."""
    passed(watched(idle=-1.0), BEGIN)
    late = watched(whole=-1.0)
    with pytest.raises(httpx.ReadTimeout):
        passed(late, BEGIN)
    assert late.fault == "timeout"


def test_the_next_piece_is_waited_for_less_long_than_the_first() -> None:
    request = httpx.Request("POST", "http://x/v1", extensions={"timeout": {"read": 300.0}})
    Watch(1_000, 7.0, 60.0, streams=True).answered(httpx.Response(200, request=request))
    assert request.extensions["timeout"]["read"] == 7.0


def test_what_begins_and_ends_a_stream_may_be_cut_anywhere(watched: Watched) -> None:
    for cut in range(1, len(BEGIN) - 1):
        watch = passed(watched(), BEGIN[:cut], BEGIN[cut:], b"x" * 500, b"x")
        assert (watch.begun, watch.ended) == (True, False)
    for cut in range(1, len(END) - 1):
        assert passed(watched(), END[:cut], END[cut:], b"x" * 500, b"x").ended


def test_of_an_error_and_of_a_refusal_only_the_beginning_is_kept(watched: Watched) -> None:
    error = passed(watched(500), b"first", *[b"x" * 3_000] * 4)
    assert error.error_body.startswith(b"first")
    assert len(error.error_body) == 4_000
    refused = passed(watched(), *[b'"refusal": "%s"' % (b"no" * 50)] * 100)
    assert 4_000 <= len(refused.refusal) < 4_200


def test_a_refusal_that_is_cut_in_two_is_read_once(watched: Watched) -> None:
    words = b'{"delta": {"refusal": "I can\'t do that."}}'
    for cut in range(1, len(words) - 1):
        assert passed(watched(), words[:cut], words[cut:], b"x").refusal == b"I can't do that."


def test_a_later_request_of_a_call_starts_anew(watched: Watched) -> None:
    """litellm may ask something of its own before: what came of that is no word on the call."""
    watch = passed(watched(500), b"busy")
    watch.stopped()
    watch.begin()
    assert (watch.status, watch.wait, watch.fault, watch.error_body) == (0, None, None, b"")


def test_after_a_call_nothing_is_sent_any_more() -> None:
    with watching(1_000, 1.0, 1.0, False, Reach()):
        pass
    with pytest.raises(httpx.ConnectError, match="not asked for"):
        WatchedClient().get("http://127.0.0.1:9/v1/models")


def test_a_wait_until_a_day_means_nothing_without_the_servers_own() -> None:
    watch = Watch(1_000, 1.0, 1.0)
    watch.answered(httpx.Response(429, headers={"retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"}))
    assert watch.wait is None
