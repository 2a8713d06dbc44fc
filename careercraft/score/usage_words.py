"""What a language model took, in words for people."""

from __future__ import annotations

from careercraft.model.chat import Usage


def dollars(amount: float) -> str:
    """ "$0.0042", "$1.20"; the smallest amounts aren't told as nothing."""
    if 0 < amount < 0.0001:
        return "under $0.0001"
    return f"${amount:.2f}" if amount >= 1 or amount == 0 else f"${amount:.4f}"


def told(usage: Usage) -> str:
    """One line for a person: "3 calls, 4,120 tokens in, 310 out, $0.0012; 1 from the cache"."""
    made = usage.calls - usage.cached
    if usage.cached and not made:
        return f"{usage.cached} answer{'' if usage.cached == 1 else 's'} from the cache, at no cost"
    about = "about " if usage.estimated else ""
    parts = [f"{made} call{'' if made == 1 else 's'}"]
    parts.append(f"{about}{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out")
    parts.append("price not known" if usage.cost is None and made else dollars(usage.cost or 0.0))
    return ", ".join(parts) + (f"; {usage.cached} from the cache" if usage.cached else "")
