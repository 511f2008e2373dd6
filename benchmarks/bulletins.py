"""Short reports made by rule, for trials that need many ledgers: in each town the same things happen, told by an agency
and those who print it, by others on their own, and again the day after; something of all that linking has to do."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FIRST = datetime.date(2021, 3, 1)

#  town, its police chief, a name that is the same in every other town, what is attacked
TOWNS = [
    ("Bamenda", "Samuel Ndikum", "Paul Tabe", "bus station"),
    ("Maiduguri", "Ibrahim Bukar", "Musa Dankwa", "cattle market"),
    ("Goma", "Olivier Kasongo", "Paul Tabe", "radio mast"),
    ("Quetta", "Rashid Mengal", "Musa Dankwa", "coal mine"),
    ("Basra", "Haider Saadoun", "Paul Tabe", "oil terminal"),
    ("Tripoli", "Khaled Ghariani", "Musa Dankwa", "fish harbour"),
    ("Mogadishu", "Farah Warsame", "Paul Tabe", "beach hotel"),
    ("Juba", "Deng Lual", "Musa Dankwa", "grain store"),
]
APART = datetime.timedelta(days=61)  # from what happens in one town to what happens in the next

_AGENCY = """{town}, {day} (Meridian News) - Gunmen attacked the {target} in {town} on {weekday}, killing {dead} people,
police said.

"They opened fire on people who were at work there," police chief {chief} told reporters. He accused the
militia of {rebel} of the attack.

{rebel} denied that his men had attacked the {target}.
"""

_OWN = """At least {more} people were killed when gunmen attacked the {target} in {town} on {weekday}, a hospital
doctor said.

Army spokesman Colonel Peter Hale denied that soldiers had fired at the crowd. "Our soldiers were not there," he said.
Residents said that soldiers shot at people who fled.
"""

_AFTER = """The foreign minister condemned the attack on the {target} in {town}, which killed {more} people on
{weekday}.

Police in {town} arrested {rebel} on {morrow}, police chief {chief} said. Russia's foreign minister, Sergey Lavrov,
called for talks. Thousands of people protested in {town} on {morrow} and demanded that the governor resign.
"""  # fmt: skip

_EDITION = "\nThe governor later rejected the demand of the protesters, his spokeswoman said.\n"


def records(towns: int) -> Iterator[dict[str, Any]]:
    """The reports from so many towns as records of a JSONL file, eight from each: one of them is there twice, one is
    empty and will be refused. After the last town it begins again with the first, at a later date."""
    for number in range(towns):
        town, chief, rebel, target = TOWNS[number % len(TOWNS)]
        day = FIRST + APART * number
        morrow = day + datetime.timedelta(days=1)
        told = {
            "town": town, "chief": chief, "rebel": rebel, "target": target, "dead": 7 + number, "more": 9 + 2 * number,
            "day": f"{day:%B} {day.day}", "weekday": f"{day:%A}", "morrow": f"{morrow:%A}",
        }  # fmt: skip
        agency, own, after = (text.format(**told) for text in (_AGENCY, _OWN, _AFTER))
        url = f"https://{town.lower()}.example/after"
        story = [
            ("Meridian News", agency, day, None),
            ("The Daily Ledger", agency, day, None),
            ("Coast Radio", agency.partition("\n\n" + rebel)[0] + "\n", morrow, None),
            ("The Inland Post", own, day, None),
            ("The Inland Post", own, day, None),
            ("The Daily Ledger", "", day, None),
            ("Coast Radio", after, morrow, url),
            ("Coast Radio", after + _EDITION, morrow, url),
        ]
        for outlet, text, published, at in story:
            yield {"text": text, "outlet": outlet, "published": published.isoformat(), "url": at}


def write(path: Path, towns: int) -> int:
    """Write them to a file. Gives how many reports a ledger has of them."""
    given = list(records(towns))
    path.write_text("".join(json.dumps(record) + "\n" for record in given), "utf-8")
    return len({(record["text"], record["outlet"]) for record in given if record["text"]})
