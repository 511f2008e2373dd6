"""The language model: text in, `Reading` out."""

from sayso.reader.network import Network
from sayso.reader.reading import Attribution, Mention, Name, Reading, TimeWords, Words
from sayso.reader.version import weights_version

__all__ = ["Attribution", "Mention", "Name", "Network", "Reading", "TimeWords", "Words", "weights_version"]
