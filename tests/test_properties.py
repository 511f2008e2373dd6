"""What holds for every report, whatever its text: nothing without its words, and the same account in any company."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso import Account, Reader, Report, Span, Unfit
from sayso.intake import text_report

# Any character there is, lone surrogates, NUL and unassigned ones with them; and what reports are made of, so that
# there are statements to be found in what comes out.
ANY = st.text(st.characters(exclude_categories=()), max_size=40)
NEWS = st.sampled_from(
    [
        "The minister said the talks had failed.", "“We will not go,” Pavel Novak told reporters.", "He denied it. ",
        "according to the army", "Moscow accused Kiev of lying", "\"No,\" she said, \"never.\"", "BEIJING (Reuters) — ",
        "Q: Who paid?\n", "A: Nobody did.\n", "Mr Novak", "said", "that", " ", "\n", "\n\n", "\r\n", "“", "”", '"', "'",
        "(", ")", ", ", ". ", "—", "…", "\t", "\u2028", "\u200f", "\u202e", "\ufeff", "\0", "\ud800", "\U0001f600",
        "e\u0301", "\u0627\u0644\u0648\u0632\u064a\u0631", "\u5916\u4ea4\u90e8", "http://example.org/?a=b", "<b>no</b>",
    ]
)  # fmt: skip
TEXTS = st.lists(NEWS | ANY, max_size=30).map("".join)

# Two surrogates that make a character, side by side as two, are one to whoever reads the JSON.
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

REPORTS = [
    "The dam will be finished next year, Energy Minister Amara Diallo said on Monday.",
    "The union said the strike would go on.\n\n“We are not tired,” its leader, Pavel Novak, told reporters.",
    "“We are not tired,” he said.",
    "He said so.",
    "\ud83d said “no\u202e”",
    "",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def check(account: Account, text: str) -> None:
    assert account.report.text == text
    for start, end in account.spans():
        assert 0 <= start < end <= len(text)
    ids = {actor.id for actor in account.actors}
    assert len(ids) == len(account.actors)
    for statement in account.statements:
        assert {statement.speaker, statement.addressee, *statement.via} <= ids | {None}
        assert in_order(statement.content) and statement.content
        assert any(any(map(str.isalnum, account.words(piece))) for piece in statement.content)
        if statement.time:
            assert statement.time.text == account.words(statement.time.span)
    for time in account.times:
        assert time.text == account.words(time.span)
    written = json.loads(account.to_json().encode("utf-8", "backslashreplace"))
    assert PAIR.search(text) or Account.model_validate(written) == account


def in_order(pieces: list[Span]) -> bool:
    return all(before[1] <= after[0] for before, after in pairwise(pieces))


@given(TEXTS)
@example("")
@example("\0")
@example("“’? …!")  # a quotation of marks alone
@example("\u200e]Ə\x1bB1\u200e\u200e")  # what looks like a name and has no letter
@example("“" * 300)
@example("said " * 600)
@example("x" * 5000)
@settings(max_examples=150)
def test_every_span_lies_in_the_text(reader: Reader, text: str) -> None:
    check(reader.read(Report(text=text)), text)


@given(TEXTS)
@settings(max_examples=100)
def test_intake_leaves_a_text_as_it_is_or_refuses_it(text: str) -> None:
    try:
        report = text_report(text)
    except Unfit as reason:
        assert str(reason)
        return
    assert report.text == text
    parts = [part.span for part in report.furniture]
    assert in_order(parts) and all(0 <= start < end <= len(text) for start, end in parts)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_an_account_depends_on_its_report_alone(reader: Reader, texts: list[str], chance: random.Random) -> None:
    alone = {text: reader.read(Report(text=text)).to_json() for text in texts}
    shuffled = [*texts, *texts]
    chance.shuffle(shuffled)
    together = reader.read_many(Report(text=text) for text in shuffled)
    assert [account.to_json() for account in together] == [alone[text] for text in shuffled]


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_account_whatever_the_threads_and_jobs(reader: Reader, threads: int, jobs: int) -> None:
    expected = [reader.read(Report(text=text)).to_json() for text in REPORTS]
    found = Reader(threads=threads).read_many([Report(text=text) for text in REPORTS], jobs=jobs)
    assert [account.to_json() for account in found] == expected


KILLED = """
from sayso import Reader, Report
for account in Reader().read_many(iter(lambda: Report(text="It will rain, she said."), None), jobs=2):
    print(account.report.id, flush=True)
"""


def test_workers_end_with_whoever_started_them() -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE)
    assert process.stdout and process.stdout.readline()
    process.kill()
    process.communicate(timeout=60)  # comes back when the last of those that hold standard output has ended


def test_a_statement_does_not_hang_on_where_in_a_long_report_it_stands(reader: Reader) -> None:
    """A report much longer than the model's window: what is said once in it is found wherever it is said."""
    said = "“The bridge is safe,” Elena Costa, the mayor, told reporters."
    filler = "Rain fell all day on the empty market, and the boats stayed in the harbour until the evening."
    for before in (0, 7, 13, 40, 90):
        text = "\n\n".join([*[filler] * before, said, *[filler] * (90 - before)])
        account = reader.read(Report(text=text))
        told = {account.words(piece) for statement in account.statements for piece in statement.content}
        assert "The bridge is safe" in told
