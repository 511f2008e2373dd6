"""Speakers resolved to actors, on readings made by hand: who is meant, and what is known of them.

In the texts below a speaker stands in braces: "{Lavrov} said …". What is expected is the actor's name for each, in
order, None where nobody can be told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import lexicon
from sayso.account.cast import Cast, SpeakerMention, resolve
from sayso.model import Actor, Report
from sayso.reader.reading import Mention, Name, Reading, Words
from sayso.reader.words import cut, paragraphs

CLOSED = {
    "DET": "the a an this that these those some any each every no another both all",
    "ADP": "of in on at for from with by to about against between into during before after over as than",
    "PRON": "he she it they him her them his its their i we you who which me us my our whose",
    "AUX": "is are was were be been has have had do does did will would can could may might must",
    "VERB": "said say says told tells asked added called warned urged claimed denied confirmed met went spoke left",
    "CCONJ": "and or but nor",
}
POS = {word: tag for tag, words in CLOSED.items() for word in words.split()}
ADJECTIVES = re.compile(r"(al|ive|ous|ic|able|ful|ary|ish)$|^(senior|top|new|local|former|state|lead)$")


def reading(text: str) -> Reading:
    """A reading by rules simple enough to follow in one's head: what has a capital and no other use is a name."""
    starts, ends = cut(text)
    words = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    sentence, number = [], 0
    lines = paragraphs(text, starts)
    for i, word in enumerate(words):
        closed = i > 0 and (words[i - 1] in ".?!" or (words[i - 1] in '”"' and i > 1 and words[i - 2] in ".?!"))
        if i and (lines[i] != lines[i - 1] or (closed and (word[0].isupper() or word == "“"))):
            number += 1
        sentence.append(number)
    pos = [_pos(words, sentence, i) for i in range(len(words))]
    names = _names(text, words, starts, ends, pos, sentence)
    relation = ["nsubj" if pos[i] in ("NOUN", "PROPN", "PRON") and pos[i + 1 : i + 2] in (["VERB"], ["AUX"]) else "dep"
                for i in range(len(words))]  # fmt: skip
    pronouns = [i for i, word in enumerate(words) if word.lower() in ("he", "she")]
    mentions = {i: Mention((i, i + 1), i, "person", None) for i in pronouns}
    return Reading(text, starts, ends, lines, sentence, pos, list(range(len(words))), relation, names, mentions)


def _pos(words: list[str], sentence: list[int], i: int) -> str:
    word, lower = words[i], words[i].lower()
    if not re.search(r"\w", word):
        return "PUNCT"
    if lower in ("'s", "’s"):
        return "PART"
    if lower in POS:
        return POS[lower]
    if word[0].isdigit():
        return "NUM"
    common = lexicon.role(word) or lexicon.body(word) or lexicon.source(word) or lexicon.document(word)
    first = i == 0 or sentence[i] != sentence[i - 1]
    if word[0].isupper() and not (first and (common or lower in ("later", "state", "former"))):
        return "PROPN"
    return "ADJ" if ADJECTIVES.search(lower) and not lexicon.role(lower) else "NOUN"


def _names(
    text: str, words: list[str], starts: list[int], ends: list[int], pos: list[str], sentence: list[int]
) -> list[Name]:
    found: list[Name] = []
    i = 0
    while i < len(words):
        if pos[i] != "PROPN" or lexicon.honorific(words[i]) or lexicon.role(words[i]):
            i += 1
            continue
        j = i + 1
        while j < len(words) and sentence[j] == sentence[i] and not lexicon.nationality(words[i]):
            hyphen = (words[j] == "-" and starts[j] == ends[j - 1]) or words[j - 1] == "-"
            if lexicon.body(words[j - 1]) or not (hyphen or pos[j] == "PROPN" or words[j] in ("al", "bin")):
                break
            j += 1
        name = text[starts[i] : ends[j - 1]]
        place = lexicon.country(name) or lexicon.seat(name) or lexicon.nationality(name)
        body = lexicon.organization(name) or any(lexicon.body(word) for word in name.split())
        found.append(Name((i, j), "LOCATION" if place else "ORGANIZATION" if body else "PERSON"))
        i = j
    return found


def speakers(marked: str) -> tuple[Report, Reading, list[SpeakerMention]]:
    """A text with its speakers in braces, as the resolution takes it."""
    text, spans = "", []
    for piece in re.split(r"([{}])", marked):
        if piece == "{":
            spans.append([len(text), 0])
        elif piece == "}":
            spans[-1][1] = len(text)
        else:
            text += piece
    read = reading(text)
    mentions = []
    for a, b in spans:
        inside = [i for i in range(len(read)) if read.starts[i] < b and read.ends[i] > a]
        mentions.append(SpeakerMention((inside[0], inside[-1] + 1)))
    return Report(text=text), read, mentions


