"""Events with a place as GeoJSON (RFC 7946), for maps: a feature each, with what a table of events has in its columns.

An event whose place has no coordinates is a feature without a geometry, as the format allows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedWriter
from pathlib import Path
from typing import Any

from sayso.model import Account
from sayso.views.lookup import Lookup
from sayso.views.map import on_earth
from sayso.views.tables import event_row, harmless

_HEAD = '{"type": "FeatureCollection", "features": ['
_TAIL = b"\n]}\n"


def features(account: Account) -> Iterator[dict[str, Any]]:
    """The events of an account that have a place."""
    lookup = Lookup(account)
    for number, event in enumerate(account.events, 1):
        place = event.place
        if place is None:
            continue
        row = event_row(account, lookup, number, event)
        # What is no number is none here either: JSON has no word for infinity.
        cells = {name: harmless(cell) if isinstance(cell, float) else cell for name, cell in row.items()}
        yield feature(f"{row['report']}/{row['event_id']}", place.lat, place.lon, cells)


def feature(id: str, lat: float | None, lon: float | None, properties: dict[str, Any]) -> dict[str, Any]:
    """Something at a place. Where no coordinates are known, it has no geometry."""
    geometry = {"type": "Point", "coordinates": [lon, lat]} if on_earth(lat, lon) else None
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": properties}


class Collection:
    """A FeatureCollection in a file, written as accounts come.

    The file is made, and an old one replaced, at the first account. Every account is written over the closing brackets
    and closes them anew, so that the file is whole JSON after each, whatever ends the writing; only a pipe, in which
    there is no going back, gets them at the end.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BufferedWriter | None = None
        self._end = 0  # where the closing brackets begin
        self._empty = True

    def write(self, account: Account) -> None:
        """Write the features of an account."""
        written = ",".join("\n" + json.dumps(feature, ensure_ascii=False) for feature in features(account))
        if self._file is None:
            self._file = self._path.open("wb")
            piece = _HEAD + written
        elif written:
            piece = written if self._empty else "," + written
        else:
            return
        self._empty = self._empty and not written
        encoded = piece.encode("utf-8")
        if self._file.seekable():
            self._file.seek(self._end)
            self._end += len(encoded)
            encoded += _TAIL
        self._file.write(encoded)
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            if not self._file.seekable():
                self._file.write(_TAIL)
            self._file.close()
