"""What happened: a sentence, and the event that its account must have.

The reports are read by the model that ships."""

from __future__ import annotations

import pytest

from sayso.account import Reader
from sayso.account.quantities import number
from sayso.intake import text_report
from sayso.model import Account, Event, Report
from sayso.reader import Network

READER = Reader()
NETWORK = Network(threads=1)


def read(text: str, published: str | None = None) -> Account:
    return READER.read(Report(text=text, published=published))


def event(given: Account, word: str) -> Event:
    """The event told by a word."""
    return next(event for event in given.events if word in given.words(event.trigger))


def names(given: Account, ids: list[str]) -> list[str]:
    return [actor.name for id in ids if (actor := given.actor(id))]


@pytest.mark.parametrize(
    ("text", "word", "type_", "actors", "recipients"),
    [
        ("Rebels shelled the port on Monday.", "shelled", "ASSAULT", ["Rebels"], None),
        ("Police arrested two journalists in Lagos.", "arrested", "COERCE", ["Police"], ["two journalists"]),
        ("Two journalists were arrested by police in Lagos.", "arrested", "COERCE", ["police"], ["Two journalists"]),
        ("Thousands of teachers protested in Lima on Friday.", "protested", "PROTEST", None, None),
        ("Kenya imposed sanctions on Somalia.", "sanctions", "SANCTION", ["Kenya"], ["Somalia"]),
        ("The foreign minister of Ghana met his Togolese counterpart in Accra.", "met", "CONSULT", None, None),
        ("Norway condemned the killing of the envoy.", "condemned", "ACCUSE", ["Norway"], None),
        ("Chad withdrew its troops from the border.", "withdrew", "RETREAT", ["Chad"], None),
        ("Peru rejected the proposal of the mediators.", "rejected", "REJECT", ["Peru"], None),
        ("India test-fired a ballistic missile on Tuesday.", "fired", "MOBILIZE", ["India"], None),
        # What somebody is called tells whether he is praised.
        ("The bishop called the nurses 'saints'.", "called", "SUPPORT", ["bishop"], ["nurses"]),
        ("The bishop called Senator Solano “the bravest man in Peru”.", "called", "SUPPORT", ["bishop"], ["Solano"]),
    ],
)
def test_what_happened(
    text: str, word: str, type_: str, actors: list[str] | None, recipients: list[str] | None
) -> None:
    given = read(text)
    found = event(given, word)
    assert found.type == type_
    if actors is not None:
        assert [name.lower() for name in names(given, found.actors)] == [name.lower() for name in actors]
    if recipients is not None:
        assert [name.lower() for name in names(given, found.recipients)] == [name.lower() for name in recipients]


@pytest.mark.parametrize(
    "text",
    [
        "The visitors won the cup after extra time.",
        "Shares of the bank fell by four percent on Tuesday.",
        "Heavy rain flooded the cellars of the old town.",
        "The orchestra will open its season with two concerts.",
        # What a rule lets be done, and what is done in many cases.
        "Children with parents abroad cannot be deported.",
        "In many cases monks are released after a night in custody.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert [given for given in read(text).events if given.confidence > 0.5] == []


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Rebels shelled the port of Aden on Monday.", "shelled", "fact"),
        ("Rebels shelled the port of Aden on Monday, a doctor said.", "shelled", "claimed"),
        ("The army will attack the town next week, the general said.", "attack", "planned"),
        ("The minister denied that soldiers had tortured prisoners.", "tortured", "denied"),
        ("The council urged the army to release the prisoners.", "release", "demanded"),
        ("A clerk opened a case of assault at the Quito police station.", "assault", "claimed"),
        # Who is held for it or blamed has done it on somebody's word only, known as it may be that it was done.
        ("Four clerks were charged with the murder of a monk.", "murder", "claimed"),
        ("The admiral is on trial for the murder of nine monks.", "murder", "claimed"),
        ("Three raids blamed on the River Front shook the valley.", "raids", "claimed"),
        ("Farmers blamed sailors for the burning of a boat. The boat was burned on Friday.", "burning", "claimed"),
        # Who stays away from talks holds none; who refuses what was asked does not deny that it was.
        ("Ghana skipped a summit in Lagos last week.", "summit", "denied"),
        ("The bishop failed to attend a meeting in Quito.", "meeting", "denied"),
        ("The mayor did not attend the talks in Quito.", "talks", "denied"),
        ("The bank denied Togo's request for credit.", "request", "fact"),
        ("Governors should ban the film.", "ban", "demanded"),
        # What stands on a condition, but not what is asked the reason of.
        ("If Benin arrests the bishop, his followers will march.", "arrests", "possible"),
        ("Why did Benin arrest the bishop again?", "arrest", "fact"),
        ("Peru must withdraw its troops from the island.", "withdraw", "demanded"),
        ("The rebels must have shot the envoy, the mayor said.", "shot", "claimed"),
        ("The board should have warned the crews, the judge said.", "warned", "denied"),
        ("The navy should not have shelled the port, the judge said.", "shelled", "claimed"),
        # What a clause has ahead, and what is not done by one alone.
        ("Togo imposed sanctions on nine clerks on Monday, two days before envoys meet in Accra.", "meet", "planned"),
        ("The theft is not being investigated only by Benin, but by other states as well.", "investigated", "fact"),
    ],
)
def test_footing(text: str, word: str, status: str) -> None:
    assert event(read(text), word).status == status


def test_what_somebody_says_is_never_told_as_fact() -> None:
    given = read(
        "Soldiers burned the village of Tarro, a teacher said. The general said that rebels had bombed the school."
    )
    told = [statement for statement in given.statements for _ in statement.content]
    inside = [e for e in given.events if any(a <= e.trigger[0] < b for s in told for a, b in s.content)]
    assert inside
    assert all(e.status != "fact" and e.statements for e in inside)


def test_a_headline_alone_makes_nothing_fact() -> None:
    """It leaves out whose word it is."""
    claimed = "Rebels burned the village of Tarro on Monday and killed six farmers, a teacher said.\n"
    headed = READER.read(text_report(f"Rebels burn village, killing six\n\n{claimed}"))
    burned = [one for one in headed.events if one.type == "ASSAULT"]
    assert burned
    assert all(one.status == "claimed" and one.statements for one in burned)
    told = READER.read(text_report(f"Rebels burn village\n\n{claimed}\nThe rebels burned the village of Tarro.\n"))
    assert "fact" in {one.status for one in told.events if one.type == "ASSAULT"}


def test_where_when_and_how_many() -> None:
    given = read("Gunmen killed at least 12 people in Maiduguri on Sunday.", published="2021-03-10")
    found = event(given, "killed")
    assert found.place is not None and (found.place.name, found.place.country) == ("Maiduguri", "NGA")
    assert found.time is not None and found.time.start == "2021-03-07"
    assert [(q.value, q.unit, q.approximate) for q in found.quantities] == [(12, "people", True)]
    assert names(given, found.recipients) == ["12 people"]  # and not "least 12 people"


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("A court jailed a guard over the killing of nine pupils in Gao.", False),
        ("Gunmen killed over nine pupils in Gao.", True),
    ],
)
def test_what_loosens_a_figure_stands_right_before_it(text: str, approximate: bool) -> None:
    found = next(one for one in read(text).events if one.type == "ASSAULT")
    assert [(q.value, q.approximate) for q in found.quantities] == [(9, approximate)]


def test_a_whole_report_tells_of_something() -> None:
    """Of a report none of whose words surely tells of an event, the surest is kept; a sentence may tell of none."""
    told = (
        "The old cinema in the harbour closed its doors for good last night after ninety years. Its owner, Marta Lund, "
        "thanked the last of her guests in the foyer, where her grandfather had sold tickets. The council has not said "
        "what will become of the house. Neighbours hope for a library, and the bakery next door would like more room "
        "for its ovens, which have been too small since the new houses were built behind the church."
    )
    assert len(read(told).events) == 1
    assert read(told.partition(".")[0] + ".").events == []


@pytest.mark.parametrize(
    "text",
    [
        "A deputy said the rebels had bombed the bridge near Tolima on Friday, wounding two soldiers.",
        "The governor told parliament that raiders attacked the depot at Kassala in May, killing four guards.",
    ],
)
def test_what_shows_an_event_is_shown_once(text: str) -> None:
    (event,) = read(text).events
    ((begin, end),) = event.evidence
    assert begin <= event.trigger[0] and text[begin:end].endswith(("soldiers", "guards"))


def test_a_telling_that_repeats_another_is_no_event_of_its_own() -> None:
    given = read(
        "Gunmen attacked a mosque in Kano on Friday, killing nine people. The attack in Kano was the third this year."
    )
    assert len([e for e in given.events if "attack" in given.words(e.trigger)]) == 1


@pytest.mark.parametrize(
    ("text", "word", "value", "top", "approximate"),
    [
        ("Police counted 1,200 marchers.", "1,200", 1200, None, False),
        ("About 40 people fled.", "40", 40, None, True),
        ("Dozens of people fled.", "Dozens", 24, None, True),
        ("Twenty-five people fled.", "Twenty", 25, None, False),
        ("Between 20 and 30 people fled.", "20", 20, 30, False),
        ("Two million people fled.", "million", 2_000_000, None, False),
        ("At least three people fled.", "three", 3, None, True),
        ("Tens of thousands of people fled.", "Tens", 20_000, None, True),
    ],
)
def test_numbers(text: str, word: str, value: float, top: float | None, approximate: bool) -> None:
    reading = NETWORK.read(text)
    found = number(reading, next(i for i in range(len(reading)) if reading.word(i).startswith(word)))
    assert found is not None
    assert (found.value, found.max, found.approximate) == (value, top, approximate)