def told(marked: str) -> Cast:
    return resolve(*speakers(marked))


def names(marked: str) -> list[str | None]:
    cast = told(marked)
    by_id = {actor.id: actor.name for actor in cast.actors}
    return [" + ".join(by_id[id] for id in ids) or None for ids in cast.speakers]


def actor(marked: str) -> Actor:
    """The actor of the last speaker marked."""
    cast = told(marked)
    return next(a for a in cast.actors if a.id == cast.speakers[-1][0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one person, many names
        ("{Russian Foreign Minister Sergey Lavrov} spoke. {Lavrov} added this. {Mr Lavrov} left.",
         ["Sergey Lavrov"] * 3),
        ("{Lavrov} spoke. It was {Sergey Lavrov} who said so.", ["Sergey Lavrov"] * 2),
        ("{Sergey Lavrov, the Russian foreign minister,} spoke. {The Russian foreign minister} left.",
         ["Sergey Lavrov"] * 2),
        ("{The Turkish president, Recep Tayyip Erdogan,} spoke. {The president} left.", ["Recep Tayyip Erdogan"] * 2),
        ("{Recep Tayyip Erdoğan} spoke. {Erdogan} left.", ["Recep Tayyip Erdoğan"] * 2),
        # Of whom the text tells what he is, he is nothing else.
        ("{Ann Moor, who sold fish,} spoke. {The foreign minister} left.", ["Ann Moor", "foreign minister"]),
        ("{Ann Moor} spoke. {The foreign minister} left.", ["Ann Moor"] * 2),
        ("{Volodymyr Zelenskiy} spoke. {Zelenskyy} left.", ["Volodymyr Zelenskiy"] * 2),
        ("{President Park Geun-hye of South Korea} spoke. {Park} left.", ["Park Geun-hye"] * 2),
        ("{Han Duk-in} also said talks were impossible. {Mr Han} left.", ["Han Duk-in"] * 2),
        ("{Tyrant Lim Sok-hun} threatened to sink ships.", ["Tyrant Lim Sok-hun"]),
        # the office of somebody is not that of a firm
        ("{The regional office of Crest Bank} burnt. {The coroner's office} said no.",
         ["regional office of Crest Bank", "coroner's office"]),
        # an office names its holder before the name has come
        ("{The president of Ghana} spoke. Later {President John Mahama of Ghana} left.", ["John Mahama"] * 2),
        # somebody described first, named next
        ("{A Pentagon spokesman} said no. “No,” said {Sean Robertson}.", ["Sean Robertson"] * 2),
        ("{A Pentagon spokesman} said no. {Foreign Minister Anna Berg} said yes.", ["Pentagon spokesman", "Anna Berg"]),
        # same surname, different people
        ("{Hillary Clinton} spoke. {Roger Clinton} left. {Mrs. Clinton} added this.",
         ["Hillary Clinton", "Roger Clinton", "Hillary Clinton"]),
        # the former holder is another
        ("{Former President Jane Doe} spoke. {President John Roe} left. {The president} added this.",
         ["Jane Doe", "John Roe", "John Roe"]),
        # kin
        ("{Khalida Jarrar} spoke. {Her husband, Ghassan Jarrar,} left. {He} added this.",
         ["Khalida Jarrar", "Ghassan Jarrar", "Ghassan Jarrar"]),
        # possessors are not whom a phrase names
        ("{Anna Berg’s lawyer, Peter Holm,} spoke.", ["Peter Holm"]),
        ("{Head of the Foreign Affairs Committee Leonid Slutsky} spoke.", ["Leonid Slutsky"]),
        ("{The family of Anna Berg} spoke.", ["family of Anna Berg"]),
    ],
)  # fmt: skip
def test_people(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Washington} said no. {The United States} said so again. {The US government} left.", ["United States"] * 3),
        ("{Moscow} said yes. {The Kremlin} said so again. {Russia} left.", ["Russia"] * 3),
        ("{No10} said no. {Britain} left.", ["United Kingdom"] * 2),
        ("{Downing Street} said no. {Britain} left.", ["United Kingdom"] * 2),
        ("{The Democratic People's Republic of Korea (DPRK)} spoke. {The DPRK} left.", ["North Korea"] * 2),
        ("North Korea spoke. {The North} said so.", ["North Korea"]),
        ("{The Israeli army} said no. {The military} left. {The army} added this.", ["Israeli army"] * 3),
        ("{The Russian Defence Ministry} spoke. {The ministry} added this.", ["Russian Defence Ministry"] * 2),
        ("{IS} said so. {ISIL} said so too. {Daesh} left.", ["Islamic State"] * 3),
        ("{The Organization of African Unity} said so. {The OAU} added this.", ["Organization of African Unity"] * 2),
        ("{The Hanover Herald newspaper} said so. {The newspaper} added this.", ["Hanover Herald"] * 2),
        ("{Japan’s Joint Chiefs of Staff} said so. {The Joint Chiefs} left.", ["Japanese Joint Chiefs of Staff"] * 2),
        ("{The Pune High Court} said so. {The lower court} erred.", ["Pune High Court", "lower court"]),
        # What every state has is that of the one spoken of.
        ("The Philippine army withdrew. {The Senate} said so.", ["Philippine Senate"]),
        ("The US army withdrew. {The Senate} said so.", ["US Senate"]),
        ("{Togo's army} said so. {Its soldiers} left. {Ghana's army} said no. {Its soldiers} stayed.",
         ["Togolese army", "Togolese army's soldiers", "Ghanaian army", "Ghanaian army's soldiers"]),
    ],
)  # fmt: skip
def test_governments_and_bodies(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An office told by its field is not a firm whose name is of another.
        ("{Kestrel Copper} said so. {The harbour board} said no. {The board} left.",
         ["Kestrel Copper", "harbour board", "harbour board"]),
        ("{South Korean officials} said so. {Japanese officials} left.",
         ["South Korean officials", "Japanese officials"]),
        ("{A Russian official} said so. {A Russian official} said no.", ["Russian official"] * 2),
        ("{An Iraqi official} said so. {The official} added this.", ["Iraqi official"] * 2),
        ("{Officials who asked not to be named} said so.", ["Officials"]),
        ("{Reports} said so.", ["Reports"]),
        ("{The indictment} said so.", ["indictment"]),
        ("{The police and prosecutors} said so.", ["police + prosecutors"]),
        ("{Vladimir Putin and Recep Tayyip Erdogan} said so.", ["Vladimir Putin + Recep Tayyip Erdogan"]),
        ("{The United States, Japan and South Korea} said so.", ["United States + Japan + South Korea"]),
        ("{Vladimir Putin} met {Recep Tayyip Erdogan}. Russia and Turkey said so. {The two countries} left.",
         ["Vladimir Putin", "Recep Tayyip Erdogan", "Russia + Turkey"]),
        ("{President John Roe} met {President Anna Berg}. {The two presidents} left.",
         ["John Roe", "Anna Berg", "John Roe + Anna Berg"]),
        ("{State, county and local officials} said so.", ["State, county and local officials"]),
    ],
)  # fmt: skip
def test_unnamed_and_joint(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Anna Berg} met Peter Holm. {She} said so.", ["Anna Berg"] * 2),
        ("{Anna Berg} met Peter Holm. {He} said so.", ["Anna Berg", "Peter Holm"]),
        ("{Peter Holm} said so. {He} said no. {He} left.", ["Peter Holm"] * 3),
        ("{Peter Holm} said so. {Paul Vance} said no. {He} left.", ["Peter Holm", "Paul Vance", "Paul Vance"]),
        ("{Turkey} said no. {It} added this.", ["Turkey"] * 2),
        ("{Anna Berg} said so. {It} said no.", ["Anna Berg", None]),
        ("{He} said so.", [None]),
        ("{Villagers} left. {A letter} said so. {They} came back.", ["Villagers", "letter", "Villagers"]),
    ],
)
def test_pronouns(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


def test_two_of_the_same_words_are_two_where_the_article_says_so() -> None:
    first, second = told("{A Russian official} said so. {A Russian official} said no.").speakers
    assert first != second


def test_first_persons_in_a_quotation_are_its_speaker() -> None:
    report, read, [berg, we] = speakers("{Anna Berg} said: “{We} asked them.”")
    content: Words = (we.words[0] - 1, len(read)) if we.words else (0, 0)
    outer = SpeakerMention(berg.words, None, (content,))
    cast = resolve(report, read, [outer, SpeakerMention(we.words, None, (), inside=0)])
    assert cast.speakers == [("a1",), ("a1",)]


def test_a_first_person_outside_any_quotation_is_nobody() -> None:
    assert names("{I} said so.") == [None]


def test_hearsay_without_a_source_is_the_reports() -> None:
    report, read, _ = speakers("The North reportedly fired a missile.")
    at = next(i for i in range(len(read)) if read.word(i) == "reportedly")
    cast = resolve(report, read, [SpeakerMention(None, (at, at + 1), ((at + 1, len(read)),))])
    assert [(a.name, a.kind) for a in cast.actors] == [("reports", "media")]


@pytest.mark.parametrize(
    ("text", "kind", "role", "country", "sector"),
    [
        ("{Russian Foreign Minister Sergey Lavrov} spoke.", "person", "Foreign Minister", "RUS", "GOV"),
        ("{Israeli army spokesman Avi Dan} spoke.", "person", "army spokesman", "ISR", "MIL"),
        ("{Pentagon spokesman Rob Manning} spoke.", "person", "Pentagon spokesman", "USA", "MIL"),
        ("{Army spokesman Colonel Omar Sy} spoke.", "person", "Army spokesman", None, "MIL"),
        ("{Gen. John Dailey} spoke.", "person", "General", None, "MIL"),
        ("{Uri Lubrani, Israel's ambassador to France,} spoke.", "person", "ambassador to France", "ISR", "GOV"),
        ("{Ankara} spoke.", "government", None, "TUR", "GOV"),
        ("{Hezbollah} spoke.", "organization", None, "LBN", "REB"),
        ("{The Japanese broadcaster NHK} spoke.", "media", None, "JPN", "MED"),
        ("{South Korean officials} spoke.", "anonymous", None, "KOR", "GOV"),
        ("{Palestinians} spoke.", "group", None, "PSE", None),
        ("{The indictment} spoke.", "document", None, None, None),
        ("{The Bureau of Investigation} spoke.", "government", None, None, "GOV"),
        ("{The station} spoke on the radio.", "media", None, None, "MED"),
        ("{The station} spoke.", "organization", None, None, None),
        ("{The male voters} spoke.", "group", None, None, "CVL"),
        ("{Anna Berg} spoke.", "person", None, None, None),
    ],
)
def test_what_is_known_of_an_actor(
    text: str, kind: str, role: str | None, country: str | None, sector: str | None
) -> None:
    found = actor(text)
    assert (found.kind, found.role, found.country, found.sector) == (kind, role, country, sector)


def test_aliases_are_the_other_forms_of_the_text() -> None:
    cast = told("{Washington} said no. {Sergey Lavrov} said so. {Lavrov} left.")
    assert [(a.name, a.aliases) for a in cast.actors] == [
        ("United States", ["Washington"]),
        ("Sergey Lavrov", ["Lavrov"]),
    ]


def test_mentions_are_the_places_in_the_text() -> None:
    report, read, mentions = speakers("{Sergey Lavrov} said so. Later Lavrov left.")
    [lavrov] = resolve(report, read, mentions).actors
    assert [report.text[slice(*span)] for span in lavrov.mentions] == ["Sergey Lavrov", "Lavrov"]


def test_ids_go_by_first_mention() -> None:
    cast = told("{Anna Berg} met {Peter Holm}.")
    assert [(a.id, a.name) for a in cast.actors] == [("a1", "Anna Berg"), ("a2", "Peter Holm")]


def test_nothing_read_nobody_found() -> None:
    assert resolve(Report(text=""), reading(""), []) == Cast([], [])


SOUP = """Sergey Lavrov the The Russian minister said he He they it who which , . “ ” ( ) and of 's US Moscow army
    police A official officials Anna Berg Mr Gen. president President 33 — both Both as well \u202e \u0301 é 🙂
    Reports"""
WORDS = st.sampled_from(SOUP.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_any_words_any_speakers(words: list[str], data: st.DataObject) -> None:
    read = reading(" ".join(words))
    n = len(read)
    places = st.tuples(st.integers(0, n - 1), st.integers(1, 6)).map(lambda p: (p[0], min(n, p[0] + p[1])))
    mentions = data.draw(
        st.lists(
            st.builds(
                SpeakerMention, st.none() | places, st.none() | places, st.lists(places, max_size=2).map(tuple),
                st.none() | st.integers(0, 5),
            ),
            max_size=6,
        )
    )  # fmt: skip
    report = Report(text=read.text)
    cast = resolve(report, read, mentions)
    assert len(cast.speakers) == len(mentions)
    ids = [a.id for a in cast.actors]
    assert ids == [f"a{k}" for k in range(1, len(ids) + 1)]
    assert {id for found in cast.speakers for id in found} == set(ids)
    for found in cast.actors:
        assert found.name and found.name not in found.aliases
        assert all(0 <= s < e <= len(read.text) for s, e in found.mentions)
    assert resolve(report, read, mentions) == cast
