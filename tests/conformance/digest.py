"""A short digest of a result, so that the results of very many programs can be kept.

The canonical form of a result is its JSON as `awaitscope trace --format json --lines` writes it,
without the field "python" and in UTF-8:

    {"exit": 0, "stdout": "init\\n", "stderr": "", "events": [["line", "<module>", 1, 0, 0.0], ...]}

The digest is the CRC-32 of that (the one of zlib, PNG and Ethernet), of which the lower 24 bits
are kept, in six lower-case hexadecimal digits. toggles/all_toggles.cpp makes the same in C++.
"""
from __future__ import annotations

import json
import zlib

DIGITS = 6
FIELDS = ("exit", "stdout", "stderr", "events")


def canonical(result: dict) -> str:
    return json.dumps({field: result[field] for field in FIELDS}, ensure_ascii=False)


def digest(result: dict) -> str:
    return f"{zlib.crc32(canonical(result).encode()) & 0xFFFFFF:0{DIGITS}x}"
