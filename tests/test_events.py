"""What happened: a sentence, and the event that its account must have."""

from __future__ import annotations

import pytest
from told_events import READER, event, names, read

from sayso.intake import text_report
from sayso.model import Report
from sayso.reader import Network

NETWORK = Network(threads=1)


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
        # Whom a court orders to pay must; who objects complains; a thought is dismissed otherwise than a warder.
        ("Lina Haddad was ordered to pay a fine of 3,000 dinars.", "ordered", "COERCE", [], ["Lina Haddad"]),
        ("The plan went ahead over objections from Peru.", "objections", "ACCUSE", ["Peru"], None),
        ("The minister dismissed the criticism as absurd.", "dismissed", "REJECT", ["minister"], None),
        ("The governor dismissed the warden on Friday.", "dismissed", "COERCE", ["governor"], ["warden"]),
        ("A tribunal in Lyon ordered the bank to pay two farmers.", "ordered", "COERCE", None, ["bank"]),
        ("The colonel ordered his men to leave the valley.", "ordered", "REQUEST", ["colonel"], None),
        # Who is fired, and what is; attacks with words, and those on computers.
        ("The mayor's firing of the fire chief shook the town.", "firing", "COERCE", ["mayor"], ["fire chief"]),
        ("The bank fired its director over the leak.", "fired", "COERCE", ["bank"], None),
        ("Sailors were fired on near the bridge.", "fired", "ASSAULT", None, ["Sailors"]),
        ("The rector hit back at the union, calling the tale a lie.", "hit", "ACCUSE", ["rector"], ["union"]),
        ("The garrison hit back with artillery fire.", "hit", "ASSAULT", ["garrison"], None),
        ("The senator attacked the governor in a series of tweets.", "attacked", "ACCUSE", ["senator"], ["governor"]),
        ("The paper attacked the ministry for hiding the figures.", "attacked", "ACCUSE", ["paper"], ["ministry"]),
        ("Herders attacked the governor in his office.", "attacked", "ASSAULT", ["Herders"], ["governor"]),
        ("Hackers attacked the servers of a bank in Oslo.", "attacked", "COERCE", ["Hackers"], None),
        ("Villagers turned to the army for protection on Monday.", "turned", "REQUEST", ["Villagers"], ["army"]),
        ("The police met sailors who were calling for a strike.", "calling", "REQUEST", ["sailors"], None),
        # What is proposed to others, and for oneself; who is put out of power.
        ("Peru proposed that Chile halt its naval drills.", "proposed", "REQUEST", ["Peru"], ["Chile"]),
        ("Officers toppled the president of Togo in May.", "toppled", "COERCE", ["Officers"], None),
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
        # Nor who is lost and looked for.
        "The climbers were found after a search by helicopters.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert [given for given in read(text).events if given.confidence > 0.5] == []


def test_where_when_and_how_many() -> None:
    given = read("Gunmen killed at least 12 people in Maiduguri on Sunday.", published="2021-03-10")
    found = event(given, "killed")
    assert found.place is not None and (found.place.name, found.place.country) == ("Maiduguri", "NGA")
    assert found.time is not None and found.time.start == "2021-03-07"
    assert [(q.value, q.unit, q.approximate) for q in found.quantities] == [(12, "people", True)]
    assert names(given, found.recipients) == ["12 people"]  # and not "least 12 people"


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
    "text",
    [
        "The observers found craters in the field. They did not say who had shelled it.",
        "The governor would not say which unit had bombed the mill.",
        "The garrison stopped short of saying who killed the nurse.",
        "The sheriff did not say what hit the depot.",
    ],
)
def test_who_does_not_say_who_did_it_tells_of_nothing(text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "attacks"),
    [
        ("The pilots fired flares as they crossed the strait, the admiral said.", 0),
        ("The pirates fired rockets and flares at the tanker, the admiral said.", 1),
    ],
)
def test_a_signal_hits_nobody(text: str, attacks: int) -> None:
    assert sum(one.type == "ASSAULT" for one in read(text).events) == attacks


def test_whoever_asks_who_did_it_did_not() -> None:
    given = read("The rebels took two bridges, and the army asked who shelled the clinic in Gao.")
    assert event(given, "shelled").actors == []
    given = read("Togo, which shelled the clinic, blamed Benin.")
    assert names(given, event(given, "shelled").actors) == ["Togo"]


