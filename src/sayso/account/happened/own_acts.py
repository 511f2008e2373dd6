"""Words of acts that are no events of their own: a denial is a statement, what reporters ask and are not told is how
news is made, and the talks that somebody demands are what the demand is for."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.account.happened.generic import is_generic
from sayso.account.happened.harmless import harms_nobody, is_accident, is_mere_search
from sayso.account.happened.mere_words import are_mere_words
from sayso.account.happened.parts_of_acts import is_part_of_another
from sayso.account.happened.tellings import REPORT, Telling
from sayso.account.happened.undone import is_undone
from sayso.reader.reading import Reading


def own_acts(reading: Reading, told: Sequence[Telling]) -> list[Telling]:
    """The tellings that tell of an event of its own. Where accidents and searches are all that a report tells of, it
    keeps them, so that what it is about is not lost to whoever compares reports."""
    at = {telling.trigger: telling for telling in told}
    own = [
        telling
        for telling in told
        if not (
            is_part_of_another(reading, telling, at)
            or are_mere_words(reading, telling)
            or harms_nobody(reading, telling)
            or is_generic(reading, telling)
            or is_undone(reading, telling.trigger, telling.type)
        )
    ]
    acts = [one for one in own if not (is_accident(reading, one) or is_mere_search(reading, one))]
    return acts or (own if len(reading) >= REPORT else [])
