"""When may two names be one, as the names alone tell?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.figures import Figure
from sayso.account.named.acronyms import in_other_order
from sayso.account.named.phrases import Phrase


def reigns_elsewhere(phrase: Phrase, folded: tuple[str, ...], figure: Figure) -> bool:
    """ "King Hussein" is not Saddam Hussein: those who reign go by their first names."""
    reigns = bool(lexicon.function_words("royal") & (phrase.wider | phrase.offices))
    return reigns and len(folded) == 1 and not any(name[0] == folded[0] for name in figure.names)


def same_name(a: tuple[str, ...], b: tuple[str, ...], person: bool) -> bool:
    """Whether two folded names may be one: equal, one the short form, the acronym or a misspelling of the other."""
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if person:
        if len(short) < len(long):
            if _near(short[-1], long[-1]) and _in_order(short[:-1], long[:-1]):
                return True
            return long[: len(short)] == short or long[-len(short) :] == short
        pairs = list(zip(a, b, strict=True))
        if len(a) > 1 and all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in pairs):
            return True  # "J. Smith"
        return sum(x != y for x, y in pairs) == 1 and all(_near(x, y) for x, y in pairs)
    if len(short) == 1 and len(long) > 1:
        firm = long[:-1] if (body := lexicon.body(long[-1])) and body.family == "company" else long
        if stands_for(short[0], long) or stands_for(short[0], firm):
            return True
    ends = long[-len(short) :] == short and long[-len(short) - 1 :][0] not in lexicon.function_words("joint")
    return len(short) < len(long) and len("".join(short)) > 3 and (ends or long[: len(short)] == short)


def stands_for(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether letters are the first ones of a name's words, small words passed over, be it in another order."""
    first = "".join(word[0] for word in words if word not in lexicon.function_words("passed"))
    return (len(acronym) > 1 and acronym == first) or in_other_order(acronym, first)


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in short)


def _near(a: str, b: str) -> bool:
    """Whether two words are the same but for one slip of the pen, or two in a long word."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    allowed = 1 if min(len(a), len(b)) < 8 else 2
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1] <= allowed