def test_what_is_one_of_a_number_is_not_counted() -> None:
    shell, crowd = NETWORK.read("Guards fired a shell."), NETWORK.read("They met a second crowd.")
    one = number(shell, 2)
    assert one is not None and one.value == 1 and number(crowd, 2) is None


@pytest.mark.parametrize(
    "text",
    [
        "The observers found craters in the field. They did not say who had shelled it.",
        "The governor would not say which unit had bombed the mill.",
    ],
)
def test_who_does_not_say_who_did_it_tells_of_nothing(text: str) -> None:
    assert not read(text).events


def test_for_what_somebody_is_sanctioned_stands_on_a_word() -> None:
    given = read("Colonel Juma, who was sanctioned by Norway in 2017 over the beating of marchers in Beni, has left.")
    statuses = {given.words(event.trigger): event.status for event in given.events}
    assert statuses["beating"] == "claimed"


def test_a_body_that_says_it_did_something_did_it() -> None:
    given = read("The Front denies enlisting boys; the Red Cross says it freed 40 of them from its camps in May.")
    (freed,) = (event for event in given.events if given.words(event.trigger) == "freed")
    assert names(given, freed.actors) == ["Red Cross"]


def test_an_event_is_explained_by_its_words_and_their_scores() -> None:
    from sayso.views.explanation import lines

    explained = READER.explain(Report(text="Police arrested two journalists in Lagos, a lawyer said."), "e1")
    text = "\n".join(lines(explained))
    assert "COERCE" in text and '"arrest" (verb)' in text and "lawyer" in text
    with pytest.raises(KeyError):
        READER.explain(Report(text="Nothing happened."), "e9")


def test_a_verb_is_nobody() -> None:
    given = read("The priest, who was detained last month on charges of spying, accused the province of torture.")
    assert all(name != "detained" for one in given.events for name in names(given, [*one.actors, *one.recipients]))


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        # Names behind a description say whom it means.
        ("The president urged the kingdom's neighbours, Chad and Niger, to close the border.", "urged", None,
         ["Chad", "Niger"]),
        # A thing that acts is whose it is.
        ("Peruvian policies angered the unions, and Chilean raids killed two smugglers.", "killed", ["Chile"], None),
        # Who names those charged has not charged them; whose pledge it is.
        ("Police named a clerk charged with theft.", "charged", [], ["clerk"]),
        ("Benin's harvest pledge to feed the north was made in May.", "pledge", ["Benin"], None),
        # Who is met is told apart from who meets.
        ("Kenya is in talks with Uganda over the lake.", "talks", ["Kenya"], ["Uganda"]),
        # "His country" is the state, and so is the "we" of somebody who speaks for it.
        ("Norwegian Foreign Minister Ada Lund said her country condemned the raid.", "condemned", ["Norway"], None),
        ("Kenyan Defence Minister Amina Odhiambo said her country welcomed the truce.", "welcomed", ["Kenya"], None),
        # States that are named in passing are not "the two countries" of a report about others.
        ("Togo accused Benin of raids. Togo closed the border. Benin said that Togo had lied. Benin recalled its "
         "envoy. Paris and Rome urged calm. The two countries signed a pact in June.", "signed", ["Togo", "Benin"],
         None),
        # "The two" are those spoken of last; the two countries, if not, those of which most is told.
        ("President Ali Sow spoke with his Chadian counterpart, Idris Bello, on Monday, and the two agreed to share "
         "the lake.", "agreed", ["Ali Sow", "Idris Bello"], None),
        ("Chad and Niger argue over a lake. Chadian troops left the shore in May. Mali sent envoys. Togo sent food. "
         "The two countries signed a pact in June.", "signed", ["Chad", "Niger"], None),
        # A surname alone is that of whom the report is about, not of a sister; a union of states is a bloc; a school's
        # name makes no government.
        ("Ana Ruiz, a nurse, was shot in Lima on Monday. Her brother, Pedro Ruiz, said police had stopped her car. "
         "Officers dragged Ruiz from the car, he said.", "dragged", ["Officers"], ["Ana Ruiz"]),
        ("The commission of the African Union met in Accra. The bloc condemned the coup.", "condemned",
         ["African Union"], None),
        ("A school named Government Day College burned in Kano, Nigeria. The government promised a new one.",
         "promised", ["Nigeria"], None),
        # Nobody does something to himself by the verb that he shares.
        ("The bank suspended two clerks, accusing them of theft.", "accusing", ["bank"], ["two clerks"]),
        ("Rebels seized six nurses and beat them in Gao.", "beat", ["Rebels"], ["six nurses"]),
        # One of several goes by the name behind them; of many, a part is not the whole.
        ("One of the banks, Kestrel, sued Oslo on Monday.", "sued", ["Kestrel"], ["Norway"]),
        ("Bandits freed 12 of the 30 nurses they had seized in Gao.", "seized", ["Bandits"], ["30 nurses"]),
        # Some are not those told of before.
        ("Two officers were suspended on Monday. Students threw bottles at officers in Quito.", "threw", ["Students"],
         ["officers"]),
    ],
)  # fmt: skip
def test_who_stands_behind_an_act(text: str, word: str, actors: list[str] | None, recipients: list[str] | None) -> None:
    given = read(text)
    found = event(given, word)
    if actors is not None:
        assert names(given, found.actors) == actors
    if recipients is not None:
        assert names(given, found.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "word", "value", "unit"),
    [
        ("Iran test-fired a missile on Tuesday.", "fired", 1, "missile"),
        ("A court in Minsk sentenced the editor to six years on Monday.", "sentenced", 6, "years"),
        ("The air force said 30 sorties hit four depots.", "hit", 30, "sorties"),
    ],
)
def test_figures_of_one_of_terms_and_of_acts(text: str, word: str, value: float, unit: str) -> None:
    assert (value, unit) in [(q.value, q.unit) for q in event(read(text), word).quantities]


def test_a_story_goes_on_in_its_day() -> None:
    given = read(
        "Gunmen stormed the prison in Zaria on Friday. They killed two guards and freed dozens of inmates.",
        "2021-03-10",
    )
    killed = event(given, "killed")
    assert killed.time is not None and killed.time.start == "2021-03-05"


def test_who_has_just_spoken_is_not_whom_something_is_done_to() -> None:
    given = read(
        "Bankers said that no loan had been made.\n"
        "About 300 weavers marched to the ministry. Guards fired shots and wounded 12 of them.",
        "2021-03-10",
    )
    assert names(given, event(given, "wounded").recipients) == ["300 weavers"]


def test_of_whom_a_speaker_is_does_nothing() -> None:
    given = read("Olu's mother, Denise, told the Herald she had begged the warden to call a nurse.")
    assert names(given, event(given, "begged").actors) == ["Denise"]


def test_several_ages_are_no_figures() -> None:
    given = read("Guards shot dead three men, aged 18, 23 and 30, in Beira on Monday.", "2021-03-10")
    assert [figure.value for figure in event(given, "shot").quantities] == [3]


def test_who_tells_of_it_beside_has_not_done_it() -> None:
    given = read("Six herders were shot dead in Tarro, with farmers alleging that troops had fired from a boat.")
    assert event(given, "shot").actors == []


def test_who_is_said_not_to_be_there_does_nothing() -> None:
    given = read("“There were no smugglers in our village. They shot at us from a boat,” a baker said.")
    assert event(given, "shot").actors == []


def test_what_else_is_told_of_somebody_is_not_done_to_whom_that_was() -> None:
    given = read("Togo, which lost two barges in Ghana last year, condemned the raid.")
    assert event(given, "condemned").recipients == []


def test_what_there_is_not_says_nothing_of_what_is_asked_beside_it() -> None:
    given = read("The dean said the college had “no confirmation of who or what broke it” and called for restraint.")
    assert event(given, "called").status == "fact"


def test_the_year_of_one_act_is_not_that_of_another() -> None:
    given = read(
        "The colonel is charged with attacks on three villages in 2012. His supporters blocked a road on hearing it. "
        "Six guards were hurt by stones, a nurse said.",
        "2021-03-10",
    )
    assert event(given, "hurt").time is None


def test_whom_somebody_is_told_to_accuse_is_accused() -> None:
    given = read("Peru has expelled nine diplomats it accuses of theft.")
    assert names(given, event(given, "accuses").recipients) == ["nine diplomats"]


def test_a_slap_may_be_a_sanction() -> None:
    assert event(read("Norway slapped sanctions on two banks in Chad on Monday."), "slapped").type == "SANCTION"


def test_who_is_taken_to_hospital_is_not_seized() -> None:
    given = read(
        "Police shot at dockers in Beira on Monday, their union said. Six of them had been taken to the Santa Marta "
        "clinic with wounds in their legs. Two corpses were taken away by night.",
        "2021-03-10",
    )
    assert [given.words(one.trigger) for one in given.events] == ["shot"]


def test_what_is_added_to_somebody_was_on_its_own_day() -> None:
    given = read("The bloc, which had condemned the raid in May, praised the truce.", "2021-03-10")
    condemned, praised = event(given, "condemned"), event(given, "praised")
    assert condemned.time is not None and condemned.time.start == "2020-05-01"
    assert praised.time is None


