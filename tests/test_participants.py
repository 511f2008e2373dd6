"""Who did it, and to whom: a sentence, and those who fill the roles of its event."""

from __future__ import annotations

import pytest
from told_events import READER, event, names, read

from sayso.intake import text_report


def test_a_body_that_says_it_did_something_did_it() -> None:
    given = read("The Front denies enlisting boys; the Red Cross says it freed 40 of them from its camps in May.")
    (freed,) = (event for event in given.events if given.words(event.trigger) == "freed")
    assert names(given, freed.actors) == ["Red Cross"]


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
        # Who does something together does it with the other.
        ("Benin and Togo held talks on the dam in Lome.", "talks", ["Benin", "Togo"], ["Benin", "Togo"]),
        ("Togolese and Beninese frigates held a joint exercise on Monday.", "exercise", ["Togo", "Benin"],
         ["Togo", "Benin"]),
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
        # "Our men" are nobody in another's mouth; whoever is said to use force is who has arms.
        ("“Our men were in the fort,” a rebel spokesman, Ivo Lenz, said. Two nurses said the raiders had burned a "
         "mill. “They asked each priest for money,” said one of them.", "asked", ["raiders"], ["each priest"]),
        ("Hundreds of nurses were driven off by the navy. Union leaders said it was the navy that had lied. “We sang "
         "until they began to beat people,” Ana Ruiz, a nurse, said.", "beat", ["navy"], ["people"]),
        # Both are the two told of before, and not where somebody only goes.
        ("Togo accused Benin of raids. Togo sent farmers to Ghana. The bishop urged both countries to talk.", "urged",
         ["bishop"], ["Togo", "Benin"]),
        # A number of those told of in passing are not they all, nor is "the government" that of where a flight goes.
        ("Angry dockers blocked the port on Monday. A guard shot nine dockers. Ada Lund, a judge, spoke to reporters. "
         "The mayor asked the dockers to leave.", "asked", ["mayor"], ["Angry dockers"]),
        ("Norway's first flight to take refugees to Togo was halted after a court ordered the government to free a "
         "man. Togo had agreed to take them. Togo is poor.", "ordered", ["court"], ["Norway"]),
        ("DHAKA - Floods hit Bangladesh in July.\nJapan said it would send nurses on Monday.\nThe health ministry "
         "accused smugglers of theft.", "accused", ["Bangladeshi health ministry"], ["smugglers"]),
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


def test_who_has_just_spoken_is_not_whom_something_is_done_to() -> None:
    given = read(
        "Bankers said that no loan had been made.\n"
        "About 300 weavers marched to the ministry. Guards fired shots and wounded 12 of them.",
        "2021-03-10",
    )
    assert names(given, event(given, "wounded").recipients) == ["300 weavers"]


def test_whose_attack_it_was_is_on_the_word_of_whoever_says_so() -> None:
    account = read(
        "The Delta Front denied an ambush. It said its men had answered an attack by marines. The harbour board "
        "confirmed the death of a fisherman."
    )
    assert names(account, event(account, "death").actors) == []


def test_of_whom_a_speaker_is_does_nothing() -> None:
    given = read("Olu's mother, Denise, told the Herald she had begged the warden to call a nurse.")
    assert names(given, event(given, "begged").actors) == ["Denise"]


def test_who_tells_of_it_beside_has_not_done_it() -> None:
    given = read("Six herders were shot dead in Tarro, with farmers alleging that troops had fired from a boat.")
    assert event(given, "shot").actors == []


def test_who_is_said_not_to_be_there_does_nothing() -> None:
    given = read("“There were no smugglers in our village. They shot at us from a boat,” a baker said.")
    assert event(given, "shot").actors == []


def test_what_else_is_told_of_somebody_is_not_done_to_whom_that_was() -> None:
    given = read("Togo, which lost two barges in Ghana last year, condemned the raid.")
    assert event(given, "condemned").recipients == []


