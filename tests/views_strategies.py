"""Any account: hostile characters, spans in any order, nested, crossing, the same twice, at either end of the text."""

from __future__ import annotations

from hypothesis import strategies as st

from sayso.model import (
    Account,
    Actor,
    Dispute,
    Event,
    EventPlace,
    Furniture,
    Place,
    Quantity,
    Report,
    Side,
    Statement,
    Time,
    TimeExpression,
)

_CHARACTERS = st.one_of(
    st.characters(exclude_categories=[]),  # lone surrogates among them
    st.sampled_from("<>&\"'“”\n\r\t \x00\x1b\x07\x7f\x85\x9b\u2028\u202e\u2066\u200f\ufeff\ufffe[]\\{}$;:/"),
)
WORDS = st.one_of(
    st.text(_CHARACTERS, max_size=40),
    st.sampled_from(
        [
            "</script><script>alert(1)</script>", "<!-- ", "]]>", "--><img src=x onerror=alert(1)>", "&amp;&#0;&lt",
            "javascript:alert(1)", "[red]x[/red]", "\x1b]8;;http://example.org\x07", "$articles", "</div></p>",
            "<p", "\r\n\r\n",
        ]
    ),
)  # fmt: skip

_STEMS = st.sampled_from(["e1", "e2", "e3", "e4", "<e>", ""])


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    text = "".join(draw(st.lists(WORDS, min_size=1, max_size=6))) or " "
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda pair: (min(pair), max(pair)) if pair[0] != pair[1] else (0, len(text))
    )
    ids = draw(st.lists(WORDS, unique=True, max_size=12))
    some = st.sampled_from(ids) if ids else st.none()
    maybe = st.one_of(st.none(), WORDS)
    kinds = st.sampled_from(["person", "government", "anonymous", "media"])
    degrees = st.one_of(st.none(), st.floats(), st.floats(-180, 180), st.sampled_from([-180.0, -90.0, 90.0, 180.0]))
    days = st.one_of(maybe, st.dates().map(str), st.sampled_from(["2024", "2024-02", "2024-02-30", "2024-05-15T10:00"]))
    events = draw(st.lists(_STEMS, unique=True, max_size=4))
    said = st.lists(st.one_of(st.sampled_from(["s0", "s1", "s2"]), WORDS), max_size=4)

    def place(kind: type[Place] | type[EventPlace], **more: str) -> Place | EventPlace:
        return kind(
            name=draw(WORDS), country=draw(maybe), admin1=draw(maybe), lat=draw(degrees), lon=draw(degrees),
            span=draw(spans), **more,
        )  # fmt: skip

    return Account(
        report=Report(
            text=text, title=draw(maybe), outlet=draw(maybe), agency=draw(maybe), url=draw(maybe),
            dateline=draw(maybe),
            furniture=[Furniture(kind="title", span=span) for span in draw(st.lists(spans, max_size=2))],
        ),
        actors=[
            Actor(id=id, name=draw(WORDS), kind=draw(kinds), role=draw(maybe), country=draw(maybe),
                  aliases=draw(st.lists(WORDS, max_size=2)), mentions=draw(st.lists(spans, max_size=2)))
            for id in ids
        ],
        statements=[
            Statement(
                id=f"s{number}", speaker=draw(st.one_of(some, WORDS, st.none())), addressee=draw(some),
                via=draw(st.lists(WORDS, max_size=1)),
                speaker_span=draw(st.one_of(st.none(), spans)), cue=draw(st.one_of(st.none(), spans)),
                content=draw(st.lists(spans, max_size=3)), force=draw(st.sampled_from(["assert", "deny"])),
                quotation=draw(st.sampled_from(["direct", "indirect", "mixed"])),
            )
            for number in range(draw(st.integers(0, 6)))
        ],
        events=[
            Event(
                id=id, type=draw(st.sampled_from(["ASSAULT", "AID", "PROTEST"])), mode=draw(maybe), trigger=draw(spans),
                actors=draw(st.lists(st.one_of(some, WORDS), max_size=2)) if ids else [],
                recipients=draw(st.lists(some, max_size=2)) if ids else [],
                place=draw(st.sampled_from([None, place(EventPlace)])),
                time=draw(st.one_of(st.none(), st.builds(Time, start=days, end=days, text=WORDS, span=spans))),
                quantities=draw(st.lists(st.builds(
                    Quantity, value=st.floats(), max=st.one_of(st.none(), st.floats()), unit=WORDS,
                    approximate=st.booleans(), span=spans), max_size=2)),
                status=draw(st.sampled_from(["fact", "claimed", "denied", "possible", "planned", "demanded"])),
                statements=draw(said), evidence=draw(st.lists(spans, max_size=2)), confidence=draw(st.floats()),
            )
            for id in events
        ],
        places=[place(Place, text=draw(WORDS)) for _ in range(draw(st.integers(0, 3)))],
        times=draw(st.lists(
            st.builds(TimeExpression, span=spans, text=WORDS, type=st.just("DATE"), start=days, end=days), max_size=2)),
        disputes=draw(st.lists(st.builds(
            Dispute, id=WORDS, issue=WORDS, kind=st.sampled_from(["cause", "quantity"]),
            events=st.lists(_STEMS, max_size=3),
            sides=st.lists(st.builds(
                Side, position=WORDS, actors=st.lists(WORDS, max_size=2), statements=said), max_size=3)), max_size=2)),
    )  # fmt: skip
