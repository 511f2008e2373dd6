"""What is packed with gzip or deflate, unpacked piece by piece and never beyond a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from sayso.intake.content import GZIP

_PIECE = 1 << 16
_GZIP, _ZLIB, _BARE = 31, 15, -15  # what zlib is to expect
_FORMS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}


class PackingError(ValueError):
    """Packed in a way that cannot be undone; its message says how."""


class TooMuchError(ValueError):
    """More than the limit, when unpacked."""


def unpacked(pieces: Iterable[bytes], encoding: str | None, limit: int) -> bytes:
    """What pieces of a body hold, given its `Content-Encoding`, of which 64 KB beyond the limit are ever in memory.

    Errors: `PackingError`; `TooMuchError` beyond `limit` bytes.
    """
    names = [name for part in (encoding or "").split(",") if (name := part.strip().lower()) not in ("", "identity")]
    if len(names) > 1:
        raise PackingError("packed more than once")
    if names and names[0] not in _FORMS:
        raise PackingError(f"packed as {names[0]}, which was not asked for")
    whole = bytearray()
    for piece in _inflated(pieces, _FORMS[names[0]]) if names else pieces:
        whole += piece
        if len(whole) > limit:
            raise TooMuchError
    return bytes(whole)


def _inflated(pieces: Iterable[bytes], form: int) -> Iterator[bytes]:
    inflater, begun = zlib.decompressobj(form), False
    for pending in pieces:
        more = True
        while more:
            try:
                out = inflater.decompress(pending, _PIECE)
            except zlib.error as error:
                if begun or form != _ZLIB:
                    raise PackingError(f"damaged in packing ({error})") from None
                # Some servers send deflate bare, without the two bytes of zlib before it.
                form, inflater = _BARE, zlib.decompressobj(_BARE)
                continue
            begun = begun or bool(out)
            yield out
            pending = inflater.unconsumed_tail
            more = bool(pending) or len(out) == _PIECE  # what is unpacked and was held back comes without new bytes
            if inflater.eof:
                pending = inflater.unused_data
                if not pending.startswith(GZIP):
                    return  # what follows the end means nothing
                inflater, more = zlib.decompressobj(form), True
    if not inflater.eof:
        raise PackingError("it breaks off in packing")
