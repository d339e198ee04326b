#!/usr/bin/env python3
"""Writes engine/unicode/identifier_tables.inc: what Python 3.11 says of the characters beyond ASCII.

    python3.11 engine/unicode/identifier_tables.py > engine/unicode/identifier_tables.inc

A table is a list of ranges: how far each begins after the end of the one before (of the first:
after U+0080), and how long it is, in groups of seven bits, the lowest first.
"""
import unicodedata

TABLES = [
    ("kIdentifierStart", "may begin an identifier",
     lambda c: c.isidentifier()),
    ("kIdentifierPart", "may stand in an identifier but not begin it",
     lambda c: ("a" + c).isidentifier() and not c.isidentifier()),
    ("kNotPrintable", "is shown by repr() as an escape",
     lambda c: not c.isprintable()),
]


def encode(belongs):
    out, end, begin = [], 0x80, None
    for code in range(0x80, 0x110001):
        inside = code < 0x110000 and belongs(chr(code))
        if inside and begin is None:
            begin = code
        elif not inside and begin is not None:
            for number in (begin - end, code - begin):
                while number >= 0x80:
                    out.append(number & 0x7F | 0x80)
                    number >>= 7
                out.append(number)
            end, begin = code, None
    return out


print("#pragma once")
print("// Made by engine/unicode/identifier_tables.py from Unicode "
      f"{unicodedata.unidata_version}.\n// The script says what the numbers are.")
print("\n#include <cstdint>\n\n#include \"engine/compat/deferred_data.h\"\n\nnamespace awaitscope {\n\n// clang-format off")
for name, meaning, belongs in TABLES:
    numbers = encode(belongs)
    print(f"\n// What {meaning}.")
    print(f"AWAITSCOPE_DEFERRED constexpr uint8_t {name}[] = {{")
    line = " "
    for number in numbers:
        if len(line) + len(str(number)) + 2 > 100:
            print(line)
            line = " "
        line += f" {number},"
    print(line)
    print("};")
print("\n// clang-format on\n\n}  // namespace awaitscope")
