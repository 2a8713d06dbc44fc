"""Pages of job boards and hiring systems as browsers save them: structure in their manner, words of our own."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest

from careercraft.model.document import Document
from careercraft.read import read_bytes
from tests.read.conftest import texts

DUTIES = [
    "Plan and run the nightly import of tidal measurements from forty harbours",
    "Write and review SQL models and keep their tests green",
    "Work with the harbour masters on what the numbers mean",
]
ASKS = ["Three or more years with Python and SQL", "Experience with Apache Airflow or a similar scheduler"]


def items(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


DESCRIPTION = (
    "<p>Tidewatch builds forecasts that pilots trust. We are a team of twelve.</p><p><strong>What you will do"
    f"</strong></p>{items(DUTIES)}<p><strong>What we ask</strong></p>{items(ASKS)}"
)
BODY = [
    "Tidewatch builds forecasts that pilots trust. We are a team of twelve.", "What you will do",
    *(f"• {line}" for line in DUTIES), "What we ask", *(f"• {line}" for line in ASKS),
]  # fmt: skip
POSTING: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Data Engineer",
    "description": DESCRIPTION,
    "hiringOrganization": {"@type": "Organization", "name": "Tidewatch AS"},
    "jobLocation": [
        {
            "address": {
                "addressLocality": "Bergen",
                "addressRegion": "Vestland",
                "addressCountry": {"name": "Norway"},
            }
        }
    ],
    "employmentType": ["FULL_TIME"],
    "baseSalary": {
        "currency": "NOK",
        "value": {"minValue": 640000, "maxValue": "720000.00", "unitText": "YEAR"},
    },
}
OTHERS = "".join(
    f'<li><a href="/j/{number}"><h3>Java Developer {number}</h3><span>Initech</span></a>'
    f"<p>Kubernetes, Spring and Kafka for payment systems, posted {number} days ago</p></li>"
    for number in range(30)
)


def ld(data: Any, before: str = "", after: str = "") -> str:
    return f'<script type="application/ld+json">{before}{json.dumps(data)}{after}</script>'


def read(body: str, head: str = "") -> Document:
    return read_bytes(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "job.html"
    )


def test_board_with_similar_jobs_and_a_dialog() -> None:
    document = read(
        "<header><nav><a>People</a><a>Join now</a></nav></header><main><section><h1>Data Engineer</h1>"
        "<h4><a>Tidewatch AS</a><span>Bergen, Norway</span></h4><div class='sign-in-modal'>Email Password</div>"
        f"</section><section><div class='show-more-less'>{DESCRIPTION}<button>Show more</button></div>"
        "<ul><li><h3>Seniority level</h3><span>Mid-Senior level</span></li></ul></section>"
        f"<section class='right'><section><h2>Similar jobs</h2><ul>{OTHERS}</ul></section></section></main>"
        "<div class='cookie-consent'>We use cookies</div><footer><ul><li>© 2026</li></ul></footer>",
        ld({**POSTING, "description": html.escape(DESCRIPTION)}),
    )
    assert texts(document) == [
        "Data Engineer", "Tidewatch AS  Bergen, Norway", *BODY, "• Seniority level  Mid-Senior level",
    ]  # fmt: skip


def test_board_with_the_list_of_results_beside_the_posting() -> None:
    document = read(
        f"<div id='bar'>Find jobs</div><div><div class='left'><ul>{OTHERS}</ul></div><div class='right'>"
        "<div><h2>Data Engineer</h2><div>Tidewatch AS</div><div>Bergen</div></div>"
        f"<div id='jobDescriptionText'>{DESCRIPTION}</div></div></div>",
        ld([{"@type": "BreadcrumbList"}, POSTING]),
    )
    assert texts(document) == ["Data Engineer", "Tidewatch AS", "Bergen", *BODY]


def test_hiring_system_with_a_long_form() -> None:
    notice = (
        "<p>Completing this form is voluntary, and your answer changes nothing. A protected veteran is.</p>"
    )
    document = read(
        f"<div><h1>Data Engineer</h1><span>at Tidewatch AS</span><div id='content'>{DESCRIPTION}</div><form>"
        f"<label>First name <input></label><input type=email><input type=file><textarea></textarea>{notice * 15}"
        "</form></div>"
    )
    assert texts(document) == ["Data Engineer", "at Tidewatch AS", *BODY]


def test_a_page_that_is_one_form_stays() -> None:
    document = read(
        f"<form id='aspnetForm'><input type=hidden><h1>Data Engineer</h1>{DESCRIPTION}<input type=email><textarea>"
        "</textarea></form>"
    )
    assert texts(document) == ["Data Engineer", *BODY]


def test_hiring_system_in_plain_sections() -> None:
    categories = "".join(f"<div class='category'>{name} /</div>" for name in ("Bergen", "Full-time"))
    document = read(
        f"<div class='headline'><h2>Data Engineer</h2><div>{categories}</div></div><div class='section'>"
        f"<h3>What you will do</h3><ul>{items(DUTIES)}</ul></div><div class='section'><h3>What we ask</h3>"
        f"{items(ASKS)}</div>"
    )
    assert texts(document) == ["Data Engineer", "Bergen /", "Full-time /", *BODY[1:]]
    assert [line.heading for line in document.lines[:4]] == [2, 0, 0, 3]


def test_german_board_with_a_graph_and_many_articles() -> None:
    parts = "<h4>Über uns</h4><p>Wir machen Vorhersagen, denen Lotsen vertrauen, seit mehr als zwanzig Jahren.</p>"
    tasks = [
        "Aufbau und Betrieb der Datenstrecken für vierzig Häfen",
        "Pflege der Modelle und ihrer Prüfungen",
    ]
    others = "".join(
        f"<article><a><h3>Koch {number}</h3></a><p>Küche in Berlin</p></article>" for number in range(40)
    )
    posting = {**POSTING, "@type": ["JobPosting"], "title": "Dateningenieur"}
    posting["description"] = html.escape(html.escape(parts + items(tasks)))
    document = read(
        "<div id='GDPRConsentManager'>Wir verwenden Cookies</div><h1>Dateningenieur</h1><ul><li>Bergen</li></ul>"
        f"<article>{parts}</article><article><h4>Aufgaben</h4>{items(tasks)}</article>"
        f"<section><h2>Ähnliche Jobs</h2>{others}</section>",
        ld({"@graph": [{"@type": "WebSite"}, posting]}),
    )
    assert texts(document) == [
        "Dateningenieur", "• Bergen", "Über uns",
        "Wir machen Vorhersagen, denen Lotsen vertrauen, seit mehr als zwanzig Jahren.", "Aufgaben",
        *(f"• {task}" for task in tasks),
    ]  # fmt: skip


def test_page_made_by_scripts_gets_the_facts_of_its_data() -> None:
    posting = {
        **POSTING,
        "jobLocationType": "TELECOMMUTE",
        "description": html.escape(html.escape(DESCRIPTION)),
    }
    document = read("<div id='root'></div><noscript>Enable JavaScript</noscript>", ld(posting))
    assert texts(document) == [
        "Data Engineer", "Company: Tidewatch AS", "Location: Bergen, Vestland, Norway", "Workplace: Remote",
        "Employment type: Full-time", "Salary: NOK 640,000 - 720,000 per year", *BODY,
    ]  # fmt: skip
    blocks = [line.block for line in document.lines]
    assert blocks == sorted(set(blocks))


@pytest.mark.parametrize(
    ("pay", "shown"),
    [
        ({"currency": "EUR", "value": {"value": 21.5, "unitText": "HOUR"}}, "Salary: EUR 21.50 per hour"),
        ({"currency": "EUR", "minValue": 40000}, "Salary: EUR 40,000"),
        ({"currency": "EUR", "value": 40000}, "Salary: EUR 40,000"),
        ({"value": {"minValue": 0, "maxValue": 0}}, ""),
        ("by agreement", ""),
        ({"value": {"value": "much"}}, ""),
    ],
)
def test_pay(pay: object, shown: str) -> None:
    document = read("", ld({"@type": "JobPosting", "description": "Some words", "baseSalary": pay}))
    assert texts(document) == [*([shown] if shown else []), "Some words"]


def test_terms_with_their_values() -> None:
    rows = "<dl><dt>Remote type</dt><dd>Hybrid</dd><dt>Location</dt><dd>Bergen</dd></dl>"
    document = read(
        f"<h2>Data Engineer</h2>{rows}<dl><dt>What we ask</dt><dd>{items(ASKS)}</dd></dl><section><h3>Similar Jobs (9)"
        f"</h3><ul>{OTHERS}</ul></section><div>{DESCRIPTION}</div><div role=dialog>Cookie settings</div>"
    )
    assert texts(document)[:6] == [
        "Data Engineer", "Remote type  Hybrid", "Location  Bergen", "What we ask", *(f"• {line}" for line in ASKS),
    ]  # fmt: skip
    assert "Initech" not in document.text


def test_of_several_postings_the_one_that_the_page_shows() -> None:
    data = {
        "@type": "ItemList",
        "itemListElement": [{"item": {**POSTING, "title": "Cook"}}, {"item": POSTING}],
    }
    document = read(f"<h1>Data Engineer</h1>{DESCRIPTION}", ld(data))
    assert document.payload
    assert document.payload["title"] == "Data Engineer"


@pytest.mark.parametrize(("before", "after"), [("<!--", "-->"), ("//<![CDATA[\n", "\n//]]>"), ("", ";")])
def test_wrapped_data(before: str, after: str) -> None:
    assert read("<p>Words</p>", ld(POSTING, before, after)).payload


def test_scripts_with_much_room_take_no_time() -> None:
    assert read("<p>Words</p>", ld(POSTING, " \n" * 200_000 + " " * 400_000)).payload


def test_comments_in_a_description() -> None:
    text = "<p><!-- one --><span>Acme</span><!-- two --><a>Oslo</a></p>"
    assert read("", ld({"@type": "JobPosting", "description": text})).text == "Acme  Oslo"


def test_half_a_character_in_the_data() -> None:
    document = read(
        "", '<script type="application/ld+json">{"@type":"JobPosting","description":"a \\ud83d b"}</script>'
    )
    assert document.payload
    assert document.payload["description"] == "a  b"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("<p><a>Acme</a><span>Oslo</span></p>", "Acme  Oslo"),
        ("<p><span>Acme</span><span>2019</span></p>", "Acme  2019"),
        ("<p><span>P</span><span>Ython</span></p>", "PYthon"),
        ("<p><span>Java</span><span>script</span></p>", "Javascript"),
        ("<p><b>Acme</b><i>Oslo</i></p>", "AcmeOslo"),
        ("<p><a>Acme</a> <span>Oslo</span></p>", "Acme Oslo"),
        ("<h2>Work<span>(4)</span></h2>", "Work (4)"),
        ("<p>f<span>(4)</span></p>", "f(4)"),
    ],
)
def test_neighbors_that_styles_set_apart(source: str, line: str) -> None:
    assert read(source).text == line


def test_links() -> None:
    document = read(
        "<p><a href='https://a.example/x'>Our  team</a> <a href='#top'>Top</a> <a href='/x'>X</a></p>"
    )
    assert [(link.target, document.quote(link.span)) for link in document.links] == [
        ("https://a.example/x", "Our team")
    ]
