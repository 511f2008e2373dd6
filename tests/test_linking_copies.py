"""Reports that are one story are one family with one voice; others are not, whatever stands on their pages."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation import copies as judged
from sayso.linking.copies import candidates, compare, families, keys, voice
from sayso.linking.told import Source
from training import sources

FERRY = """\
PORT VALE (AP) - A ferry carrying more than 140 people sank off the coast of Lower Karsia early on Tuesday, killing at \
least 31 passengers, the Karsian coast guard said.
The Queen Ottilie left the harbour of Port Vale at 4:30 a.m. bound for the island of Senn and capsized within an hour, \
coast guard Commander Ilja Brandt said.
"The sea was calm and the vessel was not overloaded," Brandt told reporters in Port Vale. "We do not know yet why she \
turned over so quickly."
Fishing boats from the village of Ostrand pulled 64 survivors from the water before the first helicopters arrived, \
according to Mayor Helga Quist.
Divers were searching the hull on Tuesday afternoon, but hopes of finding anybody alive were fading, Brandt said.
The ferry was built in 1987 at the Malmoy shipyard and passed its last inspection in March, documents of the Karsian \
Maritime Office show.
Its owner, Senn Line, suspended all sailings and promised to pay for the funerals of the victims.
Transport Minister Ruben Adler flew to Port Vale and announced an inquiry led by Judge Tamara Holm.
In 2009, a ferry of the same line ran aground near Cape Ulla; no one was hurt.
Relatives of the passengers gathered at the Lutheran church of Saint Birgit, where volunteers handed out blankets.
Flags on public buildings in Port Vale will fly at half-mast until Friday."""

STRIKE = """\
VARGAS (Reuters) - Workers at the Antilope copper mine in northern Tavena walked out on Monday after talks between the \
union and the owner, Norwick Metals, broke down over pay.
Some 2,300 miners joined the strike at the world's third-largest copper pit, union leader Esteban Roldan said.
"They offered us less than the price of bread has risen," Roldan said at the gate of the mine outside Vargas.
Norwick Metals said in a statement that its offer of 6 percent was fair and that output at the Antilope would continue \
with a reduced crew.
Copper for delivery in three months rose 1.8 percent on the exchange in Velmond.
Labour Minister Ines Carvallo offered to mediate between Norwick and the union in the capital, Santa Iria, on Thursday.
A strike at the Antilope in 2014 lasted 43 days and cost Tavena a twentieth of its exports, the central bank estimated.
Analysts at Harding Brothers expect the walkout to last no longer than two weeks because Norwick has few stocks left.
The union's members vote on Wednesday in the sports hall of Vargas on whether to widen the strike to the smelter at \
Puerto Lobo."""

CHESS = """\
Sixteen-year-old Mirela Danescu won the national chess title on Sunday, the youngest player ever to do so.
Danescu needed only a draw in the last round against the defending champion, Pavel Orsic, but won in 34 moves.
"I saw the rook sacrifice on the train to Blankenau," she told the newspaper of her school.
Orsic, who had won the title four times, resigned with a smile and asked her for the score sheet.
The tournament in the spa of Blankenau drew 88 players, twice as many as last year, organiser Greta Wohl said.
Danescu learned the game from her grandfather in the mountain village of Sarnica and has been coached by Lev Tomasz.
She will play for the country at the Olympiad in Castelmare in September."""

NOTICES = """\
Sign up for the Morning Dispatch newsletter and get the best of the Harbour Times in your inbox
By continuing to use this site you agree to the Harbour Times using cookies for the Harbour Times Group and partners.
READ MORE: Ten things to know about Senn Island this summer
Follow the Harbour Times on Twitter @harbourtimes
Copyright 2018 The Harbour Times. All rights reserved."""

numbers = count(1)


def report(
    text: str,
    outlet: str = "The Harbour Times",
    published: str | None = "2018-03-06",
    agency: str | None = None,
    url: str | None = None,
) -> Source:
    number = next(numbers)
    return Source(number, f"r{number:04}", url, None, outlet, agency, published, text)


def lines(text: str, *chosen: int) -> str:
    return "\n".join(text.splitlines()[i] for i in chosen)


