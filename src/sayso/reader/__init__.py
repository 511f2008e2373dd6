"""The language model: text in, `Reading` out."""

from sayso.reader.network import Network
from sayso.reader.reading import Attribution, Mention, Name, Reading, TimeWords, Words

__all__ = ["Attribution", "Mention", "Name", "Network", "Reading", "TimeWords", "Words"]