def test_somebody_described_first_goes_by_the_name_told_later() -> None:
    given = read(
        "A Lima court indicted a 19-year-old student on Monday for throwing stones at police.\n"
        "The court indicted Rosa Quiroga, her lawyer said."
    )
    assert names(given, event(given, "indicted").recipients) == ["Rosa Quiroga"]


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        # By the age, before and after the name.
        ("Police shot a 19-year-old man in Kano on Friday. Musa Bello, 19, was walking home, his mother said.", "shot",
         ["Musa Bello"]),
        # A full stop before a capital ends a sentence.
        ("Guards shot a 23-year-old student in Lusaka on Monday. Peter Phiri, 23, was cycling to his lessons, his "
         "aunt said.", "shot", ["Peter Phiri"]),
        ("Shipping heir Pedro Lund was arrested in May. A court jailed the 49-year-old banker for two years.",
         "jailed", ["Pedro Lund"]),
        # Whoever is named without a word of who it is, where the same is done to him again.
        ("Gunmen killed a shopkeeper they had taken hostage. The body of Jorge Leal, 49, was found near a road. Leal "
         "was kidnapped on Wednesday.", "killed", ["Jorge Leal"]),
        # But not whoever is told to be somebody else, or of whom two were spoken of.
        ("Police arrested a 20-year-old student in Lima. They also held the lawyer Ana Paz, 44.", "arrested",
         ["20-year-old student"]),
        ("Rebels abducted a nurse in Gao. In Kidal they killed a priest. Idrissa Keita was shot at dawn.", "abducted",
         ["nurse"]),
        # Former holders, and all of those joined.
        ("Chile's ex-President Luis Paz flew home. The former President was charged with fraud.", "charged",
         ["Luis Paz"]),
        ("Gunmen kidnapped four teachers and nine pupils in Jos.", "kidnapped", ["four teachers", "nine pupils"]),
        ("The mayor said 12 miners were held and four guards wounded.", "wounded", ["four guards"]),
        # Whoever tells of it does not suffer it.
        (
            "According to local doctors, at least 40 people died on Monday when shells landed on the Fish Market at "
            "dusk. The army blamed the Dahl Front, which has held the city since May. The Front said the market was "
            "hit by an air strike.", "died", ["40 people"],
        ),
    ],
)  # fmt: skip
def test_to_whom_it_was_done_by_name(text: str, word: str, recipients: list[str]) -> None:
    given = read(text)
    assert names(given, event(given, word).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        # What is found fault with was done by somebody.
        ("Chad tested a missile on Monday. Niger denounced the test.", "denounced", ["Chad"]),
        # What is laid on goods is laid on whoever makes them.
        ("The council imposed tariffs on $2 billion of imports from Niger.", "tariffs", ["Niger"]),
        # Whoever is to do something, or leave it, lest a threat be carried out.
        ('"We will strike hard if Niger shuts the border," the Chadian minister warned.', "warned", ["Niger"]),
        # Of whom it is asked whether he did it, and who is asked, if he is.
        ("Prosecutors are investigating whether the firm bribed two clerks.", "investigating", ["firm"]),
        ("If Niger is asked to free the nuns, the rebels must free the pilots.", "asked", ["Niger"]),
        # What is refused was asked for or offered by somebody.
        ("The rebels demanded a truce on Monday. The army rejected the demand.", "rejected", ["rebels"]),
        ("The union proposed talks on Friday. The mayor rejected the proposal.", "rejected", ["union"]),
        # Whose offer is refused; whom sanctions hit is not whom those support who support them.
        ("The mayor rejected a UNESCO grant on Monday.", "rejected", ["UNESCO"]),
        ("Chad supported the latest sanctions against Niger.", "supported", []),
        ("Norway criticised and condemned the raid on the convent.", "criticised", []),
        ("Peru denounced the bombing of a mill in Gao.", "denounced", []),
        # A description of a state that is named behind it.
        ("Ghana imposed an embargo on a neighbour in the east, Benin.", "embargo", ["Benin"]),
        # Whoever somebody tries to catch is somebody else.
        ("The rector met Ana Ruiz and tried to arrest her.", "arrest", ["Ana Ruiz"]),
        # What is thrown is not hit, and nothing is hit by what takes place.
        ("Students threw objects on Monday.", "threw", []),
        ("The attack took place in Gao on Monday, the mayor said.", "attack", []),
        # Shells are weapons, Shell is a firm.
        ("Shell has been charged with fraud, prosecutors said.", "charged", ["Royal Dutch Shell"]),
    ],
)
def test_at_whom_it_is_aimed(text: str, word: str, recipients: list[str]) -> None:
    given = read(text)
    assert names(given, event(given, word).recipients) == recipients


def test_a_court_described_first_goes_by_the_name_told_later() -> None:
    given = read("A Chilean court sentenced the banker to six years. The Santiago Criminal Court found him guilty.")
    assert names(given, event(given, "sentenced").actors) == ["Santiago Criminal Court"]


def test_whoever_tells_of_an_attack_is_not_its_doer() -> None:
    given = read('"It was an attack on our harbour," Prime Minister Ada Lund told reporters in Oslo.')
    assert "Ada Lund" not in [
        name for one in given.events if one.type == "ASSAULT" for name in names(given, one.actors)
    ]


def test_what_the_report_tells_itself_takes_no_figures_from_somebodys_word() -> None:
    given = read(
        "On Monday, Chadian air forces bombed camps of the rebels near Zouar.\n"
        "According to the defence ministry, the air forces bombed the camps, killing 40 rebels."
    )
    facts = [one for one in given.events if one.status == "fact"]
    assert facts and all(40 not in [q.value for q in one.quantities] for one in facts)


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied that its soldiers had fired on the boat.",
        "The company denied wrongdoing.",
        "The ministry rejected claims that police had beaten prisoners.",
        "Moscow dismissed the accusation that it had shot down the plane.",
        "A spokesman for the police declined to comment.",
        "The ministry did not respond to requests for comment.",
        "The governor, asked by reporters about the raid, smiled.",
        "A nurse, who asked not to be named, said nine men were in the ward.",
        "The boat had sunk, as the mayor had suggested on Monday.",
        # Who wants to know asks for nothing; nobody is asked for what somebody wants to do himself; no reaction is no
        # refusal.
        "The bishop asked the mayor why the sirens had been silent.",
        "Peru wants to leave the union.",
        "The guard was filmed beating a nurse who refused to react.",
        # The public is called on by nobody.
        "Witnesses are urged to ring detectives.",
        "Anyone with knowledge of the theft is asked to contact the police.",
    ],
)
def test_a_denial_and_what_the_press_asks_are_no_events(text: str) -> None:
    assert [given for given in read(text).events if given.type in ("REJECT", "REQUEST")] == []


