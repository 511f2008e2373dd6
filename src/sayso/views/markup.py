"""Pieces of HTML that every part of a page is put together from. What they are given is text, never markup."""

from __future__ import annotations

import html
from collections.abc import Iterable

from sayso.model import Actor
from sayso.views import wording
from sayso.views.characters import visible
from sayso.views.marking import escaped


def plain(text: str) -> str:
    """Text for an attribute, the page's title or a drawing, where no element can stand."""
    return html.escape(visible(text))


def bdi(text: str) -> str:
    """Text of the report in a line of ours, whose direction it cannot change."""
    return f"<bdi>{escaped(wording.one_line(text))}</bdi>"


def sign(sign: str, spoken: str) -> str:
    """A sign to be seen, and the word for it to be heard."""
    return f'<span aria-hidden="true">{sign}</span><span class="spoken">{spoken}</span>'


def named(actor: Actor) -> str:
    """Somebody by name, marked where the text leaves him unnamed."""
    unnamed = f' <span class="unnamed">{wording.UNNAMED}</span>' if actor.kind == "anonymous" else ""
    return f'<b class="name">{bdi(actor.name)}</b>{unnamed}'


def keys(**found: Iterable[int]) -> str:
    """The attributes by which the page's script knows what belongs together: `s` statements, `e` events, `p` places."""
    given = {name: " ".join(map(str, dict.fromkeys(numbers))) for name, numbers in found.items()}
    return "".join(f' data-{name}="{numbers}"' for name, numbers in given.items() if numbers)
