"""What does a name tell of whoever bears it?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.named.phrase_names import Names
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import Terms, clean
from sayso.lexicon import Organization, Seat
from sayso.reader.reading import Words


class Bearers:
    """Those who are named in the phrases of one report."""

    def __init__(self, terms: Terms, names: Names) -> None:
        self.terms = terms
        self.reading = terms.reading
        self.names = names

    def tell(self, phrase: Phrase, name: Words) -> None:
        """Note what the name of whom a phrase means tells."""
        t, (s, e) = self.terms, name
        phrase.name_words = name
        phrase.name = clean(self.reading.string(name))
        if self.names.is_person(name):
            phrase.person, phrase.kind = True, "person"
            self._tell_person(phrase, *self._without_titles(phrase, s, e))
        elif s in t.organization and t.organization[s][0] == e:
            _tell_organization(phrase, t.organization[s][1])
        elif s in t.place and t.place[s][0] == e:
            self._tell_place(phrase, s)
        elif s in t.seat and t.seat[s][0] == e:
            _tell_seat(phrase, t.seat[s][1])
        else:
            self._tell_unknown(phrase, name)

    def _tell_place(self, phrase: Phrase, s: int) -> None:
        t = self.terms
        _, sort, code = t.place[s]
        phrase.country = code
        if sort == "people":
            phrase.kind, phrase.plural = "group", True
        elif t.lower[s] in lexicon.function_words("constituent"):
            phrase.kind, phrase.location = "organization", True
        elif sort == "country" or t.text[s].isupper():
            _tell_government(phrase, code)

    def _tell_unknown(self, phrase: Phrase, name: Words) -> None:
        """Note what a name tells that the lexicon does not know, by its words and what stands beside it."""
        t, (s, e) = self.terms, name
        kind = t.name_at[e - 1].kind if e - 1 in t.name_at else None
        behind = self.names.body_behind(name)
        phrase.kind = "organization" if behind or kind != "PERSON" else "person"
        phrase.location = kind == "LOCATION"
        if not behind and (source := lexicon.source(phrase.name or "")) and source.plural:
            phrase.kind, phrase.plural = source.kind, True
        paper = lexicon.body("newspaper") if e - s > 1 and t.lower[e - 1] in lexicon.function_words("paper") else None
        inside = t.body_in(s, e)
        document = lexicon.document(t.lower[e - 1]) if e - s > 1 and not (paper or inside) else None
        if document and not phrase.person:
            phrase.document, phrase.kind = document, "document"  # "Panama Papers", but not "Bureau of Investigation"
        body = inside or behind or paper or (None if phrase.location else self.names.body_before(s))
        if body and phrase.document is None:
            phrase.body, phrase.kind, phrase.sector = body, body.kind, body.sector
        codes = (t.place[i][2] for i in range(s, e) if i in t.place)  # not by a body: many countries have a Congress
        phrase.country = phrase.country or next(codes, None)

    def _without_titles(self, phrase: Phrase, s: int, e: int) -> Words:
        """The words of a person's name without the titles it has swallowed, of which the honorifics are noted."""
        t = self.terms
        while e - s > 1:
            place = t.place.get(s)
            if s in t.honorific and t.honorific[s][0] < e:
                phrase.honour(t.honorific[s][1])
                s = t.honorific[s][0]
            elif s in t.role and t.role[s][0] < e:
                s = t.role[s][0]
            elif place and place[1] == "nationality" and place[0] < e:
                s = place[0]
            else:
                break
        return s, e

    def _tell_person(self, phrase: Phrase, s: int, e: int) -> None:
        """Note the name, the office that letters behind it tell, and the gender that the given name does."""
        t = self.terms
        phrase.name_words = s, e
        phrase.name = clean(self.reading.string((s, e)))
        for letters, office in (("counsel-letters", "barrister"), ("member-letters", "lawmaker")):
            if t.text[e : e + 1] and t.text[e].isupper() and t.lower[e] in lexicon.function_words(letters):
                role = lexicon.role(office)
                phrase.wider |= {office, *((role.office, *role.also) if role else ())}
        given, *rest = phrase.name.split() or [""]
        if phrase.gender is None and rest:
            phrase.gender = lexicon.gender_of_name(given)

    def tell_behind(self, phrase: Phrase, s: int) -> None:
        """Note what words behind a name, from `s` on, tell: "of South Korea", "newspaper", "news agency"."""
        t = self.terms
        if t.lower[s] in ("of", "from") and (found := t.code_at(s + 2 if t.lower[s + 1 : s + 2] == ["the"] else s + 1)):
            phrase.country = phrase.country or found[1]
        elif not phrase.person and s in t.body:
            phrase.body = t.body[s][1]
            if phrase.kind == "organization" and phrase.organization is None:
                phrase.kind = phrase.body.kind
            phrase.sector = phrase.sector or phrase.body.sector


def _tell_organization(phrase: Phrase, organization: Organization) -> None:
    phrase.organization = organization
    phrase.name, phrase.kind = organization.name, organization.kind
    phrase.sector, phrase.country = organization.sector, organization.country


def _tell_government(phrase: Phrase, code: str) -> None:
    phrase.of_country, phrase.kind, phrase.sector = True, "government", "GOV"
    phrase.name = lexicon.countries()[code].name


def _tell_seat(phrase: Phrase, seat: Seat) -> None:
    """Note whom a seat of power stands for: a body the lexicon knows, the government of a country, or another body."""
    phrase.country = seat.country
    if known := lexicon.organization(seat.body):
        _tell_organization(phrase, known)
    elif seat.country and not seat.body:
        _tell_government(phrase, seat.country)
    else:
        phrase.name, phrase.kind = seat.body, "organization"