@pytest.mark.parametrize(
    "text",
    [
        "The embassy denied him a visa.",
        "The rebels rejected the offer of the mediators.",
        "The union refused to meet the minister.",
        "The province has denied the monks land for a temple.",
    ],
)
def test_a_refusal_is_an_event(text: str) -> None:
    assert "REJECT" in [given.type for given in read(text).events]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The envoy demanded an emergency meeting of the African Union.", ["REQUEST"]),
        ("The bishop urged the two parties to enter into dialogue.", ["REQUEST"]),
        ("Opposition leaders demanded an inquiry.", ["REQUEST"]),
        ("A court in Lima indicted the banker on Monday on charges of fraud.", ["ACCUSE"]),
        ("The Senate lifted the sanctions on Chad on Monday.", ["CONCEDE"]),
        ("A court in Minsk sentenced the editor to six years in prison and fined him heavily.", ["COERCE"]),
        ("Rebels killed two guards and wounded five others near Gao on Monday.", ["ASSAULT"]),
        ("A bomb at the central station of Gao killed 22 people.", ["ASSAULT"]),
        ("An air strike hit a clinic in Gao, killing three nurses.", ["ASSAULT"]),
        ("Four villagers were killed when shells hit the market in Saada.", ["ASSAULT"]),
        ("Rebels bombed a bridge in Gao and fired mortar shells at a police station.", ["ASSAULT", "ASSAULT"]),
        ("Police in Quito arrested a teacher on suspicion of theft.", ["COERCE"]),
        ("Police in Kano arrested nine men in a raid on a bakery.", ["COERCE"]),
        ("Prosecutors are investigating allegations of fraud at the port authority.", ["ACCUSE"]),
        ("Ghana broke off relations with Mali in 1994.", ["SANCTION"]),
        ("Kenya has lodged a formal protest with Uganda over the lake.", ["ACCUSE"]),
        ("Students held a protest in Lima.", ["PROTEST"]),
        ("Troops fired tear gas to disperse students in Kumasi.", ["ASSAULT"]),
        ("A man was shot dead while resisting arrest in Gao.", ["ASSAULT"]),
        ("At least 70 villagers were killed in three weeks of fighting.", ["ASSAULT"]),
        ("A van was hit with petrol bombs in Derry.", ["ASSAULT"]),
        ("Dockers in Mombasa began a strike on Monday to protest against low wages.", ["PROTEST"]),
        ("Marines opened fire with rifles on a lorry near the port, killing two farmers.", ["ASSAULT"]),
        (
            "Rebels kidnapped the surveyor Tom Aitken near Gao in May 2011.\n\n"
            "Police said Aitken was kidnapped by masked men. Aitken was abducted at night, his driver said.",
            ["ASSAULT"],
        ),
        # An act and the words it is done with; an order and what is ordered; a vow and a refusal.
        ("Peru's bishops condemned what they called a farce.", ["ACCUSE"]),
        ("A nurse filed a lawsuit against the port of Gao on Monday, accusing it of fraud.", ["ACCUSE"]),
        ("The king ordered a partial mobilisation on Monday.", ["MOBILIZE"]),
        ("Police have held the editor Ann Moor since arresting her in May.", ["COERCE"]),
        ("Dockers took to the streets of Gao to demand a new vote.", ["PROTEST"]),
        ("Guerrillas seized nine hostages near Gao on Monday.", ["ASSAULT"]),
        ("Togo retaliated by expelling two Malian diplomats.", ["SANCTION"]),
        ("A judge halved the rector's sentence and suspended it.", ["CONCEDE"]),
        ("A raid on a mill came after a bombing in Gao.", ["ASSAULT", "ASSAULT"]),
        # What somebody is charged with beside other things.
        ("A court in Lima indicted the banker on six counts including robbing a guard.", ["ACCUSE"]),
        # Two verbs of one object; a contract and what it is for; a march and what it demands; a noun that points back.
        ("Togo and Benin welcome and support the plan of the bishops.", ["SUPPORT"]),
        ("Togo approved a contract to sell Ghana nine tugs.", ["AGREE"]),
        ("Nurses marched in Quito, demanding a rise.", ["PROTEST"]),
        ("Benin expelled two Ghanaian envoys. The expulsion of the envoys came on Friday.", ["SANCTION"]),
        # Two persons met once.
        (
            "Prices must fall, Sow told reporters after his talks with Aitken. Finance Minister Idris Sow met with "
            "Scottish Finance Minister Tom Aitken in Perth on Monday.",
            ["CONSULT"],
        ),
        # Sanctions hit in a manner of speaking.
        ("The bank was hit by sanctions in May.", ["SANCTION"]),
        # What is burned on a march, whom shots at a crowd hit, what support is offered, how many a war killed.
        ("Nurses marched in Lima on Sunday, burning flags of Chile.", ["PROTEST"]),
        ("In Gao guards fired on a crowd of miners and wounded six of them.", ["ASSAULT"]),
        ("Cuba offered Togo its full support.", ["AGREE"]),
        # A strike is one of workers where a report is about work.
        (
            "Nurses voted to stay out until wages rise. The strike began on 4 May. About 900 workers are taking part "
            "in the strike.",
            ["PROTEST"],
        ),
    ],
)
def test_one_act_is_one_event(text: str, types: list[str]) -> None:
    assert [given.type for given in read(text).events] == types


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A mudslide killed eleven people in Quito on Friday.", []),
        ("Two sailors were hurt and one is missing after a ferry capsized off Benin.", []),
        ("Four pilgrims died in a stampede on Monday, and gunmen killed a guard.", [["gunmen"]]),
        ("Rebels killed six soldiers when their boat sank.", [["Rebels"]]),
        ("Nine pilgrims drowned on Monday when a ferry sank off Benin.", []),
        ("Six people died, a nurse said. The army said it lost nobody; a farmer said two soldiers died.", [[], []]),
    ],
)
def test_whom_an_accident_kills_is_not_attacked(text: str, doers: list[list[str]]) -> None:
    given = read(text)
    assert [names(given, found.actors) for found in given.events if found.type == "ASSAULT"] == doers


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("Officers fired tear gas at students in Kumasi.", "fired", ["students"]),
        ("Police used tear gas to disperse dockers on Monday.", "used", ["dockers"]),
        ("The minister sent inspectors on Monday.", "sent", []),
        ("Peru sent 1,500 soldiers to Quito.", "sent", ["Ecuador"]),
        ("Kestrel rejected accusations that it had bribed a judge.", "accusations", ["Kestrel"]),
    ],
)
def test_not_what_it_is_done_with_nor_who_denies_it(text: str, word: str, recipients: list[str]) -> None:
    given = read(text)
    found = event(given, word)
    assert names(given, found.recipients) == recipients
    assert not set(recipients) & set(names(given, found.actors))


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        ("Human rights groups have documented 43 killings of priests.", "killings", [], ["priests"]),
        ("Nobody was jailed for it, according to the Lantern Institute.", "jailed", [], None),
        ("The union said nine of its members had been held.", "held", [], None),
        ("Militias burned the town of Obo on Monday. The war has killed at least 900 people.", "killed", [], None),
        ('"It was a massacre," said Hassan Jab, a student whose arm was bandaged.', "massacre", [], None),
        (
            "Hundreds of students marched to the station and threw stones at it.",
            "threw",
            ["Hundreds of students"],
            None,
        ),
        ("Guards opened fire on dockers outside the port, killing nine people.", "killing", ["Guards"], None),
        ("Gendarmes held nine men on Monday. Similar clashes killed 27 people in 2019.", "killed", [], ["27 people"]),
        ("Granaries were set on fire in four villages. Gendarmes arrested 16 people.", "set", [], ["Granaries"]),
        ("Rebels burned a bridge on Monday. An air strike on a wedding left six people dead.", "air strike", [], None),
        ("Bishop shot dead in Quito\n\nPeople fled into the church on Monday.", "shot", [], ["Bishop"]),
        ("LIMA, May 3 — The bishop of Tarro was shot dead on Monday.", "shot", [], ["bishop of Tarro"]),
        # Who did something before or after it.
        ("After the shelling of the harbour, coastguards closed the quay.", "shelling", [], ["harbour"]),
        ("Following the abduction of a judge, gendarmes searched the docks.", "abduction", [], ["judge"]),
        ("The militia fled the valley after the murder of its founder.", "murder", [], ["its founder"]),
        ("Chad closed the crossing after its bombing of the camp.", "bombing", ["Chad"], None),
    ],
)
def test_who_tells_of_it_has_not_done_it(text: str, word: str, actors: list[str], recipients: list[str] | None) -> None:
    given = READER.read(text_report(text))
    found = event(given, word)
    assert names(given, found.actors) == actors
    assert recipients is None or names(given, found.recipients) == recipients


def test_what_is_attacked_in_a_manner_of_speaking_is_not_attacked() -> None:
    given = read("The editors called the search an attack on press freedom. Police attacked the press office in Lima.")
    assert [found.trigger for found in given.events if found.type == "ASSAULT"] == [event(given, "attacked").trigger]


def test_a_woman_assaulted_sexually_is_not_beaten() -> None:
    assert event(read("Two nurses were sexually assaulted at a fair in Ghent on Monday."), "assaulted").mode == "sexual"


def test_a_heart_attack_is_no_attack() -> None:
    assert [found.type for found in read("The cook died of a heart attack in Lima on Monday.").events] == []


def test_a_similar_act_is_another() -> None:
    given = read("Clashes near Gao killed three men on Monday. Similar clashes killed 27 people last year.")
    assert [[one.value for one in found.quantities] for found in given.events if found.quantities] == [[3.0], [27.0]]


def test_nothing_is_demanded_of_whoever_another_clause_is_about() -> None:
    for text in (
        "The opposition demanded an investigation into the death of Rosa Quiroga, and the judge Pedro Vela opened one.",
        "Students demanded an inquiry after police officer Juan Perez shot a boy.",
    ):
        given = read(text)
        assert names(given, event(given, "demanded").recipients) == []


def test_a_part_is_counted_and_not_the_whole() -> None:
    given = read("Police arrested two of three suspects in Kano on Friday.")
    assert [quantity.value for quantity in event(given, "arrested").quantities] == [2]


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # A story goes on where it began.
        ("Gunmen stormed a prison in Zaria on Friday. They killed two guards.", "killed", "Zaria"),
        ("North Korea fired a missile over Japan on Monday.", "fired", "Japan"),
        # "The city", "the Rwandan capital", and not "a town".
        ("Police came to Bogota on Monday. Officers beat students with sticks in the city.", "beat", "Bogota"),
        ("A bomb went off in Kigali. Police arrested two men in the Rwandan capital.", "arrested", "Kigali"),
        ("Envoys met in Geneva. The mayor arrived in Lima. Talks in the Swiss city ended.", "Talks", "Geneva"),
        # Of a place and what it lies in, the narrower.
        ("JOS, Nigeria - Police arrested two teachers on Monday.", "arrested", "Jos"),
        # What is demanded, and what somebody says, is elsewhere.
        ("The president of Ghana urged the junta to free the prisoners in Bamako.", "urged", None),
        ("Soldiers burned a market, the minister said in Accra.", "burned", None),
        ("A clerk opened a case of assault at a police station in Quito.", "assault", None),
    ],
)
def test_where_it_happened(text: str, word: str, place: str | None) -> None:
    found = event(read(text), word).place
    assert (found and found.name) == place


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # A story goes on in its day, and what is told once more was when it was.
        ("Gunmen stormed a prison in Zaria on Friday. They killed two guards.", "killed", "2021-09-10"),
        # So long after or before what is told next, whichever of both stands first.
        ("Rebels attacked Gao on 4 May. The army bombed a camp three days after the attack.", "bombed", "2021-05-07"),
        ("Rebels attacked Gao on 4 May. Police had arrested a man a week before the attack.", "arrested", "2021-04-27"),
        ("Rebels attacked Gao on 4 May. Two days after the attack, police arrested a man.", "arrested", "2021-05-06"),
        # Of a month and a day in it, the day.
        ("Gunmen killed a judge in Kano in May. He was killed on 4 May, outside his house.", "killed", "2021-05-04"),
        # What begins or ends on a day does not make it that of something else.
        ("The mine has been closed since 4 May. Workers blocked the gates.", "blocked", None),
        # A day on which something is to be is not that of what has been.
        ("Envoys will meet on Monday. Troops shelled the port for hours.", "shelled", None),
    ],
)
def test_when_it_happened(text: str, word: str, day: str | None) -> None:
    found = event(read(text, "2021-09-15"), word).time
    assert (found and found.start) == day


def test_a_month_of_the_past_is_no_day_of_the_story() -> None:
    given = read(
        "Kenya and Uganda agreed in July to share the waters of the lake between them.\n"
        "Fishermen on the Kenyan side protested outside the governor's office and burned nets.",
        "2021-09-10",
    )
    assert event(given, "protested").time is None


