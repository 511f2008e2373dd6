"""What the network is trained to make small."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from sayso.reader import labels
from training.network import DISTANT, TAGS, Network
from training.windows import IGNORE

WEIGHTS = {
    "source": 2.0, "content": 1.0, "sentence": 1.0, "cue": 3.0, "name": 1.0, "pos": 1.0, "mention": 1.0, "time": 1.0,
    "to_head": 1.0, "relation": 1.0, "to_first": 0.7, "to_last": 0.7, "to_antecedent": 0.4, "links": 6.0, "force": 1.0,
    "act": 0.7, "event": 4.0, "status": 0.6, "again": 0.3, "actor": 1.0, "recipient": 1.0, "place": 0.5, "when": 0.5,
    "figure": 0.3,
}  # fmt: skip


def losses(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of each head over a batch, for the heads of which the batch tells anything."""
    x = network.words(network.encode(batch["ids"], batch["types"], batch["size"]), batch["first"])
    scores = {name: score.float() for name, score in network.tagged(x).items()}
    n = x.shape[1]
    place = torch.arange(n)
    real = place[None] < batch["words"][:, None]
    out: dict[str, Tensor] = {}
    for name, classes in TAGS.items():
        target = batch[name]
        if classes > 1:
            flat = scores[name].reshape(-1, classes)
            if (target != IGNORE).any():
                out[name] = functional.cross_entropy(flat, target.reshape(-1), ignore_index=IGNORE)
        else:
            known = (target != IGNORE).float()
            if known.any():
                loss = functional.binary_cross_entropy_with_logits(
                    scores[name][..., 0], target.clamp_min(0).float(), known
                )
                out[name] = loss * known.numel() / known.sum()
    rows = (batch["to_head"] != IGNORE).any(1)  # the windows that have a tree have mentions, too
    if rows.any():
        tree = x[rows]
        together = batch["sentences"][rows, :, None] == batch["sentences"][rows, None]
        together = together & real[rows, None]
        for name in ("head", "first", "last", "antecedent"):
            target = batch["to_" + name][rows]
            allowed = together if name != "antecedent" else (place[:, None] >= place[None])[None]
            score = network.pairs[name](tree, tree).float().masked_fill(~allowed, DISTANT)
            out["to_" + name] = functional.cross_entropy(score.reshape(-1, n), target.reshape(-1), ignore_index=IGNORE)
        label = network.labelled(tree, batch["to_head"][rows].clamp_min(0)).float()
        target = batch["relation"][rows]
        out["relation"] = functional.cross_entropy(
            label.reshape(-1, label.shape[-1]), target.reshape(-1), ignore_index=IGNORE
        )
    window, link = (batch["anchor"] != IGNORE).nonzero(as_tuple=True)
    if len(window):
        anchors, among = x[window, batch["anchor"][window, link]], x[window]
        weight = real[window].float() * batch["linked"][window, link, None]
        loss, content = torch.zeros(()), torch.zeros(())
        for part in ("source", "content"):
            content = network.linked(part, anchors, among, scores[part][window, :, 0])
            target = batch["link_" + part][window, link].float()
            each = functional.binary_cross_entropy_with_logits(content.float(), target, weight, reduction="sum")
            loss = loss + each / weight.sum().clamp_min(1)
        out["links"] = loss
        # The content as the network itself sees it, since that is what it will have.
        share = torch.sigmoid(content.float()) * real[window]
        mean = (share[:, None] @ among.float())[:, 0] / (share.sum(1, keepdim=True) + 1e-3)
        for name, score in zip(("force", "act"), network.acts(anchors, mean), strict=True):
            target = batch[name][window, link]
            if (target != IGNORE).any():
                out[name] = functional.cross_entropy(score.float(), target, ignore_index=IGNORE)
    window, event = (batch["trigger"] != IGNORE).nonzero(as_tuple=True)
    if len(window):
        triggers, among = x[window, batch["trigger"][window, event]], x[window]
        for role, name in enumerate(labels.ROLES):
            score = network.pairs[name](triggers[:, None], among)[:, 0].float().masked_fill(~real[window], DISTANT)
            filling = batch["roles"][window, role, event] > 0
            # One of its words is to be found; which one is left open.
            chosen = functional.log_softmax(score, -1).masked_fill(~filling, DISTANT).logsumexp(-1)
            out["when" if name == "time" else name] = -chosen.mean()
    return out
