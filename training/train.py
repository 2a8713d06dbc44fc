"""Tune all-MiniLM-L6-v2 for skills: contrast with in-batch negatives over the pairs of training/pairs.py.

    python -m training.train --data DIR --base FOLDER --output FOLDER

Loss: cross-entropy over the cosine similarities of a batch times SCALE, text to label and label to text, their mean
(multiple negatives ranking: Henderson et al. 2017). Equal labels and equal texts are no negatives of each other. A
text's vector is the mean of its token vectors, a sentence's that of its span alone, as careercraft pools windows.

A run can be stopped and started again with the same command: it goes on at the last checkpoint, and each step seeds
its own dropout, so both give the same model on one machine.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from sentence_transformers import SentenceTransformer
from torch.nn import functional

from training.pairs import Pair, make_batches, make_pairs

SCALE = 20.0
WARM_UP = 0.1
"""Share of the steps over which the learning rate rises; after them it falls to zero in a line."""
CLIP = 1.0
"""Largest norm of a step's gradient."""
WEIGHT_DECAY = 0.01
LOG_EVERY = 10

Features = dict[str, torch.Tensor]


class Tuning:
    """The model, its optimizer, and how far it is."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        resumed = (options.output / "state.pt").exists()
        self.model = SentenceTransformer(str(options.output if resumed else options.base), device=self.device)
        self.optimizer = torch.optim.AdamW(
            self.model.parameters(), options.rate, weight_decay=WEIGHT_DECAY, fused=True
        )
        self.step = 0
        if resumed:
            state = torch.load(options.output / "state.pt", map_location=self.device, weights_only=True)
            self.optimizer.load_state_dict(state["optimizer"])
            self.step = state["step"]

    def save(self) -> None:
        """Model first, then the state: a stop between the two repeats steps, and breaks nothing."""
        self.model.save(str(self.options.output))
        state = {"optimizer": self.optimizer.state_dict(), "step": self.step}
        waiting = self.options.output / "state.new"
        torch.save(state, waiting)
        waiting.replace(self.options.output / "state.pt")

    def learn(self, batch: Sequence[Pair], steps: int) -> float:
        """One step; the loss."""
        torch.manual_seed(self.options.seed * 1_000_003 + self.step)
        for group in self.optimizer.param_groups:
            group["lr"] = self.options.rate * rate_share(self.step, steps)
        self.model.train()
        with self._precision():
            texts = self._vectors([pair.text for pair in batch], [spanned(pair) for pair in batch])
            labels = self._vectors([pair.label for pair in batch], [None] * len(batch))
        loss = contrast(texts, labels, equals(batch).to(self.device))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        return float(loss.detach())

    def _precision(self) -> contextlib.AbstractContextManager[Any]:
        if not self.options.bfloat16:
            return contextlib.nullcontext()
        return torch.autocast(self.device, dtype=torch.bfloat16)

    def _vectors(self, texts: Sequence[str], spans: Sequence[tuple[int, int] | None]) -> torch.Tensor:
        """(texts, dimension), rows of length 1."""
        found = self.model.tokenizer(
            list(texts),
            padding=True,
            truncation=True,
            max_length=self.options.tokens,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        mask = pooling_mask(found.pop("offset_mapping"), found["attention_mask"], spans).to(self.device)
        features: Features = {name: values.to(self.device) for name, values in found.items()}
        rows = self.model(features)["token_embeddings"].float()
        return functional.normalize((rows * mask.unsqueeze(-1)).sum(dim=1))


def spanned(pair: Pair) -> tuple[int, int] | None:
    """The span to pool, None for the whole text with [CLS] and [SEP]."""
    return pair.span if pair.kind in ("sentence", "written") else None


def pooling_mask(
    offsets: torch.Tensor, attention: torch.Tensor, spans: Sequence[tuple[int, int] | None]
) -> torch.Tensor:
    """(texts, tokens): 1 for each token that is pooled. A span beyond the cut falls back on the whole text."""
    mask = attention.float()
    for row, span in enumerate(spans):
        if span is None:
            continue
        inside = (offsets[row, :, 0] < span[1]) & (offsets[row, :, 1] > span[0])
        if inside.any():
            mask[row] = inside.float()
    return mask


def equals(batch: Sequence[Pair]) -> torch.Tensor:
    """(texts, labels), bool: pairs of two examples with one label or one text, which are no negatives."""
    return torch.tensor(
        [[a is not b and (a.label == b.label or a.text == b.text) for b in batch] for a in batch]
    )


def contrast(texts: torch.Tensor, labels: torch.Tensor, masked: torch.Tensor) -> torch.Tensor:
    """The mean of both directions' cross-entropies, without the masked pairs."""
    similarity = (texts @ labels.T * SCALE).masked_fill(masked, float("-inf"))
    target = torch.arange(len(texts), device=similarity.device)
    return (functional.cross_entropy(similarity, target) + functional.cross_entropy(similarity.T, target)) / 2


def rate_share(step: int, steps: int) -> float:
    """Of the full learning rate: a line up over WARM_UP of the steps, then a line down to zero."""
    rise = max(1, round(steps * WARM_UP))
    if step < rise:
        return (step + 1) / rise
    return max(0.0, (steps - step) / max(1, steps - rise))


def run(options: argparse.Namespace) -> None:
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    pairs = make_pairs(options.data, options.pairs, options.seed)
    batches = make_batches(pairs, options.batch, options.block, options.seed)
    tuning = Tuning(options)
    options.output.mkdir(parents=True, exist_ok=True)
    started = saved = time.monotonic()
    print(f"{len(pairs)} pairs, {len(batches)} steps from {tuning.step} on {tuning.device}", flush=True)
    losses: list[float] = []
    while tuning.step < len(batches):
        losses.append(tuning.learn(batches[tuning.step], len(batches)))
        now = time.monotonic()
        if tuning.step % LOG_EVERY == 0:
            mean = sum(losses[-LOG_EVERY:]) / len(losses[-LOG_EVERY:])
            print(f"{tuning.step}/{len(batches)} loss {mean:.3f} {now - started:.0f} s", flush=True)
        if now - saved > 60 * options.checkpoint:
            tuning.save()
            saved = now
        if options.minutes and now - started > 60 * options.minutes:
            break
    tuning.save()
    record(options, tuning.step, len(batches), time.monotonic() - started)


def record(options: argparse.Namespace, step: int, steps: int, seconds: float) -> None:
    """What made the model, beside it."""
    about = {
        name: str(value) if isinstance(value, Path) else value
        for name, value in sorted(vars(options).items())
    }
    about |= {"step": step, "steps": steps, "seconds": round(seconds), "torch": str(torch.__version__)}
    (options.output / "run.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with esco/ and onet/")
    parser.add_argument("--base", type=Path, required=True, help="folder of the published model")
    parser.add_argument("--output", type=Path, required=True, help="the tuned model and its checkpoint")
    parser.add_argument("--pairs", type=int, default=90_000)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--block", type=int, default=4, help="siblings side by side in a batch")
    parser.add_argument("--rate", type=float, default=3e-5)
    parser.add_argument("--tokens", type=int, default=48)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--threads", type=int, default=0, help="0: torch's own choice")
    parser.add_argument("--checkpoint", type=float, default=10.0, help="minutes between checkpoints")
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="stop at a checkpoint after these; 0: never"
    )
    parser.add_argument("--bfloat16", action="store_true", help="half the time on processors that have it")
    run(parser.parse_args())


if __name__ == "__main__":
    main()
