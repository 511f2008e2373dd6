"""Who speaks: every speaker of a report resolved to one actor for the whole of it."""

from sayso.account.cast.mentions import Cast, SpeakerMention
from sayso.account.cast.resolution import resolve

__all__ = ["Cast", "SpeakerMention", "resolve"]
