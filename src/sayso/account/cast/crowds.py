"""Which unnamed people, peoples and documents are meant? One for each way of calling them."""

from __future__ import annotations

from sayso.account.cast.discourse import Discourse
from sayso.account.cast.figures import Figure, conflict
from sayso.account.cast.labels import count_apart, is_counted
from sayso.account.cast.unnamed import Unnamed
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import LINKS, fold

NEAR = 2  # sentences within which a number of people just told of may be meant


def crowd(discourse: Discourse, unnamed: Unnamed, phrase: Phrase) -> Figure:
    """Whom a phrase means, new if none is known by it."""
    if phrase.determiner == "indefinite" and not phrase.plural:
        return unnamed.new(phrase)
    return unnamed.called_alike(phrase) or _called_in_short(discourse, phrase) or unnamed.new(phrase)


def _called_in_short(discourse: Discourse, phrase: Phrase) -> Figure | None:
    """ "The officials", "the report": the last ones called so at greater length."""
    if phrase.determiner != "definite" or any(word in LINKS for word in phrase.label.lower().split()):
        return None  # "the family of a lawmaker" tells itself whose it is
    head = discourse.terms.lower[phrase.head]
    figures, start = discourse.roster.figures, phrase.words[0]
    found = [f for f in figures if (_is_called(f, phrase, head) or _goes_by(f, phrase, head)) and f.first < start]
    if not found and phrase.document:
        papers = (f for f in figures if f.kind == "document" and f.named and f.paper_plural == phrase.plural)
        found = [f for f in papers if fold(f.name()) and f.first < start]
    sentence = discourse.text.reading.sentence
    last = {id(f): max((s for s, _ in f.spans if s < start), default=-1) for f in found}
    # "Nine protesters" who were told of in passing are not "the protesters" later on, if others are so called.
    near = [f for f in found if last[id(f)] >= 0 and sentence[start] - sentence[last[id(f)]] < NEAR]
    open_ = [f for f in found if not is_counted(f.label) or f in near] if phrase.plural else []
    return max(open_ or found, key=lambda f: last[id(f)], default=None)


def _goes_by(figure: Figure, phrase: Phrase, head: str) -> bool:
    """Whether a body with a name is called so with it: "the rebels", "{Houthi rebels}"."""
    called = any(form.endswith(f" {head}") for form in figure.forms.values())
    return called and not figure.person and not figure.state and phrase.plural and phrase.label.casefold() == head


def _is_called(figure: Figure, phrase: Phrase, head: str) -> bool:
    """Whether a figure that is no single person and has no name is called by the head of a phrase, and may be meant."""
    if figure.person or figure.named or not figure.label or fold(figure.label)[-1:] != (head,):
        return False
    return not conflict(figure.code, phrase.country) and not count_apart(figure.label, phrase.label)