def shortened(text: str) -> str:
    return "\n".join(text.splitlines()[: len(text.splitlines()) // 3 + 1])


def edited(text: str) -> str:
    """As an editor who goes through it lightly: another dateline, British titles, reported speech turned round."""
    for old, new in (
        ("PORT VALE (AP) - ", "Port Vale, Karsia — "),
        ("VARGAS (Reuters) - ", ""),
        (" percent", " per cent"),
        ("Commander Ilja Brandt said", "said Commander Ilja Brandt"),
        ("Brandt said", "Mr Brandt said"),
        ("Tuesday afternoon", "Tuesday"),
        ("at least ", "no fewer than "),
        ("union leader Esteban Roldan said", "according to union leader Esteban Roldan"),
        ("said in a statement that", "said"),
        ("the youngest player ever to do so", "the youngest ever"),
        ('"', "”"),
    ):
        text = text.replace(old, new)
    return text


def extended(text: str) -> str:
    return f"{text}\n{lines(CHESS if text != CHESS else STRIKE, 3, 4, 5)}\nThe weather is expected to hold all week."


def led_otherwise(text: str) -> str:
    """With a lead of its own in place of the first two paragraphs."""
    return "\n".join(["It was a morning that few in the town are going to forget.", *text.splitlines()[2:]])


def on_a_page(text: str) -> str:
    first, *rest = text.splitlines()
    return "\n".join(["A view of the harbour. (Ann Lee/EPA)", first, "Advertisement", *rest, NOTICES])


VERSIONS = (shortened, edited, extended, led_otherwise, on_a_page)


@pytest.mark.parametrize("story", [FERRY, STRIKE, CHESS], ids=["ferry", "strike", "chess"])
@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.__name__)
def test_a_version_of_a_story_is_a_copy(story: str, version) -> None:
    one, other = report(story), report(version(story), "Daily Karsian", "2018-03-08")
    assert keys(one) & keys(other)
    assert compare(one, other).copies


@pytest.mark.parametrize("story", [FERRY, STRIKE, CHESS], ids=["ferry", "strike", "chess"])
@pytest.mark.parametrize(("first", "second"), list(combinations(VERSIONS, 2)), ids=lambda version: version.__name__)
def test_two_versions_of_a_story_are_of_one_family(story: str, first, second) -> None:
    told = [report(text) for text in (story, first(story), second(story))]
    alike = [(one.ref, other.ref) for one, other in combinations(told, 2) if compare(one, other).copies]
    assert len(set(families(alike, told).values())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(f"{lines(FERRY, 0, 1)}\n{NOTICES}", f"{lines(STRIKE, 0, 1)}\n{NOTICES}", id="the same notices"),
        pytest.param(
            f"{lines(FERRY, 2)}\nThe commander spoke as hulls of fishing boats were lifted one by one out of the bay, \
hours after the Queen Ottilie went down with families, students and two priests on board.",
            f"Thirty-one people have died in the worst accident at sea in the history of Karsia, officials confirmed.\n\
{lines(FERRY, 2)}\nThe ship had been on its way to Senn.",
            id="the same words quoted",
        ),
        pytest.param(
            FERRY,
            f"PORT VALE (AP) - Judge Tamara Holm ordered the arrest of two managers of Senn Line on Thursday, saying \
that they had known of cracks in the hull for months.\n{lines(FERRY, 5, 8)}\nThe managers denied the accusation \
through their lawyer, Arvid Lund, who called the order an outrage and said that he would appeal to the High Court.\n\
Prosecutors in Port Vale say that welders had warned the company twice, in letters that were found on Wednesday.",
            id="another day's story with some of the background",
        ),
        pytest.param(
            "A magnitude 4.2 earthquake struck 12 km north of Port Vale on Tuesday at a depth of 10 km, the Karsian \
Seismic Office said. People in Ostrand and Senn reported that they had felt the ground shake for several seconds. \
There were no immediate reports of damage or injuries. It was the 3rd quake near Cape Ulla this year.",
            "A magnitude 5.1 earthquake struck 40 km north of Vargas on Monday at a depth of 33 km, the Tavenan \
Seismic Office said. People in Santa Iria and Puerto Lobo reported that they had felt the ground shake for several \
seconds. There were no immediate reports of damage or injuries. It was the 9th quake near Mount Sorrel this year.",
            id="one form filled in twice",
        ),
        pytest.param(FERRY, STRIKE, id="two stories"),
        pytest.param(FERRY, "", id="no text"),
    ],
)
def test_others_are_no_copies(one: str, other: str) -> None:
    likeness = compare(report(one), report(other))
    assert not likeness.copies, likeness


def test_the_page_around_a_story_is_not_compared() -> None:
    likeness = compare(report(f"{CHESS}\n{NOTICES}"), report(f"{STRIKE}\n{NOTICES}"))
    assert likeness.contained < 0.1 and not keys(report(f"{CHESS}\n{NOTICES}")) & keys(report(f"{STRIKE}\n{NOTICES}"))