def test_whom_somebody_is_told_to_accuse_is_accused() -> None:
    given = read("Peru has expelled nine diplomats it accuses of theft.")
    assert names(given, event(given, "accuses").recipients) == ["nine diplomats"]


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
        # Those of whom it is told of a part, and not those who held them.
        ("The militia held 30 women, 12 of whom were killed.", "killed", ["30 women"]),
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
        ("Chad tested a missile on Monday. The council denounced Monday's test.", "denounced", ["Chad"]),
        # What is said concerns whom it begins with, and what is not said of anybody, who was just told of.
        ("Nurses and clerks have been demanding that police release the film of the arrest.", "demanding", ["police"]),
        ('Togo\'s embassy called the charge "absurd" and accused Ghana of inventing it.', "called", ["Ghana"]),
        # Whoever is taken in, and not where he is from; nothing is done to what came before, or to a day.
        ("Peru accepted 300 refugees from Chile.", "accepted", ["300 refugees"]),
        ("Farmers demanded that the mayor step down after the flood.", "step down", []),
        ("The judge refused to let the clerk address the jury.", "refused", ["clerk"]),
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
        # Who is to leave is threatened, not those who are to be sent; and who marches does so against none of them.
        ("The rector threatened to send in marines if the dockers did not leave.", "threatened", ["dockers"]),
        ("Dockers blocked a bridge over unpaid wages, and the mayor threatened to send in the navy.", "blocked", []),
        ("Togo threatened to call up reservists if Benin did not withdraw its boats.", "threatened", ["Benin"]),
        # Who sees it, or tells of it by its noun, does not suffer it; nor does the air.
        ("Thieves looted nine lorries within sight of Danish guards.", "looted", ["nine lorries"]),
        ("Divers said they had seen oil since May, a week before the attack.", "attack", []),
        ("Witnesses said marines had fired into the air after the blast.", "fired", []),
        # What is only laid on somebody was not done by him to whoever finds fault with it.
        ("The mayor laid the bombing on the dockers. Norway condemned the bombing.", "condemned", []),
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


@pytest.mark.parametrize(
    "text",
    [
        "Talks between the senate of Togo and Danish divers opened in Lome.",
        "A meeting between the bishop and the dockers ended without a deal.",
    ],
)
def test_two_meet_between_whom_a_meeting_is(text: str) -> None:
    assert len(next(one for one in read(text).events if one.type == "CONSULT").actors) == 2


def test_what_is_done_in_revenge_is_another_act() -> None:
    given = read("The abbot accused herders of carrying out a raid in retaliation for the killing of a chief.")
    assert [names(given, one.actors) for one in given.events if "killing" in given.words(one.trigger)] == [[]]


def test_whoever_tells_of_an_attack_is_not_its_doer() -> None:
    given = read('"It was an attack on our harbour," Prime Minister Ada Lund told reporters in Oslo.')
    assert "Ada Lund" not in [
        name for one in given.events if one.type == "ASSAULT" for name in names(given, one.actors)
    ]


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
        # Nor has the country in which the town lies where it was, or all over which it was.
        ("The plan was part of a summit held in Nairobi, Kenya, on Monday.", "summit", [], None),
        ("Marches have been held all over Peru against the tax.", "Marches", [], None),
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


