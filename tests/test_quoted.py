"""Whose words somebody else passes on or a label tells: quotations, letters, transcripts, signatures, and what is said
within what is said. Runs the model that ships."""

from __future__ import annotations

import pytest
from telling import told

import sayso


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


def test_whose_claim_somebody_rejects_has_made_it() -> None:
    account = sayso.read("The firm denied the union’s allegation that it had cut wages.")
    assert [told(account, one) for one in account.statements] == [
        ("firm", "denied", "the union’s allegation that it had cut wages"),
        ("union", "allegation", "it had cut wages"),
    ]


def test_a_quotation_is_of_whoever_has_just_been_told_to_have_a_view() -> None:
    account = sayso.read("The bank called the bridge safe. Divers disagreed. “The piers are cracked from end to end.”")
    assert told(account, account.statements[-1]) == ("Divers", "", "The piers are cracked from end to end")


def test_of_a_speaker_in_a_transcript_he_does_not_speak_himself() -> None:
    account = sayso.read(
        "Our reporter Ole Berg spoke to the mayor, Ana Lund.\n"
        "Berg: Did the clerk take the money?\nLund: Ivo Lenz did not take it.\n"
        "Berg: He says that the safe was open.\nLund: It was shut."
    )
    assert ("Ivo Lenz", "says", "the safe was open") in [told(account, one) for one in account.statements]
