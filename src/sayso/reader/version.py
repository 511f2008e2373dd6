"""Which weights read a report."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

DIGITS = 12


@cache
def weights_version() -> str:
    """The first digits of the SHA-256 of the weights that ship: of all that training changes, one after another."""
    weights = files("sayso.reader").joinpath("weights")
    content = hashlib.sha256()
    for name in ("reader.onnx", "forces.tsv"):
        content.update(weights.joinpath(name).read_bytes())
    return content.hexdigest()[:DIGITS]
