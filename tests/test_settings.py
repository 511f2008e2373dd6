"""Where and when events are set: by what their tellings name, or by what is named around them."""

from __future__ import annotations

import pytest
from told_events import event, read

PUBLISHED = "2020-03-10"
THURSDAY = ("2019-06-06", "2019-06-06")
FRIDAY = ("2019-06-07", "2019-06-07")
JUNE_2012 = ("2012-06-01", "2012-06-30")
YEAR_2012 = ("2012-01-01", "2012-12-31")


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # What is attacked is where it happens, wherever another event was.
        ("Police in Damascus arrested ten men on Sunday. Soldiers shelled Homs on Monday.", "shelled", "Homs"),
        ("Slovenia endorsed the invasion on Iraq.", "invasion", "Iraq"),
        ("The air strikes against Syria began on Monday.", "air strikes", "Syria"),
        # Of a place and what belongs to it, the narrower.
        ("Protesters marched through Jos's Terminus Market on Monday.", "marched", "Terminus Market"),
        # Of what several tellings name, the narrower.
        ("Gunmen attacked a convoy in Mali on Monday. The attack, in Gao, killed six soldiers.", "attacked", "Gao"),
        # What was on another day need not be in the town of the story.
        (
            "A court in Zaria jailed a preacher on Monday. Nigeria is a federal republic. "
            "Soldiers had killed his brother in 2015.",
            "killed",
            "Nigeria",
        ),
        # Whoever is told to have spoken in one place says there whatever else he says; what is done by saying it is
        # done where it is said.
        (
            "Norwegian minister Ana Lund said in Lima on Monday that she would resign. Rents are high, and jobs are "
            "few. Lund accused the army of theft.",
            "accused",
            "Lima",
        ),
        ("“We welcome Bolivia's help,” minister Ana Moor said on Monday in Quito.", "welcome", "Quito"),
        # Whoever sits elsewhere tells of what was done there.
        (
            "Gunmen took the town of Konso on Monday. The charity's office in Nairobi said shells had hit the town "
            "since.",
            "hit",
            "Konso",
        ),
        ("Diplomats in Geneva said soldiers had shelled Konso.", "shelled", "Konso"),
        ("Villagers in Konso said soldiers had burned the market.", "burned", "Konso"),
        # What went on for months was not all in the last town named.
        (
            "Police cleared a road in Benin on Monday. The mayor, in Parakou, asked for calm. At least 22 people died "
            "in clashes since early December, nuns said.",
            "died",
            "Benin",
        ),
        # A town that is attacked, called by what it is; a market is no town.
        (
            "Shells hit the Terminus Market in Jos on Monday. The rebels have besieged the city since May.",
            "besieged",
            "Jos",
        ),
        # Where somebody has fled, or speaks, is not where it was.
        ("A refugee in Parakou said policemen had beaten her son.", "beaten", None),
        ("Abel Costa, who fled to Parakou, said soldiers had burned his farm.", "burned", None),
        ("Speaking in a camp in Niger, Ana Lund said bandits had shot her brother.", "shot", None),
        # Nor where what somebody said of it was, for who answers.
        ("A nun said soldiers had burned a market in Gao. The mayor accused the army of a cover-up.", "accused", None),
        # Nor where somebody was born or fled to, what a country is that acts or is spoken of, or what is in a title.
        ("The mayor accused Ana Ruiz, who was born and raised in Cuba, of theft.", "accused", None),
        ("The abbot, who fled to Kenya in May, accused the army of theft.", "accused", None),
        ("The envoy met the senator for talks on Chad.", "talks", None),
        ("Critics condemned an attack on Ohio Sen. Ann Moor by the clerk.", "attack", None),
        ("Unlike in Chad, the plan won support from the bishops.", "support", None),
        # What is done over something elsewhere, or said of what is to be elsewhere, is not there.
        ("Norway expelled two Chadian envoys over the poisoning of a nun in Gao.", "expelled", None),
        ("Parliament voted on Tuesday to send nurses to Mali.", "voted", None),
        # Another spoke there.
        (
            "The nuns told reporters after the meeting of the union that it was over.\n\nSpeaking in Lima, the mayor "
            "said he was glad.",
            "meeting",
            None,
        ),
        # What the people of a town do or suffer is there, and so are its streets.
        ("Residents of Gao blocked the road on Monday.", "blocked", "Gao"),
        ("Soldiers killed nine villagers of Konso on Monday.", "killed", "Konso"),
        ("Hundreds took to the streets of Lima to protest against the tax.", "protest", "Lima"),
        # A territory is called by its name.
        (
            "Peru threatened to fire six missiles into the sea. It then fired six into the sea near the U.S. Pacific "
            "territory of Guam.",
            "fired",
            "Guam",
        ),
        # A quarter or village is told before what it is a part of, but a country before what is called in it.
        ("Gunmen killed nine men in Torga village of Konso district on Monday.", "killed", "Torga"),
        ("Gunmen killed two men in the Yaba neighborhood of Lagos on Monday.", "killed", "Yaba"),
        ("Gunmen killed nine men in the Sinai village of Rawda on Monday.", "killed", "Rawda"),
        # Who speaks in a country speaks in the town in which others are told to have spoken.
        (
            "Senator Ana Lund said on Tuesday in Accra that rents were high. Exports to Ghana fell. Farmers in Ghana "
            "worry. Kofi Adu praised the Ghanaian police.",
            "praised",
            "Accra",
        ),
        ("Two spies were jailed for blowing up an airliner over Ireland in 1985.", "blowing up", "Ireland"),
        # What is outside a state's parliament is in the town of the first line.
        ("TIRANA - Police fired tear gas outside Albania's parliament late on Monday.", "fired", "Tirana"),
        # A war that is known is not where it is talked about.
        ("Peace talks to end Chad's civil war were held in Geneva on Monday.", "war", None),
        # What lies beside a place is not in it; nor is what goes on besides where something was done.
        ("Rebels shelled the fort, just opposite the Thai province of Surin, on Monday.", "shelled", None),
        ("Two men were arrested in a raid on a farm, amid an outcry in Kenya.", "arrested", None),
        ("Chad jailed two clerks on Monday despite working with their union in Niger.", "jailed", None),
        # Who is sent from where he is is sent elsewhere; who is taken there is taken there.
        ("The army deployed troops stationed in Gao on Friday.", "deployed", None),
        ("Police arrested two guards who were stationed in Gao.", "arrested", "Gao"),
        # Of two Koreas each has a capital.
        (
            "A court in Seoul jailed a man on Sunday. Police in the North Korean capital arrested two nuns on Monday. "
            "Shops in Pyongyang stayed shut.",
            "arrested",
            "Pyongyang",
        ),
        # Where somebody is, a clause tells in passing: nobody else is there.
        ("The rector, who is on a visit to Peru, banned the fair. Guards seized two vans.", "seized", None),
        # What befalls people of one country is not set in another.
        (
            "Exports to Brazil fell. Farmers in Brazil worry. Kenyan police arrested two Kenyan farmers.",
            "arrested",
            "Kenya",
        ),
        # What was long before or after did not happen where the rest did, unless it says so.
        ("Benin closed its consulate on Friday, a week after Malian troops beat a clerk in Gao.", "closed", None),
        ("A fire bomb hurt two nuns in Lagos on Friday, years after Togo jailed a bishop.", "jailed", None),
        ("Nurses were praised in Cork after the March 2 bombings.", "bombings", None),
        ("Police in Oslo arrested a man on Friday, days after a bomb wounded ten nuns there.", "bomb", "Oslo"),
        # Where somebody comes from or lives is not where he is arrested.
        ("A nurse from Ghana has been detained.", "detained", None),
        ("Police in Perth arrested a pilot from Kenya.", "arrested", "Perth"),
        ("Jon Berg, 44, of Mill Lane, was arrested on Monday.", "arrested", None),
        ("The army evacuated 20 nurses from Gao on Friday.", "evacuated", "Gao"),
        # Another state has done it long since, and where it rules.
        ("Nurses marched through Lima on Monday. Chile has already jailed the surgeon.", "jailed", None),
        ("Nurses marched through Lima on Monday. The government has banned further marches.", "banned", "Lima"),
        # A capital that is known is no town named later; a country that was left is not where others did something.
        ("The mayor banned all marches in the capital on Friday. Fairs were banned in Gao.", "banned", None),
        (
            "TUNIS, Tunisia (AP) - Editor Sami Amri went on trial Monday. He left the country in May 2014, and gangs "
            "killed his uncle in 2012.",
            "killed",
            None,
        ),
        ("The thieves drove to Bath after the kidnapping.", "kidnapping", None),
        # What a clause tells was done there is where the words before it are.
        ("He was brought to a camp near Benghazi, where guards beat him.", "beat", "Benghazi"),
        # What comes after something else has a place of its own.
        (
            "Guards shot a man on Friday in Leeds. The shooting comes after the killing of a nun in Hull in March.",
            "killing",
            "Hull",
        ),
        (
            "Guards shot a man on Friday in Leeds. The shooting comes after the killing of a nun in Hull in March.",
            "shot",
            "Leeds",
        ),
        # Where goods come from is not where they are banned; a town is where its bombing was.
        ("Chile banned imports of glass from Bolivia.", "banned", None),
        ("Police in Leeds arrested a clerk over the Manchester bombing.", "bombing", "Manchester"),
        # Whoever is of another country did not speak where something else happened.
        ("Rebels shelled Gao. Denmark urged both sides to talk.", "urged", None),
        # Where two are to meet is not where they spoke, nor is a part of the world in the name of a body.
        ("The king telephoned both bishops on Friday. He is to meet the envoy in Lagos on Monday.", "telephoned", None),
        ("Observers from the Organization for Security and Co-operation in Europe will be deployed.", "deployed", None),
        # A meeting is in a town.
        ("The king weighs new aims in Libya, clerks said on Friday. He met bishops on Monday.", "met", None),
    ],
)
def test_an_event_is_set_where_most_speaks_for_it(text: str, word: str, place: str | None) -> None:
    found = event(read(text, PUBLISHED), word).place
    assert (found and found.name) == place


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        # What began on one day and ended on another was all the time between.
        ("Between 2011 and 2014 gunmen kidnapped 60 pilots in Benin.", "kidnapped", ("2011-01-01", "2014-12-31")),
        ("Guards beat nine sailors from March to May 2019.", "beat", ("2019-03-01", "2019-05-31")),
        # What is threatened is in the days that are left for it.
        ("The rebels will attack the port within days, the mayor said.", "attack", ("2019-06-10", "2019-06-17")),
        # The text below a headline tells when; what the headline is given is a guess.
        (
            "Six nuns freed after a month\n\nCOTONOU, Benin — Six nuns kidnapped last month in northern Benin were "
            "released on Friday, police said.",
            "released",
            ("2019-06-07", "2019-06-07"),
        ),
        # So long before or after what the sentence tells, counted from it.
        (
            "Benin closed its consulate on Friday, nine days after Malian troops beat a clerk.",
            "beat",
            ("2019-05-29", "2019-05-29"),
        ),
        # What is called by its day was on the last such day.
        ("The union sued the firm after the July 9 attack.", "attack", ("2018-07-09", "2018-07-09")),
        # What is vowed on a day was vowed then, whenever it is to be done.
        ("The miners vowed on Friday to block the road.", "vowed", ("2019-06-07", "2019-06-07")),
        # Since when something goes on, up to now.
        ("Since his ouster in May 2018, the king has visited Togo six times.", "visited", ("2018-05-01", "2019-06-10")),
        # The visit was then, and what it came after so long before.
        ("The visit to Lima on Friday came two weeks after talks in Quito.", "talks", ("2019-05-24", "2019-05-24")),
        # What was last month may have been on a day of it.
        (
            "The nun was poisoned in Benin last month. She was hurt in Porto-Novo on May 4 in a poison attack.",
            "poisoned",
            ("2019-05-04", "2019-05-04"),
        ),
        # The month right behind a noun is its own; two days before they meet is ahead.
        (
            "Fighting broke out on 2 June, when rebels attacked along the front, the heaviest clashes since a war in "
            "May 2012 in which nine were killed.",
            "war",
            ("2012-05-01", "2012-05-31"),
        ),
        (
            "Togo imposed sanctions on nine clerks on Monday, two days before envoys meet in Accra.",
            "meet",
            ("2019-06-12", "2019-06-12"),
        ),
        # A paragraph goes on in the day that it told of.
        (
            "In Gao, nurses marched on Monday. Guards did not step in. In Jos, however, troops fired on a crowd.",
            "fired",
            ("2019-06-10", "2019-06-10"),
        ),
        # What would have been is past.
        ("The May raid on the port would have hit two ships.", "raid", ("2019-05-01", "2019-05-31")),
        # A sentence goes on at once with what was told of somebody before, and had its day further up.
        (
            "A Dutch court on Tuesday charged Ana Romo, a nurse, with theft.\n\nRomo has become a hero to many in Oss "
            "since then. The court charged Romo with six counts, among them fraud. It prolonged her detention by nine "
            "days.",
            "prolonged",
            ("2019-06-04", "2019-06-04"),
        ),
        # The day in the line above a report is not that of what its headline tells; a part of a day is of that day.
        (
            "Robbers snatch 30 nuns from Benin convent, guards say 12\n\nBy Our Reporter, Cotonou\nJune 10, 2019\n\nNo "
            "fewer than 30 nuns of a convent in Ouidah were snatched by robbers in the early hours of Sunday, the "
            "abbess, Mrs Ama Bello, told reporters, but the guards put the figure at 12.",
            "snatched",
            ("2019-06-09", "2019-06-09"),
        ),
        # What was hours apart was on one day.
        (
            "Militiamen shelled the port on Wednesday. A militia chief told the mission two hours before the shelling "
            "and threatened its doctors with death.",
            "threatened",
            ("2019-06-05", "2019-06-05"),
        ),
        (
            "Militiamen shelled the port on Wednesday. On Friday, a nurse said that a militia chief called the mission "
            "two hours before the shelling and threatened its doctors with death.",
            "threatened",
            ("2019-06-05", "2019-06-05"),
        ),
        # What has gone on for so long, up to the day of the report.
        (
            "Miners raided a mine on Friday. Talks with Chad have been cut off for nearly two years.",
            "cut off",
            ("2017-06-10", "2019-06-10"),
        ),
        # On the eve of what was to be on the next day; so long after violence that is called otherwise.
        ("Guards shot a nurse in Gao on Thursday on the eve of talks with the rebels.", "talks", FRIDAY),
        (
            "A clerk was filmed on Thursday beating a guard in Gao. He was arrested in a raid a day after the "
            "confrontation.",
            "arrested",
            FRIDAY,
        ),
        (
            "A clerk was filmed in May beating a guard in Gao. He was arrested in a raid three days after the "
            "confrontation.",
            "arrested",
            ("2019-05-01", "2019-05-31"),
        ),
        # The raid pointed back to was when it is told to have been.
        (
            "Militiamen shelled the port on Thursday. On Monday, a clerk said that an envoy called the mission a day "
            "after the shelling and warned the nurses.",
            "called",
            FRIDAY,
        ),
        # What the reading is sure of needs no tree.
        (
            "LOME (Reuters) - Togo charged a 17-year-old Ghanaian boy on Tuesday on counts including assault for "
            "kicking a Togolese guard in the leg two weeks ago, an episode which made him into a hero for Ghanaians "
            "and was seen as insulting by many.",
            "kicking",
            ("2019-05-27", "2019-06-02"),
        ),
        # What follows in the order of the story; how far back from what is dated.
        ("Rebels seized the port in March 2012. The navy retook it the following June.", "retook", JUNE_2012),
        ("The mayor resigned on Friday, the day after police searched his office.", "searched", THURSDAY),
        # So far from a day that is named with it, whichever of both was first.
        ("Gunmen shot a judge in Gao the day before the election on June 7.", "shot", THURSDAY),
        ("Gunmen shot a judge in Gao a day before Friday's vote.", "shot", THURSDAY),
        ("The army closed the port in April 2012, two months before arresting the mayor.", "arresting", JUNE_2012),
        # And from an act told by the same word elsewhere.
        (
            "The ambush was on Friday. Rebels arrested a clerk a day before the ambush.",
            "arrested",
            THURSDAY,
        ),
        # What is said is of the day on which its speaker spoke, if he spoke on one.
        (
            "Ana Moor said on Thursday that she would resign. Rents are high and jobs are few. Many are leaving. "
            "The port has been closed for years. Moor accused the army of theft.",
            "accused",
            THURSDAY,
        ),
        # A complaint is made when it is filed.
        ("Guards shot a clerk on Friday. Nurses filed objections to the court in 2012.", "filed objections", YEAR_2012),
        # An event has the year by which it is called.
        ("The king's landmark 2012 visit to Lima followed a visit by the queen in May 2011.", "visit", YEAR_2012),
    ],
)
def test_when_an_event_was(text: str, word: str, days: tuple[str, str]) -> None:
    found = event(read(text, "2019-06-10"), word).time
    assert found is not None
    assert (found.start, found.end) == days


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # Months before the rest is no day, nor is what somebody has lost since.
        ("Thieves robbed a bank on Friday, months after Togo jailed their chief.", "jailed"),
        ("The union sued the firm after the May 2 raid.", "sued"),
        ("Thieves robbed two banks in April 2017. Following the king's ouster, the army jailed monks.", "ouster"),
        ("Thieves robbed two banks in April 2017. Following the king's ouster, the army jailed monks.", "jailed"),
        ("Chad expelled two envoys on Friday over the murder of a nun.", "murder"),
        # A crime is not of the day on which somebody is charged with it, nor a sentence of that of the arrest.
        ("A judge jailed a clerk on Friday for stabbing a nurse.", "stabbing"),
        ("Two clerks were charged on Friday with kidnapping a nurse.", "kidnapping"),
        ("A court in Oslo jailed a man for stabbing a nurse in May 2015.", "jailed"),
        ("Police arrested two clerks over Friday's attack on a nurse.", "arrested"),
        # Nor is an accusation of that of what somebody is accused of.
        ("The guild blamed the marines for sinking a ferry on Tuesday.", "blamed"),
        ("Ann Moor was detained on 4 May 2017. She was sentenced to two years in prison.", "sentenced"),
        # What has long been so, or has been said at some time, is not of the story's day.
        ("Police shot a monk on Friday. A nun is serving a three-year sentence for theft.", "sentence"),
        ("The nurse has long criticised the mayor. On Friday, her husband left town.", "criticised"),
        ("Police shot a monk on Friday. Benin has already banned the sect.", "banned"),
        ("The mayor met nurses on Friday. The union has accused the state of theft.", "accused"),
        # Since when something is so is no day of the story.
        ("A judge jailed a clerk on Friday. Hundreds have fled since soldiers toppled the mayor.", "toppled"),
        # Whoever tells on a day what he has said did not say it then; nor did he who is to speak then.
        ("Ana Moor said on Friday that she regretted having accused the mayor.", "accused"),
        # Nor is that its day which is told so long before it.
        ("Nurses went on strike on May 2, two days before guards shot a clerk.", "shot"),
        # What the report tells had been before has no day of the story, nor what is promised for a later year.
        ("The clerk resigned on Friday. The union had accused him of fraud.", "accused"),
        ("The mayor's promise to halve the tax by the year 2030 is praised.", "promise"),
        # The month of what is told of somebody besides is not that of what follows.
        ("Nurses demanded the release of Ada Lund, who was jailed in February. Guards beat them.", "beat"),
        ("The mayor ruled out a tax, as a clerk had suggested on Friday. She promised to change the law.", "promised"),
        # How long it is to be so is not how long it has been.
        ("The clerk has been suspended for two years.", "suspended"),
        ("Her detention has been extended for another six months.", "extended"),
        # What was in recent months was on no day of the story.
        (
            "A rocket hit Gao on Monday. Fear has grown in recent months following a spate of missile launches.",
            "missile launches",
        ),
        # Of several days none is that of the rest.
        ("On May 2, May 5 and May 7 thieves robbed a shop. Detectives arrested two men in the suburbs.", "arrested"),
        ("Togo last tested a rocket on April 3. Benin began a naval drill off its coast.", "drill"),
        # A war that is known is dated by its own words.
        ("Peace talks to end Chad's civil war were held in Geneva on Monday.", "war"),
        ("The navy killed six rebels on Monday. The country's civil war has killed 220,000 people.", "war"),
        # The day on which so many had been killed; the day on which a report was written.
        ("The number of people killed by the flood rose to 31 on Monday.", "killed"),
        ("The council condemned Friday's bombing of a school in Gao.", "condemned"),
        # The day of what another has told of.
        ("A clerk said the raid took place on January 21. Ole Berg called on the mayor to resign.", "called"),
    ],
)
def test_what_is_of_another_time_has_no_day_of_the_story(text: str, word: str) -> None:
    found = event(read(text, "2019-06-10"), word).time
    assert found is None or found.start is None