def test_likeness_tells_why() -> None:
    one = report(FERRY, agency="Associated Press", published="2018-03-06")
    other = report(shortened(FERRY), agency="Reuters", published="2018-03-09")
    likeness = compare(one, other)
    assert (likeness.contained, likeness.unquoted, likeness.names) == (1.0, 1.0, 1.0)
    assert 0.3 < likeness.jaccard < 0.6 and 0.3 < likeness.length < 0.6
    assert likeness.agency is False and likeness.days == 3 and not likeness.version
    assert compare(one, replace(other, agency=None, published=None)).agency is None
    assert compare(one, replace(other, published=None)).days is None


TOWNS = ("Ulm", "Ry", "Bo")
REWRITTEN = f"The death toll is 40, the coast guard now says.\n{lines(FERRY, 1, 5)}\n" + " ".join(
    f"In the town of {name} people lit candles and stood in silence for a minute at noon." for name in TOWNS
)


@pytest.mark.parametrize(
    ("first", "second", "copies"),
    [
        ("https://example.org/ferry", "https://example.org/ferry", True),
        ("https://example.org/ferry", "https://example.org/ferry-2", False),
        ("https://example.org/", "https://example.org/", False),  # a site is not a story
        (None, None, False),
    ],
)
def test_a_new_version_at_a_url_is_of_its_family_even_if_much_is_new(first, second, copies: bool) -> None:
    one, other = (
        report(lines(FERRY, 0, 1, 3, 5, 6, 7), url=first),
        report(REWRITTEN, url=second, published="2018-06-06"),
    )
    assert compare(one, other).copies == copies
    assert bool(keys(one) & keys(other)) == copies


def test_another_story_at_the_same_url_is_another_story() -> None:
    url = "https://example.org/latest"
    assert not compare(report(FERRY, url=url), report(STRIKE, url=url)).copies


@pytest.mark.parametrize(
    ("first", "second", "text", "meet"),
    [
        ("2018-03-06", "2018-03-16", shortened(FERRY), True),
        ("2018-03-06", "2018-02-24", shortened(FERRY), True),
        ("2018-03-06", "2018-04-26", shortened(FERRY), False),
        ("2018-03-06", "2028-03-06", FERRY, True),  # word for word
        ("2018-03-06", None, FERRY, True),
        (None, None, shortened(FERRY), True),
        ("2018-03-06", "last week", shortened(FERRY), False),
    ],
)
def test_keys_hold_for_days(first: str | None, second: str | None, text: str, meet: bool) -> None:
    assert bool(keys(report(FERRY, published=first)) & keys(report(text, published=second))) == meet


def test_what_is_cut_from_a_long_story_shares_a_key_with_it() -> None:
    whole = f"{FERRY}\n{STRIKE}\n{CHESS}".splitlines()
    kept = keys(report("\n".join(whole)))
    cuts = [report("\n".join(whole[start : start + 6])) for start in range(len(whole) - 5)]
    assert sum(bool(kept & keys(cut)) for cut in cuts) >= 0.9 * len(cuts)


@pytest.mark.parametrize("day", range(1, 61))
def test_copies_ten_days_apart_meet_on_any_date(day: int) -> None:
    first = date(2018, 1, 1) + timedelta(day)
    one, other = (
        report(text, published=str(first + timedelta(10 * i))) for i, text in enumerate((FERRY, edited(FERRY)))
    )
    assert keys(one) & keys(other)


def test_keys_are_few_and_short() -> None:
    long = "\n".join(f"Port {chr(65 + i % 26)}ale and Senn {i} met Ilja Brandt in Ulla {i * 7}." for i in range(3000))
    found = keys(report(long, url="https://example.org/long"))
    assert 20 < len(found) <= 66 and max(len(key.words) for key in found) <= 20


WORDS = [
    "river",
    "stone",
    "council",
    "winter",
    "engine",
    "paper",
    "window",
    "market",
    "silver",
    "garden",
    "letter",
    "signal",
    "bridge",
    "number",
]
NAMES = [
    "Adler",
    "Brandt",
    "Quist",
    "Holm",
    "Lund",
    "Ostrand",
    "Malmoy",
    "Ulla",
    "Senn",
    "Birgit",
    "Roldan",
    "Vargas",
    "Norwick",
    "Carvallo",
    "Danescu",
]


def at_random(seed: int) -> str:
    chance = random.Random(seed)
    said = lambda: " ".join(chance.choice(NAMES if chance.random() < 0.2 else WORDS) for _ in range(18))  # noqa: E731
    return "\n".join(f"The {said()}." for _ in range(12))


