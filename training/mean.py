"""The mean of two checkpoints: `python -m training.mean ONE.pt OTHER.pt OUT.pt`.

Between weights from before and after training on something new lie weights that know the new nearly as well as the one
and have forgotten less than the other (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.network import Network


def mean(checkpoints: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of the weights of checkpoints. Raises KeyError if they are not of the same network."""
    first, *others = (torch.load(path, weights_only=True)["network"] for path in checkpoints)
    for other in others:
        if first.keys() != other.keys():
            raise KeyError(f"not in both: {sorted(first.keys() ^ other.keys())}")
    return {name: sum((other[name] for other in others), weight) / len(checkpoints) for name, weight in first.items()}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m training.mean", description=__doc__.splitlines()[0])
    parser.add_argument("checkpoints", type=Path, nargs=2)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    network = Network()
    network.load_state_dict(mean(arguments.checkpoints))
    torch.save({"network": network.state_dict()}, arguments.out)


if __name__ == "__main__":
    main()
