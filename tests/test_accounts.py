"""Short reports read whole: who is meant, on the words of the model as it ships."""

import pytest

import sayso


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # What is said behind a name to be a firm is no person, and "it" may be it.
        (
            "The Harbour Union accused the president of ordering the search. Kestrel, the Danish-based company "
            "that runs "
            "the port, said it had not been informed. It urged the authorities to investigate.",
            ["Harbour Union", "Kestrel", "Kestrel"],
        ),
        # The agency that is credited is not "the nurses' association".
        (
            "Nurses leave wards in Moshi\n\nBy Ann Okello\n\nMOSHI, Tanzania, May 3 (Kili News) — Nurses left "
            "their wards "
            "on Friday over unpaid wages. The director spoke of a misunderstanding.\n\nThe nurses' association "
            "rejected "
            "that version. Its chairwoman, Rose Mushi, said the wages had not been paid since March.",
            ["nurses' association", "Rose Mushi"],
        ),
        ("Norway and Sweden said they would send observers.", ["Norway and Sweden"]),
        # What stands behind a name ends with its sentence.
        (
            "“Shells fell on the mill,” said Ada Lindqvist, a miller. The police dismissed the account.",
            ["Ada Lindqvist", "police"],
        ),
        # A group may be called by what its members are.
        (
            "The River Nurses, a group that treats the poor, blamed the navy for the raid. It said nine shells had "
            "been fired.",
            ["River Nurses", "River Nurses"],
        ),
        # A month before a name tells when.
        ("In August Zembla freed nine sailors. In May Zembla said they were spies.", ["Zembla"]),
        # A body of two trades is one.
        ("The Peru Miners and Smelters Association said pay had fallen.", ["Peru Miners and Smelters Association"]),
        # "The agency" is what is called so, and not a union of states named since.
        (
            "The maritime agency said on Monday that two ships had sunk. Envoys of the European Union came to Oslo. "
            "The agency said that both had been old.",
            ["maritime agency"] * 2,
        ),
        # Both of whom the text has just told.
        ("A judge fined two bakers. Both said they would pay.", ["two bakers"]),
        ("Troops seized Kofi Addo and Esi Mensah. Both denied the charge.", ["Kofi Addo and Esi Mensah"]),
        # The position given is not who is told.
        (
            "“None of our trucks was within a mile of the bridge named,” a spokeswoman, Major Olga Brandt, told "
            "journalists in Oslo.",
            ["Olga Brandt"],
        ),
        # A rebel spokesman is not the army's, who is named later.
        (
            "A rebel spokesman said the town of Obo had fallen. Soldiers fled. “These are lies,” army spokesman "
            "Jean Bako "
            "said.",
            ["rebel spokesman", "Jean Bako"],
        ),
        # Nor that of states that act together in passing.
        (
            "NAIROBI, Kenya (AP) - Kenyan clerks met on Sunday. Chad and Togo have sent nurses. The government said it "
            "was late.",
            ["Kenya"],
        ),
        # "The government" is that of the country spoken of most, not of one passed through or of rebels' home.
        (
            "LA PAZ, Bolivia - Miners blocked roads near Oruro on Monday. Their head, of a Peruvian rebel group, flew "
            "to Chile for talks.\n\nThe government said it would send troops to Oruro.",
            ["Bolivia"],
        ),
        (
            "Oman and Yemen quarrel over a reef. Oman sent boats. Yemen said it knew of none. The government said the "
            "reef was Yemeni.",
            ["Yemen", "Yemen"],
        ),
        # Who is urged is not of the country that urges; a capital that acts is its state.
        (
            "Fighting went on in Ghana. The United States and Britain urged the authorities to hold an inquiry. Accra "
            "summoned the American envoy on Friday. The junta said it was insulted.",
            ["Ghana"],
        ),
        ("The Sahel army shelled a school, nuns said. The Sahel army denied it.", ["nuns", "Sahel army"]),
        # Parties may be called by a people's name.
        (
            "Moldovan Spring, the ruling party, said it would stand. The party denied any fraud.",
            ["Moldovan Spring"] * 2,
        ),
        # Every country has a congress.
        ("Two men drowned in Brazil. Congress said it would meet.", ["Congress"]),
        ("President Biden flew home to Washington. Congress said it would meet.", ["US Congress"]),
        # "The company" is the one that was called a company, not the newspaper named since.
        (
            "The winning company, Kestrel Harbours, said it had kept every rule. Its offices in Bergen were "
            "searched on "
            "Monday, according to the newspaper Klaxon. The company confirmed the search.",
            ["Kestrel Harbours", "Klaxon", "Kestrel Harbours"],
        ),
        # Which army a headline means, the text below it tells.
        (
            "Army denies shelling school\n\nKUPANG, Indonesia, May 3 (Reuters) - Indonesia's army denied on "
            "Friday that it "
            "had shelled a school in Atambua. Teachers said nine pupils were wounded.",
            ["Indonesian army", "Indonesian army"],
        ),
        # A country that is only visited, or that a firm or a judge is from, is not "the government" …
        (
            "LUSAKA, Zambia — President Ana Phiri broke off a visit to Norway. The opposition demanded her "
            "resignation, which the government refused.",
            ["opposition", "Zambia"],
        ),
        (
            "ROME, May 3 (Reuters) - A fire at a mill in northern Kenya was not reported for two days, residents "
            "said. Denmark-based Kestrel, which owns it, denied this. The government said it would close the mill.",
            ["residents", "Kestrel", "Kenya"],
        ),
        # … and a government that is called another's is not that of a country named beside it.
        (
            "Korrin's government rejected the report by Judge Ann Okello of Ghana. The rebels welcomed it. The "
            "government said it was fiction.",
            ["Korrin's government", "rebels", "Korrin's government"],
        ),
        (
            "The Welsh government said the law was void. London rejected that.",
            ["Welsh government", "United Kingdom"],
        ),
        # Who stands beside somebody's neighbours does not speak; nor is whoever was spoken of last a governor.
        (
            "Police shot dead Musa Bello on Saturday. Neighbours of the dead man, Musa Bello, 31, said he was a "
            "baker. The governor of the Northern Province called for calm.",
            ["Neighbours of the dead man", "governor of the Northern Province"],
        ),
        # A country is not the one spoken of by its embassy, nor by a visit.
        (
            "Bishop shot dead, government blames gang\n\nThe US embassy condemned the murder. President Laura Vega, "
            "who is visiting Spain, said soldiers would be sent. The army said it was ready.",
            ["US embassy", "Laura Vega", "army"],
        ),
        # Nor is the body of a people unknown that of the dateline.
        ("TBILISI (AFP) — The Velnian military said two soldiers had been killed.", ["Velnian military"]),
        # One ministry is not another, nor one office.
        (
            "Korrin's defence ministry said two men had been killed. The interior ministry said police held nine.",
            ["Korrin's defence ministry", "interior ministry"],
        ),
        (
            "The order came from the minister's office, the editor Ana Lund said. The prosecutor's office declined to "
            "comment.",
            ["Ana Lund", "prosecutor's office"],
        ),
        # A person who knows the case is not the reporter it is about.
        (
            "A person familiar with the investigation said no search had been requested. Niko Sarr, a reporter, told "
            "colleagues he had been slapped.",
            ["person familiar with the investigation", "Niko Sarr"],
        ),
        # A ministry run by a movement is not the movement.
        ("The Harithi-run health ministry blamed the coalition.", ["Harithi-run health ministry"]),
        # Neither somebody reached by phone nor her cousin is the one who is named next.
        (
            'A local elder, reached by phone, said a missile had hit the tent. "I heard a plane," said one guest, Mina '
            "Sale. Her cousin said there had been none. The UN's special envoy, Martin Grif, called for an inquiry.",
            ["local elder", "Mina Sale", "Mina Sale's cousin", "Martin Grif"],
        ),
        # A minister is not the governor who was spoken of last, nor does "she" mean her.
        (
            "The president dismissed the governor of the central bank, Sevda Kaplan. Kaplan thanked her staff. The "
            "finance minister said it was in line with the law. Opposition leader Selma Aksoy disagreed. “The law sets "
            "four years,” she told a meeting.",
            ["finance minister", "Selma Aksoy"],
        ),
        # His spokesman is not the army's; a union is called as it calls itself; where talks were held says nothing.
        (
            "Four nurses were killed on Friday, the Chad Doctors' Union said. Army spokesman Jean Bako denied it. UN "
            "Secretary-General Olav Berg condemned the attack, his spokesman said. Norway and Fiji, which met in "
            "Oslo, urged both to stop.",
            ["Chad Doctors' Union", "Jean Bako", "Olav Berg's spokesman", "Norway and Fiji"],
        ),
        # A national Red Cross is not the International Committee; who was held with somebody is not held with words.
        (
            "Kofi Sarpo, who said he had been arrested with Mwangi, told a channel that officers had hit his friend. "
            "The Kenya Red Cross said nine were hurt.",
            ["Kofi Sarpo", "Kofi Sarpo", "Kenya Red Cross"],
        ),
        # Of whom it is said does not say it.
        (
            "Olav Berg promised that the crew could leave. But the skipper, he insisted, would be charged.",
            ["Olav Berg"] * 2,
        ),
        # A union of its own is not the agency named before.
        (
            "The prisons agency SNAI said order was restored. Relatives accused guards of murder. The guards' union "
            "called the accusation slander.",
            ["SNAI", "Relatives", "guards' union"],
        ),
        # Whoever backs him is not he.
        (
            'A reporter fled. The prime minister, Ioanna Karra, has backed him: "I trust my minister," she said.',
            ["Ioanna Karra"],
        ),
        # The mayor of San Isidro is not called Isidro.
        ("The mayor of San Isidro said the bridge would be closed.", ["mayor of San Isidro"]),
        # Her lawyer is not the prosecutor named before, nor is her office another's.
        (
            "“Nobody has called the judge,” said a prosecutor in Oruro. Former mayor Ines Rojas denied it. Her lawyer "
            "told the court that she would appeal.",
            ["prosecutor in Oruro", "Ines Rojas", "Ines Rojas's lawyer"],
        ),
        (
            "Mr Lindt’s office declined to comment. President Aino Salmi said the bridge would stay shut, her office "
            "reported.",
            ["Mr Lindt’s office", "Aino Salmi", "Aino Salmi's office"],
        ),
        # Whose conduct an office watches, it is not.
        (
            "Two shots were fired, Cumbria Police said. The Independent Office for Police Conduct said a knife had "
            "been found. Organisers counted 400 people, although police put the crowd at 150.",
            ["Cumbria Police", "Independent Office for Police Conduct", "Cumbria Police"],
        ),
        # The ruling party is not that of the one spoken of.
        (
            "Ruling party says count was fair\n\nOpposition leader Ivo Banda said the count was a fraud. His party has "
            "not gone to court. The ruling party said it had won.",
            ["ruling party", "Ivo Banda", "ruling party"],
        ),
        # A spokesman of one is not the envoy of another, nor a commander the chief of what was spoken of.
        (
            "General Okello’s spokesman called the report fiction. Peru’s envoy in Lisbon, Luis Soto, said the tide "
            "was turning.",
            ["General Okello’s spokesman", "Luis Soto"],
        ),
        (
            "A police commander said a gang had laid the bomb. The fire service found a second one, its chief, Ivo "
            "Lenz, said.",
            ["police commander", "Ivo Lenz"],
        ),
        # "The government" is none of several states that only speak of a land which is not told.
        (
            "Peru and Kenya demanded an inquiry. Norway, which trained the soldiers, said it was aware of the raid. "
            "Relief workers counted 40 lost sacks. Nothing has reached the town since May. A nurse said nine children "
            "had died. The rain did the rest. The government has denied that anybody starved.",
            ["Peru and Kenya", "Norway", "nurse", "government"],
        ),
        # Who has asked does not answer.
        (
            "Minister Olav Berg said prices would fall. Asked by a reporter whether he would resign, he replied that "
            "he would not.",
            ["Olav Berg", "Olav Berg"],
        ),
        # "It" goes on with whoever spoke last in the report's own words; no commission is "the company".
        (
            "The Solano Institute noted that the army has announced nine plots this year. It suggested that some "
            "had been staged.",
            ["Solano Institute", "Solano Institute"],
        ),
        # "One of them" is what stands behind; how somebody was asked, and a footnote, are no part of a name.
        (
            "Two traders ran away. One of them, a potter, said the roof had fallen in. A nurse reached by telephone "
            "said nine were dead. Inspectors* said the roof was old.",
            ["potter", "nurse", "Inspectors"],
        ),
        # What he is by trade is nobody else.
        (
            "Tomas Vega was freed on Monday. A welder by trade, he blamed the mayor. “I did nothing,” he said.",
            ["Tomas Vega", "Tomas Vega"],
        ),
        # Whom the law is applied to is not whoever applies it, nor is who is named by the one who speaks of him.
        ("Ines Duarte was indicted in Braga on Tuesday, the prosecutor said.", ["prosecutor"]),
        ("Tomas Reyes was jailed for arson on Friday. The judge said nobody had forced him.", ["judge"]),
        ("Otto Lind won the regatta on Sunday, the coach said.", ["coach"]),
        (
            "Ines Duarte was indicted for theft in May. Her lawyer said she had an alibi. The prosecutor called it "
            "worthless.",
            ["Ines Duarte's lawyer", "prosecutor"],
        ),
        # Those of several bodies speak together.
        (
            "The directors of Greenpeace, Amnesty and Save the Whales urged Oslo to open the port.",
            ["directors of Greenpeace, Amnesty and Save the Whales"],
        ),
        ("Younger, poorer Chileans praised the reform.", ["Chileans"]),
        # A body put in short stands between its name and that of whoever serves it.
        ("Benin Cotton Board (BCB) chairwoman Awa Sossou accused the growers of fraud.", ["Awa Sossou"]),
        ("Centre for Public Health research director Marta Olsen said the water was foul.", ["Marta Olsen"]),
        # An office put in short is its holder.
        (
            "Inspector General of Police (IGP) Kwame Boateng toured the camp. The IGP said nobody had been hurt.",
            ["Kwame Boateng"],
        ),
        (
            "Commander of Coastal Forces (CCF), Admiral Imran Tahir toured the port. The CCF praised the recruits.",
            ["Imran Tahir"],
        ),
        ("Lucia Moreno Thursday urged voters to stay calm.", ["Lucia Moreno"]),
        # A surname may be that of a country, or look like a verb.
        ("Officer Dale Chad testified on Monday. Chad denied that he had fired first.", ["Dale Chad"]),
        ("Mayor Jane Chad flew to Chad on Monday. Chad accused the council of fraud.", ["Chad"]),
        (
            'Union leader Yusuf Said denied the charge on Friday. "I was at home," Said said.',
            ["Yusuf Said", "Yusuf Said"],
        ),
        # Who rejects criticism has been criticised; who speaks of what its state did is of that state.
        ("Peru criticised Chad over a fishing ban. The government rejected the criticism.", ["Peru", "Chad"]),
        (
            "Norway denounced the missile test by Iran, the defence ministry said on Friday.",
            ["Norway", "Norwegian defence ministry"],
        ),
        (
            "Chad's embassy in Rome condemned the raid. Chad's embassy in Madrid said it had not been told.",
            ["Chadian embassy in Rome", "Chadian embassy in Madrid"],
        ),
        # Of whom a clause tells does not say what it tells, nor is he who is accused the one who accuses.
        ("The warehouse clerk whom Rosa Lind had blamed, Tomas Berg, has rejected the charge.", ["Tomas Berg"]),
        # What an office is for, and whose it is, tells it from another.
        (
            "Branch secretary Eva Holm said the crews were tired. The transport secretary told lawmakers that pay was "
            "a matter for the ports.",
            ["Eva Holm", "transport secretary"],
        ),
        (
            "The Chadian envoy to Peru said talks would resume. The Chadian envoy to Togo said they had failed.",
            ["Chadian envoy to Peru", "Chadian envoy to Togo"],
        ),
        (
            "The lawyer for the crew said the captain had slept. The captain's lawyer said the radar had failed.",
            ["lawyer for the crew", "captain's lawyer"],
        ),
        ("Actor Ole Berg will play the mayor. The mayor's spokesman said she was glad.", ["mayor's spokesman"]),
        # Nor is a party the one that was spoken of, nor the police where they work.
        (
            "The tax was blocked by the ruling party. Ivo Lenz's party said it would vote against it.",
            ["Ivo Lenz's party"],
        ),
        ("The driver was taken to Holm Police Station. Police said he had not been drinking.", ["Police"]),
        # Letters behind a name are none of it.
        (
            "Barrister Nina Falk KC said the ship was unsafe. Ms Falk added that it should be scrapped.",
            ["Nina Falk", "Nina Falk"],
        ),
        # Who speaks of others by a pronoun does not mean himself.
        (
            "Ole Berg denies it. “He threatened to sink my boat,” Tom Rask told the inquiry.",
            ["Ole Berg", "Ole Berg", "Tom Rask"],
        ),
        # A state that only says what it thinks is not the one that is told of.
        (
            "Togo's port authority closed two piers. Chile and Peru voiced concern. President Ivo Lenz ordered an "
            "inquiry. The transport minister said it would be swift.",
            ["Ivo Lenz", "Togolese transport minister"],
        ),
        # A woman of whom nothing more is told is the one who has just spoken.
        ("A baker said the shop had been searched. “They took the flour,” said the woman.", ["baker", "baker"]),
        # A broadcaster of which the report tells is "the network".
        ("A guest on Sky News called the mayor a liar. The network said it regretted that.", ["Sky News"]),
        # A firm may be called by a nationality alone.
        (
            "German Wings apologised to passengers on Monday. On Tuesday German promised to hire more pilots.",
            ["German Wings", "German Wings"],
        ),
    ],
)
def test_who_speaks(text: str, speakers: list[str]) -> None:
    account = sayso.read(text)
    names = [actor.name for one in account.statements if (actor := account.actor(one.speaker))]
    assert [name for name in names if name in speakers] == speakers