def test_a_number_before_it_is_no_part_of_what_tells_of_an_event() -> None:
    account = read("The bank was sued after the March 2 attack on a market.")
    assert [account.words(one.trigger) for one in account.events if one.type == "ASSAULT"] == ["attack"]


def test_a_story_goes_on_in_its_day() -> None:
    given = read(
        "Gunmen stormed the prison in Zaria on Friday. They killed two guards and freed dozens of inmates.",
        "2021-03-10",
    )
    killed = event(given, "killed")
    assert killed.time is not None and killed.time.start == "2021-03-05"


def test_the_year_of_one_act_is_not_that_of_another() -> None:
    given = read(
        "The colonel is charged with attacks on three villages in 2012. His supporters blocked a road on hearing it. "
        "Six guards were hurt by stones, a nurse said.",
        "2021-03-10",
    )
    assert event(given, "hurt").time is None


def test_the_day_on_which_it_was_told_is_not_that_on_which_it_was() -> None:
    given = read("A bomb killed nine nurses at a market in Kano, the mayor said Wednesday.", "2021-03-12")
    assert event(given, "killed").time is None


def test_the_day_of_what_is_condemned_is_not_that_of_a_call_beside_it() -> None:
    given = read("The bishop condemned Thursday's raid and called on both clans to talk.", "2021-03-12")
    assert event(given, "called").time is None


