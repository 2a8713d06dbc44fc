"""What an analysis is known by."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UnsetType, structs

from careercraft.model.analysis import Analysis, Documents, Engine
from careercraft.model.change import SelfStated
from careercraft.model.proposed import Proposal, Proposals


def analysis_id(
    documents: Documents,
    engine: Engine,
    self_stated: Sequence[SelfStated] = (),
    counted: Sequence[Proposal] = (),
) -> str:
    """sha256 over both documents (their bytes' hash, format and text), the engine, what the person says beside them and
    those proposals of a model that count; the first 32 hex digits. What the taxonomy is called makes no difference, nor
    does what a model only shows or tells."""
    content: list[Any] = [
        *((side.hash, side.format, side.text) for side in (documents.resume, documents.job)),
        structs.replace(engine, taxonomy_names=()),
        *(item.text for item in self_stated),
        *((item.kind, item.id, item.name, item.words) for item in counted),
    ]
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()[:32]


def id_of(analysis: Analysis) -> str:
    """Of an analysis that has its documents."""
    assert not isinstance(analysis.documents, UnsetType)
    return analysis_id(analysis.documents, analysis.engine, analysis.self_stated, counted_proposals(analysis))


def counted_proposals(analysis: Analysis) -> tuple[Proposal, ...]:
    """Of a model, as far as the numbers rest on them."""
    proposals = analysis.proposals
    return proposals.kept if isinstance(proposals, Proposals) and proposals.counted else ()
