"""Data as JSON, whatever stands in it."""

from __future__ import annotations

import json
import re
from typing import Any

from fastapi.responses import JSONResponse

_LONE = re.compile("[\ud800-\udfff]")  # half of a surrogate pair: no character, and no answer can carry it


class Written(JSONResponse):
    """An answer in JSON. What is no character stands in it as �, so that spans hold."""

    def render(self, content: Any) -> bytes:
        """The bytes."""
        written = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        try:
            return written.encode("utf-8")
        except UnicodeEncodeError:
            return _LONE.sub("\ufffd", written).encode("utf-8")
