"""English is read, other languages are refused, and what is too short to tell is read."""

from __future__ import annotations

import pytest

from sayso.intake.language import is_english

ENGLISH = {
    "report": "The minister said on Thursday that the talks in the harbour had failed, and that nobody knew when the "
    "dockers would go back to work. The union blamed the company, which had not answered its letter for two weeks.",
    "capitals": "THE MINISTER SAID ON THURSDAY THAT THE TALKS IN THE HARBOUR HAD FAILED, AND THAT NOBODY KNEW "
    "WHEN THE "
    "DOCKERS WOULD GO BACK TO WORK. THE UNION BLAMED THE COMPANY, WHICH HAD NOT ANSWERED ITS LETTER.",
    "results": "Port Vale 2, Sorrel 1 (Okafor 12, Brandt 70; Lee 88). Att: 4,020. The visitors, who had won four of "
    "their last five games, never found their feet in the rain, and Okafor headed home from a corner after a "
    "dozen minutes.",
    "foreign names": "Recep Tayyip Erdoğan, Binali Yıldırım, Mevlüt Çavuşoğlu and Süleyman Soylu were at the table, "
    "according to a list which the palace gave to reporters after the meeting with Ștefan Îngerașu in Çanakkale.",
    "with a quotation in another language": "“Nous ne reprendrons pas le travail avant la fin du mois,” said the "
    "speaker of the union: they would not go back to work before the end of the month, he added, and there "
    "was no more to say.",
    "Nigerian Pidgin": "Di minister tok say di attack wey dem do na only di group dem dey target, and di opposition "
    "say dat na civilians don die for di attack. Dis one happen afta im meet im colleague for New York, people say.",
}

OTHERS = {
    "German": "Der Außenminister hat am Donnerstag erklärt, die Angriffe richteten sich allein gegen "
    "Stellungen der Gruppe. "
    "Was in den Provinzen geschah, war zunächst unklar, die Opposition sprach von Opfern unter Zivilisten in "
    "der Stadt.",
    "Dutch": "De minister zei woensdag dat de aanvallen alleen gericht waren op doelen van de groep. Het was "
    "in de stad "
    "niet duidelijk of er ook burgers waren getroffen, maar volgens de oppositie was dat het geval.",
    "Danish": "Udenrigsministeren sagde torsdag, at angrebene kun var rettet mod mål for gruppen. Under et "
    "møde i New York "
    "for to dage siden havde han talt med sin kollega om over hundrede mål i landet.",
    "French": "Le ministre a déclaré jeudi que les frappes visaient exclusivement des positions du groupe. "
    "Des rumeurs selon "
    "lesquelles d'autres cibles auraient été touchées sont sans fondement, a-t-il dit à New York.",
    "Spanish": "El ministro dijo el jueves que los ataques se dirigieron solo contra posiciones del grupo y "
    "que los rumores "
    "sobre otros objetivos no tienen fundamento. No hay pruebas de que haya víctimas, me dijo.",
    "Swahili": "Waziri wa mambo ya nje alisema siku ya Alhamisi kwamba mashambulizi ya anga yalilenga maeneo "
    "ya kundi hilo "
    "pekee. Alisema uvumi kwamba maeneo mengine yalishambuliwa hauna msingi katika mkutano huo mjini New York.",
    "Russian": "Министр сообщил в четверг, что удары наносились только по позициям группировки.",
    "Arabic": "قال الوزير يوم الخميس إن الضربات استهدفت مواقع المجموعة فقط.",
    "Chinese": "部长周四表示，空袭仅针对该组织的阵地，有关其他目标的传言毫无根据，他在纽约会晤后说。",
}


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_is_read(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages_are_not(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize("text", ["", "Ja.", "Keine Einigung im Hafen", "Нет", "12:30", "🙂"])
def test_a_short_text_gets_the_benefit_of_the_doubt(text: str) -> None:
    assert is_english(text)


def test_only_the_beginning_counts() -> None:
    assert is_english(ENGLISH["report"] * 50 + OTHERS["German"] * 500)
