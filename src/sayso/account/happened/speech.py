"""Who speaks where a report tells of what happened?"""

from __future__ import annotations

from sayso.account.happened.footing import Chains
from sayso.account.said.saying import Saying
from sayso.reader.reading import Reading, Words


class Speech:
    """What is said in a report, and by whom, around any of its words."""

    def __init__(self, reading: Reading, chains: Chains) -> None:
        """chains: whose words a character stands in."""
        self.reading, self._chains = reading, chains
        self.sources: dict[int, Words] = {}  # by the words of a cue whoever says it
        self.of: dict[Words, list[Saying]] = {}  # what each source says
        for saying in chains.found:
            if saying.cue and saying.source:
                self.sources.update(dict.fromkeys(range(*saying.cue), saying.source))
                self.of.setdefault(saying.source, []).append(saying)
        self.speakers = set(self.sources.values())

    def around(self, word: int) -> Saying | None:
        """The saying in whose content a word stands, the narrowest."""
        around = self._chains.around(self.reading.starts[word])
        return self._chains.found[around[-1]] if around else None

    def source_around(self, word: int) -> Words | None:
        """Whoever says that in which a word stands."""
        saying = self.around(word)
        return saying.source if saying is not None else None