def test_reports_of_the_same_words_in_another_order_are_no_copies() -> None:
    told = [report(at_random(seed)) for seed in range(60)]
    assert not any(compare(one, other).copies for one, other in combinations(told, 2))
    assert not candidates((one.ref, keys(one)) for one in told)


TEXTS = st.one_of(
    st.sampled_from([FERRY, STRIKE, CHESS, REWRITTEN, NOTICES, *(v(s) for s in (FERRY, CHESS) for v in VERSIONS)]),
    st.text(max_size=80),
    st.lists(st.sampled_from(FERRY.splitlines() + STRIKE.splitlines()), max_size=12).map("\n".join),
)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_which_comes_first_does_not_matter(one: str, other: str) -> None:
    first, second = report(one), report(other, published="2018-03-01")
    assert compare(first, second) == compare(second, first)


@settings(deadline=None)
@given(TEXTS)
def test_a_report_is_a_copy_of_itself_unless_it_has_no_words(text: str) -> None:
    one, other = report(text), report(text, "Daily Karsian", "2019-01-01")
    likeness = compare(one, other)
    assert likeness.score in (0.0, 1.0) and likeness.copies == (likeness.score == 1.0)
    if likeness.copies:
        assert keys(one) & keys(other)


DATES = st.sampled_from([None, "2018-03-05", "2018-03-06", "2018-03-07"])


@given(st.lists(DATES, min_size=1, max_size=12), st.data())
def test_families_do_not_depend_on_order(dates: list[str | None], data: st.DataObject) -> None:
    told = [Source(i, f"r{i:02}", None, None, None, None, day, "") for i, day in enumerate(dates)]
    pair = st.tuples(*[st.sampled_from([one.ref for one in told])] * 2)
    pairs = data.draw(st.lists(pair, max_size=15))
    found = families(pairs, told)
    shuffled = [(b, a) for a, b in data.draw(st.permutations(pairs))]
    assert families(shuffled, data.draw(st.permutations(told))) == found
    assert all(found[one] == found[other] for one, other in pairs)
    for family in set(found.values()):
        members = [one for one in told if found[one.ref] == family]
        assert family == min(members, key=lambda one: (one.published or "9999", one.ref)).ref


def test_a_copy_of_a_copy_is_of_the_family() -> None:
    told = [report("", published=day) for day in ("2018-03-08", "2018-03-06", "2018-03-07", "2018-03-05")]
    late, first, middle, alone = (one.ref for one in told)
    found = families([(late, middle), (middle, first)], told)
    assert found == {late: first, middle: first, first: first, alone: alone}


@pytest.mark.parametrize(
    ("members", "named"),
    [
        ([("Daily Karsian", "2018-03-06", None), ("Harbour Times", "2018-03-07", "Reuters")], "Reuters"),
        ([("Daily Karsian", "2018-03-07", None), ("Harbour Times", "2018-03-06", None)], "Harbour Times"),
        (
            [("A", "2018-03-08", "Reuters"), ("B", "2018-03-06", "Associated Press"), ("C", "2018-03-07", "Reuters")],
            "Reuters",  # credited by more
        ),
        ([("A", "2018-03-08", "Reuters"), ("B", "2018-03-06", "Associated Press")], "Associated Press"),  # by the first
        ([("A", None, None), ("B", "2018-03-06", None)], "B"),
        ([("", "2018-03-06", None), ("B", "2018-03-07", None)], "B"),
        ([("", None, None)], None),
        ([], None),
    ],
)
def test_the_voice_of_a_family(members: list, named: str | None) -> None:
    told = [report("", outlet, published, agency) for outlet, published, agency in members]
    assert voice(told) == voice(reversed(told)) == named


def test_pairs_judged_by_reading_make_whole_families() -> None:
    pairs, different = judged.judged("copies"), judged.judged("different")
    refs = sorted({ref for pair in pairs | different for ref in pair})
    assert pairs and all(one < other for one, other in pairs | different)
    told = [Source(i, ref, None, None, None, None, None, "") for i, ref in enumerate(refs)]
    family = families(pairs, told)
    assert {(one, other) for one, other in combinations(refs, 2) if family[one] == family[other]} == pairs
    assert not pairs & different


@pytest.mark.skipif(not sources.CLUSTERS.exists(), reason=f"{sources.CLUSTERS} is not there")
def test_copies_are_found_as_they_were_judged() -> None:
    figures = judged.score()
    assert figures["P"] >= 0.97 and figures["R"] >= 0.95 and figures["proposed.P"] >= 0.3
