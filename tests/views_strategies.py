"""Any account: hostile characters, spans in any order, nested, crossing, the same twice, at either end of the text."""

from __future__ import annotations

from hypothesis import strategies as st

from sayso.model import Account, Actor, Furniture, Report, Statement

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
                id="s", speaker=draw(st.one_of(some, WORDS, st.none())), addressee=draw(some),
                via=draw(st.lists(WORDS, max_size=1)),
                speaker_span=draw(st.one_of(st.none(), spans)), cue=draw(st.one_of(st.none(), spans)),
                content=draw(st.lists(spans, max_size=3)), force=draw(st.sampled_from(["assert", "deny"])),
                quotation=draw(st.sampled_from(["direct", "indirect", "mixed"])),
            )
            for _ in range(draw(st.integers(0, 6)))
        ],
    )  # fmt: skip
