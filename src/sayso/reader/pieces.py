"""Words cut into the encoder's word pieces, and the shape of a word, which its uncased vocabulary does not show."""

from __future__ import annotations

import json
from importlib.resources import files

LENGTH = 256  # pieces in a window, with the marks at its ends
LONGEST = 12  # pieces kept of one word: longer ones are no words but keys, addresses, noise
SHAPES = 8


def shape(word: str, opens_paragraph: bool) -> int:
    """0 lower case or no letters, 1 Capitalised, 2 ALL CAPITALS, 3 miXed; plus 4 where a paragraph opens."""
    if word.islower():
        kind = 0
    elif word.isupper():
        kind = 2 if len(word) > 1 else 1
    elif word[0].isupper() and word[1:].islower():
        kind = 1
    else:
        kind = 3 if any(c.isupper() for c in word) else 0
    return kind + 4 * opens_paragraph


class Pieces:
    """Calls give the pieces of a word, never none and at most LONGEST."""

    START, END, UNKNOWN, HIDDEN = 101, 102, 100, 103
    CACHE = 1 << 16  # words remembered: news repeats its words

    def __init__(self, tokenizer: str | None = None) -> None:
        """tokenizer: JSON of a word piece tokenizer; the one that ships if left out."""
        from tokenizers import Tokenizer

        if tokenizer is None:
            tokenizer = files("sayso.reader").joinpath("weights/tokenizer.json").read_text("utf-8")
        settings = json.loads(tokenizer)
        settings.update(truncation=None, padding=None, post_processor=None)
        self._tokenizer = Tokenizer.from_str(json.dumps(settings))
        self._cache: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """The pieces of a word, as numbers of the encoder's vocabulary."""
        found = self._cache.get(word)
        if found is None:
            # Surrogates that stand alone have no UTF-8 form; to the model they are unknown characters.
            plain = word.encode("utf-8", "replace").decode("utf-8")
            found = tuple(self._tokenizer.encode(plain, add_special_tokens=False).ids[:LONGEST]) or (self.UNKNOWN,)
            if len(self._cache) >= self.CACHE:
                self._cache.clear()
            self._cache[word] = found
        return found
