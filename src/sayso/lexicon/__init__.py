"""The words sayso knows: plain tab-separated files beside these modules, each read once, when first asked for.

Every file says at its head what its columns are; docs/lexicon.md tells how to add a word. Lookups take words as they
stand in a text and give None where the lexicon does not know them."""

from sayso.lexicon.contests import dispute_kinds, sector_of, servants
from sayso.lexicon.events import (
    CONTEXTS,
    MODES,
    UTTERED,
    EventWord,
    acts,
    collocation,
    contexts,
    event_word,
    event_words,
)
from sayso.lexicon.inflection import lemmas
from sayso.lexicon.institutions import (
    Body,
    Organization,
    bodies,
    bodies_of_cities,
    body,
    one_per_state,
    organization,
    organizations,
)
from sayso.lexicon.modality import modal_words, modals
from sayso.lexicon.nations import (
    Country,
    Seat,
    countries,
    country,
    country_in_short,
    is_state,
    nationality,
    people,
    seat,
    seat_names,
)
from sayso.lexicon.numbers import NumberWord, fraction, hedge, hedges, loosened, number_word
from sayso.lexicon.offices import Honorific, Role, honorific, honorifics, is_past, role, roles
from sayso.lexicon.personal_names import family_names, first_names, gender_of_name, given_name_forms, spellings
from sayso.lexicon.persons import Gender, Pronoun, gender_of_noun, is_kin, pronoun
from sayso.lexicon.rarity import commonness
from sayso.lexicon.tables import LexiconError, key, rows
from sayso.lexicon.terms import is_common, is_proper
from sayso.lexicon.times import time_word, time_words
from sayso.lexicon.unnamed import Document, Source, document, documents, source, sources
from sayso.lexicon.uses import counted_words, denial_words, function_words, speaking_words, time_cues, toponym_words

__all__ = [
    "CONTEXTS",
    "MODES",
    "UTTERED",
    "Body",
    "Country",
    "Document",
    "EventWord",
    "Gender",
    "Honorific",
    "LexiconError",
    "NumberWord",
    "Organization",
    "Pronoun",
    "Role",
    "Seat",
    "Source",
    "acts",
    "bodies",
    "bodies_of_cities",
    "body",
    "collocation",
    "commonness",
    "contexts",
    "counted_words",
    "countries",
    "country",
    "country_in_short",
    "denial_words",
    "dispute_kinds",
    "document",
    "documents",
    "event_word",
    "event_words",
    "family_names",
    "first_names",
    "fraction",
    "function_words",
    "gender_of_name",
    "gender_of_noun",
    "given_name_forms",
    "hedge",
    "hedges",
    "honorific",
    "honorifics",
    "is_common",
    "is_kin",
    "is_past",
    "is_proper",
    "is_state",
    "key",
    "lemmas",
    "loosened",
    "modal_words",
    "modals",
    "nationality",
    "number_word",
    "one_per_state",
    "organization",
    "organizations",
    "people",
    "pronoun",
    "role",
    "roles",
    "rows",
    "seat",
    "seat_names",
    "sector_of",
    "servants",
    "source",
    "sources",
    "speaking_words",
    "spellings",
    "time_cues",
    "time_word",
    "time_words",
    "toponym_words",
]