@pytest.mark.parametrize(
    "text",
    [
        "The minister reviewed the plan for the new road, and the council removed a bench.",
        "Doctors described the procedure as routine.",
        "The coach said the player should rest, and dropped him from the team.",
        "The farmers pushed the cart up the hill and stopped for lunch.",
    ],
)
def test_a_word_of_many_meanings_tells_of_an_event_only_where_it_is_plain(text: str) -> None:
    assert read(text).events == []


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Chile recalled its ambassador from Lima on Tuesday.", "recalled", "SANCTION"),
        ("Thousands of Serbs took to the streets of Novi Sad on Sunday.", "took", "PROTEST"),
        ("Prosecutors dropped the charges against the mayor.", "dropped", "CONCEDE"),
        ("Kenya sent two battalions to the border with Somalia.", "sent", "MOBILIZE"),
        ("Japan sent tents and blankets to Nepal.", "sent", "AID"),
        ("Togo sent field hospitals to Ghana.", "sent", "AID"),
        ("The navy launched an operation against pirates off Benin.", "launched", "ASSAULT"),
        ("Iran launched a satellite on Friday.", "launched", "MOBILIZE"),
        ("Norway and Fiji signed a treaty on fisheries in Suva.", "signed", "SUPPORT"),
        ("Kenya walked out of the talks with Uganda.", "walked", "SANCTION"),
        ("The envoy called on Monday for calm in Juba.", "called", "REQUEST"),
        ("Rebels captured the town of Bria on Tuesday.", "captured", "ASSAULT"),
        ("Police seized a lorry in a village near Kumasi.", "seized", "COERCE"),
        ("Police raided the offices of the newspaper in Lusaka.", "raided", "COERCE"),
        ("Two teachers were taken into custody in Minsk.", "taken", "COERCE"),
        ("Egypt closed its embassy in Doha on Sunday.", "closed", "SANCTION"),
        ("The governor ruled out talks with the union.", "ruled", "REJECT"),
        ("Nurses in Accra called off their strike on Friday.", "called", "CONCEDE"),
        ("Troops bulldozed nine homes outside Hebron.", "bulldozed", "COERCE"),
        ("Students burned an effigy of the minister in Dhaka.", "burned", "PROTEST"),
        ("The rebels left the town of Kidal on Friday.", "left", "RETREAT"),
        ("A union leader called the minister a liar.", "called", "ACCUSE"),
        ("Rebels in Mali released two hostages on Friday.", "released", "CONCEDE"),
        ("Oslo dropped its veto on Monday.", "dropped", "CONCEDE"),
        ("Teachers in Lome walked out over pay on Monday.", "walked", "PROTEST"),
        ("Oslo's envoy walked out of a meeting with Sudan.", "walked", "SANCTION"),
        ("A judge dismissed a petition by the miners.", "dismissed", "REJECT"),
        ("The court handed the editor a nine-month prison term.", "handed", "COERCE"),
        ("The poet was handed a two-year sentence in Hue.", "handed", "COERCE"),
        ("Nuns in Cusco campaigned against the quarry.", "campaigned", "ACCUSE"),
        ("Ghana withdrew its threat to shut the port.", "withdrew", "CONCEDE"),
        ("Two judges halved the rector's jail term.", "halved", "CONCEDE"),
        ("The parliament approved an embargo on Eritrea.", "approved", "SANCTION"),
        ("Kenya raised duties on Ugandan cotton on Monday.", "raised", "SANCTION"),
        ("Kenya cut its tariffs on Ugandan cotton.", "cut", "CONCEDE"),
        ("Finland stopped selling radars to Libya in 2015.", "stopped", "SANCTION"),
        ("The charges against the rector were reinstated on Monday.", "reinstated", "ACCUSE"),
        ("The bank will appeal against the ruling.", "appeal", "REJECT"),
        ("A judge threw out the charges against the rector.", "threw", "CONCEDE"),
        ("Togo would hand over 34 soldiers.", "hand", "CONCEDE"),
        ("The armies are to exchange prisoners at a bridge.", "exchange", "CONCEDE"),
        ("The charity evacuated 12 foreign workers to Djibouti.", "evacuated", "RETREAT"),
        ("China and Cuba last month blocked a statement of the council.", "blocked", "REJECT"),
        ("Benin turned the offer down on Monday.", "turned", "REJECT"),
        # Who is kidnapped is told to be taken, by nobody with a right to.
        (
            "Gunmen have kidnapped a Danish nurse in Togo. In May, two Italian engineers were snatched from a bus.",
            "snatched",
            "ASSAULT",
        ),
    ],
)
def test_a_verb_tells_of_an_act_by_what_stands_with_it(text: str, word: str, type_: str) -> None:
    assert event(read(text), word).type == type_


