# difflib. Specified in: https://docs.python.org/3.11/library/difflib.html
__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK",
           "context_diff", "unified_diff", "Match"]
from collections import namedtuple

Match = namedtuple("Match", "a b size")


class SequenceMatcher:
    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk, self.a, self.b = isjunk, autojunk, None, None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        self.a, self.matching_blocks, self.opcodes = a, None, None

    def set_seq2(self, b):
        self.b, self.matching_blocks, self.opcodes = b, None, None
        self.b2j = places = {}
        for i, item in enumerate(b):
            places.setdefault(item, []).append(i)
        self.bjunk = {item for item in places if self.isjunk and self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            self.bpopular = {item for item, at in places.items() if len(at) > len(b) // 100 + 1}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
        besti, bestj, size, lengths = alo, blo, 0, {}
        for i in range(alo, ahi):
            new = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = new[j] = lengths.get(j - 1, 0) + 1
                if length > size:
                    besti, bestj, size = i - length + 1, j - length + 1, length
            lengths = new
        for wanted in (False, True):  # what is junk only lengthens a match
            while besti > alo and bestj > blo and (b[bestj - 1] in junk) == wanted and a[besti - 1] == b[bestj - 1]:
                besti, bestj, size = besti - 1, bestj - 1, size + 1
            while besti + size < ahi and bestj + size < bhi and (b[bestj + size] in junk) == wanted and (
                    a[besti + size] == b[bestj + size]):
                size += 1
        return Match(besti, bestj, size)

    def get_matching_blocks(self):
        if self.matching_blocks is None:
            found, todo = [], [(0, len(self.a), 0, len(self.b))]
            while todo:
                alo, ahi, blo, bhi = todo.pop()
                i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
                if size:
                    found.append(match)
                    if alo < i and blo < j:
                        todo.append((alo, i, blo, j))
                    if i + size < ahi and j + size < bhi:
                        todo.append((i + size, ahi, j + size, bhi))
            made = []
            for i, j, size in sorted(found):
                if made and made[-1][0] + made[-1][2] == i and made[-1][1] + made[-1][2] == j:
                    made[-1] = Match(made[-1][0], made[-1][1], made[-1][2] + size)
                else:
                    made.append(Match(i, j, size))
            self.matching_blocks = made + [Match(len(self.a), len(self.b), 0)]
        return self.matching_blocks

    def get_opcodes(self):
        if self.opcodes is None:
            i = j = 0
            self.opcodes = []
            for a, b, size in self.get_matching_blocks():
                tag = "replace" if i < a and j < b else "delete" if i < a else "insert" if j < b else ""
                if tag:
                    self.opcodes.append((tag, i, a, j, b))
                i, j = a + size, b + size
                if size:
                    self.opcodes.append(("equal", a, i, b, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        codes = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        if codes[0][0] == "equal":
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group, i1, j1 = [], max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        total = len(self.a) + len(self.b)
        return 2.0 * sum(match[2] for match in self.get_matching_blocks()) / total if total else 1.0

    def quick_ratio(self):
        total, left, same = len(self.a) + len(self.b), {}, 0
        for item in self.b:
            left[item] = left.get(item, 0) + 1
        for item in self.a:
            if left.get(item, 0) > 0:
                left[item] -= 1
                same += 1
        return 2.0 * same / total if total else 1.0

    def real_quick_ratio(self):
        total = len(self.a) + len(self.b)
        return 2.0 * min(len(self.a), len(self.b)) / total if total else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    found, matcher = [], SequenceMatcher()
    matcher.set_seq2(word)
    for each in possibilities:
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), each))
    return [each for _, each in sorted(found, reverse=True)[:n]]


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == "equal":
                yield from ("  " + line for line in a[alo:ahi])
            else:
                yield from ("- " + line for line in a[alo:ahi])
                yield from ("+ " + line for line in b[blo:bhi])

    def _plain(self, a, alo, ahi, b, blo, bhi):
        one, two = ["- " + line for line in a[alo:ahi]], ["+ " + line for line in b[blo:bhi]]
        return two + one if bhi - blo < ahi - alo else one + two

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        # The two lines that are most alike are paired; then what is before and after them.
        best, cutoff, equal, matcher = 0.74, 0.75, None, SequenceMatcher(self.charjunk)
        pair = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        if best < cutoff:
            if equal is None:
                yield from self._plain(a, alo, ahi, b, blo, bhi)
                return
            pair = equal
        else:
            equal = None
        i, j = pair
        yield from self._side(a, alo, i, b, blo, j)
        if equal is not None:
            yield "  " + a[i]
        else:
            matcher.set_seqs(a[i], b[j])
            marks = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}
            below, above = "", ""
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                below += marks[tag][0] * (i2 - i1)
                above += marks[tag][1] * (j2 - j1)
            for sign, line, tags in (("- ", a[i], below), ("+ ", b[j], above)):
                yield sign + line
                tags = "".join(char if tag == " " and char.isspace() else tag for char, tag in zip(line, tags)).rstrip()
                if tags:
                    yield f"? {tags}\n"
        yield from self._side(a, i + 1, ahi, b, j + 1, bhi)

    def _side(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._replaced(a, alo, ahi, b, blo, bhi)
        else:
            yield from ("- " + line for line in a[alo:ahi])
            yield from ("+ " + line for line in b[blo:bhi])


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    signs = {1: ("- ", "  "), 2: ("+ ", "  ")}.get(int(which))
    if signs is None:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}")
    return (line[2:] for line in delta if line[:2] in signs)


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    def span(start, stop):
        size = stop - start
        if size == 1:
            return str(start + 1)
        return f"{start + bool(size)},{size}"
    first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if first:
            first = False
            for sign, name, date in (("---", fromfile, fromfiledate), ("+++", tofile, tofiledate)):
                yield f"{sign} {name}{chr(9) + date if date else ''}{lineterm}"
        yield (f"@@ -{span(group[0][1], group[-1][2])} +{span(group[0][3], group[-1][4])} @@{lineterm}")
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (" " + line for line in a[i1:i2])
            if tag in ("replace", "delete"):
                yield from ("-" + line for line in a[i1:i2])
            if tag in ("replace", "insert"):
                yield from ("+" + line for line in b[j1:j2])


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    def span(start, stop):
        size = stop - start
        return str(start + bool(size)) if size <= 1 else f"{start + 1},{stop}"
    signs, first = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}, True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if first:
            first = False
            for sign, name, date in (("***", fromfile, fromfiledate), ("---", tofile, tofiledate)):
                yield f"{sign} {name}{chr(9) + date if date else ''}{lineterm}"
        yield "*" * 15 + lineterm
        for stars, low, high, lines, mine in (("***", 1, 2, a, "delete"), ("---", 3, 4, b, "insert")):
            yield f"{stars} {span(group[0][low], group[-1][high])} {'*' * 4 if mine == 'delete' else '-' * 4}{lineterm}"
            if any(each[0] in ("replace", mine) for each in group):
                for each in group:
                    if each[0] in ("replace", "equal", mine):
                        yield from (signs[each[0]] + line for line in lines[each[low]:each[high]])
