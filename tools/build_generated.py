"""Builds what ships ready-made in `careercraft/generated/`, from the files that people edit.

    python tools/build_generated.py

- `taxonomy.msgpack`: skills and roles, checked and compiled, so that a first run needs no YAML;
- `skill_vectors.vec`: the default encoder's vectors of the skills' labels;
- `question_vectors.vec`: those of the phrasings in `chat/data/intents.txt`;
- `words.txt`: ordinary English words of six letters and more, from the encoder's vocabulary
  (all-MiniLM-L6-v2, Apache-2.0): the fuzzy tier takes none of them for a misspelling.

A test fails when one of them is stale. The same input gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import msgspec

from careercraft import paths
from careercraft.chat import intent_nearest
from careercraft.encoder.cache import vectors_key, write_vectors
from careercraft.encoder.load import load_encoder
from careercraft.errors import CareerCraftError
from careercraft.match.labels import skill_labels
from careercraft.match.vocabulary import WORDS_FILE
from careercraft.taxonomy.index import Taxonomy
from careercraft.taxonomy.load import SHIPPED, compile_sources, hash_sources
from careercraft.workbench_parts import VECTORS_FILE

SHORTEST_WORD = 6


def main() -> int:
    out = paths.generated_dir()
    out.mkdir(exist_ok=True)
    try:
        skills, roles = paths.taxonomy_dir(), paths.roles_dir()
        compiled = compile_sources(skills, roles, hash_sources(skills, roles))
    except CareerCraftError as error:
        print(error.message, file=sys.stderr)
        return 1
    (out / SHIPPED).write_bytes(msgspec.msgpack.encode(compiled))
    encoder = load_encoder()
    _, labels = skill_labels(Taxonomy(compiled))
    for name, texts in (
        (VECTORS_FILE, labels),
        (intent_nearest.VECTORS_FILE, intent_nearest.spoken_phrasings()),
    ):
        write_vectors(out / name, vectors_key(encoder, texts), encoder.encode(texts))
        (out / name).chmod(0o644)
    (out / WORDS_FILE).write_text("\n".join(vocabulary_words()) + "\n", encoding="utf-8")
    print(
        f"{len(compiled.skills)} skills, {len(compiled.surfaces)} surface forms, {len(compiled.roles)} roles"
    )
    return 0


def vocabulary_words() -> list[str]:
    tokenizer = Path(paths.generated_dir()).parent / "encoder" / "data" / "tokenizer.json"
    vocabulary = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(
        word for word in vocabulary if word.isascii() and word.isalpha() and len(word) >= SHORTEST_WORD
    )


if __name__ == "__main__":
    sys.exit(main())
