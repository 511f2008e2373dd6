"""Which acronyms does a report spell out, and where?"""

from __future__ import annotations

from dataclasses import replace

from sayso import lexicon
from sayso.account.named.terms import Terms, ends_at
from sayso.lexicon import Role
from sayso.reader.reading import Words


class Acronyms:
    """The acronyms of one report with what they stand for."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.reading = terms.reading

    def spelt_out(self) -> list[Words]:
        """Where the text spells out the acronyms it uses: capitals that begin with their letters, one after another.
        What the text means by one goes before what the lexicon knows by it: so it is noted among the terms."""
        t = self.terms
        places: dict[str, list[int]] = {}
        beginning: dict[str, list[int]] = {}
        for i, word in enumerate(t.text):
            if t.is_acronym(i, i + 1) and not t.text[i - 1].isupper():
                places.setdefault(word, []).append(i)
            if word[0].isupper():
                beginning.setdefault(word[0], []).append(i)
        found: list[Words] = []
        for acronym, at in sorted(places.items()):
            letters = acronym.replace(".", "")
            begins = beginning.get(letters[0], [])
            spelt = next((words for i in begins if (words := self._spells(i, acronym))), None)
            spelt = spelt or next((words for i in begins if (words := self._translates(i, acronym))), None)
            if spelt is not None and len(letters) > 1 and self._is_meant(spelt, at, short=len(letters) < 3):
                found += [spelt, *((i, i + 1) for i in at)]
        return found

    def _is_meant(self, spelt: Words, at: list[int], *, short: bool) -> bool:
        """Whether words spell out the name that an acronym is for where it stands. One for an office is none: that is
        noted as an office. short: it has two letters."""
        t = self.terms
        if any(i in t.role for i in at):
            return False
        if office := self._office(*spelt):
            t.role |= {spelt[0]: (spelt[1], office)} | {i: (i + 1, office) for i in at}
            t.offices |= dict.fromkeys([spelt, *((i, i + 1) for i in at)], spelt)
            return False
        if any(t.is_known(i, i + 1) for i in at):
            if t.is_known(*spelt) or short:
                return False
            t.forget(at, t.organization, t.place, t.seat)
        return True

    def _office(self, a: int, b: int) -> Role | None:
        """The office that words with an acronym are, if they are one, and no body: "{Chief of Naval Staff} (CNS)"."""
        t = self.terms
        end, role = t.role.get(a, (a, None))
        if role is None or role.plural or not (t.lower[end] == "of" or ends_at(t.role, b, 4)):
            return None
        title = self.reading.string((a, b)).lower()
        return role if end == b else replace(role, title=title, office=title, also=role.also | {role.title})

    def _spells(self, i: int, acronym: str) -> Words | None:
        """The words from `i` on that spell out an acronym, if they do."""
        t = self.terms
        letters, k, j = acronym.replace(".", ""), 0, i
        while j < len(t.text) and k < len(letters) and t.together(i, j):
            if t.text[j][0] == letters[k] and t.text[j] != acronym:
                k += 1
            elif not k or t.lower[j] not in lexicon.function_words("passed"):
                return None
            j += 1
        return (i, j) if k == len(letters) and j - i > 1 else None

    def _translates(self, i: int, acronym: str) -> Words | None:
        """The words from `i` on that begin with the letters of an acronym in the order of another language:
        "Coordination of Azawad Movements", CMA."""
        t = self.terms
        letters, found, j = acronym.replace(".", ""), list[str](), i
        while j < len(t.text) and len(found) < len(letters) and t.together(i, j):
            if t.text[j][0].isupper() and t.text[j] != acronym:
                found.append(t.text[j][0])
            elif not found or t.lower[j] not in lexicon.function_words("passed"):
                return None
            j += 1
        return (i, j) if in_other_order(letters, "".join(found)) else None


def in_other_order(acronym: str, first: str) -> bool:
    """Whether an acronym of three letters and more has the first letters of a name's words, in any order behind the
    first, as where they are those of another language: "CMA", the Coordination of Azawad Movements."""
    return len(acronym) > 2 and acronym[0] == first[:1] and sorted(acronym) == sorted(first)
