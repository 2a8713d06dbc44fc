"""Hostile resumes and postings, and what a model that obeys them proposes: the cases as a table.

Each case names what its attacker wants, the guards it leans on, and what may be left of it. The scripted model does as
it is told: it names the fabricated skill, quotes the injected sentence, gives the number.
"""

from __future__ import annotations

from tests.hostile.case import Case
from tests.hostile.documents_claims import POSTINGS, YEARS
from tests.hostile.documents_forms import FORMS, WIRED
from tests.hostile.documents_orders import HIDDEN, ORDERS
from tests.hostile.documents_quotes import MEANING, QUOTES

__all__ = ["BY_ID", "CASES", "WIRED", "Case"]

CASES = (*ORDERS, *HIDDEN, *QUOTES, *MEANING, *YEARS, *POSTINGS, *FORMS)
"""Of which the model is scripted in the program itself."""
BY_ID = {case.id: case for case in (*CASES, *WIRED)}
