"""Writes character_data.inc: what the module unicodedata says of characters.

    python3.11 character_data.py > character_data.inc     (Unicode 14)

Numbers are of groups of seven bits, the highest first, the top bit set on all but the last. A property is runs: which
of its values, then how many characters have it. Of those that are made of others, or have a numeric value: how far the
character is from the one before, then what the tables' comments say.
"""
import sys
import unicodedata
from fractions import Fraction

ALL = [chr(code) for code in range(sys.maxunicode + 1)]


def number(value):
    groups = [value & 0x7f]
    while value := value >> 7:
        groups.insert(0, 0x80 | value & 0x7f)
    return groups


def emit(name, data):
    line, lines = "", []
    for each in map(str, data):
        if len(line) + len(each) > 96:
            lines.append(line)
            line = ""
        line += each + ", "
    print(f"AWAITSCOPE_DEFERRED constexpr uint8_t k{name}[] = {{")
    for each in [*lines, line]:
        print("  " + each.rstrip())
    print("};")


def property_of(name, ask):
    values, runs = [], []
    for c in ALL:
        value = ask(c)
        if value not in values:
            values.append(value)
        if runs and runs[-1][0] == values.index(value):
            runs[-1][1] += 1
        else:
            runs.append([values.index(value), 1])
    if isinstance(values[0], str):
        print(f"constexpr const char* k{name}Values[] = {{{', '.join(f'{chr(34)}{each}{chr(34)}' for each in values)}}};")
    else:
        print(f"constexpr uint8_t k{name}Values[] = {{{', '.join(str(int(each)) for each in values)}}};")
    emit(name + "Runs", [byte for value, count in runs for byte in (value, *number(count))])


def decompositions():
    tags, data, before = [""], [], 0
    for code, c in enumerate(ALL):
        text = unicodedata.decomposition(c)
        if not text or 0xac00 <= code <= 0xd7a3:
            continue
        parts = text.split()
        tag = parts.pop(0) if parts[0][0] == "<" else ""
        if tag not in tags:
            tags.append(tag)
        made_again = not tag and unicodedata.normalize("NFC", c) == c
        data += [*number(code - before), tags.index(tag), 2 * len(parts) + made_again]
        for part in parts:
            data += number(int(part, 16))
        before = code
    print(f"constexpr const char* kTags[] = {{{', '.join(f'{chr(34)}{each}{chr(34)}' for each in tags)}}};")
    print("// Its tag; twice the number of its parts, and one more where those are composed again; the parts.")
    emit("Decompositions", data)


def numeric_values():
    data, before = [], 0
    for code, c in enumerate(ALL):
        value = unicodedata.numeric(c, None)
        if value is None or unicodedata.decimal(c, None) is not None:
            continue
        value = Fraction(value).limit_denominator(1000)
        data += [*number(code - before), unicodedata.digit(c, None) is not None, *number(abs(value.numerator) * 2 + (value < 0)),
                 *number(value.denominator)]
        before = code
    print("// Of those that are no decimal digits: whether it is a digit; twice the numerator, one more where it is negative; "
          "the\n// denominator.")
    emit("NumericValues", map(int, data))


print(f"// Written by character_data.py: Unicode {unicodedata.unidata_version}.")
property_of("Category", unicodedata.category)
property_of("Bidirectional", unicodedata.bidirectional)
property_of("Combining", unicodedata.combining)
property_of("Mirrored", unicodedata.mirrored)
property_of("Width", unicodedata.east_asian_width)
decompositions()
numeric_values()
