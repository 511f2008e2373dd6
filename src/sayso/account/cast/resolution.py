"""Who speaks, all of it together: the names of the whole text first, then every reference in its order, then the
speakers that are left. Where the text does not tell, nobody is named."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.account.cast.discourse import Discourse
from sayso.account.cast.figures import Figure
from sayso.account.cast.gathering import gather
from sayso.account.cast.located import LocatedPhrases
from sayso.account.cast.marked_text import MarkedText
from sayso.account.cast.mentions import Cast, SpeakerMention
from sayso.account.cast.nesting import Nesting
from sayso.account.cast.references import References
from sayso.account.cast.roster import Roster
from sayso.account.cast.unexpressed import Unexpressed
from sayso.account.cast.walk import Walk
from sayso.account.named.phrase_reader import Phrases
from sayso.model import Actor, Place, Report, Span
from sayso.reader.reading import Reading


def resolve(report: Report, reading: Reading, speakers: Sequence[SpeakerMention], places: Sequence[Place] = ()) -> Cast:
    """Give every speaker mention the actor it means.

    Takes the report, its reading, where speakers are named and the places of the text; returns the actors who speak
    and, for each mention in the order given, their ids. Raises nothing: what cannot be told is left empty."""
    if not len(reading):
        return Cast(speakers=[() for _ in speakers])
    phrases = Phrases(reading)
    text = MarkedText(report, reading, phrases.terms, speakers, places)
    discourse = Discourse(text, LocatedPhrases(text, phrases), Roster(text, phrases), [()] * len(speakers))
    nesting = Nesting(discourse)
    references = References(discourse, nesting)
    gather(discourse)
    Walk(discourse, references).go()
    left = Unexpressed(discourse, nesting, references)
    for k in range(len(speakers)):
        discourse.found[k] = discourse.found[k] or left.meant(k)
    return _cast(discourse)


def _cast(discourse: Discourse) -> Cast:
    """The figures who speak, in order of first mention, as actors."""
    met = {id(figure): figure for figures in discourse.found for figure in figures}
    order = sorted(met.values(), key=lambda figure: figure.first)
    ids = {id(figure): f"a{n}" for n, figure in enumerate(order, 1)}
    return Cast(
        [_actor(figure, ids[id(figure)], discourse.reading) for figure in order],
        [tuple(ids[id(figure)] for figure in figures) for figures in discourse.found],
    )


def _actor(figure: Figure, id: str, reading: Reading) -> Actor:
    name = figure.name()
    forms = [*figure.names.values(), *figure.forms.values()]
    aliases = list(dict.fromkeys(form for form in forms if form and form != name))
    spans: list[Span] = sorted({reading.span(words) for words in figure.spans})
    return Actor(
        id=id, name=name, kind=figure.kind, role=figure.role or figure.rank, country=figure.code,
        sector=figure.sector, aliases=aliases, mentions=spans,
    )  # fmt: skip
