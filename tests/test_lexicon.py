"""The lexicon: what its words mean, and that its files are sound."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from sayso import lexicon
from sayso.lexicon import tables
from sayso.model import ActorKind, Sector


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Russia", "RUS"), ("the Netherlands", "NLD"), ("The Netherlands", "NLD"), ("U.S.", "USA"), ("US", "USA"),
        ("us", None), ("DPRK", "PRK"), ("D.P.R.K.", "PRK"), ("Democratic People’s Republic of Korea", "PRK"),
        ("Kosovo", "XKX"), ("Palestine", "PSE"), ("Taiwan", "TWN"), ("Hong Kong", "HKG"), ("Western Sahara", "ESH"),
        ("Burma", "MMR"), ("Ivory Coast", "CIV"), ("Türkiye", "TUR"), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_countries_by_name(words: str, code: str | None) -> None:
    assert lexicon.country(words) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Russian", "RUS"), ("South Korean", "KOR"), ("British", "GBR"), ("Saudi", "SAU"), ("U.S.", "USA"),
        ("Congolese", "COD"), ("Palestinian", "PSE"), ("Kosovar", "XKX"), ("Martian", None),
    ],
)  # fmt: skip
def test_nationalities(words: str, code: str | None) -> None:
    assert lexicon.nationality(words) == code


@pytest.mark.parametrize(
    ("words", "code", "many"),
    [("Russians", "RUS", True), ("Briton", "GBR", False), ("Palestinians", "PSE", True), ("Spaniards", "ESP", True),
     ("Dutchman", "NLD", False), ("New Zealanders", "NZL", True), ("Filipinos", "PHL", True)],
)  # fmt: skip
def test_peoples(words: str, code: str, many: bool) -> None:
    assert lexicon.people(words) == (code, many)


@pytest.mark.parametrize(
    ("words", "code", "body"),
    [
        ("Moscow", "RUS", ""), ("Kremlin", "RUS", ""), ("Downing Street", "GBR", ""), ("Washington", "USA", ""),
        ("Pentagon", "USA", "US Defense Department"), ("Foggy Bottom", "USA", "US State Department"),
        ("Zhongnanhai", "CHN", ""), ("Blue House", "KOR", ""), ("Élysée", "FRA", ""), ("Ankara", "TUR", ""),
        ("Tehran", "IRN", ""),
    ],
)  # fmt: skip
def test_seats_of_power(words: str, code: str, body: str) -> None:
    seat = lexicon.seat(words)
    assert seat is not None
    assert (seat.country, seat.body) == (code, body)


@pytest.mark.parametrize(
    ("title", "office", "sector", "plural"),
    [
        ("foreign minister", "foreign minister", "GOV", False),
        ("Secretary of State", "foreign minister", "GOV", False),
        ("top diplomat", "foreign minister", "GOV", False), ("premier", "prime minister", "GOV", False),
        ("spokesmen", "spokesman", None, True), ("army spokesman", "spokesman", "MIL", False),
        ("police chief", "police chief", "COP", False), ("senators", "senator", "GOV", True),
        ("rebel commander", "rebel commander", "REB", False), ("opposition leader", "opposition leader", "OPP", False),
        ("professor", "professor", "EDU", False), ("activist", "activist", "NGO", False),
        ("chief executive", "chief executive", "BUS", False), ("imam", "imam", "CVL", False),
    ],
)  # fmt: skip
def test_roles(title: str, office: str, sector: str | None, plural: bool) -> None:
    role = lexicon.role(title)
    assert role is not None
    assert (role.office, role.sector, role.plural) == (office, sector, plural)


def test_a_foreign_minister_may_be_called_a_diplomat() -> None:
    role = lexicon.role("foreign minister")
    assert role is not None
    assert "diplomat" in role.also


@pytest.mark.parametrize(
    ("form", "gender", "sector"),
    [("Mr", "m", None), ("Mr.", "m", None), ("Mrs.", "f", None), ("Dr", None, None), ("Lt. Col.", None, "MIL"),
     ("Sheikh", "m", None), ("Gen.", None, "MIL"), ("Sen.", None, "GOV")],
)  # fmt: skip
def test_honorifics(form: str, gender: str | None, sector: str | None) -> None:
    honorific = lexicon.honorific(form)
    assert honorific is not None
    assert (honorific.gender, honorific.sector) == (gender, sector)


@pytest.mark.parametrize(
    ("words", "name", "kind", "country"),
    [
        ("UN", "United Nations", "organization", None), ("U.N.", "United Nations", "organization", None),
        ("ISIS", "Islamic State", "organization", None), ("Daesh", "Islamic State", "organization", None),
        ("State Department", "US State Department", "government", "USA"), ("Reuters", "Reuters", "media", None),
        ("Hezbollah", "Hezbollah", "organization", "LBN"), ("Mossad", "Mossad", "government", "ISR"),
    ],
)  # fmt: skip
def test_organizations(words: str, name: str, kind: str, country: str | None) -> None:
    found = lexicon.organization(words)
    assert found is not None
    assert (found.name, found.kind, found.country) == (name, kind, country)


@pytest.mark.parametrize(
    ("words", "family", "kind", "sector"),
    [("army", "military", "government", "MIL"), ("Ministry of Defence", "defence ministry", "government", "GOV"),
     ("newspaper", "newspaper", "media", "MED"), ("police", "police", "government", "COP"),
     ("company", "company", "organization", "BUS")],
)  # fmt: skip
def test_bodies(words: str, family: str, kind: str, sector: str) -> None:
    body = lexicon.body(words)
    assert body is not None
    assert (body.family, body.kind, body.sector) == (family, kind, sector)


def test_documents_and_hearsay() -> None:
    indictment, reportedly = lexicon.document("indictment"), lexicon.document("reportedly")
    assert indictment is not None and not indictment.hearsay
    assert reportedly is not None and reportedly.hearsay


def test_unnamed_sources() -> None:
    officials, lawmaker = lexicon.source("officials"), lexicon.source("lawmaker")
    assert officials is not None and officials.kind == "anonymous" and officials.plural
    assert lawmaker is not None and lawmaker.kind == "anonymous" and not lawmaker.plural


def test_genders() -> None:
    assert lexicon.gender_of_name("Sergey") == "m"
    assert lexicon.gender_of_name("Fatima") == "f"
    assert lexicon.gender_of_name("Jean") is None  # a man in France, a woman in Scotland
    assert lexicon.gender_of_noun("spokeswoman") == "f"
    assert lexicon.is_kin("husband") and not lexicon.is_kin("king")


def test_every_iso_country_is_there() -> None:
    pycountry = pytest.importorskip("pycountry")
    assert {c.alpha_3 for c in pycountry.countries} | {"XKX"} == set(lexicon.countries())


def test_every_inhabited_state_has_an_adjective() -> None:
    lacking = [c.name for c in lexicon.countries().values() if c.capitals and not c.adjectives]
    assert set(lacking) <= {"British Virgin Islands", "Republic of the Congo", "Dominica", "Northern Mariana Islands"}


def test_sectors_and_kinds_are_known() -> None:
    sectors = {*get_args(Sector), None}
    tables = (lexicon.roles(), lexicon.organizations(), lexicon.bodies(), lexicon.honorifics(), lexicon.sources())
    for table in tables:
        assert {entry.sector for entry in table.values()} <= sectors
    for table in (lexicon.organizations(), lexicon.bodies(), lexicon.sources(), lexicon.documents()):
        assert {entry.kind for entry in table.values()} <= set(get_args(ActorKind))


def test_no_country_shares_its_name() -> None:
    names = Counter(name for c in lexicon.countries().values() for name in {lexicon.key(n) for n in (c.name, *c.also)})
    assert [name for name, times in names.items() if times > 1] == []


def test_no_word_stands_twice() -> None:
    for file, columns in (
        ("roles.tsv", 6),
        ("bodies.tsv", 4),
        ("documents.tsv", 4),
        ("sources.tsv", 4),
        ("seats.tsv", 3),
    ):
        words = Counter(row[0] for row in lexicon.rows(file, columns))
        assert [word for word, times in words.items() if times > 1] == [], file


def test_a_broken_line_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.tsv").write_text("# comment\n\none\ttwo\n", "utf-8")
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    assert lexicon.rows("odd.tsv", 2) == [["one", "two"]]
    with pytest.raises(lexicon.LexiconError, match=r"odd\.tsv, line 3: 2 columns, not 3"):
        lexicon.rows("odd.tsv", 3)


def test_no_use_hides_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "twice.tsv").write_text("particle\tvan von\nlink\tof\nparticle\tback off\n", "utf-8")
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    with pytest.raises(lexicon.LexiconError, match=r"twice\.tsv: 'particle' has two lines"):
        tables.by_use("twice.tsv")


def test_the_whole_lexicon_loads_quickly() -> None:
    code = (
        "import time; from sayso import lexicon as x; t = time.process_time();"
        "x.country('a'); x.country_in_short('a'); x.nationality('a'); x.people('a'); x.seat('a'); x.role('a');"
        "x.honorific('a'); x.gender_of_name('a'); x.gender_of_noun('a'); x.pronoun('a'); x.organization('a');"
        "x.body('a'); x.document('a'); x.source('a'); print(time.process_time() - t)"
    )
    best = min(float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)
               for _ in range(3))  # fmt: skip
    assert best < 0.3  # about 0.03 s; room for a slow and busy machine
