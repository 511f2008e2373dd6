"""Who speaks: a text, and whom the account must name for it. Runs the model that ships."""

from __future__ import annotations

import pytest
from telling import told

import sayso


def test_one_speaker_however_named() -> None:
    account = sayso.read(
        "Defence Minister Elena Vasquez said the ships had sailed. Vasquez told parliament they would be back by June. "
        "“They are not a threat,” she said. The minister added that no shots had been fired."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Elena Vasquez"] * 4


SPEAKERS = [
    ("The Dayton, Ohio-based airline said it would cancel forty flights.", "airline"),
    ("Dayton, Ohio-based Skyline Motors said it would close a plant.", "Skyline Motors"),
    ("Chen Lifang, a Lisbon-based painter and critic, said the frescoes were lost.", "Chen Lifang"),
    ("The dead were named by relatives as Ivo Berg, 34, and Eva Lund, 27.", "relatives"),
    ("The ruling Farmers’ Harvest Party said it was glad.", "Farmers’ Harvest Party"),
    ("The ruling People's Harvest Party said it was glad.", "People's Harvest Party"),
    ("This moved the Peruvian envoy to say that the list was old.", "Peruvian envoy"),
    ("One of the governor’s nephews told the court that he had never signed.", "One of the governor’s nephews"),
    ("French Minister of Agriculture Paul Ledoux said the harvest was lost.", "Paul Ledoux"),
    ("O'BRIEN, Guyana (AP)_ The captain of the ferry said Thursday the rudder had jammed.", "captain of the ferry"),
    # Whose message it is.
    ("A police statement said the tunnel was shut.", "police"),
    ("An army statement said two scouts were missing.", "army"),
    ("A Finance Ministry statement condemned the leak.", "Finance Ministry"),
    ("A news release from the aquarium stated that the seal was well.", "aquarium"),
    ("A memo written by engineers at Norda warned that the dam was leaking.", "engineers at Norda"),
    ("A letter from the Chilean health ministry to the council said it was late.", "Chilean health ministry"),
    ("A Facebook post said the seal was well.", "Facebook post"),
    # What it is that bears a name stands beside it.
    ("The ferry’s owner, Skagen Lines, said the doors were shut.", "Skagen Lines"),
    ("The song’s publisher, Marta Rask, said it was stolen.", "Marta Rask"),
    ("The charity, Greta Holm, said it was sorry.", "Greta Holm"),
    ("The head of the charity, Greta Holm, said she was sorry.", "Greta Holm"),
    # A name may be that of whose lawyer it is, as the tree has it.
    ("The lawyer of the ferry's captain, Ivo Lenz, said his client was ill.", "lawyer of the ferry's captain"),
    # A given name may be that of a place or of an agency, too.
    ("Health Minister Jordan Hale spoke on radio. “Stay at home,” he said.", "Jordan Hale"),
    ("The port regulator, Ansura, said it had opened an inquiry.", "Ansura"),
    ("The dean herself said little.", "dean"),
    # Where somebody is, is no part of what he is called.
    ("Officials here said the ferry had sunk.", "Officials"),
    # A body may be called after somebody with a title.
    ("Queen Ada Clinic said it was closed.", "Queen Ada Clinic"),
    # A body may be named only behind it.
    ("The union said two men were hurt. The Salt Workers’ Union left the talks.", "Salt Workers’ Union"),
    ("The party said it had won. The Rice Party led the poll. The Salt Party did not.", "party"),
    ("The nurses' group said pay was too low. The Eurasia Group did not comment.", "nurses' group"),
    # Who helps others is no firm, and an army of rebels not the army.
    ("Nurses whom Kestrel Oil pays met the Red Cross, the aid group said.", "Red Cross"),
    # A firm may be called by two trades.
    ("Solvara Design and Construction said it had found a crack.", "Solvara Design and Construction"),
    # A paper says what it says, not whoever is given it or opposes it.
    ("The quarry won a ruling ordering the masons to return.", "ruling"),
    ("Traders ignored a decree telling them to close.", "decree"),
    ("The harbour board issued a decree telling traders to close.", "harbour board"),
    ("Rebels there denied the claim.", "Rebels"),
    # Who speaks is not who did what was done to him.
    (
        "OSTRAND, Chad (Reuters) - Herders rescued off the reef of Tarro said on Monday that masked men had cut their "
        "nets.",
        "Herders",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_speaker_is_whom_the_phrase_means(text: str, speaker: str) -> None:
    account = sayso.read(text)
    assert [told(account, s)[0] for s in account.statements] == [speaker]


def test_what_stands_beside_a_name_tells_who_bears_it() -> None:
    kinds = [
        sayso.read(text).actors[0].kind
        for text in (
            "The insurer, Vita Nera, said it was sorry.",
            "The tenants’ charity, Pia Lund, said it was sorry.",
            "Housing rights group Pia Lund said it was sorry.",
            "The head of the tenants’ charity, Pia Lund, said she was sorry.",
        )
    ]
    assert kinds == ["organization"] * 3 + ["person"]


def test_a_nationality_within_an_adjective_is_nobody() -> None:
    account = sayso.read(
        "Rebels seized a Danish-backed commander. He said poachers had burned two of the league’s boats."
    )
    assert "Danish-backed" not in {actor.name for actor in account.actors}


def test_a_ship_is_not_he() -> None:
    account = sayso.read(
        "The Navy on Monday seized a Danish-flagged cod trawler. He said poachers had burned two boats."
    )
    assert [told(account, s)[0] for s in account.statements] == [None]


def test_several_are_not_the_one_who_is_named_next() -> None:
    account = sayso.read(
        "Young herdsmen welcomed the ruling. “It took long enough,” said Idris Bello, who runs a lodge in Jos."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Young herdsmen", "Idris Bello"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nurses for Rask are seeking permits. Rask said it was late.", "Omar Rask"),
        ("A mill owner said it was early. Rask, the longtime owner of a zoo, said it was late.", "Omar Rask"),
        ("Ann Holm and the Rask-Holm team met. Holm said it was late.", "Ann Holm"),
    ],
)
def test_a_surname_is_that_of_whom_the_report_names_in_full(text: str, speaker: str) -> None:
    account = sayso.read("Omar Rask spoke on Monday. " + text)
    assert told(account, account.statements[-1])[0] == speaker


def test_what_a_text_means_by_initials_goes_before_what_is_known_by_them() -> None:
    account = sayso.read(
        "The United Farmers of Oruro (UFO) blocked the road. The Rural Supply Fund (RSF) said it had no money. "
        "The RSF blamed the UFO."
    )
    assert {told(account, s)[0] for s in account.statements} == {"Rural Supply Fund"}


def test_a_part_of_a_body_is_not_the_body() -> None:
    account = sayso.read("An EU panel said the dam was unsafe. The EU said it would look into it.")
    assert [told(account, s)[0] for s in account.statements] == ["EU panel", "European Union"]


def test_a_name_that_comes_later_is_not_given_to_somebody_left_unnamed() -> None:
    account = sayso.read(
        "According to a nurse at the clinic, who asked not to be identified, eleven people died. “We had no blood,” "
        "she said.\n\nThe World Bank’s director for the region, Leila Haddad, said she was shaken by the news."
    )
    nurse, quoted, other = (account.actor(s.speaker) for s in account.statements if told(account, s)[1] != "asked")
    assert nurse is not None and nurse.kind == "anonymous"
    assert quoted == nurse
    assert other is not None and other.name == "Leila Haddad"


def test_a_rank_is_a_role_only_where_there_is_no_other() -> None:
    account = sayso.read(
        "Brigadier General Omar Sy, a spokesman for the armed forces, dismissed the claim. "
        "Colonel Ada Bello said so, too."
    )
    roles = [actor.role for s in account.statements if (actor := account.actor(s.speaker))]
    assert roles[0] is not None and "spokesman" in roles[0]
    assert roles[1] == "Colonel"


def test_a_firm_is_a_firm_throughout() -> None:
    account = sayso.read("Divers searched for the crew of the oil company Petrolina. Petrolina confirmed the loss.")
    actor = account.actor(account.statements[-1].speaker)
    assert actor is not None and (actor.name, actor.kind) == ("Petrolina", "organization")


def test_initials_in_brackets_are_a_name() -> None:
    account = sayso.read(
        "The Lisbon-based Southern Fisheries Observatory (SOFO) said catches had halved. SOFO blamed warm water."
    )
    first, second = account.statements
    assert first.speaker == second.speaker
    assert told(account, first)[0] == "Southern Fisheries Observatory"


def test_who_is_told_to_be_something_else_was_not_described_before() -> None:
    account = sayso.read(
        "Prosecutors said Lenz took a barge. His notary said he would appeal. “He built our pier,” said Rosa Blum, a "
        "retired glazier."
    )
    speakers = [told(account, statement)[0] for statement in account.statements]
    assert speakers[-1] == "Rosa Blum" and speakers[1] != "Rosa Blum"


def test_those_who_speak_together_keep_the_words_that_name_them() -> None:
    account = sayso.read("London and Madrid said the airport would stay open.")
    actor = account.actor(account.statements[0].speaker)
    assert actor is not None and actor.kind == "group"
    assert actor.name == "United Kingdom and Spain"
    assert actor.aliases == ["London and Madrid"]
    assert [account.words(span) for span in actor.mentions] == ["London and Madrid"]


def test_what_one_is_accused_of_is_no_part_of_a_name() -> None:
    account = sayso.read("Peru accused Chile’s navy of boarding a ferry. The navy said the ferry had been drifting.")
    assert told(account, account.statements[-1])[0] == "Chilean navy"


def test_a_union_is_one_name() -> None:
    account = sayso.read("The Bakers’ Union said on Monday that flour was running out.")
    assert told(account, account.statements[0])[0] == "Bakers’ Union"


def test_the_subject_goes_before_a_name_in_another_sentence() -> None:
    account = sayso.read("Peru says bridge is safe\n\nMr Diego Ruiz\n\nInspectors from Lima closed the road on Friday.")
    assert told(account, account.statements[0])[:2] == ("Peru", "says")


def test_we_are_whose_statement_it_is() -> None:
    account = sayso.read(
        "Statement by the Bakers' Union on the new tax\n\n"
        "We condemn the tax on flour, which was passed by night. We demand that the minister resign.\n"
    )
    assert {told(account, s)[0] for s in account.statements if s.force in ("criticize", "demand")} == {"Bakers' Union"}


def test_where_a_group_writes_is_not_the_group() -> None:
    account = sayso.read(
        "The Sahel Brigade burned two lorries on Monday. In a post on its Telegram channel, the group said that the "
        "lorries had carried arms."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Sahel Brigade"]


def test_the_two_are_those_counted_before() -> None:
    account = sayso.read(
        "Two dockers were shot dead on Friday, nurses said. Prefect Ivo Lenz met Governor Rosa Blum. "
        "The two were killed by smugglers, Lenz said."
    )
    killed = next(event for event in account.events if account.words(event.trigger) == "killed")
    assert [actor.name for id in killed.recipients if (actor := account.actor(id))] == ["Two dockers"]


def test_a_newspaper_may_be_put_in_short() -> None:
    account = sayso.read(
        "According to the Washington Post, the mayor has not asked for help. The Post said that the town was dry."
    )
    assert account.statements[0].speaker == account.statements[1].speaker


def test_who_continues_spoke_before() -> None:
    account = sayso.read(
        "“We will try to win again,” says Piet Holm. The driver starts beside Ivo Lenz and Otto Brandt. Lenz and Holm "
        "won twenty races between them last year, with Lenz second and Holm fifth. “It is a fine race,” he continued."
    )
    assert told(account, account.statements[-1])[:2] == ("Piet Holm", "continued")


def test_a_body_is_the_one_called_by_its_words() -> None:
    account = sayso.read(
        "The Commission said it would limit fumes. Commissioner for Work, Skills and Labour Mobility, Mara Lind, said: "
        "“This is a step.” The Commission proposes to ban cadmium."
    )
    first, last = account.statements[0], account.statements[-1]
    assert first.speaker == last.speaker


def test_new_mexico_is_not_mexico() -> None:
    account = sayso.read("New Mexico officials, including the governor, said the fire was out.")
    speaker = account.actor(account.statements[0].speaker)
    assert speaker is not None and speaker.country != "MEX"


def test_they_both_are_those_who_spoke_together() -> None:
    account = sayso.read(
        "Osai Lind and the Bar Association called for a probe. They both said families had been left in the dark."
    )
    assert len({statement.speaker for statement in account.statements}) == 1


def test_so_many_percent_are_people() -> None:
    account = sayso.read("Some 22 percent said they would never vote for the bishop.")
    speaker = account.actor(account.statements[0].speaker)
    assert speaker is not None and speaker.kind == "group"


def test_whoever_spoke_before_a_long_quotation_speaks_after_it() -> None:
    many = " ".join(f"The well of village {n} has run dry and nobody came to mend it." for n in range(1, 9))
    account = sayso.read(
        f"“We are thirsty,” Dr Ravi Anand said. “{many} The majority of those I met are ill.” He said help was late."
    )
    assert told(account, account.statements[-1]) == ("Ravi Anand", "said", "help was late")


def test_the_mayor_of_the_city_is_of_the_country_that_it_is_in() -> None:
    account = sayso.read("Turkish nurses met in Cologne on Friday. The city's mayor said he was glad.")
    (said,) = account.statements
    speaker = account.actor(said.speaker or "")
    assert (speaker.name, speaker.country) == ("city's mayor", "DEU")


def test_a_house_is_not_the_body_spoken_of_before() -> None:
    account = sayso.read(
        "Soldiers fired on the crowd, killing four people, the rights group Lantern said on Friday.\n\n"
        "Lantern sent two lawyers to the town.\n\nThe hospital in Tarro said that two more had died."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Lantern", "hospital in Tarro"]
    assert len({s.speaker for s in account.statements}) == 2


def test_a_mission_is_not_that_of_another_body() -> None:
    account = sayso.read(
        "The militia, the Union for Peace, denied the attack.\n\nThe United Nations mission said it had counted 52 "
        "burned houses."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Union for Peace", "United Nations mission"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "A clerk at the mint, who asked not to be identified because she was not allowed to talk to the press, "
            "put the loss at 40 ingots.",
            ["clerk at the mint"],
        ),
        (
            "The Bakers’ Union, which has lost members in Villa Clara, called the raid a farce and demanded "
            "an apology.",
            ["Bakers’ Union", "Bakers’ Union"],
        ),
    ],
    ids=["unfit", "lost"],
)
def test_what_stands_in_a_relative_clause_does_not_speak_for_what_it_is_about(text: str, speakers: list[str]) -> None:
    account = sayso.read(text)
    assert [told(account, s)[0] for s in account.statements] == speakers


def test_it_is_the_body_for_which_somebody_speaks() -> None:
    account = sayso.read(
        "A spokesman for the Harbour Union, Ivo Lenz, told reporters by telephone that its members had closed the port "
        "and that it had warned the navy of a strike."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Ivo Lenz", "Harbour Union"]


def test_firms_are_called_by_two_names() -> None:
    account = sayso.read("Marks & Rowe said the mill was shut. H&M said it was deeply worried.")
    assert [told(account, one)[0] for one in account.statements] == ["Marks & Rowe", "H&M"]


def test_what_is_the_first_of_its_kind_in_a_state_keeps_its_name() -> None:
    account = sayso.read(
        "Togo's oldest bakers' guild said it would strike. Peru's top court voided the vote, Peru's army said."
    )
    assert [told(account, one)[0] for one in account.statements] == ["Togo's oldest bakers' guild", "Peruvian army"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Blankets came from the Red Cross, the ministry said.", "ministry"),
        ("Guards were trained by Kestrel, the army said.", "army"),
        ("Kestrel, the agency that hires them, said it was sorry.", "Kestrel"),
    ],
)
def test_who_is_named_before_who_speaks_is_another(text: str, speaker: str) -> None:
    account = sayso.read(text)
    assert [told(account, one)[0] for one in account.statements] == [speaker]


def test_who_is_described_is_nobody_of_whom_an_attack_is_named() -> None:
    account = sayso.read(
        "The kidnappers have yet to phone, according to the chairman of the growers' association, who denied a ransom "
        "had been paid. Oxfam said more than 900 growers had been seized in Nigeria since the Chibok abduction of 2014."
    )
    assert {told(account, one)[0] for one in account.statements} == {"chairman of the growers' association", "Oxfam"}


def test_a_body_may_be_called_in_another_language() -> None:
    account = sayso.read(
        "Enfermeras por la Vida said the ward was shut. On Monday Juristen gegen Willkür welcomed the ruling. "
        "Mères pour Demain condemned it."
    )
    names = [told(account, one)[0] for one in account.statements]
    assert names == ["Enfermeras por la Vida", "Juristen gegen Willkür", "Mères pour Demain"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # A name may hold a small word that behind a name of another kind tells of a firm.
        ("An AFU spokesman, Baye ag Tahir, said that the well was dry.", "Baye ag Tahir"),
        # Letters may be those of a name in another language, and a mission may be called by whose it is.
        ("The Union of Fulani Herders met on Monday. The UHF said that the well was dry.", "Union of Fulani Herders"),
        (
            "A United Nations lorry was hit on Sunday, the UN mission said. A PKA officer denied it. "
            "The mission said that the well was dry.",
            "United Nations",
        ),
        # A paper is nobody who was spoken of before.
        (
            "She insisted that Olu had been fed. But the kitchen log, seen by the Herald, shows that the well was dry.",
            "kitchen log",
        ),
        # Of whom an aside is told, and who stands behind a thing.
        (
            "The girl — whose village was left out of the report — says in the petition that the well was dry.",
            "girl",
        ),
        ("The pilot was the target of insults from passengers who claim the well was dry.", "passengers"),
        ("The tenor was long a victim of threats from rivals who claim the well was dry.", "rivals"),
        ("Ana Brandt, harbour pilot and author of Deep Water: A Life, said the well was dry.", "Ana Brandt"),
        # Who speaks in a clause of a place is not he of whom the text goes on to tell.
        (
            "Farmers marched to Riga, where firemen said the bridge was closed. They say the well was dry.",
            "Farmers",
        ),
        # What stands within a modifier is nobody, and one police is not another.
        (
            "Mali's army-run transport ministry gave no figure. The army said the well was dry.",
            "Malian army",
        ),
        (
            "The Federal Police searched a farm. The governor sent the border police. The border police said the well "
            "was dry.",
            "border police",
        ),
        # A body is told by what stands behind its name, or before it is named.
        (
            "The Alarm Fund accused Togo of fraud. Mining went on, according to Well Watch Oruro, a charity that says "
            "the well was dry.",
            "Well Watch Oruro",
        ),
        (
            "Peru's water regulator fined Crest Mining on Friday. The Rural Water Authority found oil. Crest Mining "
            "had no comment. The watchdog said the well was dry.",
            "Rural Water Authority",
        ),
        (
            "Oxfam urged the European Union to keep out of it. The bloc said the well was dry.",
            "European Union",
        ),
        (
            "Peru's mission to the United Nations spoke of a mistake. The mission said the well was dry.",
            "Peruvian mission to the United Nations",
        ),
        # Its leader is not another's, nor is a spokesman for one the spokesman for another.
        (
            "Green Dawn left the cabinet, its leader, Ivo Lenz, said. Rural Union stayed in it. Its leader said the "
            "well was dry.",
            "Rural Union's leader",
        ),
        (
            "A spokesman for the European Commission said the well was dry. Ana Ruiz, a spokeswoman for the forum, had "
            "no comment.",
            "spokesman for the European Commission",
        ),
        # Both of two, and the people called by what their name is told with.
        (
            "Malian soldiers left. Mali's army met with Chad's army. Herders said both armies had claimed the well was "
            "dry.",
            "Malian army and Chadian army",
        ),
        (
            "Talks between Chad's army and the Sahel Front failed in Riga. Each side said the well was dry.",
            "Chadian army and Sahel Front",
        ),
        ("Houthi rebels took the port. Farmers fled. The rebels said the well was dry.", "Houthis"),
        (
            "Lima summoned Chile's ambassador. The envoy's deputy left. The embassy said the well was dry.",
            "Chilean embassy",
        ),
        ("Lucarin SA said the well was dry.", "Lucarin SA"),
        # Those who are called by what they do have no name that others could be short for.
        ("Poachers shot nine rangers, a nun said. The army said the well was dry.", "army"),
        # Whose mother speaks is whose story it is, and not whoever spoke before.
        (
            "Marta Rask was hit by a van on Monday, a surgeon in Oslo said. Her mother said the well was dry.",
            "Marta Rask's mother",
        ),
        # An office that goes by another noun is another's, and a name holds the noun that says what it is.
        ("Peru's Foreign Ministry sent a note. The Foreign Office said the well was dry.", "Foreign Office"),
    ],
)
def test_who_tells_it_at_last(text: str, speaker: str) -> None:
    account = sayso.read(text)
    assert told(account, account.statements[-1])[::2] == (speaker, "the well was dry")