def test_nothing_is_demanded_of_whoever_another_clause_is_about() -> None:
    for text in (
        "The opposition demanded an investigation into the death of Rosa Quiroga, and the judge Pedro Vela opened one.",
        "Students demanded an inquiry after police officer Juan Perez shot a boy.",
    ):
        given = read(text)
        assert names(given, event(given, "demanded").recipients) == []


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
        # What two do to each other both do, and to both it is done.
        ("The union and the ministry blamed each other for the strike.", "blamed", ["union", "ministry"],
         ["union", "ministry"]),
        ("Peru and Chile threatened one another with tariffs.", "threatened", ["Peru", "Chile"], ["Peru", "Chile"]),
        ("The two clubs parted, each blaming the other for the debts.", "blaming", ["two clubs"], ["two clubs"]),
        # Who or what is sent is not against whom; who is warned is, and not what he is not to do.
        ("Norway deployed the corvette Skarv off Bergen on Friday.", "deployed", ["Norway"], []),
        ("The army could deploy some of its 900 marines in Lima.", "deploy", ["army"], []),
        ("Chad was warned by Niger not to shut the bridge.", "warned", ["Niger"], ["Chad"]),
        # Whoever is to do what only he can do is asked to; he does it.
        ("Dockers called for the resignation of Transport Minister Ada Lund.", "called", ["Dockers"], ["Ada Lund"]),
        ("Dockers called for the resignation of Transport Minister Ada Lund.", "resignation", ["Ada Lund"], []),
        # Who is accused stands right before a clause without a pronoun; who suffers what is condemned is not judged.
        ("The bishop freed two monks the abbot had accused of theft.", "accused", ["abbot"], ["two monks"]),
        ("Lima laid fines on the airline and on nine clerks it accuses of fraud.", "accuses", None, ["nine clerks"]),
        ("Norway condemned the attack on the harbour of Aden.", "condemned", ["Norway"], []),
        # They who arrest have arms; they who throw stones are not the police.
        ("Dockers threw stones at police in Lima. They arrested six men.", "arrested", ["police"], ["six men"]),
        ("Police fired tear gas at miners in Lima. They threw bricks and bottles.", "threw", ["miners"], None),
        ("Rebels attacked soldiers near Beni. They detained two nurses.", "detained", ["Rebels"], ["two nurses"]),
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
        ("Eritrean troops began it, the guard said. Farmers told a radio that bombs had destroyed two mills in the "
         "valley.", "destroyed", [], ["two mills"]),
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
        ("Nine died in an ambush that Togo blamed on the Hill Guards.", "ambush", ["Hill Guards"], ["Nine"]),
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
        # Who pays somebody back did not do what he pays back.
        ("The abbot accused the dockers of arson in revenge for the murder of one of their stewards.", "murder", [],
         ["one of their stewards"]),
        ("The herders said they had attacked a barn in retaliation for air strikes on the port.", "strikes", [], None),
        ("Togo expelled two consuls in retaliation for the expulsion of its envoy.", "expulsion", [], None),
        # Nor did he do what was done where he did something else.
        ("Marines searched a barn where the poet was tortured.", "tortured", [], ["poet"]),
        ("The parade was banned in Gao, where marines patrolled the port.", "banned", [], None),
        # A passive is done to whoever stands before its auxiliary, and to the one at whom things are thrown.
        ("Most of the injured were nurses and two clerks had been kidnapped.", "kidnapped", None, ["two clerks"]),
        ("The warden said guards had fled after bricks were thrown at them.", "thrown", [], ["guards"]),
        # Who is kept from an act would have done it.
        ("Marines prevented farmers from storming the mint.", "storming", ["farmers"], None),
        ("A judge blocked the expulsion of nine nuns.", "expulsion", [], ["nine nuns"]),
        ("The government gave way, but bakers called for fresh marches on Monday.", "marches", [], None),
        ("The ferry board said it was unclear who had shot the pilot dead.", "shot", [], ["pilot"]),
        ("The vicar did not know who had fired the shot that killed a nun.", "killed", [], ["nun"]),
        ("The consul asked which guards had opened fire on the nuns.", "opened", [], ["nuns"]),
        # Whoever speaks for those who may have done it did not; "they" are those of whom the clause says more.
        ("Army spokesman Ivo Lenz said dozens of raiders were killed.", "killed", [], ["raiders"]),
        ("It said marines had seized nine divers before they pulled out.", "pulled out", ["marines"], []),
        ("Both sides gave rival accounts of the killing of a nun.", "killing", [], ["nun"]),
        ("The court suspended the deployment of 90 marines to Gabon.", "deployment", [], None),
        # Who does it is not whoever he has to do with, nor the suspects, nor the doer of another act.
        ("Gunmen linked to the guild burned a mill.", "burned", ["Gunmen"], None),
        ("Divers loyal to Benin seized the town of Ouidah.", "seized", None, []),
        ("The major was blamed for a massacre that Amnesty says was committed by herders.", "blamed", [], ["major"]),
        # Whose clause it is: between commas another one speaks; after a word of time the subject of the verb acts.
        ("Benin urged Togo to free nine nuns, a number monks put at ten, and condemned the raid.", "condemned",
         ["Benin"], None),
        ("Dockers cheered the marines who joined them after refusing to shoot.", "refusing", ["marines"], None),
        # Who is handed over is freed, whoever is told to look into a complaint has not made it.
        ("Two nuns were handed over to marines in Gao.", "handed", [], ["Two nuns"]),
        ("The senate is looking into a complaint that guards starved the poet.", "complaint", [], ["guards"]),
        # Of whom a clause tells that does it; what was done before or after is another's; who judges an act.
        ("The court convicted Roig of leading a gang that killed nine nuns.", "killed", ["gang"], ["nine nuns"]),
        ("Danish jets struck two barns on Friday, hours after a shell was fired at Gao.", "fired", [], None),
        ("Roig was convicted in July before a higher court quashed the sentence.", "convicted", [], ["Roig"]),
        ("The envoy said Togo must free the nuns, a demand the guild rejects.", "demand", [], None),
        # What is announced by its verb, over what is told behind it.
        ("Brazil threatened to impose duties on Chilean wine.", "threatened", ["Brazil"], ["Chile"]),
        # Who is before the court is no police; who died in it did not do it; where somebody is from is not who it is.
        (
            "Police stopped two bakers in Lille. They are identified as Luc and Paul Roux. They face theft charges.",
            "charges", [], ["two bakers"],
        ),
        ("The ministry said it had held nine Chadians. “They were beaten with belts,” said Ann Roe, a nurse.", "beaten",
         [], ["Chadians"]),
        ("A Togolese court jailed a Danish officer for kicking a Sri Lankan. He has appealed.", "appealed",
         ["Danish officer"], None),
        ("A monk died and two nuns were hurt in the raid.", "raid", [], None),
        ("Deputies arrested a 20-year-old Dayton, Ohio woman.", "arrested", ["Deputies"], ["woman"]),
        # States named in a row, without "and"; two who trade blame blame each other; who takes part with others.
        ("Peru, Chile deny shelling of port", "shelling", ["Peru", "Chile"], None),
        ("Peru and Chile traded blame over the shelling of a port.", "blame", ["Peru", "Chile"], ["Peru", "Chile"]),
        ("Togo, along with Benin, condemned the raid.", "condemned", ["Togo", "Benin"], []),
        ("A court jailed ex-mayor Omar Keita for three years along with 19 other defendants on Monday.", "jailed",
         ["court"], ["Omar Keita", "19 other defendants"]),
        ("The mayor is being investigated by Chad and its intelligence services.", "investigated",
         ["Chad", "Chad's intelligence services"], ["mayor"]),
        # A bomber is a man, if no aircraft; a fine is no whom; whoever is charged with it is said to have done it.
        ("A bomber blew himself up outside a mosque in Gao, killing nine people.", "blew", ["bomber"], None),
        ("Moor was sentenced to 20 years in jail, and fined $16.6 million.", "fined", [], ["Moor"]),
        ("A nurse faces charges of assault.", "assault", ["nurse"], None),
        ("Nearly 200 Chadian soldiers have been killed fighting the Front.", "killed", ["Front"], None),
        # What goes on beside has a subject of its own; a suit is by whoever brings it; of whom a complaint is.
        ("The thaw went on as planned, with Keita welcoming the offer of talks by Togo.", "welcoming", ["Keita"],
         ["Togo"]),
        ("A court will rule on the lawsuit launched by the University of Lome against Solvara.", "lawsuit",
         ["University of Lome"], ["Solvara"]),
        ("The nurses filed complaints that Solvara had poisoned the river.", "complaints", ["nurses"], ["Solvara"]),
        ("The messaging app Signalix was banned from the store by Pomelo.", "banned", ["Pomelo"], ["Signalix"]),
        ("The union sued Solvara, Kestrel Insight and Pomelo over the leak.", "sued", ["union"],
         ["Solvara", "Kestrel Insight", "Pomelo"]),
        ("The charge sheet included counts of aggravated assault against a soldier.", "assault", [], ["soldier"]),
        # Who is charged is no nobody; with whom a protest is lodged; of whom a participle tells.
        ("No one has been charged with murder, police said.", "murder", [], None),
        ("“We have lodged a firm protest to Benin,” the minister said.", "protest", None, ["Benin"]),
        ("A bank sanctioned over the war lost its licence.", "sanctioned", [], ["bank"]),
        # Whoever grants a request was asked; those who search are not those charged.
        ("The envoy was handed over under a request that Serbia granted in March.", "request", [], ["Serbia"]),
        ("Officers raided a farm near Lund and found 40 stolen cars. They were charged with theft.", "charged", [], []),
        # Some of those told of, to whom something was done; those hurt, though the tree takes that for what they are.
        ("The rebels hold nine clerks, among them two nurses seized last week in Gao.", "seized", None, ["two nurses"]),
        # A number of things is nobody; from where things come they are not aimed.
        ("The navy said nine had been downed.", "downed", [], []),
        ("Chad said it had shot down three of nine drones launched from Togo on Monday.", "shot", ["Chad"], []),
        # What lies in a town is not its state, nor is a number of people nobody.
        ("Protesters stormed Bangkok's main airport on Tuesday and blocked the road.", "stormed", ["Protesters"],
         ["Bangkok's main airport"]),
        ("Thousands of people in Germany have marched against the law.", "marched", ["Thousands of people in Germany"],
         None),
        # By whom something else was done after which it was; who did something while it was.
        ("Guards were released after mediation by Qatar.", "released", [], ["Guards"]),
        ("Missiles struck Lima on Monday, killing five nurses. Peru scrambled nine jets during the attack.", "attack",
         [], None),
        # Whose words are called by the name of a state.
        ("Canada said a clinic had been attacked in May. Chile and Peru backed the British charges.", "charges",
         ["United Kingdom"], None),
        # Those who are led tell which leader it is.
        ("President Ali Sow spoke on Monday. The leader of the miners accused the police of theft.", "accused",
         ["leader of the miners"], ["police"]),
        # With whom battles are fought, and over what.
        ("Miners fought running battles with guards in Lima on Monday.", "fought", ["Miners"], ["guards"]),
        # Who turns down what is to be done does not do it; where a suit is filed nobody sues.
        ("Peru rejected a resolution to tighten sanctions on Chile.", "tighten", [], ["Chile"]),
        ("A suit was filed in the Supreme Court by the nurses on Monday.", "suit", ["nurses"], []),
        # Who tells of threats has received them.
        ("Ana Ruiz had reported threats from a gang in May.", "threats", None, ["Ana Ruiz"]),
        # Who died did it not, nor did whoever closed a road after it, nor the town of a mayor who wept.
        ("A raid on Gao, in which nine men died, angered the bishop.", "raid", [], ["Gao", "nine men"]),
        ("The road that Togo closed after mortar fire wounded a nurse was opened.", "wounded", [], ["nurse"]),
        ("The mayor of Gao wept after the raid.", "raid", [], []),
        # What is denied of others beside it was not done to them by what was.
        ("The army said it had hit a depot and denied killing farmers.", "hit", ["army"], ["depot"]),
        # Those who deal with each other are the two sides.
        ("Peru and Chile agreed to a truce in May, but both sides blamed each other for raids.", "blamed",
         ["Peru", "Chile"], ["Peru", "Chile"]),
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


def test_who_takes_his_own_life_attacks_nobody() -> None:
    assert not read("Two farmers hanged themselves in Gao on Sunday.").events


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


def test_whoever_is_killed_in_a_protest_does_not_hold_it() -> None:
    found = event(given := read("Nine dockers were killed in protests over bread prices on Monday."), "protests")
    assert (names(given, found.actors), names(given, found.recipients), found.quantities) == ([], [], [])


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