# --- who does it and to whom, by grammar ---


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        # Whom a passive is done to does nothing, and neither does the party in "the party's expulsion".
        ("Since the Liberal Party was expelled from the senate, it has lost its voters.", "expelled", [],
         ["Liberal Party"]),
        ("A police van was hit by a petrol bomb in Derry.", "hit", None, ["police"]),
        ("The union's expulsion from the talks angered miners.", "expulsion", [], ["union"]),
        # Who is complained about, who is to meet whom, and against whom a march is.
        ("The editor complained that Oslo had not informed the fishermen.", "complained", ["editor"], ["Norway"]),
        ("The miners demanded negotiations with the Energy Ministry.", "demanded", ["miners"], ["Energy Ministry"]),
        ("Students in Quito rallied against a parade by the Naval Academy.", "rallied", None, ["Naval Academy"]),
        # What is threatened is to be done by whoever threatens it.
        ("Between Malian herders and neighbouring Niger – which has threatened a full-scale military offensive to "
         "crush the herders – lies a desert.", "offensive", ["Niger"], None),
        # Whoever does one thing after another does them all, and to whom each is done.
        ("Mobs burned three shops and looted a bank in Lima.", "looted", ["Mobs"], ["bank"]),
        # A description behind the name of a faith names nobody.
        ("Portugal's oldest Protestant party, the Reform League, threatened to sue the mayor.", "threatened",
         ["Reform League"], None),
        # Whose summit it is meets there; ties are cut with whoever an envoy was sent to; both of two blame.
        ("Ministers quarrelled at the Arab League summit in Cairo.", "summit", ["Arab League"], None),
        ("Peru recalled its ambassador to Chile on Monday.", "recalled", ["Peru"], ["Chile"]),
        ("The union and the ministry blamed each other for the strike.", "blamed", ["union", "ministry"], []),
        # Acts that go on are those of whoever acted before; reports warn nobody.
        ("Chadian jets bombed a camp near Zouar on Monday. According to the ministry, 20 sorties were carried out, "
         "hitting six depots of the rebels.", "hitting", ["Chad"], None),
        ("Reports said that a Nigerian sergeant informed the school and warned the pupils to stay away.", "warned",
         ["Nigerian sergeant"], ["pupils"]),
        # A protest is against whom its demand is.
        ("Thousands of teachers marched to denounce Governor Luis Ortega.", "marched", None, ["Luis Ortega"]),
        # A threat is to whom it would be done; all of those joined sign; a prison jails nobody.
        ("The president sacked his aide and threatened to dissolve parliament.", "threatened", ["president"],
         ["parliament"]),
        ("Chad threatened to send its troops to crush the herders.", "threatened", ["Chad"], ["herders"]),
        ("Peru and Chile signed a pact on fishing.", "signed", ["Peru", "Chile"], None),
        ("The editor was sentenced to five years in prison.", "sentenced", [], ["editor"]),
        # Whoever is killed in an attack does not attack; those killed fighting somebody are killed by him.
        ("Three boys were killed in an attack on a bus.", "killed", [], ["Three boys"]),
        ("A ferry was hit by a missile near Gao, killing nine men, the port said.", "hit", [], ["ferry", "nine men"]),
        ("Nine sailors died in a clash with pirates near Gao.", "clash", ["pirates near Gao"], ["Nine sailors"]),
        ("All 20 girls seized from a school in Ghana's Oti region have been released.", "seized", [], ["All 20 girls"]),
        ("The hamlet was shelled on Monday, wounding three boys.", "shelled", [], ["hamlet"]),
        ("A school in Gao was struck by mortar fire on Friday, killing a nun.", "struck", [], ["school in Gao", "nun"]),
        ("The truck was attacked by poachers, killing two men.", "attacked", ["poachers"], ["truck", "two men"]),
        ("Nearly 200 soldiers have been killed fighting the rebels.", "killed", ["rebels"], ["200 soldiers"]),
        ("Two officers were killed in clashes with gunmen.", "killed", ["gunmen"], ["Two officers"]),
        # A pronoun means whom the brackets behind it name.
        ('"The boys threw bottles at them (the guards) in the yard," the warden of the Lima prison said.', "threw",
         ["boys"], ["guards"]),
        # Who merely stands in a clause beside does nothing, nor does a tool, nor who is held over it.
        ("The explosion, which came as pilgrims left the shrine, killed six.", "killed", [], None),
        ("Seven boatmen were wounded by gunshots near Kisumu.", "wounded", [], ["Seven boatmen"]),
        ("Police held three brothers over the murder of a nurse.", "held", ["Police"], ["three brothers"]),
        ("Police held three brothers over the murder of a nurse.", "murder", [], None),
        # Whoever dies suffers it.
        ("Seven farmers died when the army shelled Aden.", "died", None, ["Seven farmers"]),
        # Who is accused is told before what he is accused of; who carries an act out behind its noun.
        ("Nurses accused the Health Ministry of hiding the deaths.", "accused", ["Nurses"], ["Health Ministry"]),
        ("A raid carried out by gunmen frightened the valley.", "raid", ["gunmen"], None),
        # What hits a thing and kills people is done to both; whoever accuses has not done it.
        ("An air strike hit a school in Gao, killing two teachers.", "killing", [], ["two teachers", "school"]),
        ("The union says a brutal raid was carried out on its offices.", "raid", [], None),
        # Nothing is done to what another verb is done to, nor to what it is done with; each passive has its own doer.
        ("Guards fired into the air and broke into two houses.", "fired", ["Guards"], []),
        ("Miners blocked the road with two lorries on Monday.", "blocked", ["Miners"], []),
        ("The editor was detained by soldiers on Monday but freed by a court.", "freed", ["court"], ["editor"]),
        ("A prosecutor is investigating whether the nuns were beaten.", "investigating", ["prosecutor"], []),
        # A passive does not tell its doer in another sentence, nor any verb whom it is done to.
        ("Militiamen burned a mill in Gao. Two nurses were abducted from a clinic.", "abducted", [], ["Two nurses"]),
        ("The guard counted nine dead. Chile called the figures absurd.", "called", ["Chile"], []),
        # Who says what it was done with has not done it, nor has a union that tells of arrests, nor a church attacked.
        ("A nurse was struck by what the union called a rubber bullet.", "struck", [], ["nurse"]),
        ("The union said two boys had been arrested in Gao.", "arrested", [], ["two boys"]),
        ("The church attack in Gao on Sunday killed nine people.", "attack", [], ["nine people"]),
        # Nothing is said or done to a thing that is only spoken of or used.
        ("Chile called the story absurd.", "called", ["Chile"], []),
        ("Hamas freed nine farmers in exchange for hundreds of prisoners.", "freed", ["Hamas"], ["nine farmers"]),
        # Who fights with whom; who is shot beats nobody; a passive without a subject shares that of its clause.
        ("Nine guards were hurt when they clashed with miners near Gao.", "clashed", ["Nine guards"], ["miners"]),
        ("A guard was shot dead and three teachers were beaten.", "beaten", [], ["three teachers"]),
        ("A nurse died after being stabbed in the chest.", "stabbed", [], ["nurse"]),
        ("He was arrested on Monday and released the same day; diplomats had intervened.", "released", [], None),
        # Nothing is demanded of those who did something meanwhile; no idea is seized.
        ("Guards shot a boy as crowds demanded bread.", "demanded", ["crowds"], []),
        ("The generals seized power in 2012.", "seized", ["generals"], []),
        # Who was arrested is sentenced, not the police; the province's government is not the state's.
        ("Police arrested six men over the fire and a judge jailed two of them.", "jailed", ["judge"], ["six men"]),
        ("India denied it. Nurses accused the provincial government of theft.", "accused", ["Nurses"],
         ["provincial government"]),
        # Whose jets they are is not told by what they are for, and machines do nothing but by whoever has them.
        ("Fighter jets bombed a camp near Gao.", "bombed", [], ["camp"]),
        ("Malian helicopters strafed a market near Kidal on Sunday.", "strafed", ["Mali"], ["market"]),
        # Nothing is done by whoever does something else meanwhile, nor to what they do it to, nor to where it happens.
        ("A shell, which fell as nurses crossed the bridge, killed nine.", "killed", [], ["nine"]),
        ("A bomb that rebels had planted killed nine in Gao.", "killed", ["rebels"], ["nine"]),
        # Of "who" whom its clause tells of; "of" whom a defection is, defects; who is met has his state behind him.
        ("The brother of a lawyer who has been jailed since May wept.", "jailed", [], ["lawyer"]),
        ("The defection of two colonels weakened the rebels of Gao.", "defection", ["two colonels"], []),
        ("Togo's president met with Prime Minister Ali Sow of Mali in Lome.", "met", None, ["Ali Sow"]),
        # What is threatened is threatened to whom it is for; who keeps an attack off, or only tells of it, is not its
        # doer, but both of two are.
        ("Uganda threatened a war to crush the miners.", "threatened", ["Uganda"], ["miners"]),
        ("The governor said rocket attacks on the harbour would end.", "attacks", [], ["harbour"]),
        ("Officials denied reports against the Kenyan army and Somalia of shelling hospitals.", "shelling",
         ["Somalia", "Kenyan army"], ["hospitals"]),
        # Who threatens is not who tells of it; who is spared by "after it was" does not do it.
        ("The nurse said the thieves had called her and threatened to burn the clinic.", "threatened", ["thieves"],
         ["clinic"]),
        ("Oslo was pleased after it was granted aid.", "granted", [], ["Norway"]),
        # Of many, those of whom it is told; a march is not against whoever is hit beside it.
        ("Rebels freed 12 of the 30 nurses in Gao on Monday.", "freed", ["Rebels"], ["12 of the 30 nurses"]),
        ("Hundreds of miners marched through Lima and some hurled stones at guards.", "marched",
         ["Hundreds of miners"], []),
        # What shells do, nobody told of before does; what is hit is hit by raids, too, and fire is opened on somebody.
        ("Eritrean troops began it, the guard said. Farmers told a radio that bombs had fallen on the valley, "
         "destroying two mills.", "destroying", [], ["two mills"]),
        ("Shells killed nine teachers in Aden.", "killed", [], ["nine teachers"]),
        ("An air strike hit a mill in Gao on Monday, a nurse said.", "strike", [], ["mill"]),
        ("Marines opened fire with rifles on a lorry near the port, killing two farmers.", "opened", ["Marines"],
         ["lorry near the port", "two farmers"]),
        # A measure is laid on those behind "on", by no place where somebody sits.
        ("Oslo imposed sanctions on two banks that it says help Eritrea to buy arms.", "sanctions", ["Norway"],
         ["two banks"]),
        ("Ministers in Vienna froze the accounts of two banks.", "froze", ["Ministers in Vienna"], ["two banks"]),
        # Whose tool it is done with is hit by it; what is offered is offered to whoever stands before it.
        ("Youths attacked a patrol with machetes in Gao.", "attacked", ["Youths"], ["patrol"]),
        ("The mayor offered Ana Sow talks on a new port.", "offered", ["mayor"], ["Ana Sow"]),
        # Nobody is held by a checkpoint, a march is not against those it is for, two are two.
        ("The court freed three nurses who were held at a checkpoint near Gao.", "held", [], ["three nurses"]),
        ("Thousands marched in support of the nurses on Monday.", "marched", ["Thousands"], []),
        ("Tens of thousands of miners began a strike on Monday after their unions and the mine failed to agree.",
         "strike", None, []),
        ("Two guards and a cook were hurt in Gao on Monday.", "hurt", [], ["Two guards", "cook"]),
        # Whose envoy is called in; whom "which" means; whom one looks for, nothing is done to.
        ("Jordan summoned the Iranian ambassador on Monday.", "summoned", ["Jordan"], ["Iran"]),
        ("A court in Lima named the bank, which it fined $6 million.", "fined", None, ["bank"]),
        ("Troops searched nearby villages for the attacker.", "searched", ["Troops"], ["nearby villages"]),
        ("The firm accused two former clerks of acting without leave.", "accused", ["firm"], ["two former clerks"]),
        # Who is driven off is not who drives; nothing is demanded of the captive; who is met stands behind "with".
        ("Hundreds of miners marched on Monday but were dispersed by guards.", "dispersed", ["guards"],
         ["Hundreds of miners"]),
        ("Chad demanded the release of the editor on Monday.", "demanded", ["Chad"], []),
        ("Ghana's envoy visited Lome for talks with Kofi Sow and warned Mali against a war.", "talks", None,
         ["Kofi Sow"]),
        # Who clears a blockade does not blockade; who gathers nearby shoots nobody; riots have no police of that name.
        ("Soldiers cleared a blockade that farmers had kept up for days near Gao.", "blockade", ["farmers"], []),
        ("Crowds gathered in Lima and a nurse was shot.", "shot", [], ["nurse"]),
        ("Riot police came to Lima on Monday. The union said officers had beaten two nurses.", "beaten", ["officers"],
         ["two nurses"]),
        # Whose diplomats are sent away; and he who is, where nothing tells whose he is.
        ("Japan expelled two Chinese diplomats on Monday.", "expelled", ["Japan"], ["China"]),
        ("Oslo expelled the ambassador on Monday.", "expelled", ["Norway"], ["ambassador"]),
        # Whoever is sent somewhere is no end of what becomes of him.
        ("Chile withdrew its ambassador to Peru in May.", "withdrew", ["Chile"], ["Peru"]),
        # Who has a part in it does it, and not who has none; who bears it, bears it.
        ("A monk says nine sailors were involved in the burning of the mill.", "burning", ["nine sailors"], None),
        ("Ghana is not involved in the shelling of the port.", "shelling", [], None),
        ("Kenya takes no part in the siege of Bria.", "siege", [], None),
        ("The dockers suffered a raid by the navy on Sunday.", "raid", ["navy"], ["dockers"]),
        # Between whom talks are, and not whose envoys those are; on whose goods a duty is.
        ("Talks between the bishop's envoy and the miners were held in Quito.", "Talks", ["bishop's envoy"],
         ["miners"]),
        ("A meeting between Modi's adviser and Merkel's envoy was held in Oslo.", "meeting", ["Modi's adviser"],
         ["Merkel's envoy"]),
        ("Chile imposed tariffs on Bolivian cotton.", "tariffs", ["Chile"], ["Bolivia"]),
        # Who brings it before the police has not done it, nor have they suffered it.
        ("Ana Soto opened a case of assault at the Quito police station.", "assault", [], []),
        # Whom a paper says to be charged, it does not charge; whoever says there was none has not done it.
        ("Nine clerks were charged with theft, according to Le Monde.", "charged", [], ["Nine clerks"]),
        ("Spokesman Ola Berg said there had been no raid on the mill.", "raid", [], None),
        ("The affair shook Ghana, implicating two judges.", "implicating", [], ["two judges"]),
        # On whom it is laid, and who says that he did it; what is only taken is nobody.
        ("Envoys blamed the shelling on the Lake Army.", "shelling", ["Lake Army"], []),
        ("Three raids blamed on the River Front shook the valley.", "blamed", [], ["River Front"]),
        ("Two sailors admitted the murder of a monk.", "murder", ["Two sailors"], ["monk"]),
        ("The raid, blamed on Eritrea, killed six in Juba.", "killed", ["Eritrea"], ["six"]),
        ("Police recovered 40 rifles near Gao on Monday.", "recovered", ["Police"], []),
        # What goes on behind the word of who tells it, and what those do besides of whom somebody tells.
        ("The barge company is cutting wages, clerks said Friday, ignoring pleas from its crews.", "ignoring",
         ["barge company"], None),
        ("The envoy said Togo and Benin welcome the vote and applaud the judges of Chad.", "applaud", ["Togo", "Benin"],
         ["judges of Chad"]),
        ("The law drew fierce criticism on the part of nurses and Amnesty International.", "criticism",
         ["nurses", "Amnesty International"], []),
        # Who is told of in a clause beside is not gone on from; whose somebody is; who is threatened, who is tried.
        ("Police arrested Roig in March, a week after a former clerk had handed them a notebook. The court remanded "
         "him in custody. He was freed in August.", "remanded", ["court"], ["Roig"]),
        ("Police arrested Ann Moor, the mayor, on Monday. A court sentenced Moor's predecessor to three years.",
         "sentenced", ["court"], ["Ann Moor's predecessor"]),
        ("A diplomat said Chad had turned it down. Ouattara's envoy met the rebels on Monday.", "met",
         ["Ouattara's envoy"], ["rebels"]),
        ("Ivo Lenz resigned the same evening; he said he had been threatened.", "threatened", [], ["Ivo Lenz"]),
        ("The former rector, Ivo Lenz, went on trial on Monday accused of taking bribes from builders.", "accused", [],
         ["Ivo Lenz"]),
        # Troops that are sent act; whom violence is laid at; whose talks they were is not whom something is done to.
        ("Police reinforcements were sent to the town on Monday.", "sent", ["Police reinforcements"], []),
        ("Guards beat students in Lima on Saturday. Norway denounced the crackdown.", "denounced", ["Norway"],
         ["Guards"]),
        ("Police seized a lorry on Sunday on the eve of the return to peace talks by the Lake Front party.", "seized",
         ["Police"], []),
    ],
)  # fmt: skip
def test_who_does_it_as_grammar_tells(
    text: str, word: str, actors: list[str] | None, recipients: list[str] | None
) -> None:
    found = event(given := read(text), word)
    if actors is not None:
        assert names(given, found.actors) == actors
    if recipients is not None:
        assert names(given, found.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "word", "figures"),
    [
        ("Iran conducted a missile launch on Tuesday.", "launch", [1]),
        ("Police in Perth are working to seize $US1.7 million taken from the fund.", "seize", [1_700_000]),
        ("A court fined the bank US$2.5 million on Monday.", "fined", [2_500_000]),
        ("The council fined the bar $A30,000.", "fined", [30_000]),
        ("Kidnappers demanded a ransom of $2 million for the girl.", "demanded", [2_000_000]),
        ("Soldiers killed a 15-year-old boy and 3 nurses in Gao.", "killed", [3]),
        ("Police seized 86 rifles and 88 shells in Osun.", "seized", [86, 88]),
        ("Rosa Quiroga, 34, was detained in Lima.", "detained", []),
        ("Bandits killed nine farmers near Gao, two of them women.", "killed", [9]),
        ("The brothers of the 40 miners marched on Monday.", "marched", []),
        # Those whom another clause is about are not counted, nor is what gives no figure.
        ("Guards fired at the pickets as hundreds of miners blocked the pier, a cook said.", "fired", []),
        ("The union said it had seen four films in which guards beat the miners.", "beat", []),
        ("Rebels killed several nurses in Gao.", "killed", []),
        ("An S-300 missile hit a school in Gao, killing two nurses.", "killing", [2]),
        ("Guards fired into the air and broke into two houses.", "fired", []),
        ("Miners blocked the road with two lorries on Monday.", "blocked", []),
        # How old somebody is counts nobody.
        ("Gunmen killed a boy of nine in Gao.", "killed", []),
        ("Gunmen killed a group of nine in Gao.", "killed", [9]),
    ],
)
def test_figures_of_an_event(text: str, word: str, figures: list[float]) -> None:
    assert [quantity.value for quantity in event(read(text), word).quantities] == figures


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The governor of the Tyumen region, Ilya Petrov, threatened to close the market.", "Ilya Petrov", "RUS"),
        (
            "Thousands of people marched through Nairobi to demand the release of the editor.",
            "Thousands of people",
            "KEN",
        ),
        ("Gunmen attacked villagers in Maiduguri.", "villagers", "NGA"),
        ("Rebels shelled Gao on Monday.", "Rebels", None),  # of whom nothing tells where they are from
    ],
)
def test_whoever_is_told_to_be_of_a_place_is_of_its_country(text: str, name: str, country: str | None) -> None:
    assert [actor.country for actor in read(text).actors if actor.name == name] == [country]