def test_who_serves_many_states_is_of_none_and_whoever_serves_one_is_of_it() -> None:
    account = sayso.read(
        "Ole Berg, the U.N. special envoy for Yemen, said the truce held. Labour Minister Paul Ledoux said it did not. "
        "India's interior ministry denied it. Its spokesman, Ravi Kumar, called it absurd. The Independent Ports Board "
        "said nothing was known. Kestara, which owns the port, said it was shut."
    )
    known = {actor.name: (actor.kind, actor.country) for actor in account.actors}
    assert known["Ole Berg"] == known["Paul Ledoux"] == ("person", None)
    assert known["Ravi Kumar"] == ("person", "IND")
    assert known["Independent Ports Board"] == known["Kestara"] == ("organization", None)


def test_what_is_claimed_by_nobody_named_is_not_claimed_by_what_was_told_of_before() -> None:
    account = sayso.read("The film shows a wrecked car. It was claimed bandits had planted a mine.")
    assert told(account, account.statements[-1]) == (None, "was claimed", "bandits had planted a mine")


def test_whom_it_accuses_is_not_part_of_who_does() -> None:
    account = sayso.read("Peru has expelled nine diplomats it accuses of theft.")
    assert [told(account, one)[:2] for one in account.statements] == [("Peru", "accuses")]


