"""Write the network as the ONNX graph that ships: `python -m training.export CHECKPOINT OUT.onnx [--float]`.

The graph takes one window, unpadded, so that what it gives for a window hangs on nothing else. Matrices are int8, a
scale for each output channel; their inputs are quantised as they come (onnxruntime's DynamicQuantizeMatMul).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto as T
from onnx import helper, numpy_helper

from sayso.reader import labels
from training.network import DISTANT, HEADS, LABEL, PAIRS, TAGS, WIDTH, Network

CUE_FLOOR = 0.15  # words less likely to begin a cue are not followed up
EVENT_FLOOR = 0.1  # nor words less likely to tell of an event

EXACT = ("layers.0.qkv", "layers.1.qkv", "layers.2.qkv")  # not int8: what is lost early, all later layers see


class Graph:
    """An ONNX graph under construction. Methods add nodes and give the names of what comes out of them."""

    def __init__(self, int8: bool) -> None:
        self.int8 = int8
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._count = 0

    def name(self) -> str:
        """A name not used before."""
        self._count += 1
        return f"v{self._count}"

    def constant(self, value: np.ndarray) -> str:
        """A tensor that ships in the graph."""
        name = self.name()
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def ints(self, *values: int) -> str:
        """A vector of integers."""
        return self.constant(np.array(values, np.int64))

    def add(self, op: str, *inputs: str, domain: str = "", outs: int = 1, to: str | None = None, **attributes: object):
        """A node of one output (its name) or several (their names); `to` names the output."""
        names = [to] if to else [self.name() for _ in range(outs)]
        self.nodes.append(helper.make_node(op, list(inputs), names, domain=domain, **attributes))
        return names[0] if outs == 1 else names

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray, exact: bool = False) -> str:
        """x (rows, in) by weight (out, in), plus bias; `exact` keeps it in floating point."""
        if exact or not self.int8:
            return self.add("Add", self.add("MatMul", x, self.constant(weight.T)), self.constant(bias))
        scale = np.maximum(np.abs(weight).max(1), 1e-8) / 127
        coded = np.round(weight / scale[:, None]).astype(np.int8)
        return self.add(
            "DynamicQuantizeMatMul", x, self.constant(coded.T), self.constant(scale.astype(np.float32)), "",
            self.constant(bias), domain="com.microsoft",
        )  # fmt: skip

    def embed(self, ids: str, table: np.ndarray) -> str:
        """Rows of a table, kept as int8 with a scale for each row."""
        if not self.int8:
            return self.add("Gather", self.constant(table), ids)
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        rows = self.add("Gather", self.constant(np.round(table / scale).astype(np.int8)), ids)
        scales = self.add("Gather", self.constant(scale.astype(np.float32)), ids)
        return self.add("Mul", self.cast(rows, T.FLOAT), scales)

    def cast(self, x: str, kind: int) -> str:
        """x as another type."""
        name = self.name()
        self.nodes.append(helper.make_node("Cast", [x], [name], to=kind))
        return name

    def gelu(self, x: str) -> str:
        """The exact Gaussian error linear unit."""
        return self.add("Gelu", x, domain="com.microsoft")


def graph(network: Network, int8: bool) -> onnx.ModelProto:
    """The network's arithmetic over one window. Inputs: `ids` and `types` of n pieces, `first` piece of each of w
    words, `opens`: 1 for words that open a paragraph. Outputs over words, and over the k words where a cue may begin
    (`anchor`; its first entry is word 0 always, so that there is one): see the end."""
    w = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    g = Graph(int8)

    def linear(x: str, name: str) -> str:
        return g.linear(x, w[f"{name}.weight"], w[f"{name}.bias"], exact=name in EXACT)

    def norm(x: str, name: str) -> str:
        return g.add(
            "LayerNormalization", x, g.constant(w[f"{name}.weight"]), g.constant(w[f"{name}.bias"]), epsilon=1e-12
        )

    def argmax(x: str, to: str | None = None) -> str:
        return g.add("ArgMax", x, axis=1, keepdims=0, to=to)

    def split(x: str, sizes: list[int]) -> list[str]:
        return g.add("Split", x, g.ints(*sizes), outs=len(sizes), axis=1)

    n = g.add("Squeeze", g.add("Shape", "ids"))
    places = g.add("Range", g.constant(np.int64(0)), n, g.constant(np.int64(1)))
    x = g.add("Add", g.embed("ids", w["pieces.weight"]), g.add("Gather", g.constant(w["places.weight"]), places))
    x = norm(g.add("Add", x, g.add("Gather", g.constant(w["shapes.weight"]), "types")), "norm")
    lead = g.ints(0)
    for i in range(len(network.layers)):
        at = f"layers.{i}."
        parts = [g.add("Unsqueeze", part, lead) for part in split(linear(x, at + "qkv"), [WIDTH] * 3)]
        seen = g.add("Squeeze", g.add("MultiHeadAttention", *parts, domain="com.microsoft", num_heads=HEADS), lead)
        x = norm(g.add("Add", x, linear(seen, at + "out")), at + "norm1")
        x = norm(g.add("Add", x, linear(g.gelu(linear(x, at + "inner")), at + "outer")), at + "norm2")

    words = g.add("Gather", x, "first")
    tag = dict(zip(TAGS, split(linear(words, "tags"), list(TAGS.values())), strict=True))
    sides = [f"pairs.{name}.{side}" for name in PAIRS for side in ("left", "right")] + ["label_left", "label_right"]
    widths = [width for width in PAIRS.values() for _ in "lr"] + [LABEL, LABEL]
    side: dict[str, str] = {}
    for exact in (False, True):  # links bear int8 least: their scores are compared with a threshold, not each other
        some = [k for k, name in enumerate(sides) if ("link_" in name) == exact]
        weight = np.concatenate([w[f"{sides[k]}.weight"] for k in some])
        bias = np.concatenate([w[f"{sides[k]}.bias"] for k in some])
        parts = split(g.gelu(g.linear(words, weight, bias, exact)), [widths[k] for k in some])
        side |= dict(zip((sides[k] for k in some), parts, strict=True))

    def pair(name: str, rows: str | None = None) -> str:
        left, right = side[f"pairs.{name}.left"], side[f"pairs.{name}.right"]
        left = g.add("Gather", left, rows) if rows else left
        left = g.add("MatMul", left, g.constant(w[f"pairs.{name}.joint"]))
        left = g.add("Add", left, g.constant(w[f"pairs.{name}.prior"]))
        return g.add("MatMul", left, g.add("Transpose", right, perm=[1, 0]))

    # Sentences first: trees and mentions do not cross them.
    zero = g.constant(np.float32(0))
    starts = g.add("Greater", g.add("Squeeze", tag["sentence"], g.ints(1)), zero)
    starts = g.cast(g.add("Or", starts, g.cast("opens", T.BOOL)), T.INT64)
    sentence = g.add("CumSum", starts, g.constant(np.int64(0)), to="sentence")
    column, row = g.add("Unsqueeze", sentence, g.ints(1)), g.add("Unsqueeze", sentence, lead)
    together = g.add("Equal", column, row)
    count = g.add("Squeeze", g.add("Shape", "first"))
    place = g.add("Range", g.constant(np.int64(0)), count, g.constant(np.int64(1)))
    down, across = g.add("Unsqueeze", place, g.ints(1)), g.add("Unsqueeze", place, lead)
    distant = g.constant(np.float32(DISTANT))

    def where(allowed: str, scores: str, to: str | None = None) -> str:
        return g.add("Where", allowed, scores, distant, to=to)

    heads = where(together, pair("head"), to="heads")
    right = g.add("Gather", side["label_right"], argmax(heads))
    argmax(linear(g.add("Mul", side["label_left"], right), "label"), to="relation")
    for name in ("pos", "name", "time"):
        argmax(tag[name], to=name)
    g.add("LogSoftmax", tag["mention"], axis=1, to="mention")
    before, after = g.add("GreaterOrEqual", down, across), g.add("LessOrEqual", down, across)
    argmax(where(g.add("And", together, before), pair("first")), to="begin")
    argmax(where(g.add("And", together, after), pair("last")), to="end")
    mentioned = g.add("Unsqueeze", g.add("Greater", argmax("mention"), g.constant(np.int64(0))), lead)
    seen = g.add("And", before, g.add("Or", mentioned, g.add("Equal", down, across)))
    argmax(where(seen, pair("antecedent")), to="antecedent")

    cue = g.add("Softmax", tag["cue"], axis=1, to="cue")
    begins = g.add("Gather", cue, g.constant(np.int64(labels.CUE.index("begin"))), axis=1)
    likely = g.add("NonZero", g.add("Greater", begins, g.constant(np.float32(CUE_FLOOR))))
    anchor = g.add("Concat", g.ints(0), g.add("Squeeze", likely, lead), axis=0, to="anchor")
    for number, part in enumerate(("source", "content")):
        g.add("Sigmoid", g.add("Squeeze", tag[part], g.ints(1)), to=part)
        prior = g.add("Mul", g.add("Transpose", tag[part], perm=[1, 0]), g.constant(w["tie"][2 * number]))
        score = g.add("Add", pair("link_" + part, anchor), g.add("Add", prior, g.constant(w["tie"][2 * number + 1])))
        g.add("Sigmoid", score, to="link_" + part)
    total = g.add("ReduceSum", "link_content", g.ints(1), keepdims=1)
    mean = g.add("Div", g.add("MatMul", "link_content", words), g.add("Add", total, g.constant(np.float32(1e-3))))
    joined = g.add("Concat", g.add("Gather", words, anchor), mean, axis=1)
    inner = g.gelu(linear(joined, "force_inner"))
    for name in ("force", "act"):
        g.add("Softmax", linear(inner, name), axis=1, to=name)

    event = g.add("Softmax", tag["event"], axis=1)
    none = g.add("Squeeze", g.add("Gather", event, g.ints(0), axis=1), g.ints(1))
    likely = g.add("NonZero", g.add("Less", none, g.constant(np.float32(1 - EVENT_FLOOR))))
    trigger = g.add("Concat", g.ints(0), g.add("Squeeze", likely, lead), axis=0, to="trigger")
    for name, scores in (("event", event), ("status", g.add("Softmax", tag["status"], axis=1))):
        g.add("Gather", scores, trigger, axis=0, to=name)
    g.add("Gather", g.add("Sigmoid", g.add("Squeeze", tag["again"], g.ints(1))), trigger, axis=0, to="again")
    for name in labels.ROLES:
        g.add("Softmax", pair(name, trigger), axis=1, to="role_" + name)

    inputs = [helper.make_tensor_value_info(k, T.INT64, [d]) for k, d in
              (("ids", "n"), ("types", "n"), ("first", "w"), ("opens", "w"))]  # fmt: skip
    outputs = [helper.make_tensor_value_info(k, T.INT64, ["w"]) for k in
               ("sentence", "relation", "pos", "name", "time", "begin", "end", "antecedent")]  # fmt: skip
    outputs += [helper.make_tensor_value_info(k, T.FLOAT, ["w"]) for k in ("source", "content")]
    outputs += [helper.make_tensor_value_info("heads", T.FLOAT, ["w", "w"])]
    outputs += [helper.make_tensor_value_info("mention", T.FLOAT, ["w", len(labels.MENTIONS)])]
    outputs += [helper.make_tensor_value_info("cue", T.FLOAT, ["w", len(labels.CUE)])]
    outputs += [helper.make_tensor_value_info("anchor", T.INT64, ["k"])]
    outputs += [helper.make_tensor_value_info(k, T.FLOAT, ["k", "w"]) for k in ("link_source", "link_content")]
    outputs += [helper.make_tensor_value_info("force", T.FLOAT, ["k", len(labels.FORCES)])]
    outputs += [helper.make_tensor_value_info("act", T.FLOAT, ["k", len(labels.ACTS)])]
    outputs += [helper.make_tensor_value_info("trigger", T.INT64, ["e"])]
    outputs += [helper.make_tensor_value_info("event", T.FLOAT, ["e", len(labels.EVENTS)])]
    outputs += [helper.make_tensor_value_info("status", T.FLOAT, ["e", len(labels.STATUSES)])]
    outputs += [helper.make_tensor_value_info("again", T.FLOAT, ["e"])]
    outputs += [helper.make_tensor_value_info("role_" + name, T.FLOAT, ["e", "w"]) for name in labels.ROLES]
    body = helper.make_graph(g.nodes, "sayso", inputs, outputs, g.constants)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="sayso")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true", help="keep floating point: what int8 is measured against")
    arguments = parser.parse_args()
    network = Network()
    network.load_state_dict(torch.load(arguments.checkpoint, weights_only=True)["network"])
    arguments.out.write_bytes(graph(network, not arguments.float).SerializeToString())
    print(f"{arguments.out}: {arguments.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