def test_what_is_yet_to_be_was_on_no_day_gone_by() -> None:
    given = read(
        "Police arrested nine nurses in Kano on Monday. The bishop demanded that the court release them.", "2021-03-12"
    )
    assert event(given, "arrested").time is not None and event(given, "release").time is None


def test_where_something_came_from_is_not_where_it_ended() -> None:
    given = read("Chad said it had shot down three of nine drones launched from Togo.", "2021-03-12")
    assert event(given, "shot").place is None


def test_across_the_border_is_not_where_it_is_closed() -> None:
    given = read("Guinea closed its border with Senegal on Friday.", "2021-03-12")
    place = event(given, "closed").place
    assert place is None or place.name != "Senegal"


def test_what_is_added_to_somebody_was_on_its_own_day() -> None:
    given = read("The bloc, which had condemned the raid in May, praised the truce.", "2021-03-10")
    condemned, praised = event(given, "condemned"), event(given, "praised")
    assert condemned.time is not None and condemned.time.start == "2020-05-01"
    assert praised.time is None


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
        # A report that names one country alone tells of what was there; a court holds to account whoever is in its own.
        ("A Kenyan court jailed two editors on Monday. Four reporters were fined.", "fined", "Kenya"),
        ("A Kenyan court jailed two editors on Monday. Crowds have marched since the verdict.", "marched", "Kenya"),
        ("Norwegian police arrested a French tourist on Friday, and Swedes thanked them.", "arrested", "Norway"),
        ("The Malaysian government banned a film on Monday. It will show in Oslo.", "banned", "Malaysia"),
        ("Chad bombed the camp on Friday.", "bombed", None),
        ("US troops detained a driver on Friday, Iraqi officials said.", "detained", None),
        # What a state did on no known day is no longer in a town that was told of long before.
        (
            "DURBAN, April 6 - Zodwa Nkosi stood before a judge on Friday.\n\nHer mother wept.\n\nHe left.\n\n"
            "It rained.\n\nSouth Africa has many such cases.\n\nNkosi was removed from office after the vote.",
            "removed",
            "South Africa",
        ),
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
        ("Police shot a monk on Friday. Weeks later, guards beat a clerk.", "beat", None),
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


def test_a_day_that_has_dawned_has_for_the_whole_report() -> None:
    given = read(
        "North Korea fired a missile over Japan early on Tuesday. Soldiers shelled a farm in the south on Tuesday.",
        "2017-08-28",
    )
    shelled = event(given, "shelled")
    assert shelled.time is not None and shelled.time.start == "2017-08-29"


def test_a_month_of_the_past_is_no_day_of_the_story() -> None:
    given = read(
        "Kenya and Uganda agreed in July to share the waters of the lake between them.\n"
        "Fishermen on the Kenyan side protested outside the governor's office and burned nets.",
        "2021-09-10",
    )
    assert event(given, "protested").time is None