def test_a_firm_called_like_a_town_is_one_by_its_short_name() -> None:
    account = sayso.read("Boston Minerals closed the mine. Boston denied that anybody had been hurt.")
    assert [account.actor(one.speaker).name for one in account.statements if one.speaker] == ["Boston Minerals"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A Jordan County sheriff said two boys had been hurt.", "Jordan County sheriff", None),
        ("The ambassadors of Chile, Peru and Chad condemned the raid.", "ambassadors of Chile, Peru and Chad", None),
        ("President Ana Lind, who was on a visit to Lima, said nobody was hurt.", "Ana Lind", None),
        ("The Jordan embassy in Rome said nobody had been hurt.", "Jordan embassy in Rome", "JOR"),
    ],
)  # fmt: skip
def test_of_what_country_a_speaker_is(text: str, name: str, country: str | None) -> None:
    actors = sayso.read(text).actors
    assert [actor.country for actor in actors if actor.name == name] == [country]


def test_who_bears_the_name_of_a_country_is_in_none() -> None:
    account = sayso.read("Detective Ray Cuba testified on Monday. Cuba denied beating the suspect.")
    assert [place.text for place in account.places] == []
    assert [actor.kind for actor in account.actors if "Cuba" in actor.name] == ["person"]


def test_a_feast_is_nobody() -> None:
    account = sayso.read("The guards were at a Christmas party. The network said it had been hacked.")
    assert "Christmas" not in [actor.name for actor in account.actors]


