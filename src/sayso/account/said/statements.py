"""Who says what: the model's attributions made into statements.

The model links a cue to words; an account wants whole quotations, clean edges, one statement for one act of saying.
What is told of an act of saying is in words, what is said in characters of the report's text."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.account.grammar.text import Text
from sayso.account.said.attributed import saying_of
from sayso.account.said.deeds_behind import with_deeds_behind
from sayso.account.said.double_cues import one_for_each_act, outermost
from sayso.account.said.forces import force_of
from sayso.account.said.labelled import with_signed, with_turns
from sayso.account.said.lone_quotations import continue_quotations
from sayso.account.said.nesting import nest, told_within
from sayso.account.said.passed_on import quoted_as_saying, read_out
from sayso.account.said.passed_over import passed_over
from sayso.account.said.pieces import behind_setting, with_like, without_joint
from sayso.account.said.resuming import resume
from sayso.account.said.saying import Saying
from sayso.account.said.sharing import leave_what_hangs_elsewhere, share_out
from sayso.account.said.sources import author
from sayso.account.said.unsaid import is_unsaid
from sayso.model import Quotation, Span

DIRECT, MIXED = 0.92, 0.02  # how much of a content is quoted, at least


def sayings(text: Text) -> list[Saying]:
    """The acts of saying a report tells of, in the order of the text."""
    reading = text.reading
    found = _linked(text)
    found = one_for_each_act(text, quoted_as_saying(text, found))
    found = outermost(reading, found)
    for saying in found:
        saying.source = saying.source and author(reading, saying.source)
    resume(reading, found)
    share_out(text, found)
    found = with_deeds_behind(text, found)
    read_out(text, found)
    found += told_within(text, found)
    found += passed_over(text, found)
    found = with_signed(text, with_turns(text, found))
    continue_quotations(text, found)
    found = [saying for saying in found if not _is_unsaid(text, saying)]
    leave_what_hangs_elsewhere(text, found)
    for saying in found:
        clean = without_joint(text, [behind_setting(text, piece) for piece in saying.content])
        saying.content = [with_like(text, piece) for piece in clean]
        if saying.quotation != "direct":  # as a turn of a transcript is
            saying.quotation = _quotation(text, saying.content)
        saying.force = saying.force or force_of(reading, saying.cue, saying.source, saying.content, saying.likely)
    found.sort(key=lambda saying: reading.starts[saying.cue[0]] if saying.cue else saying.content[0][0])
    nest(text, found)
    return found


def _linked(text: Text) -> list[Saying]:
    """The acts of saying that the model's attributions tell of in prose."""
    reading = text.reading
    prose = (one for one in reading.attributions if text.is_prose(reading.span(one.cue)))
    return [saying for one in prose if (saying := saying_of(text, one)) is not None]


def _is_unsaid(text: Text, saying: Saying) -> bool:
    """Whether nothing is said, though it looks so."""
    pieces = [text.words(piece) for piece in saying.content if text.tells(piece)]
    return is_unsaid(text.reading, saying.cue, saying.source, pieces)


def _quotation(text: Text, content: Sequence[Span]) -> Quotation:
    """Whether a content is quoted wholly, in part or not at all."""
    share = text.quotations.share(content)
    return "direct" if share >= DIRECT else "mixed" if share >= MIXED else "indirect"
