"""What is made of a resume alone is made once for all postings, and never taken for another resume's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from careercraft.match.compare import compare
from careercraft.match.linker import Linker
from careercraft.match.resume_skills import skill_uses
from careercraft.model.match import SkillMatch
from careercraft.model.ports import Encoder, TokenVectors
from careercraft.pipeline import JobSide, ResumeSide
from tests.match.parts import TODAY, built_in, job_side, posting, resume, resume_side

RESUME = resume("Kept the books of forty small firms\nWrote monthly reports for their owners", "Excel")
JOBS = (posting("Preparing financial statements"), posting("Writing summaries for managers"))


class Counting:
    """The shipped encoder, counting the documents that it is given."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.fingerprint, self.dimension = encoder.name, encoder.fingerprint, encoder.dimension
        self.encode = encoder.encode
        self.documents: list[tuple[str, ...]] = []

    def encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        self.documents.append(tuple(texts))
        return self._encoder.encode_tokens(texts)


def fresh(encoder: Encoder) -> Linker:
    return Linker(built_in().taxonomy, lambda: encoder, lambda: built_in().vectors)


def held_against(side: ResumeSide, job: JobSide, linker: Linker) -> SkillMatch:
    shown = skill_uses(side.resume, side.mentions, TODAY)
    return compare(job.requirements, shown, side.resume, side.document, job.document, linker, TODAY)


def test_a_resume_is_encoded_once_for_all_postings() -> None:
    encoder = Counting(built_in().encoder)
    linker = fresh(encoder)
    side = resume_side(RESUME, linker)
    encoder.documents.clear()
    first = [held_against(side, job_side(text, linker), linker) for text in (*JOBS, *JOBS)]
    assert len(encoder.documents) == 1
    assert first[:2] == first[2:]
    alone = [held_against(side, job_side(text, linker), fresh(encoder)) for text in JOBS]
    assert first[:2] == alone


def test_another_resume_is_another_index() -> None:
    """Also one of the same document with a part hidden: it must not be looked up in what stood there before."""
    linker = fresh(built_in().encoder)
    side, other = resume_side(RESUME, linker), resume_side(resume("Drove a bus", "French"), linker)
    index = linker.resume_index(side.resume, side.document)
    assert linker.resume_index(side.resume, side.document) is index
    hidden = structs.replace(side.resume, work=())
    assert linker.resume_index(hidden, side.document) is not index
    assert linker.resume_index(other.resume, other.document).folded.text != index.folded.text
    again = linker.resume_index(side.resume, side.document)
    assert again.pieces == index.pieces