def test_the_office_of_one_is_not_that_of_another() -> None:
    account = sayso.read(
        "The chancellor of Norway spoke with President Ana Ruiz on Sunday, her office said. "
        "Ruiz’s office said that they had spoken of fish."
    )
    first, second = (told(account, one)[0] for one in account.statements)
    assert first != second


def test_one_of_several_is_no_document() -> None:
    account = sayso.read("The firms sued each other. One said the patent was void.")
    assert [one.kind for one in account.actors if one.name == "One"] == ["anonymous"]


def test_an_office_is_that_of_the_state_that_acts_in_its_words() -> None:
    account = sayso.read(
        "The U.S. State Department condemned the raid. Lima has complained nine times, according to the foreign "
        "affairs department. The department said it would wait."
    )
    speakers = [told(account, s)[0] for s in account.statements]
    assert speakers == ["US State Department", *["Peruvian foreign affairs department"] * 2]


def test_who_criticises_a_remark_has_not_made_it() -> None:
    account = sayso.read(
        "Executive Secretary Ivo Berg said on Friday it was “perhaps a mistake or a joke”, a remark that drew "
        "criticism from bakers."
    )
    said = [told(account, s) for s in account.statements]
    assert [(speaker, words) for speaker, _, words in said] == [
        ("Ivo Berg", "it was “perhaps a mistake or a joke”"), ("bakers", "a remark"),
    ]  # fmt: skip
    assert next(actor.role for actor in account.actors if actor.name == "Ivo Berg") == "Executive Secretary"


