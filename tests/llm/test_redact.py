"""Stand-ins: nothing of a person goes out, and everything comes back."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercraft.errors import ProviderError
from careercraft.llm.open import open_model
from careercraft.llm.private import Value, private_values
from careercraft.llm.redact import Redactor, Restorer, redactor_for
from careercraft.llm.redacting import RedactingModel
from careercraft.llm.scripted import ScriptedModel
from careercraft.model.chat import ChatMessage, Reply, ToolCall, ToolSpec
from careercraft.model.setting_groups import Llm
from tests.llm.server import Request, ScriptedServer, Step, answer, by, stream, tool_call

RESUME: dict[str, Any] = {
    "basics": {
        "name": "Maya Will Okafor-Lindqvist",
        "email": "maya.okafor@example.com",
        "phone": "+49 30 1234567",
        "url": "https://www.github.com/maya-okafor/",
        "profiles": [{"url": "linkedin.com/in/mokaforl", "username": "mokaforl"}],
        "location": {"city": "Tacoma", "address": "12 Sesame Street", "postalCode": "98402"},
    },
    "work": [
        {"name": "Pinecrest Benefits, Inc.", "position": "Engineer", "url": "https://pinecrest.example/jobs"},
        {"name": "Target", "position": "Clerk"},
    ],
    "volunteer": [{"organization": "Röda Korset"}],
    "education": [{"institution": "Karolinska Institutet (KI)"}],
    "references": [{"name": "Ngozi Bello", "reference": "She is good."}],
}
TEXT = """Maya Will Okafor-Lindqvist
12 Sesame Street, Tacoma | maya.okafor@example.com | +49 30 1234567 | github.com/maya-okafor
Data engineer at PINECREST BENEFITS, INC. since 2020; Okafor will build. Pinecrest's claims; maya_okafor_cv.pdf
Clerk at Target in Tacoma: hit every target. Roda Korset. Karolinska Institutet, KI. Person A met Employer 1.
Second phone (253) 555-0142, boss@pinecrest.example
"""
HIDDEN = [
    "Maya", "Okafor", "Lindqvist", "maya.okafor@example.com", "1234567", "555-0142", "maya-okafor", "mokaforl",
    "Sesame", "98402", "Pinecrest", "Target", "Röda", "Roda Korset", "Karolinska", "KI", "Ngozi", "Bello", "boss@",
]  # fmt: skip
VALUES = [
    *private_values(RESUME, TEXT),
    Value("Person", "王小明", "王小明"),
    Value("Person", "李雷", "李雷"),
    Value("Employer", "Acme!", "Acme!"),
    Value("Person", "José", "José"),
]
WORDS = [
    "Maya", "okafor", "MAYA WILL OKAFOR-LINDQVIST", "Maya's", "will", "Will", "Person A", "PERSON A", "Person", "A",
    "Employer 1", "employer 1", "Label 1", "Label 2", "Pinecrest", "PINECREST BENEFITS", "pinecrest benefits, inc.",
    "maya.okafor@example.com", "x@y.example", "+49 30 1234567", "Acme!", "ACME!", "王", "王小明", "李雷", "José",
    "Jose", "jose\u0301", " ", "  ", "\n", "\u00a0", "'s", "_", "-", "1", "2b", "A2", "é", "Person\nA", "Target",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=10).map("".join)


def stands_in(word: str, text: str) -> bool:
    """As a whole word, in any case."""
    return bool(re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE))


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(1, 9))
@settings(max_examples=150, deadline=None)
def test_what_comes_back_is_what_went_out(texts: list[str], size: int) -> None:
    redactor = Redactor(VALUES)
    for text in texts:
        sent = redactor.redacted(text)
        assert redactor.restored(sent) == text
        for word in ("Maya", "Okafor", "Pinecrest", "王小明", "李雷", "1234567", "maya.okafor@example.com"):
            assert not stands_in(word, sent)
        heard: list[str] = []
        restorer = Restorer(redactor, heard.append)
        for at in range(0, len(sent), size):
            restorer.feed(sent[at : at + size])
        restorer.end()
        assert "".join(heard) == text


@given(st.text(max_size=40), st.text(min_size=2, max_size=12), st.integers(0, 40))
@settings(max_examples=80, deadline=None)
def test_any_name_in_any_text(text: str, name: str, at: int) -> None:
    redactor = Redactor([Value("Person", name, name)] if name.strip() else [])
    whole = f"{text[:at]} {name} {text[at:]}"
    assert redactor.restored(redactor.redacted(whole)) == whole


def test_all_of_a_resume_is_hidden_and_the_rest_stays() -> None:
    redactor = redactor_for(RESUME, [TEXT])
    sent = redactor.redacted(TEXT)
    assert [word for word in HIDDEN if re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", sent)] == []
    assert "will build" in sent  # the middle name is a word too
    assert "every target" in sent
    assert "Data engineer at" in sent
    assert "since 2020" in sent
    assert "Tacoma" in sent  # whether the place fits is a question for the model
    assert redactor.restored(sent) == TEXT


def test_stand_ins_are_stable_and_belong_together() -> None:
    redactor = redactor_for(RESUME, ["Maya Will Okafor-Lindqvist of Pinecrest Benefits, Inc."])
    assert redactor.redacted("Maya Will Okafor-Lindqvist") == "Person A"
    assert redactor.redacted("Okafor's work at Pinecrest Benefits") == "Person A2's work at Employer 1b"
    assert redactor.redacted("Okafor, Maya Will Okafor-Lindqvist") == "Person A2, Person A"
    assert redactor.redacted("MAYA WILL OKAFOR-LINDQVIST") == "Person A3"
    assert redactor.restored("Person A3 and PERSON A") == "MAYA WILL OKAFOR-LINDQVIST and PERSON A"


def test_the_same_session_again_gives_the_same_stand_ins() -> None:
    one, other = (redactor_for(RESUME, [TEXT]) for _ in range(2))
    sent = one.redacted(TEXT)
    assert sent == other.redacted(TEXT)
    assert one.restored(sent) == other.restored(sent) == TEXT


def test_no_stand_in_is_a_word_of_the_text() -> None:
    redactor = redactor_for({"basics": {"name": "Ada Byron"}}, ["Person A, Person  B and Ada Byron"])
    assert redactor.redacted("Ada Byron") == "Person C"
    text = "Person C said that Ada Byron is Person C."  # turns up only later
    sent = redactor.redacted(text)
    assert sent == "Label 1 said that Person C is Label 1."
    assert redactor.restored(sent) == text


def test_whole_words_only() -> None:
    redactor = redactor_for({"basics": {"name": "Ana Silva"}, "work": [{"name": "Java House"}]}, [])
    assert (
        redactor.redacted("Banana, Silvan, anatomy, JavaScript and Java")
        == "Banana, Silvan, anatomy, JavaScript and Java"
    )
    sent = redactor.redacted("Ana-Silva at JAVA HOUSE's")
    assert not any(stands_in(word, sent) for word in ("Ana", "Silva", "House"))
    assert sent.endswith("'s")


@pytest.mark.parametrize(
    "resume",
    [{}, {"basics": {}}, {"basics": {"name": ""}}, {"work": [{}], "education": [{"institution": " "}]}],
)
def test_an_empty_resume_hides_nothing_but_addresses(resume: dict[str, Any]) -> None:
    redactor = redactor_for(resume, ["Hello"])
    assert redactor.redacted("Hello there") == "Hello there"
    assert redactor.redacted("mail me@x.example") == "mail Email 1"


def test_everything_that_is_sent_is_redacted_and_everything_that_comes_back_restored() -> None:
    call = ToolCall(
        id="1", name="find", arguments={"who": "Person A", "at": ["Employer 1", 3, {"Person A": None}]}
    )
    inner = ScriptedModel([Reply(text="Person A of Employer 1", tool_calls=(call,)), {"names": ["Person A"]}])
    model = RedactingModel(inner, redactor_for(RESUME, [TEXT.replace("Person A met Employer 1.", "")]))
    back = ToolCall(id="0", name="find", arguments={"who": "Okafor", "Pinecrest": ["Bello"]})
    tool = ToolSpec(
        name="find",
        description="Looks in what Maya wrote",
        parameters={
            "type": "object",
            "properties": {
                "title": {"type": "string", "enum": ["Target", "Other"], "description": "of Okafor"}
            },
        },
    )
    messages = [
        ChatMessage(role="system", content="You help Maya."),
        ChatMessage(role="assistant", content="", tool_calls=(back,)),
        ChatMessage(role="tool", content="Maya was at Target", tool_call_id="0"),
    ]
    reply = model.reply(messages, tools=[tool])
    assert reply.text == "Maya Will Okafor-Lindqvist of PINECREST BENEFITS, INC."
    assert reply.tool_calls[0].arguments["who"] == "Maya Will Okafor-Lindqvist"
    assert reply.tool_calls[0].arguments["at"][1:] == [3, {"Maya Will Okafor-Lindqvist": None}]
    heard = inner.heard[0]
    sent = repr((heard.messages, heard.tools))
    assert [word for word in HIDDEN if stands_in(word, sent) and word != "Target"] == []
    assert "'Target'" not in sent
    assert heard.tools[0].parameters["properties"]["title"]["type"] == "string"  # the grammar stays
    assert "Person A" in heard.messages[0].content  # the model is told of stand-ins
    data = model.reply(
        [ChatMessage(role="user", content="names?")], schema={"type": "object", "title": "Maya"}
    ).data
    assert data == {"names": ["Maya Will Okafor-Lindqvist"]}
    schema = inner.heard[1].schema or {}
    assert schema["type"] == "object"
    assert schema["title"].startswith("Person A")


def test_what_came_of_a_broken_stream_is_told() -> None:
    class Breaks(ScriptedModel):
        def reply(self, *arguments: Any, on_text: Any = None, **more: Any) -> Reply:
            on_text("It was Pers")
            on_text("on A")
            raise ProviderError("broke off")

    heard: list[str] = []
    model = RedactingModel(Breaks(), redactor_for(RESUME, ["Maya Will Okafor-Lindqvist"]))
    with pytest.raises(ProviderError):
        model.reply([ChatMessage(role="user", content="who?")], on_text=heard.append)
    assert "".join(heard) == "It was Maya Will Okafor-Lindqvist"


def echo(request: Request) -> Step:
    """The server says what it was told, in pieces that cut every stand-in."""
    said = request.messages[-1]["content"]
    if request.streams:
        return stream([said[at : at + 3] for at in range(0, len(said), 3)])
    return answer(said)


def test_nothing_of_the_person_stands_in_what_the_server_gets(server: ScriptedServer) -> None:
    server.always = by(echo)
    settings = Llm(model="openai/x", base_url=server.url, redact=True, cache=False)
    model = open_model(settings, redactor=redactor_for(RESUME, [TEXT]))
    heard: list[str] = []
    message = ChatMessage(role="user", content=TEXT)
    assert model.reply([message], on_text=heard.append).text.strip() == TEXT.strip()
    assert "".join(heard).strip() == TEXT.strip()
    assert model.written.strip() == TEXT.strip()
    assert model.reply([message]).text.strip() == TEXT.strip()
    server.always = None
    server.then(
        answer(data={"quote": "Person A was here"}), answer(tool_calls=[tool_call("f", {"q": "Employer 1"})])
    )
    model.reply([message], schema={"type": "object", "properties": {"quote": {"type": "string"}}})
    model.reply([message], tools=[ToolSpec(name="f", description="Maya", parameters={"type": "object"})])
    sent = json.dumps([request.body for request in server.requests], ensure_ascii=False)
    headers = repr([request.headers for request in server.requests])
    assert [word for word in HIDDEN if stands_in(word, headers)] == []
    assert [word for word in HIDDEN if re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", sent)] == []
    assert len(server.chats) == 4


def test_without_redact_the_text_goes_as_it_is(server: ScriptedServer) -> None:
    """The test above can fail."""
    server.then(answer("ok"))
    open_model(Llm(model="openai/x", base_url=server.url)).reply([ChatMessage(role="user", content=TEXT)])
    assert "Maya Will Okafor-Lindqvist" in server.chats[0].text


def test_redact_without_knowing_the_person_is_a_mistake_of_ours(server: ScriptedServer) -> None:
    with pytest.raises(ValueError, match="redactor"):
        open_model(Llm(model="openai/x", base_url=server.url, redact=True))


def test_the_disk_holds_stand_ins_only(server: ScriptedServer) -> None:
    from careercraft.llm.cache import cache_folder

    server.always = by(echo)
    settings = Llm(model="openai/x", base_url=server.url, redact=True)
    for _ in range(2):
        model = open_model(settings, redactor=redactor_for(RESUME, [TEXT]))
        assert "Maya" in model.reply([ChatMessage(role="user", content=TEXT)]).text
    assert len(server.chats) == 1
    (file,) = cache_folder().glob("*.json")
    assert not stands_in("Maya", file.read_text())


def test_a_name_that_was_not_found_is_taken_from_the_first_line_and_the_address() -> None:
    text = "Zofia Nowak-Lis\n\nz.brzeska@example.com\nBrzeska, Zofia: data engineer"
    redactor = redactor_for({"basics": {"email": "z.brzeska@example.com"}}, [text])
    sent = redactor.redacted(text)
    assert not any(stands_in(word, sent) for word in ("Zofia", "Nowak", "Lis", "Brzeska"))
    assert sent.endswith("data engineer")
    assert redactor.restored(sent) == text


def test_an_address_says_names_that_the_resume_shortens() -> None:
    redactor = redactor_for({"basics": {"name": "Z. Nowak", "email": "zofia.nowak@example.com"}}, [""])
    assert redactor.redacted("Zofia led it") == "Person A led it"


def test_a_long_text_is_redacted_at_once() -> None:
    text = f"{TEXT}\n" * 600
    redactor = redactor_for(RESUME, [text])
    assert redactor.restored(redactor.redacted(text)) == text


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("12 Sesame Street, Tacoma", ["Sesame"]),
        ("Musterstraße 5, 10115 Berlin", ["Musterstraße", "10115"]),
        ("Columbus, Ohio 43215", ["43215"]),
        ("18 rue de la Paix", ["Paix"]),
        ("Registered Nurse (RN), Ohio Board of Nursing active, renews 10/2027", []),
        ("Financial Accountant", []),
        ("Acme, Mar 2024 to 2026", []),
    ],
)
def test_streets_and_post_codes(line: str, hidden: list[str]) -> None:
    text = f"Ana Silva\n{line}\n"
    sent = redactor_for({"basics": {"name": "Ana Silva"}}, [text]).redacted(text)
    assert not any(stands_in(word, sent) for word in hidden)
    assert hidden or sent == f"Person A\n{line}\n"


def test_a_job_in_the_first_line_is_no_name() -> None:
    assert (
        redactor_for({}, ["FINANCIAL ACCOUNTANT\nSummary"]).redacted("FINANCIAL ACCOUNTANT")
        == "FINANCIAL ACCOUNTANT"
    )
