"""The mean of two checkpoints: `python -m training.mean ONE.pt OTHER.pt OUT.pt`.

Between weights from before and after training on something new lie weights that know the new nearly as well as the one
and have forgotten less than the other (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.network import Network


def mean(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Halfway between two sets of the same weights. Raises KeyError if they are not the same."""
    if one.keys() != other.keys():
        raise KeyError(f"not in both: {sorted(one.keys() ^ other.keys())}")
    return {name: (weight + other[name]) / 2 for name, weight in one.items()}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m training.mean", description=__doc__.splitlines()[0])
    parser.add_argument("checkpoints", type=Path, nargs=2)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    one, other = (torch.load(path, weights_only=True)["network"] for path in arguments.checkpoints)
    network = Network()
    network.load_state_dict(mean(one, other))
    torch.save({"network": network.state_dict()}, arguments.out)


if __name__ == "__main__":
    main()