@pytest.mark.parametrize(
    ("text", "word", "unit"),
    [
        ("A court fined the bank US$2.5 million.", "fined", "US$"),
        ("Police are working to seize $US1.7 million taken from the fund.", "seize", "$US"),
        ("Police seized 86 rifles in Osun.", "seized", "rifles"),
        ("Gunmen attacked a bus, wounding 12.", "attacked", "wounded"),
        ("Guards shot a 23-year-old student in Lusaka.", "shot", "student"),
        ("Rebels shot at Aden, wounding more than 40.", "shot", "wounded"),
        ("Hundreds of Peruvian coal miners were arrested in Lima.", "arrested", "miners"),
        ("Thousands marched through Lima on Monday.", "marched", "people"),
    ],
)
def test_what_a_figure_counts(text: str, word: str, unit: str) -> None:
    assert [quantity.unit for quantity in event(read(text), word).quantities] == [unit]


def test_whoever_is_killed_in_a_protest_does_not_hold_it() -> None:
    found = event(given := read("Nine dockers were killed in protests over bread prices on Monday."), "protests")
    assert (names(given, found.actors), names(given, found.recipients), found.quantities) == ([], [], [])


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Guards held the boy at about 9 p.m. Moor was found on Monday.", True),
        ("The raid began at 9 p.m. The army fired rockets.", True),
        ("The raid began at 9 p.m. Friday and the army fired rockets.", False),
    ],
)
def test_a_sentence_may_open_behind_an_hour(text: str, opens: bool) -> None:
    reading = NETWORK.read(text)
    hour = next(i for i in range(len(reading)) if reading.word(i).startswith("p.m"))
    assert (reading.sentence[hour] != reading.sentence[hour + 1]) == opens


def test_those_are_hurt_of_whom_the_word_behind_the_figure_tells() -> None:
    (found,) = read("Two guards were killed and six wounded in a clash near Gao on Monday.").events
    assert [(one.value, one.unit) for one in found.quantities] == [(2, "guards"), (6, "wounded")]


def test_what_is_told_of_another_year_is_another_event() -> None:
    given = read("Iran fired a missile over Iraq on Monday. It had fired a missile over Iraq in 2009.", "2021-03-10")
    assert [((one.time and one.time.start) or "")[:4] for one in given.events if one.type == "MOBILIZE"] == [
        "2021",
        "2009",
    ]


