"""Whom does a text name? The names of the whole of it are gathered into figures before anything else, for a short form
may stand before the full one."""

from __future__ import annotations

from collections.abc import Iterable

from sayso import lexicon
from sayso.account.cast.discourse import Discourse
from sayso.account.cast.figures import Figure
from sayso.account.cast.labels import name_or_words
from sayso.account.cast.roster import Roster
from sayso.account.cast.titles import name_spans, office_in_short, title_before, with_titles
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import Terms, fold


def gather(discourse: Discourse) -> None:
    """Enter everybody named, with what stands beside the names, and who has something done to them."""
    roster = discourse.roster
    named = _named(discourse)
    # Longer names first, so that short ones find their full form; then in order of the text.
    for phrase in sorted(named, key=lambda p: (-len(fold(p.name or "")), p.words)):
        roster.place(phrase)
    _share_offices(discourse.terms, roster, named)
    _give_rulers_office(discourse.terms, roster)
    roster.all_named()
    _note_who_suffers(discourse)


def _named(discourse: Discourse) -> list[Phrase]:
    """All phrases with names: those of speakers, then the other names of the text."""
    text, read = discourse.text, discourse.phrases.read
    spoken = (mention.words for mention in text.speakers if mention.words)
    named = [phrase for words in spoken for phrase in read(words) if phrase.name_words]
    seen = {i for phrase in named if phrase.name_words for i in range(*phrase.name_words)}
    for words in name_spans(text):
        title = title_before(text, words[0])
        if words[0] in seen and office_in_short(text, title) == title:
            continue
        around = read(with_titles(text, words))
        named += [phrase for phrase in around if phrase.name_words and phrase.name_words[0] <= words[1]]
    return named


def _share_offices(terms: Terms, roster: Roster, named: Iterable[Phrase]) -> None:
    """ "His US counterpart John Kerry" holds the office of the one spoken of before."""
    last: Figure | None = None
    joint: Phrase | None = None  # the first of those who have an office together
    for phrase in sorted(named, key=lambda p: p.words):
        figure = roster.by_name[name_or_words(phrase)]
        if joint is not None and phrase.person and not phrase.offices and _is_next_to(terms, joint, phrase):
            phrase.offices, phrase.wider, phrase.sector = joint.offices, joint.wider, joint.sector
            figure.absorb(phrase)
        may_share = phrase.person and (phrase.offices or joint)
        joint = phrase if may_share and _shares_office(terms, phrase, joint) else None
        if "counterpart" in figure.offices and last is not None:
            figure.offices = (figure.offices - {"counterpart"}) | last.offices
            figure.wider |= last.wider
        elif figure.person and figure.offices:
            last = figure


def _is_next_to(terms: Terms, before: Phrase, phrase: Phrase) -> bool:
    """Whether but a comma or "and" stands between two names: "hosts {Ann Moor} and {Ivo Lenz}"."""
    (_, end), (start, _) = name_or_words(before), name_or_words(phrase)
    return 0 < start - end <= 2 and set(terms.lower[end:start]) <= {",", "and"}


def _shares_office(terms: Terms, phrase: Phrase, before: Phrase | None) -> bool:
    """Whether an office before a name is one of several people: "{hosts} Ann Moor and Ivo Lenz"."""
    if before is not None and phrase.offices is before.offices:
        return True
    start = name_or_words(phrase)[0]
    return any(end == start and role.plural for end, role in terms.role.values())


def _give_rulers_office(terms: Terms, roster: Roster) -> None:
    """Whoever has an administration or a regime leads it: "the Trump administration"."""
    for words, figure in roster.by_name.items():
        at = words[1] + 1 if terms.possessive(words[1]) else words[1]
        if figure.person and at in terms.body and terms.body[at][1].family in ("government", "presidency"):
            figure.wider |= {office.replace("_", " ") for office in lexicon.function_words("ruling-office")}


def _note_who_suffers(discourse: Discourse) -> None:
    by_name = discourse.roster.by_name
    for mention in discourse.text.speakers:
        for phrase in discourse.phrases.read(mention.words) if mention.words and mention.suffers else ():
            if phrase.person and phrase.name_words in by_name:
                discourse.harmed.add((by_name[phrase.name_words], mention.suffers))
            elif phrase.person and not phrase.name and phrase.determiner == "indefinite":
                discourse.nameless[phrase.words[0]] = mention.suffers
