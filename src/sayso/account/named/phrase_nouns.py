"""Which noun is the head of a phrase, and what does it tell of whom a phrase without a name means?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import LINKS, QUANTITIES, RELATIVE, Terms
from sayso.lexicon import Body, Document, Role, Source
from sayso.reader.reading import Words


class Nouns:
    """The common nouns at the head of the phrases of one report."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.reading = terms.reading
        self._dated = {i for time in self.reading.times if time.type == "DATE" for i in range(*time.words)}

    def head(self, a: int, b: int) -> int:
        """The head noun of words without apposition: the last noun before the first preposition."""
        t = self.terms
        head, seen = a, False
        for i in range(a, b):
            if t.lower[i] in RELATIVE and i > a:
                break
            if t.lower[i] in LINKS and seen and not (i in t.name_at and t.name_at[i].words[0] < i):
                if t.lower[i] == "of" and t.lower[head] in QUANTITIES:
                    seen = False  # "hundreds of women": the women
                    continue
                break
            if t.pos(i) in ("NOUN", "PROPN", "PRON", "NUM") or i in t.role or i in t.body or i in t.document:
                if seen and (t.pos(i) == "NUM" or i in self._dated):
                    continue  # "a poll out {Thursday}"
                if not t.possessive(i + 1) or i + 2 >= b:
                    head, seen = i, True
            elif t.lower[i] in QUANTITIES and not seen:
                head, seen = i, True
        return head

    def is_plural(self, noun: int) -> bool:
        """Whether a common noun means several."""
        word = self.terms.lower[noun]
        source = lexicon.source(word)
        ends = word.endswith(("s", "men")) and not word.endswith("ss")
        return self.terms.pos(noun) == "NOUN" and (source.plural if source else ends)

    def is_of_people(self, i: int) -> bool:
        """Whether a noun or the term it ends means people, a body or what speaks for them."""
        t = self.terms
        return any(
            k in table and table[k][0] == i + 1
            for table in (t.role, t.body, t.document)
            for k in range(max(0, i - 3), i + 1)
        ) or bool(lexicon.source(t.lower[i]))

    def tell(self, phrase: Phrase, core: Words) -> None:
        """Note what the head noun of a phrase without a name of its own tells."""
        t, (a, b), head = self.terms, core, phrase.head
        word = t.lower[head]
        role, body, document = self._term(a, b, head)
        source = lexicon.source(word)
        place = t.place.get(head)
        if (t.lower[a] == "those" and head == a) or word in lexicon.function_words("percent"):
            phrase.kind, phrase.plural = "group", True
        elif place and place[1] == "people" and place[0] == head + 1:
            phrase.kind, phrase.country, phrase.plural = "group", place[2], word.endswith("s")
        elif role:
            _tell_role(phrase, role, source)
        elif source and not body and not document:
            _tell_source(phrase, source)
            self.tell_country(phrase, a, head)
        elif document:
            phrase.document, phrase.kind, phrase.plural = document, document.kind, document.plural
            self.tell_country(phrase, a, head)
        elif body:
            self._tell_body(phrase, body, core)
        elif phrase.kin or lexicon.gender_of_noun(word):
            _tell_people(phrase, plural=word.endswith("men"))
            phrase.gender = phrase.gender or lexicon.gender_of_noun(word)
        else:
            self.tell_country(phrase, a, head)
            self._tell_sort(phrase)
        if phrase.person:
            phrase.wider.add(word)

    def tell_country(self, phrase: Phrase, a: int, b: int) -> None:
        """Note the first country that words tell of, where none is known."""
        if phrase.country is None:
            phrase.country = next((found[1] for i in range(a, b) if (found := self.terms.code_at(i))), None)

    def _term(self, a: int, b: int, head: int) -> tuple[Role | None, Body | None, Document | None]:
        """What the head noun is: the role, the body or the document, whichever term is longer."""
        t = self.terms
        for k in range(max(a, head - 4), head + 1):
            if (body := t.body.get(k)) and head < body[0] <= b and body[1].family not in ("rebels", "prosecution"):
                return None, body[1], None
            if (role := t.role.get(k)) and head < role[0] <= b:
                return role[1], None, None
            if (document := t.document.get(k)) and head < document[0] <= b:
                return None, None, document[1]
        return None, None, None

    def _tell_body(self, phrase: Phrase, body: Body, core: Words) -> None:
        t, (a, b), head = self.terms, core, phrase.head
        phrase.body, phrase.kind, phrase.sector = body, body.kind, body.sector
        phrase.plural = t.lower[head].endswith("s") and (body.kind == "group" or body.family.endswith("s"))
        self.tell_country(phrase, a, b if head + 1 < b and t.lower[head + 1] == "of" else head)
        whole = lexicon.function_words("constituent").isdisjoint(t.lower[a:b])
        phrase.of_country = bool(body.family == "government" and phrase.country and whole)

    def _tell_sort(self, phrase: Phrase) -> None:
        """Note what the model takes that for which a noun unknown to the lexicon means."""
        plural = phrase.plural = self.is_plural(phrase.head)
        mention = self.reading.mentions.get(phrase.head)
        craft = self.terms.lower[phrase.head] in lexicon.function_words("craft")
        sort = "object" if craft else mention.kind if mention else ""
        if sort == "person":
            _tell_people(phrase, plural=plural)
        elif sort in ("organization", "place"):
            phrase.kind = "organization"
        elif self.terms.pos(phrase.head) in ("NUM", "PRON", "DET"):
            phrase.kind = "group" if plural else "anonymous"  # "{one} said the lease was void"
        elif sort in ("abstract", "object", "event"):
            phrase.kind = "document"
        else:
            phrase.kind = "group" if plural else "organization"


def _tell_role(phrase: Phrase, role: Role, source: Source | None) -> None:
    phrase.plural, phrase.person = role.plural, not role.plural
    phrase.sector = phrase.sector or role.sector or (source.sector if source else None)
    phrase.kind = source.kind if source and role.plural else "anonymous"


def _tell_people(phrase: Phrase, *, plural: bool) -> None:
    phrase.plural, phrase.person = plural, not plural
    phrase.kind = "group" if plural else "anonymous"


def _tell_source(phrase: Phrase, source: Source) -> None:
    phrase.plural, phrase.person = source.plural, not source.plural
    phrase.kind, phrase.sector = source.kind, phrase.sector or source.sector