@pytest.mark.parametrize(
    ("text", "threatens"),
    [
        ("The envoy warned Kenya to stay away from the lake.", True),
        ("Kenya was warned by Somalia on Monday.", True),
        ("The bishop warned of bloodshed if the vote was put off.", True),
        ("The sheikh warned of war if the dam was built.", True),
        ("The general warned that he would close the strait.", True),
        ('"We will answer with force," the minister warned.', True),
        ("The envoy warned that the talks were slow.", False),
        ("The mayor warned of delays to buses.", False),
        ("An official warned of a sale of the mine to Chad.", False),
        ("The general warned of reprisals.", True),
        ('"The harvest is poor," the minister warned.', False),
        ("The council ignored a warning issued by the weather office.", False),
        ("The bank warned that the strike would cost millions.", False),
        ("The general warned that troops would shoot looters.", True),
        ("Oslo issued a warning to the trawlers.", True),
    ],
)
def test_a_warning_is_a_threat_only_to_somebody(text: str, threatens: bool) -> None:
    assert ("THREATEN" in [one.type for one in read(text).events]) == threatens


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The striking dockers met the minister in Limon.", "striking"),
        ("Soldiers shot a man from a faction opposed to the truce.", "opposed"),
        ("The rector has held the post since May, and police arrested him.", "held"),
        ("The navy said it had seen a whale. Two fishermen dismissed that.", "dismissed"),
        ("Gunmen killed a nurse near the dam, farmers said. The militia denied any presence near the dam.", "denied"),
        ("Those behind the raid must be held to account, the bishop said.", "held"),
        ("Police raided a bank in Gao. The judge agreed with the findings of the inquiry.", "agreed"),
        ("Police raided a bank in Gao. Peru summoned the Chilean charge d'affaires on Monday.", "charge"),
        # What it is called, what a rule allows, what fate forces, who is looked for, ills that are fought.
        ("Gunmen killed a nurse in Gao on Monday. Her brother called the inquest a sham trial.", "trial"),
        ("The editor was jailed under a law that allows reporters to be detained for months.", "detained"),
        ("Rebels shelled Gao and hundreds of farmers were forced to leave.", "forced"),
        ("Rebels sank a trawler off Benin. A search for survivors went on through the night.", "search"),
        ("The envoy praised the country for its fight against corruption.", "fight"),
        ("Police raided a mosque in Gao. Anyone found guilty could be jailed for a year.", "jailed"),
        ("Police raided a mosque in Gao. A man found guilty of arson could be jailed for a year.", "jailed"),
        ("The union's inquiry unit, which probes cases of fraud, was raided by police.", "probes"),
        ("The church deployed 300 observers and rebels shelled Gao.", "deployed"),
        ("The junta outlawed strikes on Monday.", "strikes"),
        ("Police raided a bank in Gao. A fire in a hostel killed nine in May.", "fire"),
        ("Police raided a bank in Gao. Two clerks died in a warehouse fire.", "died"),
        ("Police raided a bank in Gao. Every gate had been locked.", "locked"),
        ("Police raided a bank in Gao, where rallies had been prohibited.", "rallies"),
        ("Police raided a bank in Gao. The teller hails from Togo.", "hails"),
        # What it might be, what there is less of, what somebody sees to at any time; where others go, what comes of it.
        ("Nurses spoke to possible victims of torture.", "torture"),
        ("Fewer bombings were counted in Gao this year.", "bombings"),
        ("The court in Ghent handles murders by soldiers.", "murders"),
        ("The navy said the balloon did not pose a threat to Peru.", "threat"),
        ("Fears of a trade war grew.", "war"),
        ("The firm raised electricity tariffs in March.", "raised"),
        ("A rector was kicked out of the club in Lima.", "kicked"),
        ("The pilgrims pressed on through the rain.", "pressed"),
        ("When Reuters phoned the embassy, nobody spoke.", "phoned"),
        ("Rebels burned a mill after what Kenya says was a raid on its camp.", "says"),
        # What kind a thing is, what would have been, what is done every year, what a law or a plan asks for.
        ("Police raided a bank in Gao. Nurses sang the banned hymn.", "banned"),
        ("Police raided a bank in Gao. The motion would have condemned the mayor.", "condemned"),
        ("Police raided a bank in Gao. Fishermen march each May through the port.", "march"),
        ("Police raided a bank in Gao. Chilean law requires banks to report thefts.", "requires"),
        ("Police raided a bank in Gao. The plan calls for new roads.", "calls"),
        # A market, an audience, the press, a wish not to be named, a figure contested, a ground, a feeling, a comment.
        ("The demand for oil led Benin to build a port.", "demand"),
        ("Police raided a bank in Gao. The rector told a meeting in Lome that the vote was fair.", "meeting"),
        ("A caller telephoned a radio station and said that rebels had shelled Gao.", "telephoned"),
        ("A nurse who asked that her name not be used said guards beat a boy.", "asked"),
        ("Guards beat a boy in Gao, monks said. The navy disputes those figures.", "disputes"),
        ("Ada Lund, who is serving a two-year sentence on fraud charges, met nuns.", "charges"),
        ("Guards beat a boy in Gao. The bishop said he was appalled.", "appalled"),
        ("Gunmen kidnapped a nun in Gao. It is the second kidnapping of a foreigner this year.", "kidnapping"),
        ("Peru recalled its envoy in Quito for consultations.", "consultations"),
        ("The envoy said the raid threatened the talks.", "threatened"),
        ("Benin turned the request down. Monks had asked it for tents.", "request"),
        ("Guards beat a boy in Gao. Nine pupils were treated in hospital.", "treated"),
        ("Guards beat a boy in Gao. A cordon held the crowd back.", "held"),
        ("Catholics rallied in Cork against parades by a lodge.", "parades"),
        ("Prices are the highest since the second world war. Nurses rallied in Cork.", "war"),
    ],
)
def test_what_somebody_is_or_has_is_no_act(text: str, word: str) -> None:
    given = read(text)
    assert [one for one in given.events if word in given.words(one.trigger)] == []


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        # Who says that he condemns it condemns it.
        ("Norwegian Foreign Minister Ada Lund said her country condemns the raid.", "condemns", "fact"),
        ("President Juan Silva said Peru was ready to cooperate with Chile.", "ready", "fact"),
        ("President Juan Silva said that he had condemned the raid in May.", "condemned", "claimed"),
        ("President Juan Silva said that Chile condemns the raid.", "condemns", "claimed"),
        ("The visit did not include talks with the governor.", "talks", "denied"),
        ("The unions and the ministry failed to agree on pay.", "agree", "denied"),
        # What is to come on a condition may come or not.
        ("If Uganda will cooperate with Kenya on the lake, the fishermen will be glad.", "cooperate", "possible"),
    ],
)
def test_what_is_done_by_saying_it_is_done(text: str, word: str, status: str) -> None:
    assert event(read(text), word).status == status


@pytest.mark.parametrize(
    ("text", "word", "type_", "status"),
    [
        # What will be done unless somebody gives way is a threat.
        ("The union said it would strike on Monday unless the plant was reopened.", "strike", "THREATEN", "fact"),
        (
            "Rebels will shell the town unless the governor resigns, their spokesman said.",
            "shell",
            "THREATEN",
            "claimed",
        ),
        ("The ministry will send aid unless the road is closed.", "send", "AID", "planned"),
        # What others want and somebody will not do, he refuses.
        ("Finland will not sell radars to Libya, its minister said.", "sell", "REJECT", "claimed"),
        ("The guild will not attend talks with the mayor.", "talks", "REJECT", "fact"),
        ("The embargo will not be lifted, the governor said.", "lifted", "CONCEDE", "denied"),
        # A word that only says something does what is said.
        ("Russia said on Tuesday that Sudan must return the helicopter.", "said", "REQUEST", "fact"),
        ("Ghana said on Monday that Togo must free the sailors.", "said", "REQUEST", "fact"),
    ],
)
def test_what_is_threatened_or_demanded_by_saying_it(text: str, word: str, type_: str, status: str) -> None:
    found = event(read(text), word)
    assert (found.type, found.status) == (type_, status)


def test_an_offer_is_one_act_with_what_it_offers() -> None:
    given = read("The minister said Peru is ready to cooperate with Chile on the lake.")
    assert [one.type for one in given.events] == ["AGREE"]


def test_what_is_hardly_an_event_is_not_told() -> None:
    """That the helicopter is returned is wanted, in passing."""
    given = read("Russia said on Tuesday that Sudan must return the helicopter.")
    assert [(one.id, one.type) for one in given.events] == [("e1", "REQUEST")]


def test_those_whom_a_headline_counts_too_are_counted_once() -> None:
    given = READER.read(
        text_report(
            "Bus bomb kills 14\n\nADEN, Yemen, May 3 (Kili News) — A bomb tore through a bus in Aden on Friday, "
            "killing 14 people, police said.\n"
        )
    )
    counted = [[quantity.unit for quantity in one.quantities if quantity.value == 14] for one in given.events]
    assert ["people"] in counted
    assert all(len(units) < 2 for units in counted)


def test_a_headline_that_counts_otherwise_tells_of_another_event() -> None:
    given = READER.read(
        text_report(
            "Troops kill four herders in Kano\n\n"
            "KANO, Nigeria, May 3 (Kili News) — Soldiers shot dead four herders in Kano on Monday, a doctor said.\n\n"
            "More than 90 herders have been killed in the state this year, the union said.\n"
        )
    )
    counted = [{quantity.value for quantity in one.quantities} for one in given.events if one.type == "ASSAULT"]
    assert {4, 90} not in counted and {90} in counted


def test_whose_attack_it_was_is_not_learnt_from_another_voice() -> None:
    given = READER.read(
        text_report(
            "ADEN, Yemen, May 3 (Kili News) — A bomb killed nine people on a bus in Aden on Friday, police said.\n\n"
            "The governor added that the Harbour Front had carried out the attack.\n"
        )
    )
    by = {
        name: [given.words(s.cue) for s in given.statements if s.id in one.statements and s.cue]
        for one in given.events
        for name in names(given, one.actors)
    }
    assert by == {"Harbour Front": ["added"]}


def test_each_voice_counts_for_itself() -> None:
    given = read("The army said its jets had bombed a camp, killing 40 rebels. Nurses said the raid killed 12 farmers.")
    assert [[quantity.value for quantity in one.quantities] for one in given.events] == [[40], [12]]


@pytest.mark.parametrize(
    ("text", "word", "type_", "actors"),
    [
        (
            "Norway and Sweden held naval exercises in the Baltic on Monday.",
            "exercises",
            "COOPERATE",
            ["Norway", "Sweden"],
        ),
        ("Norway held naval exercises in the Baltic on Monday.", "exercises", "MOBILIZE", ["Norway"]),
        ("Norway and Sweden massed troops in the Baltic.", "massed", "MOBILIZE", ["Norway", "Sweden"]),
        ("Chad began the withdrawal of its troops from Togo on Wednesday.", "withdrawal", "RETREAT", ["Chad"]),
        ("US and British jets bombed the port of Hodeidah.", "bombed", "ASSAULT", ["United States", "United Kingdom"]),
    ],
)
def test_what_two_states_do_together(text: str, word: str, type_: str, actors: list[str]) -> None:
    given = read(text)
    found = event(given, word)
    assert (found.type, names(given, found.actors)) == (type_, actors)
