"""What is said beside the analysis: what can be asked, what is not known, and a kind word."""

from __future__ import annotations

from careercraft.chat.scene import Desk, Said
from careercraft.chat.sources import Citations

CAN = (
    "why the verdict is what it is, and what would make it FIT",
    "any of the eleven scores, row by row (“explain experience score”)",
    "what is missing, your strengths, one skill (“is Python enough?”), and what the posting asks for",
    "what to learn first, how long it takes, from what (“which resources for Docker”), and a plan (“10 hours a week”)",
    "what if you learn something (“what if I learn Kubernetes and Terraform”)",
    "another posting of your history or in a file (“am I better off with ./other-job.txt?”), and other roles",
    "topics for the interview, pay, place, hours, education, experience, and the words that a number rests on",
    "how the scores work, whether that is fair, what is stored, how to put right, export or follow a plan",
)
HINT = "To have a model answer in its own words: `careercraft chat --llm ollama/llama3.2` or another model."
LABEL = "Answered by rules from the analysis; no model was asked."
AGAIN = "Answered by rules."
"""From the second answer of a conversation on."""


def help(desk: Desk, cite: Citations) -> Said:
    return _said("I answer from this analysis. You can ask:", *(f"- {item}" for item in CAN))


def greeting(desk: Desk, cite: Citations) -> Said:
    return _said("Hello! Ask me about this analysis: “why?”, “what first?”, “what if I learn …?”, or “help”.")


def thanks(desk: Desk, cite: Citations) -> Said:
    return _said("You are welcome. Good luck with it!")


def bye(desk: Desk, cite: Citations) -> Said:
    return _said("Goodbye, and good luck. `/quit` leaves the conversation.")


def model(desk: Desk, cite: Citations) -> Said:
    return _said("I am rules over the figures of this analysis, no language model.", HINT)


def privacy(desk: Desk, cite: Citations) -> Said:
    return _said(
        "Without a model nothing leaves this machine: your files are read here, and the history is a file of yours.",
        "With a hosted model you are asked before any text is sent. `careercraft history purge` deletes what is kept.",
    )


def write(desk: Desk, cite: Citations) -> Said:
    return _said(
        "Writing letters or bullets takes a language model; rules can't do it honestly.",
        "What they can do: “how can I improve my resume?” and “interview questions”.",
    )


def chances(desk: Desk, cite: Citations) -> Said:
    return _said(
        "I don't know: nothing in the analysis says who else applies or how this employer decides.",
        "What I can tell is how the resume meets the posting's own words: ask “why?” or “what is missing?”.",
    )


def empty(desk: Desk, cite: Citations) -> Said:
    return _said("Nothing was asked yet. Try “why?”, “what should I learn first?” or “help”.")


def language(desk: Desk, cite: Citations) -> Said:
    return _said(
        "Sorry, by rules I understand English only; a model may understand your language.",
        "Try “why?”, “what is missing?”, “what first?” or “help”.",
    )


def unknown(desk: Desk, cite: Citations) -> Said:
    return _said("I don't know that one. I can answer:", *(f"- {item}" for item in CAN))


def no_such(desk: Desk, cite: Citations) -> Said:
    return _said(
        "I don't know what that refers to. Say it in full, as “explain skills match” or “what about Python?”."
    )


def _said(*lines: str) -> Said:
    return Said(lines=lines, data={})
