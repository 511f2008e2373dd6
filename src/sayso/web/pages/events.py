"""An event: what is agreed, what differs by telling, and who stands for what."""

from __future__ import annotations

from fastapi import APIRouter
from markupsafe import Markup

from sayso.ledger.answers import EventStory, Known, SeriesRow, StatementRow, TellingRow
from sayso.ledger.comparing import Comparison
from sayso.views import map as maps
from sayso.web import addresses
from sayso.web.problems import there
from sayso.web.visits import Reading

router = APIRouter()

TELLINGS = 30  # that are shown at most


class EventPage(Known):
    """An event: the first of its tellings, and what they agree on."""

    story: EventStory
    compared: Comparison

    @property
    def lines(self) -> dict[str, StatementRow | TellingRow]:
        """What voices rest on, by its id."""
        found: dict[str, StatementRow | TellingRow] = {said.id: said for said in self.story.statements}
        for telling in self.story.tellings:
            found |= {telling.id: telling} | {said.id: said for said in telling.statements}
        return found

    @property
    def series(self) -> list[SeriesRow]:
        """Figures that were given more than once, those most often given first."""
        often = [one for one in self.story.series if len(one.points) > 1]
        return sorted(often, key=lambda one: -len(one.points))

    @property
    def single(self) -> list[SeriesRow]:
        """Figures that were given once."""
        return [one for one in self.story.series if len(one.points) == 1]

    @property
    def places(self) -> dict[str, list[TellingRow]]:
        """The places where it is told to have been that can be drawn, and who tells so."""
        found: dict[str, list[TellingRow]] = {}
        for telling in self.story.tellings:
            if maps.on_earth(telling.lat, telling.lon):
                name = ", ".join(part for part in (telling.place, telling.country) if part)
                found.setdefault(name, []).append(telling)
        return found

    @property
    def map(self) -> Markup:
        """Those places on a map."""
        spots = [
            maps.Spot(told[0].place or name, told[0].lat, told[0].lon, number, len(told))
            for number, (name, told) in enumerate(self.places.items())
            if told[0].lat is not None and told[0].lon is not None
        ]
        if not spots:
            return Markup("")
        drawn = maps.drawn(spots, maps.view(spots), "Map of the places listed beside it")
        return Markup("".join(drawn))  # escaped where it was made


@addresses.page(router, "/events/{id}", "event.html")
def event(visit: Reading, id: str) -> EventPage:
    """An event, its tellings side by side."""
    with there("event", id):
        story = visit.ledger.event(id, TELLINGS)
    return EventPage(story=story, compared=visit.ledger.compared(story.tellings))
