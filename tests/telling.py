"""A statement of an account in words, to hold against what it must be."""

from __future__ import annotations

from sayso.model import Account, Statement


def told(account: Account, statement: Statement) -> tuple[str | None, str, str]:
    """A statement as speaker, cue and content in words."""
    speaker = account.actor(statement.speaker)
    cue = account.words(statement.cue) if statement.cue else ""
    return speaker.name if speaker else None, cue, " … ".join(account.words(span) for span in statement.content)
