"""What do titles and descriptions tell of a person: office, country, body, gender?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.named.phrase_parts import Parts
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import COMMAS, LINKS, RELATIVE, Terms, clean, ends_at
from sayso.lexicon import Role

Office = tuple[int, int, Role]  # its first word, the one after its last, what it is


class Titles:
    """The titles in the phrases of one report, before names, behind them and without."""

    def __init__(self, terms: Terms, parts: Parts) -> None:
        self.terms = terms
        self.reading = terms.reading
        self.parts = parts

    def are_description(self, a: int, b: int) -> bool:
        """Whether words behind a phrase say what somebody is: "a {lawyer} in Lagos"."""
        t = self.terms
        if t.lower[a] in RELATIVE or t.lower[a] in LINKS or t.pos(a) in ("VERB", "AUX", "CCONJ", "ADV", "SCONJ"):
            return False
        return any(i in t.role for i in range(a, min(b, a + 12)))

    def tell(self, phrase: Phrase, a: int, b: int, head: int) -> None:
        """Note office, country, body and gender by the words before a name, or by a whole description with its head
        (-1 for none)."""
        country = None
        if main := self._main_office(self._offices(phrase, a, b, head), head):
            s, e, _ = main
            self._tell_office(phrase, a, main, swallowed=e == b and head < 0)
            self._affiliate(phrase, a, s, e, b)
            country = self._country_before(a, s) or (None if phrase.serves_many else self._country_behind(a, e, b))
        if phrase.country is None:
            phrase.country = country or (self._country_before(a, b) if head < 0 else None)

    def _offices(self, phrase: Phrase, a: int, b: int, head: int) -> list[Office]:
        """The offices in words; what an honorific and a noun beside them tell of a person is noted."""
        t, i = self.terms, a
        offices: list[Office] = []
        while i < b:
            if head < 0 and i in t.honorific and t.honorific[i][0] == b:
                phrase.honour(t.honorific[i][1])
            if i in t.role and t.role[i][0] <= b and not t.possessive(t.role[i][0]):
                end, role = t.role[i]
                if not any(i0 < i < t.body[i0][0] for i0 in range(max(a, i - 4), i) if i0 in t.body):
                    offices.append((i, end, role))
                i = end
                continue
            if head < 0 or i == head:
                _tell_noun(phrase, t.lower[i])
            i += 1
        return offices

    def _tell_office(self, phrase: Phrase, a: int, office: Office, *, swallowed: bool) -> None:
        """Note an office. swallowed: nothing stands between it and a name, so that it may be a rank only."""
        s, _, role = office
        role = self._superior(a, s, role)
        if self._is_past(a, s):
            phrase.offices.add(f"former {role.office}")
        else:
            if not (swallowed and lexicon.honorific(role.title) and role.sector == "MIL"):
                phrase.offices.add(role.office)
            phrase.wider.update(role.also | {role.office, role.title})
            phrase.sector = role.sector or phrase.sector
        phrase.gender = phrase.gender or role.gender

    def _superior(self, a: int, s: int, role: Role) -> Role:
        """ "Top US diplomat": what "top diplomat" means, whatever stands between."""
        for i in range(a, s):
            if found := lexicon.role(f"{self.terms.lower[i]} {role.title}"):
                return found
        return role

    def _is_past(self, a: int, s: int) -> bool:
        t = self.terms
        return t.lower[s].startswith("ex-") or any(lexicon.is_past(t.lower[i]) for i in range(max(a, s - 6), s))

    @staticmethod
    def _main_office(offices: list[Office], head: int) -> Office | None:
        """The office a title means: at the head, or the first of "head of the committee", or the last before a name."""
        for s, e, role in offices:
            if s <= head < e:
                return s, e, role
        return offices[0] if offices else None

    def _country_before(self, a: int, s: int) -> str | None:
        """The country of an office at `s` by nationality or possessor before it."""
        t = self.terms
        for i in range(a, s):
            if (found := t.code_at(i)) and not (i in t.name_at and t.name_at[i].kind == "PERSON"):
                return found[1]
        return None

    def _country_behind(self, a: int, e: int, b: int) -> str | None:
        """The country of an office that ends before `e`, told behind it after "of"."""
        t = self.terms
        while e < b and t.pos(e) in ("ADJ", "NOUN", "CCONJ"):
            e += 1  # "second secretary {economic and trade} at the British embassy in Tokyo"
        if e < b and t.lower[e] in ("of", "for", "in", "at"):
            behind = (t.code_at(i) for i in range(e + 1, min(b, e + 10)))
            codes = [found[1] for found in behind if found]
            several = len(set(codes)) > 1 and self.parts.is_in_list_of(a, e, b)
            return codes[0] if codes and not several else None
        return None

    def _affiliate(self, phrase: Phrase, a: int, s: int, e: int, b: int) -> None:
        """Note the bodies a person serves, by the words before the office and behind "of" or "for"."""
        t = self.terms
        presides = t.lower[s] in lexicon.function_words("presiding")
        if presides and self._is_of_unknown(a, s):
            phrase.sector = None  # "UCI president": of what, nothing tells
        spans = [(a, s)]
        if e < b and t.lower[e] in ("of", "for", "at", "with"):
            spans.append((e + 1, min(b, e + 12)))
        if (s, e) in t.offices:
            spans.append((s + 1, e))
        for span in spans:
            self._serve(phrase, *span, any_body=presides and span == (a, s))

    def _is_of_unknown(self, a: int, s: int) -> bool:
        """Whether the office at `s` is that of a body before it which the lexicon does not know."""
        t, before = self.terms, self.terms.name_at.get(s - 1)
        known = ends_at(t.place, s, 4) or ends_at(t.organization, s, 6) or ends_at(t.seat, s, 4)
        if before is None or before.kind != "ORGANIZATION" or before.words[0] < a or known:
            return False
        return t.text[s - 1].isupper() or t.name_at.get(s - 2) == before

    def _serve(self, phrase: Phrase, low: int, high: int, *, any_body: bool) -> None:
        """Note the bodies in words. any_body: the office is one in bodies of any kind, and of the sector of each."""
        t = self.terms
        for i in range(low, high):
            if i in t.organization:
                phrase.affiliations.add(t.organization[i][1].name)
                phrase.sector = phrase.sector or t.organization[i][1].sector
            elif i in t.seat:
                phrase.affiliations.add(t.seat[i][1].body or t.seat[i][1].name)
                phrase.sector = phrase.sector or "GOV"
            if i in t.body and t.body[i][0] <= high:
                body = t.body[i][1]
                phrase.affiliations.add(body.family)
                phrase.sector = (any_body and body.sector) or phrase.sector or body.sector

    def written(self, a: int, b: int) -> str | None:
        """A title as it is written, without article, possessor and nationality: "Foreign Minister"."""
        t = self.terms
        start = next((i for i in range(a, b) if i in t.role or i in t.body or i in t.organization), None)
        if start is None or not any(i in t.role for i in range(a, b)):
            return None
        if full := next((full for words, full in t.offices.items() if words[0] == start), None):
            return clean(self.reading.string(full))
        # "The Board (SAB) {president}".
        start = next((i for i in range(b - 1, start, -1) if t.lower[i - 1] == ")"), start)
        whole = t.honorific[start][0] if start in t.honorific else start  # "Chief Inspector"
        while b > start + 1 and b != whole and (t.lower[b - 1] in COMMAS or self._is_rank_behind(start, b - 1)):
            b -= 1  # "army spokesman {Colonel}"
        for i in range(start, b):
            if t.possessive(i):
                after = next((k for k in range(i + 1, b) if k in t.role), None)
                start = after if after is not None else start
        return clean(self.reading.string((start, b))) if start < b else None

    def _is_rank_behind(self, start: int, i: int) -> bool:
        """Whether a rank or title stands behind an office, before the name they share."""
        t = self.terms
        return (
            i in t.honorific
            and t.honorific[i][0] == i + 1
            and any(end == i for end, _ in t.role.values() if end > start)
        )


def _tell_noun(phrase: Phrase, word: str) -> None:
    gender, kin = lexicon.gender_of_noun(word), lexicon.is_kin(word)
    if gender or kin:
        phrase.gender = phrase.gender or gender
        phrase.kin = phrase.kin or kin
        phrase.wider.add(word)
