"""Why an event was coded as it is, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.account.explanations import Explanation, Grounds


def lines(explained: Explanation) -> Iterator[str]:
    """The explanation as lines of plain text."""
    event, account = explained.event, explained.account
    yield f"{event.id}  {event.type}{' (' + event.mode + ')' if event.mode else ''}  {event.status}"
    yield f"  {_sentence(explained)}"
    yield ""
    for number, grounds in enumerate(explained.grounds):
        head = "Coded from" if number == 0 else "Told again by"
        yield f'{head} "{account.words(grounds.trigger)}" at {grounds.trigger[0]}-{grounds.trigger[1]}'
        yield from (f"  {line}" for line in _grounds(explained, grounds, again=number > 0))
        yield ""
    yield from _footing(explained)


def _sentence(explained: Explanation) -> str:
    event, account = explained.event, explained.account
    text = account.report.text
    start = max(text.rfind("\n", 0, event.trigger[0]) + 1, event.trigger[0] - 160)
    end = text.find("\n", event.trigger[1])
    end = min(end if end >= 0 else len(text), event.trigger[1] + 160)
    words = text[start : event.trigger[0]] + "[" + account.words(event.trigger) + "]" + text[event.trigger[1] : end]
    return "".join(c if c.isprintable() else " " for c in words).strip()


def _grounds(explained: Explanation, grounds: Grounds, again: bool) -> Iterator[str]:
    account = explained.account
    yield f"an event at all     {grounds.event:.2f} (the model)"
    yield f"type                {_scores(grounds.types)}"
    if grounds.known:
        yield f"  the model         {_scores(grounds.model_types)}"
        types = " or ".join(grounds.known.types)
        yield f'  the lexicon       "{grounds.known.word}" ({grounds.known.pos}) is {types} (events.tsv)'
    else:
        yield "  by the model alone: the lexicon does not have the word"
    yield f"footing             {_scores(grounds.statuses)} (the model)"
    if again:
        yield f"the same as before  {grounds.again:.2f} (the model), and nothing it tells is at odds with the rest"
    for filler in grounds.fillers:
        words = " ".join(account.words(filler.span).split())
        yield f'{filler.role:<20}"{words}" {filler.likely:.2f}'


def _scores(scores: Iterable[tuple[str, float]]) -> str:
    return ", ".join(f"{name} {score:.2f}" for name, score in scores)


def _footing(explained: Explanation) -> Iterator[str]:
    event, account = explained.event, explained.account
    if not event.statements:
        yield f"Footing: {event.status}, in the report's own voice."
        return
    yield f"Footing: {event.status}, on the word of"
    for id in event.statements:
        statement = next(statement for statement in account.statements if statement.id == id)
        speaker = account.actor(statement.speaker)
        cue = f' ("{account.words(statement.cue)}")' if statement.cue else ""
        yield f"  {id}  {speaker.name if speaker else 'somebody the text does not name'}{cue}"