def test_a_land_is_no_firm() -> None:
    account = sayso.read("Residents of three Amazon villages accused a mining company of fraud. The company denied it.")
    names = [actor.name for one in account.statements if (actor := account.actor(one.speaker))]
    assert names == ["Residents of three Amazon villages", "mining company"]


def test_they_are_those_of_whom_the_speaker_has_just_spoken() -> None:
    account = sayso.read(
        "The Lantern Institute said 900 people had fled. Governor Ana Phiri accused the Harbour Union "
        'of neglect. "They attacked our inspectors in May," she said.'
    )
    attack = next(event for event in account.events if event.type == "ASSAULT")
    assert [account.actor(id).name for id in attack.actors] == ["Harbour Union"]


def test_a_mourner_does_not_call_the_mourners_they() -> None:
    account = sayso.read(
        "The bishops' office said lay workers had been threatened. Thousands of mourners marched through the town on "
        'Monday. "They killed the only man who dared to speak," a woman called Marta said.'
    )
    killing = next(event for event in account.events if event.type == "ASSAULT")
    assert killing.actors == []


def test_the_nation_of_a_firm_is_not_that_of_the_authorities() -> None:
    text = "LAGOS, Nigeria, May 3 — Kestrel, the Danish-based company that runs the port, urged the authorities to act."
    assert "Danish authorities" not in {actor.name for actor in sayso.read(text).actors}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # A word that points back makes no fact of what somebody said …
        (
            "According to the Lantern Institute, guards have beaten to death six prisoners in Korrin since May. "
            "On Friday "
            "hundreds marched through the capital against the killings.",
            "claimed",
        ),
        # … and what the report tells by itself is fact.
        (
            "Guards beat to death six prisoners in Korrin, the Lantern Institute said. Guards beat the six "
            "prisoners to "
            "death on Monday.",
            "fact",
        ),
    ],
)
def test_on_whose_word_it_stands(text: str, status: str) -> None:
    attack = next(event for event in sayso.read(text).events if event.type == "ASSAULT")
    assert attack.status == status