def test_an_event_is_explained_by_its_words_and_their_scores() -> None:
    from sayso.views.explanation import lines

    explained = READER.explain(Report(text="Police arrested two journalists in Lagos, a lawyer said."), "e1")
    text = "\n".join(lines(explained))
    assert "COERCE" in text and '"arrest" (verb)' in text and "lawyer" in text
    with pytest.raises(KeyError):
        READER.explain(Report(text="Nothing happened."), "e9")


def test_a_slap_may_be_a_sanction() -> None:
    assert event(read("Norway slapped sanctions on two banks in Chad on Monday."), "slapped").type == "SANCTION"


def test_who_is_taken_to_hospital_is_not_seized() -> None:
    given = read(
        "Police shot at dockers in Beira on Monday, their union said. Six of them had been taken to the Santa Marta "
        "clinic with wounds in their legs. Two corpses were taken away by night.",
        "2021-03-10",
    )
    assert [given.words(one.trigger) for one in given.events] == ["shot"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied that its soldiers had fired on the boat.",
        "The company denied wrongdoing.",
        "Norway denied that water let out of a reservoir above the town had caused the flood.",
        "The ministry rejected claims that police had beaten prisoners.",
        "Moscow dismissed the accusation that it had shot down the plane.",
        "The envoy says marines shot a poet, a charge that the navy rejects.",
        "The abbot found that a guard beat the boy, a finding Togo has dismissed.",
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
        ("Air defences intercepted twelve drones over Kano on Monday.", []),
        ("The navy intercepted a boat with nine migrants off Malta.", ["COERCE"]),
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
        # Verbs and nouns in a row; a charge and the indictment; tests that are counted apart.
        ("Rebels attacked, torched and wrecked the depot near Gao.", ["ASSAULT"]),
        ("Gunmen carried out raids and armed attacks on mills near Gao on Monday.", ["ASSAULT"]),
        ("Prosecutors charged Omar Bello with fraud on Monday. Bello was indicted in Lagos.", ["ACCUSE"]),
        ("Niger carried out its third missile test in May. It held a fourth missile test in June.", ["MOBILIZE"] * 2),
        # What a vote is for; shelling and whom it killed; what was fired on other days; other people shot.
        ("Deputies in Lome voted to send troops to Benin.", ["MOBILIZE"]),
        ("The council voted for toughening sanctions on Togo.", ["SANCTION"]),
        ("Months of shelling and gunfire that has killed nine nurses ended in Gao.", ["ASSAULT"]),
        ("Niger fired a rocket on 4 May 2021. On 9 June 2021, it fired a rocket over Lake Chad.", ["MOBILIZE"] * 2),
        ("A baker was shot in Ghent on Monday. A nurse was shot dead outside a bar.", ["ASSAULT"] * 2),
        # What a court imposes is the sentence.
        ("A court in Sfax sentenced nine smugglers to ten years in prison on Monday.", ["COERCE"]),
        ("A court in Sfax sentenced two men to life imprisonment and a third to death.", ["COERCE"]),
        # A strike is one of workers where a report is about work.
        (
            "Nurses voted to stay out until wages rise. The strike began on 4 May. About 900 workers are taking part "
            "in the strike.",
            ["PROTEST"],
        ),
        # How somebody came to rule is told of that.
        (
            "General Ali Sow, who seized power in a coup in 2020, expelled the envoy of Togo in May.",
            ["COERCE", "SANCTION"],
        ),
        (
            "Divers gave up looking for survivors of a shipwreck that killed nine off Tema. Police held a baker.",
            ["COERCE"],
        ),
        # In what an attack consisted, who died in it, and the how manieth it was.
        ("In a new attack, bandits hurled a grenade at a clinic in Kano on Monday.", ["ASSAULT"]),
        ("A raid on Gao, in which nine men died, angered the bishop.", ["ASSAULT"]),
        ("Bandits shot a clerk in Kano on Monday, the third killing in the town this year.", ["ASSAULT"]),
        ("The raid was the deadliest since May, when bandits killed nine farmers in Kano.", ["ASSAULT"]),
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
        (
            "Nine farmers have died since heavy rains began in May, the ministry said, and bandits killed a guard.",
            [["bandits"]],
        ),
        ("Six people died, a nurse said. The army said it lost nobody; a farmer said two soldiers died.", [[], []]),
    ],
)
def test_whom_an_accident_kills_is_not_attacked(text: str, doers: list[list[str]]) -> None:
    given = read(text)
    assert [names(given, found.actors) for found in given.events if found.type == "ASSAULT"] == doers


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
        ("Togo suspended tariffs on Beninese rice in May.", "suspended", "CONCEDE"),
        ("Togo banned exports of copper to Benin.", "banned", "SANCTION"),
        ("Marines turned back nine lorries of flour at the bridge.", "turned", "COERCE"),
        ("The herders surrendered nine captives on Monday.", "surrendered", "CONCEDE"),
        ("Dockers dragged the rector from his car.", "dragged", "ASSAULT"),
        ("Dockers in Lome walked off the job on Monday.", "walked", "PROTEST"),
        ("Norway protested to Chile over the nets.", "protested", "ACCUSE"),
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
        ("The clerk warned the bank in May that the vault was leaking.", False),
        ("Iran warned Chad on Friday that any flight was a red line.", True),
        ("The mayor warned of delays to buses.", False),
        ("An official warned of a sale of the mine to Chad.", False),
        ("The general warned of reprisals.", True),
        ('"The harvest is poor," the minister warned.', False),
        ("The council ignored a warning issued by the weather office.", False),
        ("The bank warned that the strike would cost millions.", False),
        ("The general warned that troops would shoot looters.", True),
        ("Oslo issued a warning to the trawlers.", True),
        ("Mali warned its citizens to stay indoors.", False),
        ("The mayor warned that confidence in the new national electoral commission was collapsing.", False),
        ("The coastguard warned sailors about floating ice.", False),
        ("The envoy said the dam was a threat to peace.", False),
        ("The premier vowed to keep the factory open.", False),
        ("The premier vowed to punish the rebels.", True),
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
        ("A court in Lima had sentenced the banker to six years in two other trials.", "trials"),
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
        ("Guards beat a boy in Gao. Divers pulled a net from the river.", "pulled"),
        ("Guards beat a boy in Gao. A singer walked off a plane in Cork.", "walked"),
        ("Guards beat a boy in Gao. The mill released sewage into the river.", "released"),
        ("Guards beat a boy in Gao. The senate cut the tax on rice.", "cut"),
        ("Anyone who attacked the divers will be jailed. Guards beat a boy in Gao.", "attacked"),
        # Any there may be; more than before; laid to a thing; what a firm stops itself; questions; empty offers.
        ("Guards beat a boy in Gao. They must pay before any talks can begin.", "talks"),
        ("Guards beat a boy in Gao. There was a rise in knife attacks in Cork.", "attacks"),
        ("Guards beat a boy in Gao. The firm blamed the delay on fog.", "blamed"),
        ("Guards beat a boy in Gao. The airline suspended its flights to Cork.", "suspended"),
        ("Guards beat a boy in Gao. “Who will pay for it?” his aunt asked.", "asked"),
        ("Guards beat a boy in Gao. The plan, which calls for new roads, was printed.", "calls"),
        ("Guards beat a boy in Gao. The mayor offered no proof of that.", "offered"),
        ("Guards beat a boy in Gao. Rivals seized on the remark.", "seized"),
        ("Guards beat a boy in Gao. Amara Diallo left the club in May.", "left"),
        ("Guards beat a boy in Gao. The ousted mayor lives in Cork.", "ousted"),
    ],
)
def test_what_somebody_is_or_has_is_no_act(text: str, word: str) -> None:
    given = read(text)
    assert [one for one in given.events if word in given.words(one.trigger)] == []


def test_an_offer_is_one_act_with_what_it_offers() -> None:
    given = read("The minister said Peru is ready to cooperate with Chile on the lake.")
    assert [one.type for one in given.events] == ["AGREE"]


def test_what_is_hardly_an_event_is_not_told() -> None:
    """That the helicopter is returned is wanted, in passing."""
    given = read("Russia said on Tuesday that Sudan must return the helicopter.")
    assert [(one.id, one.type) for one in given.events] == [("e1", "REQUEST")]


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
