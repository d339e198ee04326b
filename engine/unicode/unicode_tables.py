"""Writes unicode_tables.inc: python3 unicode_tables.py > unicode_tables.inc (CPython 3.11: Unicode 14).

A property is the list of code points where it changes, as differences of one to three bytes (7 bits
each, the highest first, the top bit set on all but the last); a case mapping is runs of {first,
count, stride, difference}, then what becomes several characters.
"""
import sys
import unicodedata

ALL = [chr(code) for code in range(0x110000)]


def is_cased(c):
    # Other_Lowercase and Other_Uppercase show in islower and isupper.
    return c.islower() or c.isupper() or c.istitle()


def is_case_ignorable(c):
    # Not exposed; it decides whether a capital sigma ends a word.
    return ("Aa" + c + "\u03a3").lower()[-1] == "\u03c2" and ("A\u03a3" + c + "a").lower()[1] == "\u03c3" \
        and not is_cased(c)


def changes(name, has):
    points, state = [], False
    for code, c in enumerate(ALL):
        if has(c) != state:
            points.append(code)
            state = not state
    data = []
    for a, b in zip([0] + points, points):
        delta = b - a
        data += [0x80 | delta >> shift & 0x7f for shift in (14, 7) if delta >> shift]
        data.append(delta & 0x7f)
    emit(f"AWAITSCOPE_DEFERRED constexpr uint8_t k{name}[]", ",".join(map(str, data)))


def emit(head, body):
    line, lines = "", []
    for part in body.split(","):
        if len(line) + len(part) > 96:
            lines.append(line)
            line = ""
        line += part + ", "
    lines.append(line)
    print(head + " = {")
    for line in lines:
        print("  " + line.rstrip())
    print("};")


def runs(name, mapping, base=lambda c: c):
    pairs = [(code, ord(mapping(c)) - code) for code, c in enumerate(ALL)
             if len(mapping(c)) == 1 and mapping(c) != base(c)]
    out, i = [], 0
    while i < len(pairs):
        first, delta = pairs[i]
        best = (1, 1)
        for stride in (1, 2):
            count = 1
            while i + count < len(pairs) and pairs[i + count] == (first + stride * count, delta):
                count += 1
            if count > best[0]:
                best = (count, stride)
        out.append((first, best[0], best[1], delta))
        i += best[0]
    print(f"AWAITSCOPE_DEFERRED constexpr CaseRun k{name}[] = {{")
    for run in out:
        print("  {%d, %d, %d, %d}," % run)
    print("};")


def special(name, mapping):
    print(f"constexpr CaseSpecial k{name}[] = {{")
    for code, c in enumerate(ALL):
        if len(mapping(c)) > 1:
            text = "".join(f"\\x{byte:02x}" for byte in mapping(c).encode())
            print(f'  {{{code}, "{text}"}},')
    print("};")


assert unicodedata.unidata_version == "14.0.0", unicodedata.unidata_version
print("// Written by unicode_tables.py.")
changes("Printable", str.isprintable)
changes("Alpha", str.isalpha)
changes("Lower", str.islower)
changes("Upper", str.isupper)
changes("Title", lambda c: unicodedata.category(c) == "Lt")
changes("Space", str.isspace)
changes("CaseIgnorable", is_case_ignorable)
changes("Decimal", str.isdecimal)
changes("Digit", str.isdigit)
changes("Numeric", str.isnumeric)
changes("Wide", lambda c: unicodedata.east_asian_width(c) in "WF")
runs("LowerRuns", str.lower)
runs("UpperRuns", str.upper)
runs("TitleRuns", str.title, str.upper)
runs("FoldRuns", str.casefold, str.lower)
special("LowerSpecial", str.lower)
special("UpperSpecial", str.upper)
special("TitleSpecial", str.title)
special("FoldSpecial", str.casefold)
