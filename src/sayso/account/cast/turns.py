"""Which references has a text, and in which order?"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from sayso import lexicon
from sayso.account.cast.discourse import Discourse
from sayso.account.cast.marked_text import MarkedText
from sayso.account.cast.titles import is_act
from sayso.reader.reading import Words

TRADE = 4  # words behind what somebody is that tell by what he is it: "by training"

Turn = tuple[Words, int | None]  # the words of a reference, with the number of the speaker mention if it is one


def turns(discourse: Discourse) -> list[Turn]:
    """The words of every reference in order: speakers, names, and whoever else is spoken of."""
    mentions = discourse.text.speakers
    speakers = [(mention.words, k) for k, mention in enumerate(mentions) if mention.words]
    spoken = {i for words, k in speakers if mentions[k].speaks for i in range(*words)}
    others = {words for words in discourse.roster.by_name if words[0] not in spoken}
    others.update(_spoken_of(discourse, spoken))
    found: list[Turn] = [*speakers, *((words, None) for words in others)]
    return sorted(found, key=lambda turn: (turn[0], -1 if turn[1] is None else turn[1]))


def enclosed(found: Iterable[Turn]) -> set[Words]:
    """The references that lie within another's words, other than a speaker's."""
    found = list(found)
    outer = {words for words, k in found if k is None}
    within: set[Words] = set()
    reach = 0
    for a, b in sorted({words for words, _ in found}, key=lambda words: (words[0], -words[1])):
        if b <= reach:
            within.add((a, b))
        if (a, b) in outer:
            reach = max(reach, b)
    return within


def _spoken_of(discourse: Discourse, speakers: Container[int]) -> Iterator[Words]:
    """The people and organisations that the language model finds, and that take part in what is told without a name
    that is known; not those in the words of speakers."""
    text, by_name = discourse.text, discourse.roster.by_name
    inside = {i for a, b in by_name for i in range(a + 1, b)}  # "the European" of "the European Union"
    for mention in text.reading.mentions.values():
        words = mention.words
        if mention.kind not in ("person", "organization") or words[0] in speakers or words[1] in inside:
            continue
        if text.in_dateline(words[0]):
            continue  # an agency that is credited takes no part in what it tells
        if _is_means(text, words) or is_act(text, words[1] - 1) or _is_set_before(text, words):
            continue
        if not any(phrase.name_words in by_name for phrase in discourse.phrases.read(words) if phrase.name_words):
            yield words


def _is_means(text: MarkedText, words: Words) -> bool:
    """Whether a bare noun tells by what means something is done, or told: "by telephone"."""
    t, (a, b) = text.terms, words
    bare = a > 0 and b - a == 1 and t.lower[a - 1] == "by" and t.pos(a) == "NOUN" and not t.lower[a].endswith("s")
    return bare and lexicon.role(t.lower[a]) is None and lexicon.body(t.lower[a]) is None


def _is_set_before(text: MarkedText, words: Words) -> bool:
    """Whether words tell, at the head of a sentence, what the one is whom the next word means, and nobody of their own:
    "{A lawyer by training}, she led the inquiry"."""
    lower, sentence, (a, b) = text.terms.lower, text.reading.sentence, words
    opens = a == 0 or sentence[a - 1] != sentence[a]
    if not opens or b + 1 >= len(lower) or lower[a] not in lexicon.function_words("indefinite"):
        return False
    behind = next((i for i in range(b, min(b + TRADE, len(lower) - 1)) if lower[i] == ","), b)
    meant = lexicon.pronoun(lower[behind + 1])
    told = meant is not None and meant.person == "3" and not text.is_parted(behind, behind + 1)
    return lower[behind] == "," and told
