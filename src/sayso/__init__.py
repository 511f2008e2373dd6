"""On whose say-so? Reads news reports and gives an account of each: who says what, tied to the exact words.

    account = sayso.read("report.txt", outlet="The Herald", published="2015-10-02")
    for statement in account.statements:
        print(account.actor(statement.speaker), [account.words(span) for span in statement.content])

`Reader` loads the model once and streams any number of reports: `Reader().read_many(reports)`.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.account import Reader as Reader
    from sayso.intake import Unfit as Unfit
    from sayso.ledger import Ledger as Ledger
    from sayso.ledger import LedgerError as LedgerError
    from sayso.model import Account as Account
    from sayso.model import Actor as Actor
    from sayso.model import Dispute as Dispute
    from sayso.model import Event as Event
    from sayso.model import Place as Place
    from sayso.model import Quantity as Quantity
    from sayso.model import Report as Report
    from sayso.model import Side as Side
    from sayso.model import Span as Span
    from sayso.model import Statement as Statement
    from sayso.model import Time as Time
    from sayso.model import TimeExpression as TimeExpression

__all__ = [
    "Account",
    "Actor",
    "Dispute",
    "Event",
    "Ledger",
    "LedgerError",
    "Place",
    "Quantity",
    "Reader",
    "Report",
    "Side",
    "Span",
    "Statement",
    "Time",
    "TimeExpression",
    "Unfit",
    "read",
]


def read(
    text_or_path: str | Path,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Account:
    """The account of one report, given as its text or as the path of a file that holds it.

    A string is a path if it is one line and a file of that name is there; a `Path` always is. What the file is (plain
    text, HTML, JSON of one report; gzipped or not) is told from its content. `published`, `outlet`, `title` and `url`
    count where the report does not tell them itself.

    Raises FileNotFoundError if a `Path` leads to no file, and `Unfit` (a ValueError), saying why, if there is not
    exactly one report that can be read: empty, not English, no text.
    """
    from sayso import intake
    from sayso.model import Report

    defaults = intake.Defaults(title=title, outlet=outlet, published=published, url=url)
    path = _path(text_or_path)
    if path is None:
        return _reader().read(intake.text_report(str(text_or_path), defaults=defaults))
    if not path.exists():
        raise FileNotFoundError(f"no report at {str(path)!r}")
    found = list(intake.open_reports([path], defaults=defaults))
    if len(found) == 1 and isinstance(found[0], Report):
        return _reader().read(found[0])
    if len(found) == 1:
        raise intake.Unfit(str(found[0]))
    raise intake.Unfit(f"{str(path)!r} holds {len(found)} reports; Reader().read_many reads many")


def _path(given: str | Path) -> Path | None:
    if isinstance(given, Path):
        return given
    if "\n" in given or "\0" in given or len(given) > 1024:
        return None
    try:
        return Path(given) if Path(given).is_file() else None
    except OSError:  # a text that no file system takes for a name
        return None


@lru_cache(maxsize=1)
def _reader() -> Reader:
    from sayso.account import Reader

    return Reader()


# Where what this module gives is. It is loaded when asked for, so that neither `import sayso` nor a command takes long
# to begin: the reader brings the model's runtime with it, the nouns bring pydantic.
_HOMES = {"Reader": "sayso.account", "Unfit": "sayso.intake", "Ledger": "sayso.ledger", "LedgerError": "sayso.ledger"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_HOMES.get(name, "sayso.model")), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
