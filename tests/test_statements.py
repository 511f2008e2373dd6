"""Who says what: a text, and the account it must give. Runs the model that ships."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import Account, Statement


def told(account: Account, statement: Statement) -> tuple[str | None, str, str]:
    """A statement as speaker, cue and content in words."""
    speaker = account.actor(statement.speaker)
    cue = account.words(statement.cue) if statement.cue else ""
    return speaker.name if speaker else None, cue, " … ".join(account.words(span) for span in statement.content)


ONE = [
    # An office in short before a titled name, a rank, one of a trade behind his seat; who spoke before the court.
    (
        "The OCPD, Chief Inspector Rosa Wanjiru, said that the ferry had been searched.",
        ("Rosa Wanjiru", "said", "the ferry had been searched"),
    ),
    (
        "CID DSP Imran Lodhi said that the vault had been empty.",
        ("Imran Lodhi", "said", "the vault had been empty"),
    ),
    (
        "The lawmaker representing Oruro South, Senator Tunde Lawal, condemned the raid.",
        ("Tunde Lawal", "condemned", "the raid"),
    ),
    (
        "Outside the court, Rosa Blum, whose brother drowned, said that the fine was too low.",
        ("Rosa Blum", "said", "the fine was too low"),
    ),
    # A body whose name begins as a title does.
    (
        "Soldiers burned the mill, Justice Monitor International said on Monday.",
        ("Justice Monitor International", "said", "Soldiers burned the mill"),
    ),
    # What the accused are called is nobody's accusation.
    (
        "The second accused fled over the border, customs officers said.",
        ("customs officers", "said", "The second accused fled over the border"),
    ),
    # Whoever is called after somebody is not he.
    (
        "Senator Ana Brandt will run again. The Brandt campaign wants to talk about wages.",
        ("Ana Brandt campaign", "wants to talk about", "wages"),
    ),
    (
        "Senator Ana Brandt will run again. Brandt campaign spokesman Tom Okoro said that it would be hard.",
        ("Tom Okoro", "said", "it would be hard"),
    ),
    (
        "Senator Ana Brandt will run again. Brandt supporters called on the mayor to resign.",
        ("Ana Brandt supporters", "called on", "the mayor to resign"),
    ),
    # Names before an office and behind one, of several who have it, in capitals.
    ("Lima Mayor Ana Diaz dismissed the plan on Monday.", ("Ana Diaz", "dismissed", "the plan")),
    (
        "Ana Diaz was in Riga. In an interview with hosts Ivo Lenz and Rita Solano, the candidate said she would win.",
        ("Ana Diaz", "said", "she would win"),
    ),
    (
        "Chief Minister Ravi Anand came to the House late. “What more can we do?” the CM asked.",
        ("Ravi Anand", "asked", "What more can we do"),
    ),
    (
        "Egypt’s foreign minister flew to Sudan on Monday. Its water minister said that the lake was full.",
        ("Sudan's water minister", "said", "the lake was full"),
    ),
    (
        "Members of the County Council claim that the dam leaks.",
        ("Members of the County Council", "claim", "the dam leaks"),
    ),
    # A newspaper is no document, and a firm called by half its name no person.
    (
        "The Coast Post obtained a memo by engineers. The memo says the pump failed.",
        ("memo", "says", "the pump failed"),
    ),
    (
        "Kestrel Oil has two ships in the bay. Kestrel said on Monday that both were safe.",
        ("Kestrel Oil", "said", "both were safe"),
    ),
    # Whose word it is that is seen by others.
    (
        "The Surveyor-General’s report, seen by this paper, says the bridge was never inspected.",
        ("Surveyor-General’s report", "says", "the bridge was never inspected"),
    ),
    # What is found in a document is told whole, and what is said behind a colon, and by how somebody says it.
    (
        "A 2019 report by the Norwegian Forest Agency found no sign of beetles.",
        (None, "found", "no sign of beetles"),
    ),
    (
        "Few people were convinced by it: “Empty words,” replied a fishermen’s union.",
        ("fishermen’s union", "replied", "Empty words"),
    ),
    (
        "One docker sighed: “They never worked a day in their lives.”",
        ("docker", "sighed", "They never worked a day in their lives"),
    ),
    # What is said to be so, is so by others' word.
    ("The clerk, 47 and said to be homeless, was held on Friday.", (None, "said", "to be homeless")),
    # Whoever speaks stands before the verb, and behind it who does what is told.
    (
        "Nautica, whose ships are old, said Lind Shipping of the Netherlands bought a boat in May.",
        ("Nautica", "said", "Lind Shipping of the Netherlands bought a boat in May"),
    ),
    ("Clerks and Sea Watch said the quay was shut.", ("Clerks and Sea Watch", "said", "the quay was shut")),
    # A day is no pollster, and so many percent are people.
    (
        "According to a Rhineland Radio poll out Thursday, the bishop leads by ten points.",
        ("Rhineland Radio poll out Thursday", "According to", "the bishop leads by ten points"),
    ),
    ("\u202a”Sorry to hear it,” wrote Pete Okoro.", ("Pete Okoro", "wrote", "Sorry to hear it")),
    # What hangs on the end of it, and who may be meant by "who", by both.
    (
        "The bishop denounced Sunday's fire in Riga, in which twelve people died.",
        ("bishop", "denounced", "Sunday's fire in Riga"),
    ),
    (
        "A fisherman, wrapped in a flag, who refused to give his age, left the pier.",
        ("fisherman", "refused", "to give his age"),
    ),
    # What whoever is asked to say it has not said is not said.
    ("The union demanded she say sorry to the clerks.", ("union", "demanded", "she say sorry to the clerks")),
    # Where it was said is no part of it, nor is the verb of whoever says it.
    (
        "The minister said in an interview with the paper that he would stay. Nobody answered.",
        ("minister", "said", "he would stay"),
    ),
    (
        "A spokesman for the group, who gave no name, said in a radio message that it had “never taken a hostage”.",
        ("spokesman for the group", "said", "it had “never taken a hostage”"),
    ),
    # The verb before, inside and after what is said.
    (
        "Foreign Minister Amara Keita said on Monday that the border would stay closed.",
        ("Amara Keita", "said", "the border would stay closed"),
    ),
    (
        "The border will stay closed, Foreign Minister Amara Keita said on Monday.",
        ("Amara Keita", "said", "The border will stay closed"),
    ),
    (
        "“We were not consulted,” said Jorge Medina, the mayor of Oruro.",
        ("Jorge Medina", "said", "We were not consulted"),
    ),
    (
        "Farm Minister Ilse Brandt visited the region twice. “The harvest,” she told reporters, “is lost.”",
        ("Ilse Brandt", "told", "The harvest … is lost"),
    ),
    # According to; documents and media.
    (
        "According to the United Nations, 3,000 families have left the town.",
        ("United Nations", "According to", "3,000 families have left the town"),
    ),
    (
        "Rebels attacked a barracks near Goma at dawn, according to the army.",
        (None, "according to", "Rebels attacked a barracks near Goma at dawn"),
    ),
    (
        "The Daily Telegraph reported that the bank had hidden its losses.",
        ("The Daily Telegraph", "reported", "the bank had hidden its losses"),
    ),
    # A capital stands for its government.
    (
        "Moscow has accused Kyiv of shelling the village.",
        ("Russia", "accused", "Kyiv of shelling the village"),
    ),
    # "That" opens a clause, or points at something.
    (
        "The brother of the driver disputed that account.",
        (None, "disputed", "that account"),
    ),
    # A mark that closes within what is said opens there, too.
    (
        "The mayor voiced “deep doubts” about the vote.",
        (None, "voiced", "“deep doubts” about the vote"),
    ),
    # No speaker given: none is made up.
    (
        "It was announced that the airport would reopen on Friday.",
        (None, "announced", "the airport would reopen on Friday"),
    ),
    # Marks written as two single ones.
    (
        "Eva Holm, who runs the mill, said that ''the dam is finished.''",
        ("Eva Holm", "said", "the dam is finished"),
    ),
    ("Sailors called her ''the mother of the port.''", (None, "called", "her ''the mother of the port.''")),
    # Two quotations keep their marks.
    (
        'The rector said "no pupil" was hurt and the hall was "quite safe."',
        ("rector", "said", '"no pupil" was hurt and the hall was "quite safe."'),
    ),
    # What is said is not broken off within a phrase.
    (
        "Tom Rask, a clerk at the bank, said the choice to sell had nothing to do with the flood.",
        ("Tom Rask", "said", "the choice to sell had nothing to do with the flood"),
    ),
    # What somebody is going to say, in his own words.
    (
        "“But Ann has been in the room; she is part of it,” Bo Ray will say tonight.",
        ("Bo Ray", "will say", "But Ann has been in the room; she is part of it"),
    ),
    # Who is dismissed by what he is called has lost no office.
    (
        'The skipper dismissed Ann Holm as "a bitter former cook."',
        ("skipper", "dismissed", 'Ann Holm as "a bitter former cook."'),
    ),
    # A participle that is a preposition tells of nothing said.
    (
        "Considering the cost of the dam, Ms. Holm said it was easy to find faults.",
        ("Holm", "said", "it was easy to find faults"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text[:40] for text, _ in ONE])
def test_one_statement(text: str, expected: tuple[str | None, str, str]) -> None:
    account = sayso.read(text)
    assert len(account.statements) == 1, [told(account, s) for s in account.statements]
    speaker, cue, content = told(account, account.statements[0])
    if expected[0] is not None:
        assert speaker == expected[0]
    assert cue.endswith(expected[1])
    assert content == expected[2]


FORCES = [
    ("The president denied that any prisoner had been beaten.", "deny"),
    ("Turkey accused Greece of sending back boats.", "accuse"),
    ("“These allegations are completely false,” the minister said.", "deny"),
    ("The general warned that the truce could collapse within days.", "warn"),
    ("The union demanded the release of its leader.", "demand"),
    ("The opposition urged the court to publish the results.", "request"),
    ("The governor promised to rebuild the bridge by May.", "promise"),
    ("The Vatican welcomed the agreement.", "praise"),
    ("Amnesty International condemned the executions.", "criticize"),
    ("The UN envoy expressed deep concern about the shelling of the port.", "concern"),
    ("The company rejected the offer, calling it inadequate.", "reject"),
    ("The ministry said the rumours were groundless.", "deny"),
    ("The premier said his country stood ready to help and is prepared to send doctors.", "promise"),
    ("The rector declined to comment.", "reject"),
    ("“We will not sell tanks to Togo,” Trade Minister Ola Berg told reporters on Friday.", "reject"),
    ("The premier called on both armies to hold their fire.", "request"),
    ("The coach asked the referee to stop the match.", "request"),
    ("The bishop asked her to “forget” the letters.", "request"),
    ("The mayor asked anyone who may have seen the boys to call the police.", "request"),
    ("The farmers asked for help with the harvest.", "request"),
    ("Two miners asked that their names be left out.", "request"),
    ("The ministry rejected reports that two prisoners had escaped.", "deny"),
    ("Lima’s envoy dismissed the accusation as gossip.", "deny"),
    ("The bishop dismissed the offer as too little.", "reject"),
    ("The envoy pleaded not guilty to smuggling.", "deny"),
    ("“We had a deal. The owners lied to us and they are lying now,” the stewards' leader said.", "accuse"),
    ("“Who will pay for the bridge?” the mayor said.", "question"),
    ("The bank has repeatedly defended its chairman against the minister’s reproach.", "praise"),
    ("Deputies asked why the dam had not been inspected.", "question"),
    ("The lawyer asked the minister whether he was going to resign.", "question"),
    ("Reporters asked the minister about plans to close the port.", "question"),
    ("The bank acknowledged that two ledgers were missing.", "agree"),
    ("The premier decries the strike as a danger to the harbour.", "criticize"),
    ("Nurses lambast the board for closing the ward.", "criticize"),
    ("The ombudsman castigated the police for losing the files.", "criticize"),
    ("The coach admonished the players for their conduct.", "criticize"),
    ("The players grumbled about the schedule.", "criticize"),
    ("The ministry rebutted reports that the dam had cracked.", "deny"),
    ("The agency disclaimed responsibility for the leak.", "deny"),
    ("The party repudiated the pact with the liberals.", "reject"),
    ("Two ministers expressed reservations about the sale.", "concern"),
    ("The mayor concurred that the bridge was unsafe.", "agree"),
    ("The relatives begged for news of the crew.", "request"),
    ("The river rose by two metres overnight, the weather service said.", "assert"),
    # What somebody does by saying so.
    ("“We welcome the verdict,” the bishop said.", "praise"),
    ("The African Union said it deplored the burning of the ferry.", "criticize"),
    ("“Turkey is deeply worried over the floods,” Turkish Foreign Ministry spokesman Ali Kaya said.", "concern"),
    ("The port authority said it opposed the toll.", "reject"),
    ("“I am supporting the nurses,” the rector said.", "praise"),
    # But not what another did.
    ("The mayor said Peru had rejected the loan in 2009.", "assert"),
    # A paper that accuses by what it says.
    ("According to the lawsuit, the guards locked three boys in a shed.", "accuse"),
    ("The charge sheet included two counts of arson.", "accuse"),
    # Nothing is promised, asked or agreed to without a word of that; what others threaten is told of them.
    ("“We have been promised new boats for years,” the skipper said.", "assert"),
    ("“She asked me to sign it twice,” Rosa Lind told the inquiry.", "assert"),
    ("The museum explains why the ship sank.", "assert"),
    ("The manager maintained that the fee was low.", "assert"),
    ("The mayor said his office would not yield to blackmail.", "reject"),
    ("The governor pointed the finger at smugglers.", "accuse"),
    ("Chile and Peru voiced alarm.", "concern"),
    # Who does not back somebody does the contrary.
    ("The board is not endorsing any candidate.", "reject"),
    ("“Don't let them sell the mill,” Ann Ray told the crews.", "demand"),
]


@pytest.mark.parametrize(("text", "force"), FORCES)
def test_the_force_comes_from_the_cue_and_from_what_is_said(text: str, force: str) -> None:
    assert sayso.read(text).statements[0].force == force


QUOTATIONS = [
    ("“I have nothing to hide,” the senator said.", "direct"),
    ("The senator said he had nothing to hide.", "indirect"),
    ("The senator said he had “absolutely nothing” to hide.", "mixed"),
    ("Chief Eva Holm said: ‘There is no doubt that it sank.’", "direct"),
    ("\"I have nothing to hide,\" the senator said.", "direct"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotation"), QUOTATIONS)
def test_quotation(text: str, quotation: str) -> None:
    assert [s.quotation for s in sayso.read(text).statements] == [quotation]


def test_one_speaker_however_named() -> None:
    account = sayso.read(
        "Defence Minister Elena Vasquez said the ships had sailed. Vasquez told parliament they would be back by June. "
        "“They are not a threat,” she said. The minister added that no shots had been fired."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Elena Vasquez"] * 4


def test_two_cues_are_two_statements() -> None:
    account = sayso.read(
        "Interior Minister Paul Mbeki said the curfew would stay and warned that looters would be shot."
    )
    assert [(told(account, s)[0], s.force) for s in account.statements][1] == ("Paul Mbeki", "warn")
    assert told(account, account.statements[0])[2] == "the curfew would stay"


def test_a_quotation_carried_on_in_the_next_paragraph() -> None:
    account = sayso.read(
        "“We walked for three days,” said Amina Yusuf, a teacher from the village of Bari.\n\n"
        "“There was no water. My brother did not make it.”\n\n"
        "The army says it has no troops in the area."
    )
    first = [
        s for s in account.statements if account.actor(s.speaker) and account.actor(s.speaker).name == "Amina Yusuf"
    ]  # type: ignore[union-attr]
    words = " ".join(account.words(span) for s in first for span in s.content)
    assert "We walked for three days" in words
    assert "My brother did not make it" in words
    assert "army" not in words


def test_what_a_report_says_that_another_said() -> None:
    account = sayso.read(
        "State radio reported that an army spokesman had warned civilians to leave the valley before nightfall."
    )
    outer, inner = account.statements
    assert told(account, outer)[0] == "State radio"
    assert inner.force == "warn"
    assert inner.via == [outer.speaker]


QUOTED = [
    ("The Evening Post quoted diplomats as saying the talks had failed.", "diplomats", ["Evening Post"]),
    ("The governor was quoted by the Reuters news agency as saying that the dam was safe.", "governor", ["Reuters"]),
    ("The radio quoted Rosa Blum, a nurse, as telling the court: “I saw no one.”", "Rosa Blum", ["radio"]),
    ("“The dam will hold,” the engineer was quoted as saying.", "engineer", []),
    ("“The mine is empty,” Energy Minister Rosa Lind was quoted by the radio as saying.", "Rosa Lind", ["radio"]),
    (
        "“Our wells are dry,” Peru's water minister, Luis Solano, was quoted as saying by the Herald on Friday.",
        "Luis Solano",
        ["Herald"],
    ),
    # What is read out is its author's.
    (
        "The clerk read out a letter from the skipper, telling the court that the storm had come too soon.",
        "skipper",
        ["clerk"],
    ),
    ("The mayor quoted a report by the auditor, admitting that the pier was rotten.", "auditor", ["mayor"]),
]


def test_who_is_quoted_in_an_aside() -> None:
    account = sayso.read("The state agency, quoting the harbour master, said that two boats had sunk.")
    quoted, passed_on = account.statements
    assert told(account, quoted) == ("harbour master", "quoting", "two boats had sunk")
    assert told(account, passed_on)[:2] == ("state agency", "said")
    assert quoted.via == [passed_on.speaker]


@pytest.mark.parametrize(("text", "speaker", "via"), QUOTED, ids=[text for text, _, _ in QUOTED])
def test_who_is_quoted_speaks_and_who_quotes_passes_it_on(text: str, speaker: str, via: list[str]) -> None:
    account = sayso.read(text)
    (statement,) = account.statements
    names = {actor.id: actor.name for actor in account.actors}
    assert names[statement.speaker or ""] == speaker
    assert [names[one] for one in statement.via] == via
    assert "saying" not in told(account, statement)[2]


@pytest.mark.parametrize(
    ("text", "hearer"),
    [("The court heard that the driver had been drinking.", "court"), ("A jury was told the boat was stolen.", "jury")],
)
def test_who_is_told_something_does_not_say_it(text: str, hearer: str) -> None:
    account = sayso.read(text)
    (statement,) = account.statements
    assert statement.speaker is None
    addressee = account.actor(statement.addressee)
    assert addressee is not None and addressee.name == hearer


def test_words_with_a_name_under_them_are_whose_name_it_is() -> None:
    account = sayso.read(
        "Rescuers reached the village on Sunday, the army said.\n\nOur thoughts are with the people of Tarro tonight. "
        "https://t.co/x1 — Ana Brandt (@anabrandt) March 3, 2016\n\n“A nation that forgets is lost.” — Pablo Ruiz\n\n"
        "”Nobody came to help.” ― Tom Okoro, Port Kembe\n“We were left alone.” ― Ana Diaz\n"
    )
    assert [told(account, s) for s in account.statements[1:]] == [
        ("Ana Brandt", "—", "Our thoughts are with the people of Tarro tonight"),
        ("Pablo Ruiz", "—", "A nation that forgets is lost"),
        ("Tom Okoro", "―", "Nobody came to help"),
        ("Ana Diaz", "―", "We were left alone"),
    ]


def test_one_label_again_and_again_is_no_talk() -> None:
    photo = "Photos: Storm hits the coast near the town of Tarro and brings down the old bridge.\n\n"
    assert sayso.read(photo * 3).statements == []


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
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_speaker_is_whom_the_phrase_means(text: str, speaker: str) -> None:
    account = sayso.read(text)
    assert [told(account, s)[0] for s in account.statements] == [speaker]


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


def test_what_is_pointed_to_is_told_nothing() -> None:
    account = sayso.read("“You make mistakes,” Ann Holm said, referring to the port council of Dover.")
    assert [s.addressee for s in account.statements] == [None] * len(account.statements)


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


def test_what_is_said_keeps_its_verb_beside_another_cue() -> None:
    account = sayso.read(
        "The health minister said the strike was illegal and warned that those taking part could lose their jobs."
    )
    assert [told(account, s)[2] for s in account.statements] == [
        "the strike was illegal",
        "those taking part could lose their jobs",
    ]


def test_a_word_of_saying_within_what_is_said_does_not_take_it_over() -> None:
    account = sayso.read("Norway says it warned Sweden before the launch.")
    assert told(account, account.statements[0]) == ("Norway", "says", "it warned Sweden before the launch")


ANSWERED = [
    ("Norway accuses Sweden of cutting a cable in the Baltic, which Sweden adamantly denies.", "which"),
    ("Chile says Peru dammed the river, a claim that Peru rejects.", "a claim"),
    ("The union said the ferry was old, a charge the owner has denied.", "a charge"),
    ("Observers said they had seen burned ballots in two towns, a finding the commission disputed.", "a finding"),
    ("Nurses said they had treated burns in four camps, an account the ministry disputes.", "an account"),
]


@pytest.mark.parametrize(("text", "content"), ANSWERED, ids=[text[:40] for text, _ in ANSWERED])
def test_who_contests_what_another_has_just_said_does_not_say_it_through_him(text: str, content: str) -> None:
    account = sayso.read(text)
    first, answer = account.statements
    assert content not in told(account, first)[2]
    assert (told(account, answer)[2], answer.via) == (content, [])
    assert len(account.disputes) == 1


def test_initials_in_brackets_are_a_name() -> None:
    account = sayso.read(
        "The Lisbon-based Southern Fisheries Observatory (SOFO) said catches had halved. SOFO blamed warm water."
    )
    first, second = account.statements
    assert first.speaker == second.speaker
    assert told(account, first)[0] == "Southern Fisheries Observatory"


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


def test_questions_and_answers() -> None:
    account = sayso.read(
        "Q: Why did you resign?\nA: Because nobody listened to us.\nQ: Will you come back?\nA: I do not think so."
    )
    assert [s.force == "question" for s in account.statements if s.cue is None] == [True, False, True, False]
    assert all(s.speaker is None for s in account.statements if s.cue is None)


def test_who_gives_an_interview_answers() -> None:
    account = sayso.read(
        "The former pilot Rosa Blum spoke to the Herald about the crash.\n\n"
        "Q: Why did you resign?\n\nA: Because nobody listened to us.\n\n"
        "Q: Will you come back?\n\nA: I do not think so.\n"
    )
    answers = [told(account, s) for s in account.statements if s.cue is None]
    assert [speaker for speaker, _, _ in answers] == [None, "Rosa Blum", None, "Rosa Blum"]


def test_we_are_whose_statement_it_is() -> None:
    account = sayso.read(
        "Statement by the Bakers' Union on the new tax\n\n"
        "We condemn the tax on flour, which was passed by night. We demand that the minister resign.\n"
    )
    assert {told(account, s)[0] for s in account.statements if s.force in ("criticize", "demand")} == {"Bakers' Union"}


def test_what_is_told_aside_ends_where_more_is_said() -> None:
    account = sayso.read("The mayor, who confirmed the raid, said nine shepherds had died.")
    assert [told(account, s)[2] for s in account.statements] == ["the raid", "nine shepherds had died"]


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


def test_the_turns_of_a_transcript() -> None:
    account = sayso.read(
        "The envoy, Halima Yusuf, met Tomas Berg in the studio.\n\n"
        "“BERG: Did you write the letter?\n\nYUSUF: I never saw it. Others wrote it.\n\nI would have burnt it.\n\n"
        "BERG: The ministry says it has a copy.\n\nYUSUF: Then let them show it.”\n"
    )
    assert [told(account, s) for s in account.statements] == [
        ("Tomas Berg", ":", "Did you write the letter"),
        ("Halima Yusuf", ":", "I never saw it. Others wrote it … I would have burnt it"),
        ("Tomas Berg", ":", "The ministry says it has a copy"),
        ("ministry", "says", "it has a copy"),
        ("Halima Yusuf", ":", "Then let them show it"),
    ]
    assert [s.quotation for s in account.statements if account.words(s.cue) == ":"] == ["direct"] * 4


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


@pytest.mark.parametrize(
    "text",
    [
        "Road tolls: The bridge is paid for by 520 firms, compared with 39 last year.",
        "Farmers, millers trade blame over price of bread\n\nA loaf costs two dollars in Lima today.",
    ],
)
def test_a_label_and_a_headline_of_two_who_quarrel_are_no_statements(text: str) -> None:
    assert sayso.read(text).statements == []


def test_a_word_in_single_marks_keeps_both() -> None:
    account = sayso.read("Mayor calls ‘idle’ clerks a disgrace\n\nThe mayor met the clerks on Monday.")
    assert told(account, account.statements[0])[2] == "‘idle’ clerks a disgrace"


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


def test_furniture_is_no_statement() -> None:
    account = sayso.read(
        "Ferry sinks off Zanzibar\n\nBy Grace Otieno\n\nRescuers search the sea on Friday. Photo: Reuters\n\n"
        "DAR ES SALAAM, Tanzania — A ferry sank off Zanzibar on Friday, the coastguard said.\n"
    )
    assert [told(account, s)[1:] for s in account.statements] == [
        ("said", "A ferry sank off Zanzibar on Friday"),
    ]
    assert account.report.byline == "Grace Otieno"


@pytest.mark.parametrize(
    "text",
    [
        "Chile on Friday expelled the Peruvian consul and closed two ports.",
        "The report is due on Monday. The talks lasted for an hour.",
        "Heavy rain fell on the coast and two bridges were closed.",
        "Prices rose by four percent in March.",
        "The council imposed a tax on ferries and signed two contracts.",
        "A grand jury indicted the former mayor on Monday.",
        "The storm seems likely to reach the islands.",
        "Read more about the flood in our paper.",
        "After the storm Bill Okoro called her to meet again.",
        "A warder who pleaded anonymity spoke in Jos.",
        # Deeds, and what has to be said.
        "The floods claimed twelve lives in the valley on Monday.",
        "Okoro claimed the title in Riga for the second time.",
        "Kestrel posted a loss of four million dollars for the third quarter.",
        "Closed lists deny many young people the right to stand for office.",
        "The nurse was denied bail on Friday.",
        "Officers fired rubber bullets to scatter pupils who had blocked the bridge.",
        "In 2019 a tribunal annulled the sale of the mine.",
        "The tribunal has until Monday to announce the outcome of the recount.",
        "Sailors who claim compensation waited in the rain.",
        "The farmers' attitude toward the dam has changed.",
        "The judge read the widow's statement.",
        # Nor what somebody should say.
        "Judges should condemn the raid.",
    ],
)
def test_nothing_said_gives_no_statement(text: str) -> None:
    assert sayso.read(text).statements == []


@pytest.mark.parametrize(
    "text",
    ["Heavy rain is expected on the coast.", "The ferry is known for its delays.", "The dam was expected to hold."],
)
def test_a_state_of_mind_that_is_nobodys_is_no_statement(text: str) -> None:
    assert sayso.read(text).statements == []


@pytest.mark.parametrize(
    "text",
    [
        "No group has admitted that it had planted the bomb.",
        "Nobody told reporters that the road was safe.",
        "None of the sailors said that they had seen a light.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert sayso.read(text).statements == []


def test_a_house_is_not_the_body_spoken_of_before() -> None:
    account = sayso.read(
        "Soldiers fired on the crowd, killing four people, the rights group Lantern said on Friday.\n\n"
        "Lantern sent two lawyers to the town.\n\nThe hospital in Tarro said that two more had died."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Lantern", "hospital in Tarro"]
    assert len({s.speaker for s in account.statements}) == 2


def test_a_headline_without_a_speaker_says_nothing() -> None:
    account = sayso.read(
        "Three sailors home after a month as navy and union trade blame\n\nThey landed on Friday, the charity said.\n"
    )
    assert [told(account, s)[0] for s in account.statements] == ["charity"]


def test_a_mission_is_not_that_of_another_body() -> None:
    account = sayso.read(
        "The militia, the Union for Peace, denied the attack.\n\nThe United Nations mission said it had counted 52 "
        "burned houses."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Union for Peace", "United Nations mission"]


def test_who_is_threatened_threatens_nobody() -> None:
    account = sayso.read("One reporter, Niko Sarr, told colleagues he had been slapped and threatened.")
    threats = [one for one in account.statements if account.words(one.cue or (0, 0)) == "threatened"]
    assert all(one.speaker is None for one in threats)


def test_who_is_dismissed_is_no_claim() -> None:
    account = sayso.read("President Karim Aydin dismissed the governor of the central bank on Friday.")
    assert account.statements == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Guards beat two sailors in the yard, a union said, but the harbour office maintained that both had "
            "fallen.",
            [
                ("union", "said", "Guards beat two sailors in the yard"),
                ("harbour office", "maintained", "both had fallen"),
            ],
        ),
        (
            "The dam had cracked in May, an engineer said, while the ministry said it had passed every test.",
            [
                ("engineer", "said", "The dam had cracked in May"),
                ("ministry", "said", "it had passed every test"),
            ],
        ),
        (
            "Six miners were trapped overnight, the rescue service said, as rain flooded the lower galleries.",
            [("rescue service", "said", "Six miners were trapped overnight")],
        ),
        (
            "Fishermen say navy sank three boats; minister says none was hit",
            [
                ("Fishermen", "say", "navy sank three boats"),
                ("minister", "says", "none was hit"),
            ],
        ),
    ],
    ids=["but", "while", "as", "semicolon"],
)
def test_what_one_says_ends_where_anothers_word_begins(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, s) for s in account.statements] == expected
    assert all(s.via == [] for s in account.statements)


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


@pytest.mark.parametrize(
    "text",
    [
        "A clerk, who asked not to be named because he feared for his job, left early.",
        "One sailor spoke on condition of anonymity.",
        "Two nurses declined to be identified.",
        "The harbour office did not respond to a request for comment.",
        "The mayor has not said whether she will run again.",
        "The Bakers’ Union, which called the strike, has 900 members.",
    ],
)
def test_how_a_report_came_by_its_source_is_no_statement(text: str) -> None:
    assert sayso.read(text).statements == []


SAID_ONCE = [
    # What another had claimed.
    (
        "Norway denied that its trawlers had cut the cable, as the mayor of Tromso, Lars Berg, had suggested.",
        [
            ("Norway", "denied", "its trawlers had cut the cable"),
            ("Lars Berg", "had suggested", "its trawlers had cut the cable"),
        ],
    ),
    # What somebody does is no part of what he says.
    (
        "The rector described the vote as “absurd” and directed deans to ignore it.",
        [("rector", "described", "the vote as “absurd”"), ("rector", "directed", "deans to ignore it")],
    ),
    # A film shows; the brother says that it does.
    (
        "But the driver’s brother, Ivo Lenz, said a film showed that the brakes had been cut.",
        [
            ("Ivo Lenz", "said", "a film showed that the brakes had been cut"),
            ("film", "showed", "the brakes had been cut"),
        ],
    ),
    # A noun of saying of which another says something; the title of a report; where somebody spoke or what was asked.
    (
        "The port authority said a buoy had been found adrift, a claim the crew’s agent, Rita Solano, said she would "
        "look into.",
        [
            ("port authority", "said", "a buoy had been found adrift"),
            ("Rita Solano", "said", "she would look into"),
        ],
    ),
    (
        "The 40-page report, “Dry Wells,” says that nine villages have lost their water.",
        [("40-page report", "says", "nine villages have lost their water")],
    ),
    (
        "A customs officer, speaking to a private radio station, said two crates were missing.",
        [("customs officer", "said", "two crates were missing")],
    ),
    (
        "Peru’s consulate in Lisbon, asked about the firm’s licence, said it had no record of one.",
        [("Peruvian consulate in Lisbon", "said", "it had no record of one")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID_ONCE, ids=[text[:40] for text, _ in SAID_ONCE])
def test_to_each_his_own_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, s) for s in account.statements] == expected


SAID_APART = [
    # A quotation is over where another begins to speak; what is called absurd is, with what it is called.
    (
        "The skipper called the search “a farce”, but Mayor Lena Holt told the crew that they could leave.",
        [("skipper", "called", "the search “a farce”"), ("Lena Holt", "told", "they could leave")],
    ),
    (
        "The envoy said the poet “took money from abroad”, a charge which her publisher called absurd.",
        [
            ("envoy", "said", "the poet “took money from abroad”"),
            ("her publisher", "called", "a charge which … absurd"),
        ],
    ),
    # The label of a notice is none of it.
    (
        "Harbour fire: Two tugs burned out in Gdansk, the port’s fire service said.",
        [("port’s fire service", "said", "Two tugs burned out in Gdansk")],
    ),
    # Nothing is said by who is called to a place, nor about what is looked into.
    (
        "Crews were called to reports of smoke in the hold. Her brother, Tom Rask, said nobody had slept there.",
        [("Tom Rask", "said", "nobody had slept there")],
    ),
    ("The Klaxon could not verify the battlefield reports.", []),
    # What stands on both sides of who says it, and what goes on behind him.
    ("Oslo will not, the minister said, pay for a second bridge.",
     [("minister", "said", "Oslo will not … pay for a second bridge")]),
    ("One of the dockers, according to a police report, fled over the fence.",
     [("police report", "according to", "One of the dockers … fled over the fence")]),
    ("Peru and Chad, a clerk said, would vote against it.",
     [("clerk", "said", "Peru and Chad … would vote against it")]),
    ("The vote, the envoy said, “was a sham”, and the count a farce.",
     [("envoy", "said", "The vote … “was a sham”, and the count a farce")]),
    ("Nurses say the ward is full, a doctor said, but refuse to close it.",
     [("Nurses", "say", "the ward is full"),
      ("doctor", "said", "Nurses say the ward is full … but refuse to close it"),
      ("Nurses", "refuse", "to close it")]),
    # What is told to be announced, and a crime that is denied.
    ("The fees, announced by the port authority, rise in May.", [("port authority", "announced", "The fees")]),
    ("The mayor blamed the crews, giving no details.", [("mayor", "blamed", "the crews")]),
    ("The army said the rebels had burned the mill, a crime the rebels denied.",
     [("army", "said", "the rebels had burned the mill"), ("rebels", "denied", "a crime")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID_APART, ids=[text[:40] for text, _ in SAID_APART])
def test_what_one_says_is_no_more_than_that(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, s) for s in account.statements] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said he had been told by a captain that the pier was rotten.",
            ("mayor", "said", "he had been told by a captain that the pier was rotten"),
        ),
        (
            "Her party pledged in 2022 to rebuild the pier.",
            ("Her party", "pledged", "to rebuild the pier"),
        ),
    ],
)
def test_the_first_of_several_acts_keeps_to_its_own(text: str, expected: tuple[str, str, str]) -> None:
    account = sayso.read(text)
    assert told(account, account.statements[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bakers called off their strike on Monday.",
        "Father Luis was saying mass when the roof fell in.",
        "The navy did not name the skipper.",
        # Who demonstrates, sentences or goes to law has acted; so has whoever is told what a thing is called.
        "Farmers have protested against the levy every week.",
        "Norway sentenced him to nine years for spying.",
        "The firm appealed the verdict on Friday.",
        "The bank referred questions to the police.",
        "Peru recalled its ambassador on Monday.",
        "She lives in a village called Tarfu.",
        "Sailors who feel unsafe can turn to the captain.",
        "The governor responded to the pressure.",
        "When the newspaper called the prison, a guard hung up.",
        "The two sides have different positions on the truce.",
        # Nor is what nobody asks, says or thinks.
        "The navy neither confirmed nor denied that it was looking for the skipper.",
        "The truce, agreed in June, was broken on Monday.",
        "The judge is expected to rule on Monday.",
        "The minister stopped short of calling the raid a crime.",
        "The envoy failed to say why.",
        "The question of where to build the dam was left open.",
        "A law aimed at saving water took effect on Monday.",
        "He was not asked to sign the paper.",
        "The mayor will say on Monday that taxes must rise.",
        "The new rector hails from a fishing village.",
        "Peru has yet to endorse the plan.",
        "The vote, seen as a test for the mayor, was put off.",
        # Nor on whose side somebody is, what he leaves out, or how he wants to appear.
        "The party, which backs the general, meets on Monday.",
        "A docker who insisted on anonymity for fear of the crews met the inspectors.",
        "In 1962 Bo Ray, then 29, was named the executive director of the club.",
    ],
)
def test_what_looks_like_a_saying_and_is_none(text: str) -> None:
    assert sayso.read(text).statements == []


def test_who_says_one_thing_denies_the_next() -> None:
    account = sayso.read("The police said that officers had come under fire but denied hitting any passers-by.")
    assert [told(account, s) for s in account.statements] == [
        ("police", "said", "officers had come under fire"),
        ("police", "denied", "hitting any passers-by"),
    ]


def test_it_is_the_body_for_which_somebody_speaks() -> None:
    account = sayso.read(
        "A spokesman for the Harbour Union, Ivo Lenz, told reporters by telephone that its members had closed the port "
        "and that it had warned the navy of a strike."
    )
    assert [told(account, s)[0] for s in account.statements] == ["Ivo Lenz", "Harbour Union"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bank called reports that it had lost money “nonsense”.",
            [("bank", "called", "reports that it had lost money “nonsense”")],
        ),
        (
            "“The school will not be shut, as a local radio station reported,” said Ana Lund.",
            [
                ("local radio station", "reported", "The school will not be shut"),
                ("Ana Lund", "said", "The school will not be shut, as a local radio station reported"),
            ],
        ),
        ("The bishop called the nurses ‘saints’.", [("bishop", "called", "the nurses ‘saints’")]),
    ],
)
def test_what_is_called_something_is_said_by_who_calls_it_so(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, one) for one in account.statements] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm did not deny that it had paid the men.", ("did not deny", "assert")),
        ("The police reported no deaths.", ("reported", "assert")),
        ("The governor responded that he had signed the bill.", ("responded", "assert")),
        ("The mayor called the prison a disgrace.", ("called", "criticize")),
    ],
)
def test_what_is_negated_or_called_may_still_be_said(text: str, expected: tuple[str, str]) -> None:
    account = sayso.read(text)
    assert [(account.words(one.cue), one.force) for one in account.statements if one.cue] == [expected]


@pytest.mark.parametrize(
    ("headline", "content"),
    [
        ("Opposition claims fraud as president wins third term", "fraud"),
        ("Mayor urges calm as troops enter port", "calm"),
    ],
)
def test_what_happens_meanwhile_is_not_said_in_a_headline(headline: str, content: str) -> None:
    account = sayso.read(f"{headline}\n\nTARFU (AFP) — Two men drowned on Monday.")
    assert [told(account, one)[2] for one in account.statements] == [content]


def test_whose_claim_somebody_rejects_has_made_it() -> None:
    account = sayso.read("The firm denied the union’s allegation that it had cut wages.")
    assert [told(account, one) for one in account.statements] == [
        ("firm", "denied", "the union’s allegation that it had cut wages"),
        ("union", "allegation", "it had cut wages"),
    ]


def test_of_whom_something_is_said_does_not_say_it() -> None:
    (statement,) = sayso.read("The envoy is said to have told the king that he was wrong.").statements
    assert statement.speaker is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The bank called the union’s plan “absurd”.", "the union’s plan “absurd”"),
        ("The pier had been closed since May and nobody had told the crew, the harbour master said on Friday.",
         "The pier had been closed since May and nobody had told the crew"),
        ("Police used dogs after what they said was a riot.", "a riot"),
    ],
)  # fmt: skip
def test_a_content_is_whole_and_no_more(text: str, content: str) -> None:
    account = sayso.read(text)
    assert [told(account, one)[2] for one in account.statements] == [content]


def test_a_number_of_them_is_part_of_what_is_said() -> None:
    account = sayso.read("Six nurses fell ill, the union says. Officials say two have died.")
    assert [told(account, one)[2] for one in account.statements] == ["Six nurses fell ill", "two have died"]


def test_firms_are_called_by_two_names() -> None:
    account = sayso.read("Marks & Rowe said the mill was shut. H&M said it was deeply worried.")
    assert [told(account, one)[0] for one in account.statements] == ["Marks & Rowe", "H&M"]


def test_what_is_the_first_of_its_kind_in_a_state_keeps_its_name() -> None:
    account = sayso.read(
        "Togo's oldest bakers' guild said it would strike. Peru's top court voided the vote, Peru's army said."
    )
    assert [told(account, one)[0] for one in account.statements] == ["Togo's oldest bakers' guild", "Peruvian army"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # What somebody says does not break off before its noun, or before what its verb is done to.
        (
            "Guards fired darts to keep a second herd from the pens, keepers said, and shot a bear.",
            ["Guards fired darts to keep a second herd from the pens … and shot a bear"],
        ),
        # Until when, and what somebody was told, is not said by him.
        (
            "The party urged the queen to suspend the general until the panel reports.",
            ["the queen to suspend the general"],
        ),
        (
            "Two envoys briefed on the plan said the navy is the only force in the strait that is known to have them.",
            ["the navy is the only force in the strait that is known to have them"],
        ),
        ("Colonel Juma, whom Norway sanctioned in 2017 over the beating of marchers, has died.", []),
    ],
)
def test_what_is_said_and_no_less(text: str, contents: list[str]) -> None:
    account = sayso.read(text)
    assert [" … ".join(map(account.words, one.content)) for one in account.statements] == contents


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


def test_what_emerges_is_said_by_nobody() -> None:
    account = sayso.read(
        "Togo's biggest rail union has accused Corvane Lines of spying after it emerged that the firm had hired a "
        "detective."
    )
    assert all(not one.speaker for one in account.statements if account.words(one.cue or (0, 0)) == "emerged")


def test_a_body_may_be_called_in_another_language() -> None:
    account = sayso.read(
        "Enfermeras por la Vida said the ward was shut. On Monday Juristen gegen Willkür welcomed the ruling. "
        "Mères pour Demain condemned it."
    )
    names = [told(account, one)[0] for one in account.statements]
    assert names == ["Enfermeras por la Vida", "Juristen gegen Willkür", "Mères pour Demain"]


def test_who_says_what_another_did_says_it_all() -> None:
    account = sayso.read(
        "Giving evidence on Monday, Ana Lund, 42, said the head waiter, Ivo Lenz, took her to a cellar."
    )
    assert [told(account, one) for one in account.statements] == [
        ("Ana Lund", "said", "the head waiter, Ivo Lenz, took her to a cellar")
    ]


@pytest.mark.parametrize("headline", ["Nurse altered charts, court told", "Mayor hid letters, inquiry told"])
def test_who_tells_nobody_has_been_told(headline: str) -> None:
    account = sayso.read(f"{headline}\n\nTARFU (AFP) — Two men drowned on Monday.")
    assert [one.speaker for one in account.statements] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The board says the cashier took the money; Ana Lund has denied it, arguing that the safe was empty.",
            [
                ("board", "says", "the cashier took the money"),
                ("Ana Lund", "has denied", "it"),
                ("Ana Lund", "arguing", "the safe was empty"),
            ],
        ),
        (
            "The union, which had called for a strike in May, welcomed the offer.",
            [("union", "had called for", "a strike in May"), ("union", "welcomed", "the offer")],
        ),
        (
            "Ana Lund said guards had pushed her brother down the stairs and denied him his medicine.",
            [("Ana Lund", "said", "guards had pushed her brother down the stairs and denied him his medicine")],
        ),
        ("The ministry had denied clearance to search the six barges.", []),
        # Those who do it together, in what another says of them; he who told has not been asked.
        (
            "Ambassador Ana Brandt said Peru and Chile applaud the treaty and hope it will hold.",
            [
                ("Ana Brandt", "said", "Peru and Chile applaud the treaty and hope it will hold"),
                ("Peru and Chile", "applaud", "the treaty"),
                ("Peru and Chile", "hope", "it will hold"),
            ],
        ),
        (
            "The bishop said a sister of Ivo Lenz told guards she had seen a boat.",
            [
                ("bishop", "said", "a sister of Ivo Lenz told guards she had seen a boat"),
                ("sister of Ivo Lenz", "told", "she had seen a boat"),
            ],
        ),
        # Nobody is "the clerk" in his own words.
        (
            "Ana Lund said the clerk told her that the safe was empty.",
            [
                ("Ana Lund", "said", "the clerk told her that the safe was empty"),
                ("clerk", "told", "the safe was empty"),
            ],
        ),
        # A participle may tell of its noun alone.
        (
            "Officials said the loans announced during Princess Ida's tour are part of a larger plan.",
            [("Officials", "said", "the loans announced during Princess Ida's tour are part of a larger plan")],
        ),
    ],
)
def test_each_of_several_acts_has_its_own_speaker_and_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, one) for one in account.statements] == expected


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
    ],
)
def test_who_tells_it_at_last(text: str, speaker: str) -> None:
    account = sayso.read(text)
    assert told(account, account.statements[-1])[::2] == (speaker, "the well was dry")


def test_what_is_claimed_by_nobody_named_is_not_claimed_by_what_was_told_of_before() -> None:
    account = sayso.read("The film shows a wrecked car. It was claimed bandits had planted a mine.")
    assert told(account, account.statements[-1]) == (None, "was claimed", "bandits had planted a mine")


def test_a_quotation_is_of_whoever_has_just_been_told_to_have_a_view() -> None:
    account = sayso.read("The bank called the bridge safe. Divers disagreed. “The piers are cracked from end to end.”")
    assert told(account, account.statements[-1]) == ("Divers", "", "The piers are cracked from end to end")


def test_a_headline_of_two_clauses_has_two_speakers() -> None:
    account = sayso.read("Mayor ‘broke no rule’, says council, as residents reject report\n\nTARFU (AFP) — Six left.")
    assert [told(account, one)[0] for one in account.statements] == ["council", "residents"]


def test_what_kind_of_piece_it_is_says_nothing() -> None:
    account = sayso.read("Q&A: ‘We never had a list’\n\nTARFU (AFP) — The mayor said on Monday that six had left.")
    assert [told(account, one)[0] for one in account.statements] == ["mayor"]


def test_of_a_speaker_in_a_transcript_he_does_not_speak_himself() -> None:
    account = sayso.read(
        "Our reporter Ole Berg spoke to the mayor, Ana Lund.\n"
        "Berg: Did the clerk take the money?\nLund: Ivo Lenz did not take it.\n"
        "Berg: He says that the safe was open.\nLund: It was shut."
    )
    assert ("Ivo Lenz", "says", "the safe was open") in [told(account, one) for one in account.statements]


def test_whom_it_accuses_is_not_part_of_who_does() -> None:
    account = sayso.read("Peru has expelled nine diplomats it accuses of theft.")
    assert [told(account, one)[:2] for one in account.statements] == [("Peru", "accuses")]


@pytest.mark.parametrize("verdict", ["convicted", "acquitted"])
def test_a_verdict_is_a_deed(verdict: str) -> None:
    assert sayso.read(f"Judges in Tarfu {verdict} a former colonel of six counts of arson on Tuesday.").statements == []


def test_the_office_of_one_is_not_that_of_another() -> None:
    account = sayso.read(
        "The chancellor of Norway spoke with President Ana Ruiz on Sunday, her office said. "
        "Ruiz’s office said that they had spoken of fish."
    )
    first, second = (told(account, one)[0] for one in account.statements)
    assert first != second
