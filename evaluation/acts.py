"""What accounts make of attributions whose act and force were judged: PolNeAR's, in its dev part."""

from __future__ import annotations

from evaluation.counts import Count
from sayso.account import Reader
from sayso.intake import text_report
from sayso.model import Account, Force
from sayso.reader import labels
from training import sources
from training.sources import Spans
from training.windows import IGNORE


def score(reader: Reader) -> dict[str, float]:
    """From accounts of texts of PolNeAR's dev part, 657 of whose attributions were judged one by one from their words
    (training/corpora/acts): of the statements found by their cue, the share with the right force; the shares of
    statements and of states of mind that are found at all; of the attributions that tell of neither, the share left
    out."""
    force = Count()
    found = {act: Count() for act in labels.ACTS}
    for _, file, attributions in sources.polnear_files("dev", sources.judged("polnear")):
        account = reader.read(text_report(sources.verbatim(file)))
        for given in attributions:
            if given.act == IGNORE:
                continue
            act, told = labels.ACTS[given.act], _force(account, given.cue)
            found[act].answer(told is not None)
            if told and act == "said":
                force.answer(labels.FORCES[given.force] == told)
    said, thought, neither = (found[act].recall for act in labels.ACTS)
    return {"force": force.recall, "said": said, "thought": thought, "left out": 1 - neither}


def _force(account: Account, cue: Spans) -> Force | None:
    """The force of the first statement whose cue shares a character with this one; None if there is none."""
    for statement in account.statements:
        if statement.cue and any(statement.cue[0] < b and a < statement.cue[1] for a, b in cue):
            return statement.force
    return None
