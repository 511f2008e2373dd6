"""What sources contradict each other on: a little report, and the disputes it must give, or must not.

The reports are read by the model that ships."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sayso.account.disputed.disputes import disputes
from sayso.account.grammar.stems import stem
from sayso.account.grammar.text import Text
from sayso.account.reader import account
from sayso.intake import text_report
from sayso.model import Account, Dispute, Event, EventType, Report
from sayso.reader import Network

NETWORK = Network(threads=1)


def read(text: str, events: list[Event] | None = None) -> tuple[Account, list[Dispute]]:
    report = Report(text=text)
    reading = NETWORK.read(text)
    given = account(report, reading)
    return given, disputes(Text(report, reading), given.actors, given.statements, events or [])


def sides(given: Account, dispute: Dispute) -> tuple[set[str], ...]:
    """Who stands where, by name."""
    names = {actor.id: actor.name for actor in given.actors}
    return tuple({names[id] for id in side.actors} for side in dispute.sides)


DISPUTED = [
    # Where somebody's men were is told of them, and not of whoever else was there.
    (
        "Mayor Ola Dahl said divers were still looking for two boys at the dam near Kisumu. Jo Ade, a fisherman, "
        "accused soldiers posted at the dam of taking bribes. The army denied that any of its men were at the dam.",
        ({"Jo Ade"}, {"army"}),
    ),
    # By the voice of whoever is accused, under letters that are those of another language.
    (
        "The navy accused the Union of Fulani Herders of laying the mines. "
        "A UHF spokesman, Baye ag Tahir, denied that its men were anywhere near the harbour.",
        ({"navy"}, {"Baye ag Tahir"}),
    ),
    # "This" is what was said last, whoever was told of before.
    (
        "A survey by nurses says that fishermen of Tarro pay a toll. The coast guard said that the harbour was safe. "
        "Fishermen dispute this: they say two barges were sunk on Monday.",
        ({"coast guard"}, {"Fishermen"}),
    ),
    # What is alleged is told, by nobody; another who tells of an attack has not said it.
    (
        "The smugglers' leader, Ole Berg, said the dead had attacked his boats. "
        "The navy has denied allegations that a patrol turned back before the attack.",
        ({"allegations"}, {"navy"}),
    ),
    # What another has just told without accusing anybody is said to be a lie, with more behind a colon.
    (
        "The harbour master said six dockers had been held. The bakers' union said that was false.",
        ({"harbour master"}, {"bakers' union"}),
    ),
    (
        "The harbour master, Ole Berg, said six dockers had been held, two of whom were drunk. Ana Lund said that was "
        "a lie: the two had been pulled from a lorry an hour before.",
        ({"Ole Berg"}, {"Ana Lund"}),
    ),
    # Claims that one does not recognise.
    (
        "A former nurse claims that patients were left without water. "
        "A hospital spokeswoman said: “We do not recognise these allegations.”",
        ({"former nurse"}, {"hospital spokeswoman"}),
    ),
    # Denied what another has just said: in the same sentence, in the next.
    (
        "Norway says that Sweden poisoned the river, a charge that Sweden has denied.",
        ({"Norway"}, {"Sweden"}),
    ),
    (
        "Governor Anna Lind said on Monday that soldiers had burned the village of Tarro. "
        "General Paul Okoro denied that his soldiers burned the village.",
        ({"Anna Lind"}, {"Paul Okoro"}),
    ),
    (
        "The navy said its boats had circled the smugglers' ship for a week. Two fishermen dismissed that, saying they "
        "had seen none.",
        ({"navy"}, {"Two fishermen"}),
    ),
    (
        "The teachers' union said its leader was whipped in his cell. The ministry rejected that, saying he had "
        "slipped.",
        ({"teachers' union"}, {"ministry"}),
    ),
    (
        "The bishop said that guards had sold six boys to a mine, an accusation the warden called a lie.",
        ({"bishop"}, {"warden"}),
    ),
    # A denial that does not say of what.
    (
        "Prosecutor Ilse Brandt accused Mayor Jorge Medina of taking bribes. Medina denied any wrongdoing.",
        ({"Ilse Brandt"}, {"Jorge Medina"}),
    ),
    # Those who are called by a common noun: "the army".
    (
        "A rebel commander, Jean Bako, accused the army of burning 40 houses in Tarro on Tuesday. The army denied it.",
        ({"Jean Bako"}, {"army"}),
    ),
    (
        "The mayor said soldiers had burned 20 houses in Tarro. The aid group Lantern said soldiers had burned 52 "
        "houses in Tarro.",
        ({"mayor"}, {"Lantern"}),
    ),
    # A denial by who speaks for those of whom it was said: "the army's spokesman", a manager "at the dam".
    (
        "Guerrillas burned a bridge near Obo on Friday, Governor Anna Lind said. "
        "A spokesman for the guerrillas, Jean Bako, denied it.",
        ({"Anna Lind"}, {"Jean Bako"}),
    ),
    (
        "The army drove herders from two wells near Tarro, the aid group Lantern said on Monday. "
        "The army's spokesman, Colonel Jean Bako, rejected the claim.",
        ({"Lantern"}, {"Jean Bako"}),
    ),
    # "The report" is what was told of a report, not what was said last; May is a month.
    (
        "In a report on Monday, the aid group Lantern said soldiers had burned six villages since May 2021. Its staff "
        "met 40 families, its director, Ana Phiri, said. The army dismissed the report as fiction.",
        ({"Lantern"}, {"army"}),
    ),
    (
        "Velnia's defence ministry said Armazi forces had shelled its positions. “The enemy will pay for it,” it "
        "said. The Armazi military called the "
        "allegation “a complete fabrication”.",
        ({"Velnia's defence ministry"}, {"Armazi military"}),
    ),
    (
        "Colonel Jean Bako said the aircraft was hit with a missile. A spokesman for the coalition, Ann Moor, said it "
        "had come down because of a technical fault.",
        ({"Jean Bako"}, {"Ann Moor"}),
    ),
    (
        "Guards opened fire on a crowd, killing 13 people, hospital sources said. Doctors said most were shot in the "
        "head. A ministry spokesman later said four people were killed.",
        ({"hospital sources"}, {"ministry spokesman"}),
    ),
    (
        "“The boy jumped. There were witnesses,” police commander Ann Moor said. Musa Bello, a student, said "
        "two officers had hit his friend. “He never jumped,” Bello said.",
        ({"Ann Moor"}, {"Musa Bello"}),
    ),
    # A deed that somebody denies is laid on his office.
    (
        "The interior minister, Pavel Rigas, denied that he had ordered the raid on the newspaper. Its editor, "
        "Dana Lem, said the order came from the minister's office.",
        ({"Dana Lem"}, {"Pavel Rigas"}),
    ),
    # How many were arrested or killed, whatever is counted.
    (
        "Riot police detained 31 of them, the interior ministry said. Organisers said more than 80 had been arrested.",
        ({"interior ministry"}, {"Organisers"}),
    ),
    ("Police said 12 had been killed. Residents said 40 had been killed.", ({"Police"}, {"Residents"})),
    # Those who deny one claim stand on one side.
    (
        "The Harbour Union blocked the road to the port of Tarro on Monday, Mayor Lena Vogt said. "
        "The union denied it. “We blocked nothing,” said Ole Berg, a spokesman for the union.",
        ({"Lena Vogt"}, {"Harbour Union", "Ole Berg"}),
    ),
    # A claim called false.
    (
        "Opposition leader Amara Keita said the army had shelled a hospital in Banfora. "
        "Defence Minister Issa Traore called the allegations false.",
        ({"Amara Keita"}, {"Issa Traore"}),
    ),
    # Rumours that nobody in particular tells stand on a side by themselves, with all who say the same.
    (
        "Mayor Lena Vogt said the bridge had been closed for repairs. "
        "Rumours that the bridge had not been closed for repairs were groundless, Vogt said.",
        ({"rumours"}, {"Lena Vogt"}),
    ),
    # Told by others within the denial.
    (
        "General Paul Okoro said some early reports that rebels had captured the airport turned out to be false.",
        ({"reports"}, {"Paul Okoro"}),
    ),
    (
        "“The gate will not be moved, as some newspapers claimed,” Mayor Lena Vogt said.",
        ({"some newspapers"}, {"Lena Vogt"}),
    ),
    # A word that points back to what another has just said.
    (
        "General Paul Okoro told reporters that the bridge had been blown up by guerrillas from Obo. "
        "The Lantern Front rejected the claim.",
        ({"Paul Okoro"}, {"Lantern Front"}),
    ),
    (
        "Harbour master Lena Vogt said the ferry had sunk after it struck a rock. The seamen's union rejected "
        "that version.",
        ({"Lena Vogt"}, {"seamen's union"}),
    ),
    (
        "Lawyer Lena Vogt said the lease went to the highest bidder. That was disputed by one of the losers.",
        ({"Lena Vogt"}, {"one of the losers"}),
    ),
    # The dead, by whatever word they are counted.
    (
        "Police said six dockers were killed in Monday's raid. A nurse said 19 bodies lay in the mortuary. "
        "The Harbour Union said it had counted 28 dead.",
        ({"Police"}, {"nurse"}, {"Harbour Union"}),
    ),
    # What was used need not be told in that word.
    (
        "Guards fired rubber bullets at the crowd in Tarro, dockers said. Mayor Lena Vogt denied that rubber "
        "bullets had "
        "been used.",
        ({"dockers"}, {"Lena Vogt"}),
    ),
    # Allegations that nobody in particular is told to make.
    ("Minister Lena Vogt denied allegations that she owned a share of the dam.", ({"allegations"}, {"Lena Vogt"})),
    ("The brewery rejected accusations that it had poisoned the lake.", ({"accusations"}, {"brewery"})),
    ("The brewery rejected accusations by its staff that it had cut wages.", ({"its staff"}, {"brewery"})),
    ("The brewery rejected the guild’s allegation that it had cut wages.", ({"guild"}, {"brewery"})),
    # One owner of a claim, whatever the noun for it.
    ("The rector dismissed Peru’s contention that the wall was unsafe.", ({"Peru"}, {"rector"})),
    (
        "The bank called reports that it had lost money in Lima “nonsense”.",
        ({"reports"}, {"bank"}),
    ),
    (
        "The dean disputed accusations by the Lantern newspaper that students had burned the archive.",
        ({"Lantern newspaper"}, {"dean"}),
    ),
    # Accused only later in the text.
    (
        "Mayor Lena Vogt denies any wrongdoing. The session lasted for an hour. The judge put off the case to June. "
        "Ole Berg, a former clerk, has long accused Vogt of theft.",
        ({"Ole Berg"}, {"Lena Vogt"}),
    ),
    # Killed and wounded both, in one breath; and whoever calls the figures false gives his own.
    (
        "The Harvest League said 41 people were killed and more than 200 injured. Governor Abel Costa called the "
        "figures “pure invention”. Three farmers died, he said.",
        ({"Harvest League"}, {"Abel Costa"}),
    ),
    ("The ministry put the number of dead at 14. Medics put it at 60.", ({"ministry"}, {"Medics"})),
    (
        "The electoral commission put turnout at 61 percent. The opposition said only 12 percent of voters had "
        "turned out.",
        ({"electoral commission"}, {"opposition"}),
    ),
    # One attack, which two say was theirs; or which others lay on somebody else.
    (
        "The Star Front said its fighters had carried out the attack. The Brigade of Dawn said in an email that one of "
        "its bombers was behind the blast.",
        ({"Star Front"}, {"Brigade of Dawn"}),
    ),
    (
        "The Star Front claimed responsibility for the bombing. The interior ministry blamed the Brigade of Dawn for "
        "the bombing.",
        ({"Star Front"}, {"interior ministry"}),
    ),
    # Of those who spoke, the one who said something of what is rejected.
    (
        "The Star Front said its fighters had struck a bus that carried soldiers. The Brigade of Dawn wrote that it "
        "would not rest. The police chief, Ole Berg, rejected the assertion that any soldiers were among the dead.",
        ({"Star Front"}, {"Ole Berg"}),
    ),
    # "No such" speaks of what another has said.
    (
        "Teachers accused the council of ignoring a letter from the engineers. Mayor Lena Vogt said no such letter had "
        "been received.",
        ({"Teachers"}, {"Lena Vogt"}),
    ),
    (
        "Norway denied that the divers had come from its waters, as the Swedish interior minister, Ann Moor, had "
        "suggested.",
        ({"Ann Moor"}, {"Norway"}),
    ),
    # What soldiers did is laid on the army, in whatever words for it.
    ("Soldiers shot three boys, neighbours said. The army said its men did not open fire.", ({"neighbours"}, {"army"})),
    (
        "The Harbour Union said soldiers had shot dead 30 people. The army denied killing anybody.",
        ({"Harbour Union"}, {"army"}),
    ),
    (
        "The Lantern institute said in a study that the mine had poisoned 300 children. The company rejected the "
        "findings.",
        ({"Lantern institute"}, {"company"}),
    ),
    # All whom one figure contradicts, though they do not contradict each other: who counts bodies, or says "at least".
    (
        "The Lantern group said at least 22 farmers were killed. A nurse said she counted 14 bodies in one hole. The "
        "government said that 272 people had been killed. A rebel spokesman, Ole Berg, said nine had been killed.",
        ({"Lantern group"}, {"nurse"}, {"government"}, {"Ole Berg"}),
    ),
    (
        "About 200 people marched to the mill, according to police; organisers said there were nearly a thousand.",
        ({"police"}, {"organisers"}),
    ),
    # The share of one candidate.
    (
        "The council's head, Ole Berg, said the candidate Leila Haddad had received 44.2 percent. Opposition leader "
        "Ann Moor said Haddad had won 70 percent and that her party held copies of 40 percent of the sheets.",
        ({"Ole Berg"}, {"Ann Moor"}),
    ),
    # What is said to be, and not to be.
    (
        "A spokesman for the police said a pistol had been found in the car. “There was no gun,” said his sister, Rosa "
        "Blum.",
        ({"spokesman for the police"}, {"Rosa Blum"}),
    ),
    (
        "The minister's lawyer said she had given no order to fire. Families of the dead say the orders came from her "
        "office.",
        ({"Families of the dead"}, {"minister's lawyer"}),
    ),
    (
        "Velnia accused Armazi of burning the mill itself, an accusation the Armazi foreign ministry described as "
        "“grotesque”.",
        ({"Velnia"}, {"Armazi foreign ministry"}),
    ),
    (
        "The Star Front claimed responsibility for the attack. A police spokesman had said that the Brigade of Dawn "
        "was behind it.",
        ({"Star Front"}, {"police spokesman"}),
    ),
    # An answer to an accusation, in the next sentence.
    (
        "The Front accused the army of bombing the clinic from the air. The army said it had not flown that day.",
        ({"Front"}, {"army"}),
    ),
    (
        "Governor Simon Bako blamed herdsmen for the attack. The Lantern cattle breeders' association said its members "
        "had nothing to do with it.",
        ({"Simon Bako"}, {"Lantern cattle breeders' association"}),
    ),
    # Whose statement it is that an adjective tells.
    (
        "Bishop Abel Costa contradicted a military statement that troops had beaten off the raiders. Captain Jean "
        "Bako, an army spokesman, said on Monday that troops had come at once.",
        ({"Jean Bako"}, {"Abel Costa"}),
    ),
    (
        "Thousands of people met in Lima on Monday. Police said 2,000 people took part, while the opposition spoke of "
        "20,000.",
        ({"Police"}, {"opposition"}),
    ),
    # Who is contradicted said the contrary, and be it that something was not so.
    (
        "“No child fell ill,” the mayor, Ole Lind, told the council. Teachers at two schools contradicted him, saying "
        "nine pupils had been sick for days because the well was fouled.",
        ({"Ole Lind"}, {"Teachers at two schools"}),
    ),
    # "The account" may have been told a while before, if it is of whoever rejects it.
    (
        "Herders said Chadian soldiers burned their camp. Smoke was seen for hours. Rain fell at night. The mayor "
        "wept. A priest prayed. Nurses came. Nine cows died. The Chadian army rejected the account.",
        ({"Herders"}, {"Chadian army"}),
    ),
    # Who has not used what shoots has not shot; what was never there was not broken.
    (
        "Priests said nine people had been shot dead. The police spokesman, Ole Berg, said officers had not used live "
        "rounds.",
        ({"Priests"}, {"Ole Berg"}),
    ),
    (
        "Miners say the owner broke an agreement made in May. The owner says there was never an agreement.",
        ({"Miners"}, {"owner"}),
    ),
    (
        "The singer, Ana Lund, said she had accepted an apology. The bank said no apology had been made because "
        "none was due.",
        ({"Ana Lund"}, {"bank"}),
    ),
    # What somebody has just told of others is his account.
    (
        "Nuns said soldiers had ordered the crowd to lie down, an account that the mayor, Ana Lund, dismissed as "
        "invention.",
        ({"Nuns"}, {"Ana Lund"}),
    ),
    (
        "Minister Olav Berg blamed the builder, Tarn Works, for what he called “a crime”. Tarn Works rejected the "
        "accusation.",
        ({"Olav Berg"}, {"Tarn Works"}),
    ),
    (
        "Coach Ivo Lenz said his own count gave him 90 votes. Ann Moor laughed off that claim.",
        ({"Ivo Lenz"}, {"Ann Moor"}),
    ),
    (
        "Nurses said 12 people were missing. The mayor put the number of missing at closer to 30.",
        ({"Nurses"}, {"mayor"}),
    ),
    # Answers cut short, or in a clause of the report's own; the one who spoke last has findings of his own.
    ("Growers say it is not a weed. Botanists say it is.", ({"Growers"}, {"Botanists"})),
    ("The navy says the whales died of cold. Skippers say they did not.", ({"navy"}, {"Skippers"})),
    (
        "A cook told a court that she had been hit by the head waiter, Ivo Lenz, who called the claim a lie.",
        ({"cook"}, {"Ivo Lenz"}),
    ),
    (
        "Prosecutors alleged that she changed the books. Dr Ann Moor told the court that the ink was old. The bank "
        "disputes her findings.",
        ({"Ann Moor"}, {"bank"}),
    ),
    # A rumour is contested, and contests nothing.
    (
        "Engineer Ana Lund said the dam had been inspected. Rumours that the dam had not been inspected were false, "
        "Lund said.",
        ({"rumours"}, {"Ana Lund"}),
    ),
    (
        "“The school will not be shut, as a local radio station reported,” said the mayor, Ana Lund.",
        ({"local radio station"}, {"Ana Lund"}),
    ),
    ("The airline called rumours that its pilots had fallen asleep “a fiction”.", ({"rumours"}, {"airline"})),
    (
        "Norway claims that the reef is part of its waters. A court ruled in May that the claim had no legal basis.",
        ({"Norway"}, {"court"}),
    ),
    # A toll at a number is at no hour, and of the deaths told of before, not of others.
    (
        "A landslide killed at least 31 miners at Oruro on Tuesday, a nun said. The governor put the death toll at 9.",
        ({"nun"}, {"governor"}),
    ),
    # Nobody hurt, or killed, is a figure, as is one; his own dead somebody loses.
    ("The mayor said no one was killed in the square. Nurses said four people had died.", ({"mayor"}, {"Nurses"})),
    (
        "Warden Ivo Lenz said nobody was injured. The union said a cook, Ana Lund, lost a finger when a guard hit her.",
        ({"union"}, {"Warden Ivo Lenz"}),
    ),
    (
        "The Lantern group said six people were killed by guards. The warden said one person had died.",
        ({"Lantern group"}, {"warden"}),
    ),
    (
        "Norway said it had killed 40 Swedish soldiers. Sweden's army put its losses at three.",
        ({"Norway"}, {"Swedish army"}),
    ),
    # How many are on strike, in percent or as a part of all.
    (
        "The nurses' union said 90 percent of its members had walked out to join the strike. The ministry said only a "
        "quarter of them had stayed away.",
        ({"nurses' union"}, {"ministry"}),
    ),
    # What did not take place, and by what it was done.
    (
        "Lawyer Ana Lund said jets bombed a clinic in Tarro. State radio said no air raid had taken place.",
        ({"Ana Lund"}, {"State radio"}),
    ),
    (
        "The warden said his men did not fire a single round. A cook, Ana Lund, said guards were shooting at her.",
        ({"Ana Lund"}, {"warden"}),
    ),
    (
        "The army said it had foiled a coup. “There was no coup attempt,” said a writer, Ann Moor.",
        ({"army"}, {"Ann Moor"}),
    ),
    (
        "The sheriff said his men had shown patience and that no bullets were used. Nurse Ana Lund said two boys "
        "were shot in the back.",
        ({"Ana Lund"}, {"sheriff"}),
    ),
    # Shares, however they are written.
    (
        "The bureau said turnout was 71 per cent. The bishops put turnout at 38 per cent.",
        ({"bureau"}, {"bishops"}),
    ),
    # A poll that is called wrong.
    (
        "The board said Labour had won 54 percent. A survey gave it 41 percent. Ole Berg called the survey a fantasy.",
        ({"survey"}, {"Ole Berg"}),
    ),
    # Who is accused by the office that nobody else holds.
    (
        "An auditor, Ole Berg, told reporters the harbour master and two clerks had sold 300 tonnes of coal. Harbour "
        "master Ana Lund has denied wrongdoing.",
        ({"Ole Berg"}, {"Ana Lund"}),
    ),
    # There was none of what another says there was.
    (
        "Inspectors said they had found oil on the bank. “There was no oil,” said the head of the plant, Ana Lund.",
        ({"Inspectors"}, {"Ana Lund"}),
    ),
    # Each accuses the other.
    ("Peru and Chile accused each other of ramming a trawler.", ({"Peru"}, {"Chile"})),
    (
        "Three guards were hurt on the border between Chad and Niger on Monday, each side blaming the other for it.",
        ({"Chad"}, {"Niger"}),
    ),
    (
        "Talks between Peru and Chile in Accra, hosted by Ghana and Benin, broke off in May after each side accused "
        "the other of moving the buoys.",
        ({"Peru"}, {"Chile"}),
    ),
    (
        "A truce signed by Peru and Chile broke down on Monday, each accusing the other of firing first.",
        ({"Peru"}, {"Chile"}),
    ),
    # Accusations against oneself, before what somebody says of soldiers.
    (
        "The interior minister, Pavel Rigas, said the officers had been paid by Norway. A widow, Ana Lund, said "
        "soldiers had beaten her husband. Norway rejected the accusations.",
        ({"Pavel Rigas"}, {"Norway"}),
    ),
    # What is denied in an aside, or as "any such" thing, was told before.
    (
        "The union said the firm had sacked six men for striking, a step the firm denied taking.",
        ({"union"}, {"firm"}),
    ),
    (
        "The union said it had sent the port office two letters. The port office denied having got any such letter.",
        ({"union"}, {"port office"}),
    ),
    # Each of two states lays it on the other, whatever the verb.
    ("Peru and Chile rammed trawlers on Monday, each side saying the other had begun it.", ({"Peru"}, {"Chile"})),
    (
        "Peru and Chile fought over a pier on Monday. Both sides said the other had thrown the first bottle.",
        ({"Peru"}, {"Chile"}),
    ),
    # Harm, and nobody that came to any.
    (
        "The school said pupils had kicked a porter. The pupils' lawyer, Ana Lund, said nobody had been hurt.",
        ({"school"}, {"Ana Lund"}),
    ),
    (
        "The prefect said none of the guards was touched. A clerk, Ivo Lenz, said miners had stabbed an officer.",
        ({"Ivo Lenz"}, {"prefect"}),
    ),
    (
        "The brewer said no one had fallen ill. A nurse, Ana Lund, said she had treated nine children for vomiting.",
        ({"Ana Lund"}, {"brewer"}),
    ),
    # What was not given, or told, and was.
    (
        "“Nobody gave us helmets,” said Ana Lund, a miner. The owner said helmets had been handed to every miner.",
        ({"owner"}, {"Ana Lund"}),
    ),
    ("The mill said it had got no bill. The city said it had sent the bill in May.", ({"city"}, {"mill"})),
    (
        "The prefect said the abbey had been warned. The abbot, Ivo Lenz, said nobody had told him anything.",
        ({"prefect"}, {"Ivo Lenz"}),
    ),
    # Papers show that it was so; or most of them were.
    (
        "The landlord said he had not been told of the crack. Letters seen by the court show that he had.",
        ({"landlord"}, {"Letters"}),
    ),
    (
        "The guild said its members had not been paid. The owner said most of them had.",
        ({"guild"}, {"owner"}),
    ),
    (
        "Ostra said it had not been served with the lawsuit. Court records showed it had been served on May 3.",
        ({"Court records"}, {"Ostra"}),
    ),
    # A forgery, and who published or wrote it; who stands by his story.
    (
        "The rebels released a film that they said showed a captured pilot. The navy said the film was fake.",
        ({"rebels"}, {"navy"}),
    ),
    (
        "Rector Ivo Lenz told the court that the memo was a forgery. Prosecutors say Lenz wrote it in May.",
        ({"Prosecutors"}, {"Ivo Lenz"}),
    ),
    (
        "The Lantern group said in May that guards sell food. The warden denied that guards sold anything. The "
        "group stood by its account.",
        ({"Lantern group"}, {"warden"}),
    ),
    # Of that which one tells of there was none; of somebody's own men there was none.
    (
        "The navy said islanders had shot at a launch that came to help. Ana Lund, a nurse, said no launch had come.",
        ({"navy"}, {"Ana Lund"}),
    ),
    (
        "The navy said it had killed four smugglers. Fishermen who went there said they found no bodies.",
        ({"navy"}, {"Fishermen"}),
    ),
    (
        "The army said a captain of the Lantern Front was among the dead. The Lantern Front said none of its men was "
        "in the valley.",
        ({"army"}, {"Lantern Front"}),
    ),
    (
        "Nurse Ana Lund said a test had found no lead. Prosecutors said no such test had been made.",
        ({"Ana Lund"}, {"Prosecutors"}),
    ),
    ("Police said they had found two shotguns. Ana Lund said she had never seen them.", ({"Police"}, {"Ana Lund"})),
    # Something else alone.
    (
        "The union accused the port of hiring men from abroad. The port said it had used only its own staff.",
        ({"union"}, {"port"}),
    ),
    (
        "A priest said bulldozers flattened a chapel. The sheriff said only empty sheds were torn down.",
        ({"priest"}, {"sheriff"}),
    ),
    # What is charged with an aside in it that nobody in particular alleges.
    (
        "Prosecutors in Tarro say 40 million crowns were stolen from the harbour fund by friends of Governor Ana Lund "
        "and are trying to seize a villa allegedly bought with the money. Lund, who denies any wrongdoing, won in May.",
        ({"Prosecutors in Tarro"}, {"Ana Lund"}),
    ),
    # Guilt is denied of whoever accuses, not of who tells something else last.
    (
        "Two lawsuits accuse the Tarro Ferry Company of cheating passengers who were told they would get a cabin. A "
        "brochure seen by the Herald said the company opened in 1990. The Tarro Ferry Company denies any wrongdoing.",
        ({"Two lawsuits"}, {"Tarro Ferry Company"}),
    ),
    # One word for all who deny what one claims.
    (
        "The guild called the harbour fund's report on dues inaccurate and misleading. The harbour fund dismissed the "
        "guild's charge that its report was misleading. Ole Berg, an accountant who wrote the report, rejected the "
        "guild's claim that it was misleading.",
        ({"guild"}, {"harbour fund", "Ole Berg"}),
    ),
    # Fault is found with what somebody claims.
    (
        "The mayor took issue with the guild's assertion that the dam was leaking.",
        ({"guild"}, {"mayor"}),
    ),
    (
        "Ole Berg faulted the view expressed by the guild that the old rule on dues still stands.",
        ({"guild"}, {"Ole Berg"}),
    ),
    # He who said it errs, lies, or has made it up; what he has said is untrue.
    ("The mayor said the wells were clean. Doctors said she was wrong.", ({"mayor"}, {"Doctors"})),
    (
        "The governor said the prison had been warned. The warden, Ole Berg, said the governor was mistaken.",
        ({"governor"}, {"Ole Berg"}),
    ),
    (
        "The governor said the prison had been warned. The warden, Ole Berg, accused the governor of lying.",
        ({"governor"}, {"Ole Berg"}),
    ),
    (
        "Ana Lund claimed that the harbour guild is using films of Ole Berg to win new men. “She just made it up,” "
        "Berg said of the claim.",
        ({"Ana Lund"}, {"Ole Berg"}),
    ),
    (
        "A carpenter, Ole Berg, said the landlord had promised to pay half. The landlord, Ana Lund, told the judge: "
        "“What Berg has stated is untrue.”",
        ({"Ole Berg"}, {"Ana Lund"}),
    ),
    # Whose report it is, by the name before it; whose figures, by what they stand in.
    (
        "Ole Berg dismissed a Tarro Times report that he had sold the mill.",
        ({"Tarro Times"}, {"Ole Berg"}),
    ),
    (
        "Lund wrote on Monday that 40 bakers had left Tarro. The survey said the figures in Ana Lund's letter were "
        "false.",
        ({"Ana Lund"}, {"survey"}),
    ),
    # What is alleged is no more than guilt, by nobody who is told.
    (
        "Files tied Ole Berg to a mine in Togo. Ole Berg has rejected allegations of wrongdoing.",
        ({"allegations"}, {"Ole Berg"}),
    ),
    # He who is told of by a pronoun.
    (
        "Police say he pulled out a pistol. The family's lawyer, Ivo Lenz, said: “Any suggestion that Musa was armed "
        "is false.”",
        ({"Police"}, {"Ivo Lenz"}),
    ),
    (
        "Ivo Lenz, a deacon, said the vault had never been opened. A clerk denied that, saying it had been empty in "
        "May.",
        ({"Ivo Lenz"}, {"clerk"}),
    ),
    # What was told last may go on over several sentences, and be "of events".
    (
        "“The clerks left the vault open,” Abbot Ivo Lenz said. “This was no accident. This was greed.” The clerks' "
        "guild rejected that account.",
        ({"Abbot Ivo Lenz"}, {"clerks' guild"}),
    ),
    (
        "The dockers' union said guards had fired on a crowd at the gate. The harbour board disputed this version of "
        "events.",
        ({"dockers' union"}, {"harbour board"}),
    ),
    # The report itself sets one against the other by a "but".
    (
        "The harbour board said six cranes had been sold, but the dockers' union said only four had left the port.",
        ({"harbour board"}, {"dockers' union"}),
    ),
    (
        "The sheriff said 40 dead sheep had been found, whereas the herders' guild says more than 90 were washed away "
        "before they could be counted.",
        ({"sheriff"}, {"herders' guild"}),
    ),
    (
        "The mayor accused the bakers' guild of turning away two lodgers, but the bakers' guild said they had never "
        "asked for a bed.",
        ({"mayor"}, {"bakers' guild"}),
    ),
    (
        "The lodger Ivo Lenz has ended his fast, the abbot said on Monday, but his sister insisted that he was still "
        "refusing bread.",
        ({"abbot"}, {"his sister"}),
    ),
    (
        "The mill was set alight by tenants, Ana Lund said, but the fire brigade blamed a cable.",
        ({"Ana Lund"}, {"fire brigade"}),
    ),
    # The report says that what they tell differs.
    (
        "Two shepherds died in a gorge, and the two sides gave conflicting accounts of it. The army said they had been "
        "laying mines. Villagers said they were looking for a goat.",
        ({"army"}, {"Villagers"}),
    ),
    (
        "A barge sank, and passengers contradicted the pilot's account of it. Ole Berg, the pilot, said he had called "
        "for help at once. Several passengers said that he was the first to swim ashore.",
        ({"Ole Berg"}, {"Several passengers"}),
    ),
    (
        "Governor Ana Lund denied that she had asked the auditor to drop an inquiry, contradicting a report in The "
        "Ostrand Herald.",
        ({"Ostrand Herald"}, {"Ana Lund"}),
    ),
    # How much, how many.
    (
        "Nurses said a courier had handed over 2 million francs. Ole Berg put the sum at nearer four million.",
        ({"Nurses"}, {"Ole Berg"}),
    ),
    (
        "The ferry company said 310 people had been on board. The ministry said the true figure was 420.",
        ({"ferry company"}, {"ministry"}),
    ),
    (
        "The council said Ana Lund had won 54 percent of the vote, with a turnout of 61 percent. A choir rang the "
        "bells. It rained. The roads were empty. Then the shops opened. A goat got loose. Ole Berg laughed. The "
        "monitors put turnout at no more than 40 percent.",
        ({"council"}, {"monitors"}),
    ),
    # What was paid, or approved, in other words.
    (
        "Tarro's mayor, Ana Lund, insisted that no ransom had been paid for the sailors. A clerk said that an envoy "
        "had handed over 2 million francs in Ostrand.",
        ({"clerk"}, {"Ana Lund"}),
    ),
    (
        "The owner, Ole Berg, said the ramp had been approved by the council. A councillor, Ana Lund, said no such "
        "approval had been given.",
        ({"Ole Berg"}, {"Ana Lund"}),
    ),
    # What was told just before a denial, in whatever words: of what was done to whoever told it, or by whose men.
    (
        "Nurses said that they had been told to go home without their wages. Managers denied that anyone had been "
        "cheated.",
        ({"Nurses"}, {"Managers"}),
    ),
    (
        "Witnesses said that soldiers had kept a doctor from the square. The army denied leaving anybody to die.",
        ({"Witnesses"}, {"army"}),
    ),
    (
        "The herders accused the army of knowing that women were in the barn. General Ole Berg said his troops had had "
        "no word of that.",
        ({"herders"}, {"Ole Berg"}),
    ),
    (
        "Ana Lund blamed the Reed Front for burning the mill. The Reed Front said it had nothing to do with the fire.",
        ({"Ana Lund"}, {"Reed Front"}),
    ),
    # Who struck whom, and who began it.
    (
        "Villagers said that police had opened fire on marchers near the dam. Police said the marchers had attacked "
        "them with sickles.",
        ({"Villagers"}, {"police"}),
    ),
    (
        "Police said marchers attacked officers with bricks. Ole Berg, a baker, said the violence was started by "
        "masked strangers.",
        ({"Police"}, {"Ole Berg"}),
    ),
    (
        "The governor said two guards had been suspended. A lawyer, Ana Lund, said both guards were still at work.",
        ({"governor"}, {"Ana Lund"}),
    ),
    (
        "Tarro says the flight was legal. Ostrand says that such flights are prohibited.",
        ({"Tarro"}, {"Ostrand"}),
    ),
    (
        "Togo said that it had successfully put a satellite into orbit, while Chad's army said that the rocket had "
        "broken apart.",
        ({"Togo"}, {"Chadian army"}),
    ),
    (
        "The police say that Musa threw himself from a window. His family says he was tortured to death.",
        ({"police"}, {"Musa's family"}),
    ),
    (
        "Monks published a video of a raid. Ole Berg said the footage had been doctored.",
        ({"Monks"}, {"Ole Berg"}),
    ),
]


@pytest.mark.parametrize(
    "between",
    [
        "",
        "The mayor said: “We are ashamed. This will cost us dear. We had been warned.” ",
        "It rained all week. Two wells ran dry. The harvest is poor this year. ",
    ],
)
def test_an_accusation_told_some_sentences_before_is_denied(between: str) -> None:
    given, found = read(
        f"The nurses’ guild accused Ostrand Hospital of recording calls made by its staff. {between}"
        "Ostrand Hospital denied that it had recorded any nurse."
    )
    assert [sides(given, dispute) for dispute in found] == [({"nurses’ guild"}, {"Ostrand Hospital"})]


@pytest.mark.parametrize(("text", "expected"), DISPUTED)
def test_positions_that_cannot_both_hold_are_a_dispute(text: str, expected: tuple[set[str], ...]) -> None:
    given, found = read(text)
    assert [sides(given, dispute) for dispute in found] == [expected]


UNDISPUTED = [
    "The army said rebels fired at its post. The mayor said police had fired only into the air.",
    "The mayor said the bridge was safe. The union said it was.",
    "The mayor said rebels had shot nine people. A police spokesman, Ole Berg, said officers had not used live rounds.",
    # A proposal, or a suit, that is dismissed.
    "The union said the mine should be closed. The owner rejected that.",
    "The mayor proposed to close the school. Parents dismissed it.",
    "Farmers sued the dam's owner. The court dismissed it.",
    # What is told to be at least so much may be more.
    "The mayor said soldiers had burned at least 40 houses in Tarro. The aid group Lantern said soldiers had "
    "burned 52 "
    "houses in Tarro.",
    # Disagreement on what should be done.
    "President Anna Lind said the tax must fall. Senator Paul Okoro said the tax must rise and rejected her proposal.",
    # A newer figure.
    "Police said 12 miners were killed in the blast. Officials later said 20 miners were killed in the blast.",
    # Two denials.
    "Norway denied that it had sent ships. Sweden denied that it had sent ships.",
    # Condemned, not contested.
    "Norway condemned the attack on the embassy. Sweden condemned the attack, too, and demanded an apology.",
    # Refused, not denied.
    "The ministry said the singer had applied for a visa. The singer was denied a visa, her lawyer said.",
    # Denied, and nobody says so.
    "Mayor Jorge Medina denied that he would resign. The council meets on Friday.",
    # A court rules on charges.
    "Police said the dealer had sold arms. The court dismissed the charges against the dealer.",
    # Figures of different things, or of different places.
    "Mayor Lena Vogt said 300 schools were closed. Governor Anna Lind said 20 hospitals were closed.",
    "The army said 12 soldiers were killed in Banfora. The rebels said 30 fighters were killed in Tarro.",
    # Reasons for different things; what would bring it about.
    "The mayor said the market would close because of the flood. The bishop said the church would close because of "
    "the cold.",
    "The mill said its profit rose because of dear flour. Its rival said its profit fell because of dear flour.",
    # The number as it stands later.
    "The governor said 3,000 homes had no water. By evening the number stood at 900, the utility said.",
    # A base and a school that two others hit.
    "The rebels said a shell hit a school. The army said rockets hit a base.",
    # Sums of money are of many things.
    "The mill said its loss was $17 million. The union said its loss was $3 million.",
    # Contrary words of two things.
    "The envoy said the talks were a success. The union said the strike at the mill was a failure.",
    # What somebody denies having done to a place is not what the sentence tells of it.
    "Norway said a boat had sunk in a storm off Vardo, which the guerrillas denied attacking.",
    # Of two kinds of people.
    "The ministry said three officers were killed in the riot. Lawyers said 20 prisoners were killed in it.",
    # What one says that another found is no second figure, nor is a part that of the whole.
    "The prefect said a laboratory had found traces of a poison in two of five samples.",
    # Threats against each other.
    "Norway threatened to close the strait. Sweden warned that it would not accept a closed strait.",
    # The dead, and some of them; of one day, and of another or of months.
    "The army said 12 soldiers were killed in the ambush. The rebels said 30 people were killed in the ambush.",
    "The aviation office said the crash killed 12 people. The president said the plane's two pilots died, too.",
    "Police said four people were killed on Friday. The Harbour Union said nine people were killed on Sunday.",
    "Police said 12 marchers had been killed. The Harbour Union said 300 people had been killed since January.",
    # What is done to one, and by another.
    "Police said the two bombs killed 20 people. The mayor said 21 people had died.",
    # Shares of anything.
    "The mill said its sales rose by 5%. The union said its costs rose by 12%.",
    # Two attacks; one attack by one body, whoever speaks for it.
    "The Star Front said it was behind the raid in May. The Brigade of Dawn said it had carried out another attack in "
    "June.",
    "The Star Front said it had carried out the attack in Lima. The Brigade of Dawn said it was behind a blast in "
    "Quito.",
    "The Star Front said on its website that it carried out the bombing. Its leader, Ole Berg, said its men were "
    "behind the blast.",
    # Others fired.
    "Gunmen opened fire on a patrol, residents said. The army said its men did not open fire.",
    # What somebody else wants is no word for what there is not.
    "The bishop said the church would be sold. The mayor said such a sale would need his consent.",
    # Nothing that the one accuses another of is what a third denies.
    "Norway accused Sweden of poisoning the river. It rained for a week. Sweden's navy said there had been no fault in "
    "the sirens.",
    "Last year 30 farmers were killed, according to the Lantern group. Police denied killing any farmers on Monday.",
    # What one has seen is not all there is.
    "A fisherman said he had seen eight patrol boats off Tarro. The navy said 13 patrol boats were off Tarro.",
    # What is no more than so many is not none.
    "Police said 12 dockers were killed. The mayor said no more than 12 dockers were killed.",
    # What is told of well is not false.
    "The harbour master said the pier was safe. Ana Lund said that was good news.",
    # Each tells of its own dead; seats are lost, too; an army's own dead are not all.
    "At least 23 people were killed in Tarro, a bishop said. The army put its own losses at nine.",
    "The army said it lost 12 men. The rebels said they lost 40 men.",
    "The league said it had lost 12 seats. The bureau said the league had lost 20 seats.",
    # Soldiers killed are not soldiers who did something.
    "Three soldiers were killed on the border on Monday, nurses said. Armazi denied that its soldiers had crossed the "
    "border.",
    # Figures of another matter, of some of the dead, and of an earlier day; and none of a thing.
    "A hospital put the death toll at 40. Meanwhile, the navy seized two boats off Oruro, its spokesman said. He said "
    "nine smugglers were killed.",
    "The coroner said 19 people were killed by the fire. A baker, Rosa Blum, said two of her nephews were killed.",
    "The coroner said 19 people were killed by the shells. On Friday the ministry had reported three deaths.",
    "Priests blamed the army for the deaths of six shepherds. “It was a massacre, there was no battle,” Ole Berg said.",
    # A headline and the prose below it.
    "Dockers blame guards for deaths in harbour\n\nUnions on Monday blamed the guards for the deaths of three dockers.",
    # Who concedes that it is so contests nothing, nor does anybody what another hopes for.
    "The lawyer put it to the clerk that no receipt had ever been found. The clerk conceded that was so.",
    "The institute said it hoped the ferry would be raised. The navy dismissed the reports as gossip.",
    # What somebody is told to have done is not what he denies.
    "A clerk, Rosa Blum, told the court that Lenz had bought a boat. Lenz denied that he had ever phoned the builders.",
    # A body and its spokesman.
    "The Armazi army said it had sunk two boats. “It is a lie,” Armazi army spokesman Ole Berg said of the Velnian "
    "account.",
    # What is to come is not what there was not.
    "The minister said a ceasefire would begin on Monday. Rebels said there was no ceasefire.",
    # What is said of it does not say that there is any.
    "The union said the ministry had paid them nothing. The ministry said there was no money for rises.",
    # Who brought others together is none of those who quarrel.
    "Talks between the guild and the owners, brokered by Oman and Qatar, failed after each side accused the other of "
    "breaking promises.",
    # What somebody won is another thing.
    "Ann Lee said she had won her race in Ohio. Bob Roe said he had won in Texas.",
    "The navy said it had carried out no strikes. The rebels said bandits had hit a village.",
    # Of other things, on another day, in another part.
    "The gallery said the mask was a gift from Benin. Benin said other masks had been stolen.",
    "The envoy said the truce was holding in the north. The rebels said the army had broken the truce in the south.",
    "The army said it had retaken the dam on Monday. The rebels said they had captured the dam last month.",
    "At least 20 people were killed, the abbot said on Monday. The ministry on Thursday put the toll at 61.",
    "The agency said at least 12 people had been killed in Cebu. The Red Cross put the national toll at 40.",
    "Floods killed 12 people in Cebu on Monday, an abbot said. Fire killed 31 people in Davao on Friday, a nun said. "
    "The mayor put the toll in that blaze at 30.",
    "A landslide killed 12 people on Monday, an abbot said. Clashes in the hills have killed 90 people, a nun said.",
    # Who holds nobody has said nothing of whom others hold.
    "The army said nobody had been in custody. Police said they had arrested four clerks.",
    # Fighters who killed are not among the dead.
    "At least 12 people died when gunmen on motorbikes attacked the village, a monitoring group said. The Herders "
    "Union said most of the dead were farmers.",
    # Who accuse nobody, or not each other.
    "Peru and Chile praised each other for the treaty.",
    "Peru and Chile accused Brazil of ramming a trawler.",
    # Nobody came to harm of others than those told of, or at another time.
    "The mayor said nobody was hurt. The fire chief said two cars were burned.",
    "Nobody was hurt, police said. The driver said his son was hurt last year in the same place.",
    "Police said no officer was hurt. The baker said a horse had kicked her son.",
    # What was not given is not what another has, or is to send.
    "The embassy said no visa had been issued. The ministry said the visa form was under review.",
    "The clinic said it had received no drugs. The ministry said it would send drugs in May.",
    "The clinic said it had seen no new cases. The ministry said cases had risen in the north.",
    "The ward said it had received no drugs. The ministry said drugs had been sent to the south.",
    "The guild said it had not been consulted. The mayor said he had consulted doctors in three towns.",
    "The union said no deal had been reached. The owner said a deal was close.",
    # What each did itself, and a number of those whom it names.
    "The coast guard said it had rescued 40 people. A charity said it had rescued 90 people on that day.",
    "The ministry put the number of displaced at 4,000. The prefect said 30 schools were closed.",
    # Who answers an accusation with another matter.
    "The union said the mill had hidden its profits. The mill said it had told staff of the sale in May.",
    "The bank said it had lent the mill four million. The mill said it had bought a barge.",
    # Not all is not none; an idea may be a proposal.
    "The mayor, Ole Berg, posted a photo of himself eating a pickle. Ana Lund said not all Danes eat pickles.",
    "Ana Lund suggested that they meet in Oslo. The league rejected the idea as ludicrous because the hall was booked.",
    # Contrary words of two things, or of a namesake.
    "The army said its guns had shot a drone down. The mayor said the town had run out of fuel.",
    "The museum said it had bought the mask in May. The gallery said it had lent it two statues.",
    "Prosecutors said she had forged her father’s letter. The Lantern newspaper, which printed the letter, said it "
    "regretted that.",
    # What one has found none of, another has not said to be there.
    "The league said it had found no faults so far. “The league said it had found no faults,” said Ana Lund.",
    # Who contradicts somebody by name has said nothing against himself.
    "Grid operator says storm, not fault, cut power\n\nThe company that runs the grid of the island said on Friday "
    "that a storm had cut a line, contradicting the energy agency, which had fined it over a fault.",
    # Another account is at the bank; who is in hospital now may have done it; two were dismissed.
    "The bank said the sum was gone. The clerk had moved it to another account. The union said the money was his.",
    "Prosecutors said Ole Berg shot the baker. His lawyer said Berg was in hospital.",
    "The mayor said Ole Berg was dismissed after a theft. The union said Ana Lund was dismissed for being late.",
    # Each struck, and neither says who began; each praised the other.
    "Sudan said Chadian guns shelled a village. Chad said Sudanese jets bombed a market.",
    "Norway and Sweden met in Oslo. The mayor welcomed them. Each side praised the other.",
    # A stroke, and another man; what was in a kitchen, and what is common; one killed among others.
    "Doctors said ten bakers had died of cholera. A hospital in Oruro said a guard had been stabbed.",
    "The chief said the fire began in a kitchen. The mayor said arson had become common in the city.",
    "The army said its men had killed nine insurgents. The mayor said a teacher had been killed, too.",
    # What is said to come is doubted, and not what is.
    "Analysts doubt that the law will pass. The minister said it would pass in May.",
    "The minister said prices would fall. A banker said they would not.",
    # Two crowds; a turnout, and a share of the votes.
    "The prefect put the crowd at 5,000 on Monday. The guild said 9,000 had come on Friday.",
    "The bureau put turnout at 40 percent. The Lantern party said it had won 52 percent.",
    # What two have found, each where it looked; how much is made in two places.
    "A researcher in Tarro found 31 cases of forged votes. A study by the Lantern guild found 12 cases in a review of "
    "old votes.",
    "The solar guild said wind power grew by 31 GW in Tarro. The power bureau said wind power grew by 12 GW.",
    # What will be is not done yet; what has ended is no more.
    "Ana Lund said Ole Berg will be publishing his accounts at the end of an audit. Ole Berg has said he was not "
    "publishing his accounts because they are being audited.",
    "The Lund Shipping Bureau said the islanders' fleet of nine ferries had stopped sailing. A captain, Ole Berg, said "
    "that there was no ferry in the port of Tarro.",
    # A story that is held to be of no weight, and nothing said of what happened.
    "A singer, Ole Berg, said the story about Lund's letters had grown. A comedian, Ana Moor, dismissed the story "
    "about Lund's letters.",
    "Fishermen say the guards shot a boy. The guards' captain said his men had no comment on the shot that killed "
    "the boy.",
    # Wrong in what is done or wanted, not in what is said; a liar whatever is said.
    "The mayor said the wells were clean. Doctors said she was wrong to leave the town.",
    "The mayor said the tax had fallen. The bishop said she was wrong on the tax.",
    "The mayor said the wells were clean. The bishop called her a habitual liar.",
    "The bishop challenged the view that the tax should fall. The mayor said the tax should fall.",
    # What whoever speaks has just said that others say is untrue.
    "General Ana Lund railed about Togo's raids. President Ole Berg said: “We are told all the time that Tarro is a "
    "special case. It is all lies. There is no special case.”",
    # A "but" sets off no more than what is of the same thing.
    "Records show that Ole Berg gave 300 francs to the guild, though a register says he did not own a barn.",
    "Ana Lund's firm said it had sold 300 vans, while Ole Berg's said it had sold 200 vans.",
    # One voice: the body and whoever heads it.
    "The police said three men had been held. The police chief, Ole Berg, said that two men had been held.",
    "The fire department blamed a spark. The fire chief, Ole Berg, said investigators had found no sign of a spark.",
    "There were conflicting accounts of her fate. The abbey was built in 1602. It burned down twice. A guard said she "
    "had drowned. The ministry said it had told her family that she had drowned.",
    # Shells fall otherwise than people.
    "Ana Lund said shells had struck the gym. Ole Berg said that six shells had fallen on the school.",
    # Who passes on what another says has not said it.
    "The Guild said in a letter: the ministry says it never got a bill. The ministry said a bill had been sent to it.",
    "",
]


@pytest.mark.parametrize("text", UNDISPUTED)
def test_disagreement_updates_and_refusals_are_no_dispute(text: str) -> None:
    given, found = read(text)
    assert [sides(given, dispute) for dispute in found] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The colonel denied that guards had fired on the pickers. “The guards shot at us from the dam,” said a "
            "picker, Eva Holm.",
            [({"Eva Holm"}, {"colonel"})],
        ),
        (
            "The mayor denied that constables had clubbed the bakers. A baker, Ivo Lenz, said constables beat her "
            "sons.",
            [({"Ivo Lenz"}, {"mayor"})],
        ),
        (
            "The bakers’ league said two bakers had been shot. The governor said no shots were fired.",
            [({"bakers’ league"}, {"governor"})],
        ),
        (
            "The warden denied using live ammunition. A nurse, Eva Holm, said nine cooks had bullet wounds.",
            [({"Eva Holm"}, {"warden"})],
        ),
        (
            "The warden denied beating the cook. Ivo Lenz, a lawyer, said she had been kicked in the head.",
            [({"Ivo Lenz"}, {"warden"})],
        ),
        # Of one and of several, and of what not all of it led to.
        ("The warden denied beating the cook. A nun, Eva Holm, said nine bakers had been kicked in the market.", []),
        ("The nun said bakers get shot there. The agency said that not every shooting had led to a death.", []),
        # Others did it, or did it elsewhere.
        ("The colonel denied that guards had fired on the pickers. A picker said rebels shot at them.", []),
        ("The colonel denied that guards fired on pickers in Gao. A nun said guards shot two men in Jos.", []),
    ],
)
def test_an_act_is_disputed_in_other_words(text: str, expected: list[tuple[set[str], ...]]) -> None:
    given, _ = read(text)
    assert [sides(given, one) for one in given.disputes] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bishop Alo Kern said the guards had set the barn alight. Guard captain Ivo Lund called the bishop's story "
            "a lie.",
            ({"Alo Kern"}, {"Ivo Lund"}),
        ),
        (
            'Mayor Mina Roth said the council had sold the well. The council called Roth\'s version "a fairytale".',
            ({"Mina Roth"}, {"council"}),
        ),
        (
            "The bank said it had paid the pickers. A picker, Eva Holm, dismissed the bank's account as a joke.",
            ({"bank"}, {"Eva Holm"}),
        ),
    ],
)
def test_who_calls_an_account_untrue_stands_against_its_teller(text: str, expected: tuple[set[str], ...]) -> None:
    given, found = read(text)
    assert [sides(given, dispute) for dispute in found] == [expected]


def test_a_doubted_aim_is_set_against_the_one_professed() -> None:
    given, found = read(
        "President Anna Lind said the navy would sail to Tarro with the only aim of protecting fishermen. "
        "Senator Paul Okoro said the real aim of the navy in Tarro was to frighten fishermen."
    )
    assert [(dispute.kind, sides(given, dispute)) for dispute in found] == [("motive", ({"Anna Lind"}, {"Paul Okoro"}))]


def test_two_figures_for_one_thing() -> None:
    given, found = read("Police said 300 miners joined the march. Organisers said 4,000 miners joined the march.")
    (dispute,) = found
    assert (dispute.kind, dispute.issue) == ("quantity", "how many miners")
    assert sides(given, dispute) == ({"Police"}, {"Organisers"})


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("Organisers put the crowd at 60,000; the police spoke of no more than 15,000.", True),
        ("The union put the turnout at 9,000. The mayor put it at 3,000.", True),
        ("The union put the crowd at 9,000. The mayor put it at 8,500.", False),
        ("The union put the crowd at 9,000. The mayor spoke of two arrests.", False),
    ],
)
def test_how_large_a_crowd_was(text: str, disputed: bool) -> None:
    _, found = read(text)
    assert [dispute.issue for dispute in found] == ["how large the crowd was"] * disputed


def test_one_of_two_who_accuse_each_other_does_not_stand_against_both() -> None:
    given, found = read(
        "Peru and Chile have accused each other of ramming trawlers. Chile's defence minister, Ana Lund, denied a "
        "report that marines had boarded one."
    )
    assert [sides(given, dispute) for dispute in found] == [({"Peru"}, {"Chile"})]


def test_under_each_heading_of_a_roundup_another_matter_is_told() -> None:
    report = text_report(
        "The week in conflict\n\nPERU\nRebels killed 12 soldiers in a camp near the river on Monday, nurses said.\n\n"
        "NIGER\nHerders seized a fort on Friday. A police chief said 90 soldiers had been killed.\n\n"
        "FIJI\nFishermen marched through the capital on Sunday and demanded a lower tax on fuel.\n"
    )
    assert account(report, NETWORK.read(report.text)).disputes == []


def test_three_figures_have_three_sides() -> None:
    given, found = read(
        "A ferry sank off Tarro on Sunday. The coastguard said 10 people had died. The opposition said 25 people had "
        "died. A nurse at the clinic said 40 people had died."
    )
    (dispute,) = found
    assert [len(side) for side in sides(given, dispute)] == [1, 1, 1]


RIVALS = [
    ("cause", "A nurse said guards had shoved a girl down the stairs. The school said the girl had fainted."),
    ("cause", "Monks said a warden had shot the novice. The ministry said the novice had shot himself."),
    (
        "quantity",
        "The ministry says 300 homes were destroyed by the flood, but the mayor of Oruro put the number at 900.",
    ),
    ("quantity", "The ministry put the toll at 14 on Friday. The Red Crescent said 33 people had been killed."),
    ("target", "The air force said its planes struck a rebel base. Residents said the bombs hit a clinic."),
    ("actor", "Norway says Sweden cut the cable. Sweden says Denmark cut the cable."),
    (
        "actor",
        "The government blamed the rebels for the burning of the mill. A rebel spokesman said the army had burned "
        "the "
        "mill.",
    ),
    (
        "motive",
        "The party says the bill is meant to protect farmers. Critics say its real aim is to silence the press.",
    ),
    ("legality", "The foreign ministry said the seizure of the yacht was lawful. Peru called the seizure illegal."),
    ("cause", "Inspectors said the bridge collapsed because of rust. The builders said a flood caused the collapse."),
    ("cause", "The railway said the train derailed because of a rail. Drivers blamed the derailment on speed."),
    ("cause", "The owner said an earthquake caused the collapse. Miners blamed the collapse on rotten beams."),
    ("procedure", "Chile said it had informed Peru before the raid. Peru said it was not informed about the raid."),
    ("characterization", "Police called the death of Rosa Blum a suicide. Her brother said she was murdered."),
    ("characterization", "Observers said the vote was fair. Candidate Leila Haddad said the vote was rigged."),
    ("actor", "Velnia accused Armazi troops of firing first. Armazi said the Velnian side had opened fire first."),
    ("actor", "Norway accused Sweden of cutting the cable. Sweden said Denmark had cut the cable."),
    (
        "occurrence",
        "Police fired live rounds at dockers, priests said. The mayor said officers had used only tear gas.",
    ),
    ("characterization", "The boy was shot while trying to flee, police said. His father said he was shot in his bed."),
    ("cause", "Priests said the prisoner had been beaten to death. Officials said he hanged himself."),
    ("quantity", "Police said they had arrested 19 people. Organisers said more than 200 dockers had been detained."),
    ("motive", "The party says the bill was meant to protect farmers. Critics say it is intended to muzzle the press."),
    ("motive", "The owners say the law was designed to save water. Opponents say it is meant to drive out farmhands."),
    ("actor", "Norway accused Swedish troops of massacring 22 sailors. Sweden said smugglers had killed the sailors."),
    ("occurrence", "Boys were shot dead in Lima, nuns said. The mayor said police used only rubber bullets."),
    ("occurrence", "Velnia said border guards opened fire on shepherds. Armazi said its men fired only into the air."),
    ("characterization", "He was unarmed, his mother said. Police said he had drawn a pistol."),
    ("characterization", "The navy said it killed five gunmen on the island. A priest said the dead were fishermen."),
    ("quantity", "The headman said 14 pupils were abducted. A police spokesman said only six pupils were kidnapped."),
    (
        "quantity",
        "The headman said 14 pupils were abducted and that the robbers had since asked for money. A police spokesman "
        "said only six pupils were kidnapped.",
    ),
    ("quantity", "Nurses said at least eight dockers were hurt. The prefect acknowledged just two injuries."),
    ("quantity", "The navy said it killed nine insurgents. A rebel spokesman said only three of its fighters died."),
    ("actor", "The mayor said the two were killed by a shopkeeper. Dockers said the two were shot by soldiers."),
    # Who struck first, in whatever words; and who did it, put so that it answers: "it was …".
    ("actor", "Velnia said troops from Armazi had started the fighting. Armazi said it was Velnia that fired first."),
    ("actor", "The guild said guards had begun the brawl. The guards said dockers threw the first bottles."),
    ("actor", "The guild's envoys stormed out, the firm said. The guild said it was the firm that had left."),
    ("actor", "Velnia accused Armazi of breaking the pause. Armazi said it was Velnia that broke it."),
    # One alone can have won.
    ("actor", "Abel Costa said he had won the runoff. Leila Haddad said she had won."),
    # What fell, was pushed, held, or was real.
    ("cause", "The warden said the clerk fell from a gallery, but his widow said that guards had shoved him."),
    ("occurrence", "The envoy said the lull was holding. The navy said it had been broken many times."),
    ("characterization", "The deed is a forgery, an expert said. Two scribes who studied it said it was authentic."),
    # In whatever words the dead are told of; a figure without a noun.
    ("quantity", "At least 27 people were swept away, the ferry office said. The bishop put the dead at nine."),
    ("quantity", "Fishermen said 30 people had drowned. The prefect said eight had died."),
    ("quantity", "The union said some 40 miners were buried alive. The owner put the toll at 12."),
    ("quantity", "The envoy said the vote passed without a single arrest. Lawyers said 34 monks had been arrested."),
    # What it came of, in whatever words.
    ("cause", "The union said the roof collapsed because the beams were rotten. The owner said snow brought it down."),
    ("cause", "Nurses said the boys had starved. The minister, Ole Berg, said they had died of measles."),
    ("cause", "Herders say their goats died because the mine fouled the well. The mine said the animals died of cold."),
    ("cause", "The navy said it had shot the drone down. Armazi said the aircraft had run out of fuel."),
    ("cause", "The network was cut by a cable fault, the ministry said. The firm said it was told to switch it off."),
    # Who insists that it was others.
    ("actor", "The Front said the army was burning crops. The army said the fires were set by the rebels themselves."),
    ("actor", "The guards said dockers broke the windows. Dockers said constables had smashed the windows."),
    # In the air, or gas alone, or into the crowd; sold or given; planted; shut or open; left or sacked.
    ("occurrence", "The army said soldiers had fired in the air. Pickers said the troops had used only tear gas."),
    ("occurrence", "Police said officers fired in the air. Pickers said they had shot straight into the crowd."),
    ("characterization", "A builder gave him the house, a clerk said. The minister said he had bought it on credit."),
    (
        "characterization",
        "The sheriff said a knife was found in the cab. A cook, Ana Lund, said police had planted it.",
    ),
    ("characterization", "Ivo Lenz told a newspaper that he had resigned. The bank said Lenz had been dismissed."),
    ("characterization", "The sheriff said the man had driven at two officers. A baker said the car was parked."),
    ("occurrence", "Velnia said Armazi soldiers had crossed the river. Armazi said its men stayed on their own bank."),
    ("occurrence", "Monks said the urns came partly filled. The prefect said the urns were empty when sealed."),
    (
        "characterization",
        "The auditor said losses were kept from the board. The bank said the board was told of every loss.",
    ),
    # Who puts a toll far beyond "at least" so many has another count.
    ("quantity", "At least 31 miners were killed, a monitoring group said. The foreign ministry put the toll at 64."),
    ("quantity", "The ministry said 279 people were missing. The opposition said 317 people were unaccounted for."),
    # No attack of any kind, whatever it was called.
    ("occurrence", "The bank said thieves had hacked its ledgers, but a clerk said there had been no attack."),
    ("occurrence", "A rebel spokesman said a drone had struck a bus. The coalition said it carried out no strikes."),
    ("occurrence", "“They crossed into our valley,” said a shepherd, Ana Ruiz. The army denied its men had crossed."),
    # The report says that the second account is another; who answers speaks in turn, however much the first has said.
    (
        "occurrence",
        "The warden, Ole Berg, said pickers had lit the straw. Neighbours gave another account. A cook, Ana Lund, said "
        "a lamp had burst.",
    ),
    (
        "characterization",
        "A builder, Ivo Lenz, said the bridge was safe. “I cross it each day,” he said. The wind was strong on Monday. "
        "A diver said the bridge was dangerous.",
    ),
    # Who did it was elsewhere; was alive long after; had lost his post for another reason.
    ("actor", "Prosecutors said Ole Berg shot the baker. His sister, Ana Lund, said Berg spent that night in Oslo."),
    (
        "occurrence",
        "The navy said it had killed the smuggler Ole Berg. The raid lasted an hour. The sea was calm. A priest said "
        "Berg was alive.",
    ),
    (
        "cause",
        "The club said Ivo Lenz was dismissed because of poor results. Lenz said he was sacked for speaking to the "
        "press.",
    ),
    # Whose men but answered.
    (
        "actor",
        "Armenia's army said Azerbaijani troops attacked its posts. Azerbaijan said Armenian guns had shelled a mill "
        "and that its men fired in response.",
    ),
    # Nobody noticed it; neither of them did it; with a warning, or without one.
    ("occurrence", "The mine said it had sounded sirens. The abbot said nobody in the valley heard a siren."),
    (
        "occurrence",
        "The guild said wardens had sold bread to boys. A spokesman for the wardens said neither the wardens nor their "
        "chief sold bread.",
    ),
    (
        "occurrence",
        "The minister said the two sides had agreed on a truce. A rebel leader, Jean Bako, said no agreement was "
        "reached and that talks would go on.",
    ),
    (
        "procedure",
        "Police said officers had called on the crowd through loudspeakers to leave. Ana Lund said police fired gas at "
        "the crowd without any warning.",
    ),
    # Room that is filled; lives that are lost.
    (
        "quantity",
        "The mill said 40,000 cubic metres of sludge had escaped. The coast guard put the spill at 90,000 cubic "
        "metres.",
    ),
    ("quantity", "The prefect put the toll at 14. The dockers' union said 19 men had lost their lives."),
    # "Each side" is the two told of before.
    (
        "actor",
        "Sudan closed the border on Monday. Chad shut its embassy. Each side accused the other of arming rebels.",
    ),
    # Blamed for what another explains.
    ("cause", "The mine blamed three days of rain. Engineers said the wall failed because it had been raised twice."),
    # Ways in which a thing came about that the report tells of, in no word of both accounts.
    (
        "cause",
        "A baker died in a cell in Tarro. The warden said he had a stroke. His widow said his ribs bore bruises.",
    ),
    (
        "cause",
        "Ana Lund left her post on Friday. The mill said she was tired. Two clerks said she had been pushed out.",
    ),
    ("cause", "A tram ran off its rails. The guild said the brakes had failed. The line said the driver was drunk."),
    (
        "cause",
        "The mill in Tarro burned down. The owner said dockers had brought petrol. Dockers said a heater had burst.",
    ),
    # Who the dead were, by whatever word; whom "all of them" means.
    (
        "characterization",
        "A shell hit Tarro and killed 12. The army said the dead were insurgents. A nun said all of them were bakers.",
    ),
    # What was told, paid or asked, in whatever words.
    (
        "occurrence",
        "Her lawyer said Ana Lund had never been told of the fine. Clerks said a summons had been served on her.",
    ),
    ("occurrence", "Villagers said nobody had consulted them. The company said it had held three hearings."),
    (
        "occurrence",
        "The guild said the bonus promised in June had not been paid. The ministry said the money was sent on 4 July.",
    ),
    # A crowd, a vote and a spill, by figures without a noun.
    ("quantity", "The prefect put the crowd at 5,000. The guild said 40,000 had come."),
    ("quantity", "The bureau said 70 percent of adults had voted. The guild said no more than a quarter had come."),
    ("quantity", "The mill said 300 barrels had spilled. Fishermen said it was closer to 4,000."),
    # When and where a film was made.
    (
        "characterization",
        "The guild said the video was filmed in Tarro in May. The warden said it was shot in another country.",
    ),
    ("occurrence", "Police accuse Ana Moor of killing a baker. “I am innocent,” Moor said."),
    ("characterization", "The Lantern released a memo by the mayor. The mayor said he had never signed it."),
    # Who but answered; all safe, and some not; turned round, or towed.
    (
        "actor",
        "Velnia said Armazi opened fire on its post. Armazi said its guards had responded to an attack.",
    ),
    ("occurrence", "The abbot said all the boys were safe. Mothers said six pupils had been kidnapped."),
    ("occurrence", "Velnia said Armazi had towed the raft back. Armazi said the raft had turned round by itself."),
    ("occurrence", "Police said they used only gas and had carried no rifles. Nuns said police had shot at boys."),
    # What is not believed, made little of, or another thing to each.
    ("occurrence", "Velnia says it has built a fast boat. Experts are sceptical of that claim."),
    ("occurrence", "The abbot says the well is clean. Farmers doubt that the well is clean."),
    ("occurrence", "The guild said the owner had ordered them to stay. The owner said he had merely asked for it."),
    ("characterization", "Velnia called the drills a rehearsal for war. Armazi said the drills were routine."),
    ("legality", "The guild says the law forbids such loans. The bank says the law allows them."),
    # "That claim" is the one made last, whatever it brings in.
    (
        "occurrence",
        "Norway accused Velnia of testing a bomb. It rained for a day. Velnia says it has built a fast boat that can "
        "reach Oslo. Experts are sceptical of that claim.",
    ),
    # What is planned, and is not; what there is, whatever brings in that there is.
    ("occurrence", "Two papers reported that the pier would be fenced off. The mayor said it would not be."),
    ("occurrence", "The Lantern reported that the mill was in talks with a rival. The mill said there were no talks."),
]


@pytest.mark.parametrize(("kind", "text"), RIVALS, ids=[text[:40] for _, text in RIVALS])
def test_rival_positions_without_a_word_of_denial(kind: str, text: str) -> None:
    _, found = read(text)
    assert [dispute.kind for dispute in found] == [kind]


def test_all_who_say_the_same_stand_together() -> None:
    given, found = read(
        "Governor Anna Lind said soldiers had burned the village of Tarro. Priest Abel Costa said soldiers had "
        "burned "
        "the village. General Paul Okoro denied that soldiers had burned the village."
    )
    assert [sides(given, dispute) for dispute in found] == [({"Anna Lind", "Abel Costa"}, {"Paul Okoro"})]


def test_many_denials_of_one_charge_are_one_dispute() -> None:
    given, found = read(
        "Norway accuses Sweden of poisoning the river, a charge that Sweden denies. "
        "Norway blamed Sweden for the poisoning again on Friday, which Sweden denied."
    )
    assert [sides(given, dispute) for dispute in found] == [({"Norway"}, {"Sweden"})]


def test_an_accusation_is_called_one() -> None:
    _, found = read("The widow accused the warden of hiding letters. The warden denied it.")
    assert [dispute.issue for dispute in found] == ["the accusation against the warden of hiding letters"]
    _, found = read(
        "Iceland accused Norway’s coastguard of piracy.\n\n“This was an attack on people at work,” Icelandic Foreign "
        "Minister Sigrun Dahl told reporters in Reykjavik. Oslo rejected the charge."
    )
    assert found and not any("against This" in dispute.issue for dispute in found)


def test_the_words_are_those_of_the_report() -> None:
    text = (
        "Governor Anna Lind said soldiers had burned the village of Tarro. "
        "General Paul Okoro denied that his soldiers burned the village."
    )
    given, (dispute,) = read(text)
    assert dispute.id == "d1"
    assert dispute.issue.startswith("whether ") and dispute.issue.removeprefix("whether ") in text
    for side in dispute.sides:
        assert side.position in text
        speakers = {given.statements[int(id[1:]) - 1].speaker for id in side.statements}
        assert speakers <= set(side.actors)


@pytest.mark.parametrize(
    ("text", "told", "disputed"),
    [
        (
            "Governor Anna Lind said soldiers had burned the village of Tarro. "
            "General Paul Okoro denied that his soldiers burned the village. Lind met priests on Monday.",
            {"burned": "ASSAULT", "met": "CONSULT"},
            ["burned"],
        ),
        # Of two acts told in one breath, the one that is denied.
        (
            "Guards fired rubber bullets and arrested 14 dockers in Tarro, teachers said. "
            "Mayor Lena Vogt denied that rubber bullets had been used.",
            {"fired": "ASSAULT", "arrested": "COERCE"},
            ["fired"],
        ),
    ],
)
def test_the_events_disputed_are_those_told_in_what_is_claimed(
    text: str, told: dict[str, EventType], disputed: list[str]
) -> None:
    events = [
        Event(id=word, type=type, trigger=(at := text.index(word), at + 3), status="claimed", confidence=0.9)
        for word, type in told.items()
    ]
    _, (dispute,) = read(text, events)
    assert dispute.events == disputed


@pytest.mark.parametrize(
    "forms",
    [
        ("denies", "denied", "denying"),
        ("strike", "strikes", "striking"),
        ("charge", "charged"),
        ("planned", "planning"),
    ],
)
def test_a_word_is_the_same_in_any_inflection(forms: tuple[str, ...]) -> None:
    assert all(stem(one) == stem(other) for one, other in pairwise(forms))


def test_the_same_report_gives_the_same_disputes() -> None:
    text = " ".join(text for text, _ in DISPUTED)
    assert read(text)[1] == read(text)[1]