def test_what_others_make_of_a_claim_is_not_what_is_claimed() -> None:
    account = sayso.read("Mayor Ivo Berg dismissed the bakers’ claims as “a puppet show” and accused them of greed.")
    assert [told(account, s)[0] for s in account.statements] == ["Ivo Berg"] * 2


def test_both_are_named_before() -> None:
    account = sayso.read(
        "Navy and miners clash; both deny firing first\n\nTwo Danish cooks were shot dead, police said."
    )
    assert "Danish cooks" not in {str(told(account, s)[0]) for s in account.statements}


def test_the_army_is_that_of_the_state_and_not_of_a_charity() -> None:
    account = sayso.read(
        "South Sudanese soldiers burned a school run by a Danish charity in Akobo, a charge that the army rejected."
    )
    assert "South Sudanese army" in {told(account, s)[0] for s in account.statements}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The guild said in a letter that the toll was high. The letter added that trade was slow.", ["guild"] * 2),
        ("A memo from the harbour board said the crane was old. The memo said it would fall.", ["harbour board"] * 2),
        ("The abbey issued a communique on Friday. The communique said the bell was lost.", ["abbey"]),
        # Of one that nobody is told to have issued it is not known.
        ("The mayor resigned. The letter said he was ill.", ["letter"]),
    ],
)
def test_a_message_is_that_of_whoever_was_told_to_issue_it(text: str, speakers: list[str]) -> None:
    account = sayso.read(text)
    assert [told(account, one)[0] for one in account.statements] == speakers


def test_the_premier_of_one_state_is_not_that_of_another_named_next() -> None:
    account = sayso.read(
        "Peru said the raid was a mistake. Its prime minister urged calm. Chilean Prime Minister Ana Ruiz said she was "
        "sorry."
    )
    assert "Ana Ruiz" not in told(account, account.statements[1])[0]


def test_who_is_named_where_a_paragraph_opens_speaks_in_it() -> None:
    account = sayso.read(
        "Dockers blocked the port on Monday.\n\nThe mayor, Ivo Lenz, said it was theft. “They are thieves,” he said. "
        "“I want them out.”\n\nSenator Marek Holm agreed to go further still. “They are murderers,” he said."
    )
    assert told(account, account.statements[-1])[0] == "Marek Holm"
