"""For models that can't call functions: the rules choose one, or the model names one in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from careercraft.chat.answers import Answer
from careercraft.chat.tools import Tool, ToolResult, call
from careercraft.llm.faults import NoForm
from careercraft.llm.prompts import filled
from careercraft.llm.tokens import count_messages
from careercraft.model.chat import ChatModel

LEAST_FOR_TOOLS = 6_000
"""Tokens of a context from which on the list of functions leaves room for anything else."""
_ANSWER = 200
_OPEN = frozenset(
    {"unknown", "empty", "language", "no_such", "write", "model", "greeting", "thanks", "bye", "help"}
)
"""Intents that no function over the analysis belongs to."""
_NO_QUESTION = frozenset({"empty", "greeting", "thanks", "bye"})


class Chosen(NamedTuple):
    tool: str
    result: ToolResult


def calls_functions(model: ChatModel) -> bool:
    return model.traits.tools and model.traits.context_tokens >= LEAST_FOR_TOOLS


def by_rules(answer: Answer) -> bool:
    """Whether the rules understood the question, so that no model need be asked what it is about."""
    return answer.intent not in _OPEN


def by_model(model: ChatModel, question: str, rules: Answer, tools: Sequence[Tool]) -> Chosen | None:
    """What the function gives that the model names; None where it names none, or can't keep to the form."""
    if rules.intent in _NO_QUESTION:
        return None
    prompt = filled("chat_route", tools="\n".join(map(_line, tools)), question=question)
    if count_messages(message.content for message in prompt.messages) + _ANSWER > model.traits.context_tokens:
        return None
    try:
        reply = model.reply(prompt.messages, schema=_schema(tools), most_tokens=_ANSWER)
    except NoForm:  # the answer to the question itself needs none
        return None
    named = reply.data if isinstance(reply.data, dict) else {}
    tool, arguments = named.get("tool"), named.get("arguments")
    if not isinstance(tool, str) or tool == "none":
        return None
    found = call(tools, tool, arguments if isinstance(arguments, dict) else {})
    return Chosen(tool, found) if found.ok else None


def _line(tool: Tool) -> str:
    names = ", ".join(tool.parameters["properties"])
    return f"- {tool.name}({names}): {tool.description}"


def _schema(tools: Sequence[Tool]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "tool": {"type": "string", "enum": [*(tool.name for tool in tools), "none"]},
            "arguments": {"type": "object"},
        },
        "required": ["tool", "arguments"],
    }
