# re: a pattern becomes a list of instructions, and a loop with a stack of its own runs them and backtracks, so that
# no pattern and no text is too long for the stack of calls.
# Specified in: https://docs.python.org/3.11/library/re.html
from _engine import GenericAlias as _GenericAlias
from _engine import written_in_c as _written_in_c
from enum import IntFlag as _IntFlag
import sys


class RegexFlag(_IntFlag):
    TEMPLATE = T = 1
    IGNORECASE = I = 2
    LOCALE = L = 4
    MULTILINE = M = 8
    DOTALL = S = 16
    UNICODE = U = 32
    VERBOSE = X = 64
    DEBUG = 128
    ASCII = A = 256
    NOFLAG = 0

    def __repr__(self):
        value, names = int(self), []
        for flag in RegexFlag:
            if value & flag:
                value &= ~flag
                names.append("re." + flag.name)
        if value or not names:
            names.append("re.NOFLAG" if not value else hex(value))
        return "|".join(names)

    __str__ = __repr__


IGNORECASE = I = RegexFlag.IGNORECASE
LOCALE = L = RegexFlag.LOCALE
MULTILINE = M = RegexFlag.MULTILINE
DOTALL = S = RegexFlag.DOTALL
UNICODE = U = RegexFlag.UNICODE
VERBOSE = X = RegexFlag.VERBOSE
DEBUG = RegexFlag.DEBUG
ASCII = A = RegexFlag.ASCII
NOFLAG = RegexFlag.NOFLAG
_letters = {"i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64, "a": 256}
_most = 4294967295
_most_steps = 20_000_000


class PatternError(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg += f" (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError
if sys.version_info < (3, 13):
    error.__name__ = error.__qualname__ = "error"
    del PatternError


# Nodes: ("set", items, negated), ("any",), ("at", kind), ("group", number, node), ("back", number), ("seq", nodes),
# ("or", nodes), ("repeat", least, most, kind, node), ("look", behind, negated, node), ("atomic", node),
# ("if", number, yes, no), and ("set", ...) carries the flags it was written under as its last item.
# The items of a set: a letter, a pair of letters, or a category such as "\\d".

class _Parser:
    def __init__(self, text, original, flags, is_bytes):
        self.text, self.original, self.at, self.flags, self.is_bytes = text, original, 0, flags, is_bytes
        self.groups, self.names, self.open, self.widths, self.asked = 0, {}, [], {}, {}

    def fail(self, message, at=None):
        return error(message, self.original, self.at if at is None else at)

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def accept(self, letter):
        if self.text.startswith(letter, self.at):
            self.at += len(letter)
            return True
        return False

    def until(self, end, what):
        close = self.text.find(end, self.at)
        if close < 0:
            found = self.text[self.at:]
            raise self.fail(f"missing {end}, unterminated name" if found else f"missing {what}")
        name = self.text[self.at:close]
        if not name:
            raise self.fail("missing " + what)
        self.at = close + 1
        return name

    def alternatives(self, outermost=False):
        branches = [self.sequence(outermost)]
        while self.accept("|"):
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else ("or", branches)

    def sequence(self, first=False):
        parts = []
        while True:
            letter = self.peek()
            if not letter or letter in "|)":
                return ("seq", parts)
            if self.flags & 64:
                if letter.isspace():
                    self.at += 1
                    continue
                if letter == "#":
                    end = self.text.find("\n", self.at)
                    self.at = len(self.text) if end < 0 else end + 1
                    continue
            if letter in "*+?" or letter == "{" and self.counts(True):
                self.repeat(parts)
                continue
            node = self.atom(letter, first and not parts)
            if node is not None:
                parts.append(node)

    def counts(self, look=False):
        start, at = self.at, self.at + 1
        text = self.text
        while text[at:at + 1].isdigit():
            at += 1
        low = text[start + 1:at]
        high = low
        if text[at:at + 1] == ",":
            comma = at = at + 1
            while text[at:at + 1].isdigit():
                at += 1
            high = text[comma:at]
            if not low and not high and text[at:at + 1] != "}":
                return None
        elif not low:
            return None
        if text[at:at + 1] != "}":
            return None
        if not look:
            self.at = at + 1
        return int(low or 0), int(high) if high else _most

    def repeat(self, parts):
        start = self.at
        letter = self.peek()
        if letter == "{":
            least, most = self.counts()
            if most < least:
                raise self.fail("min repeat greater than max repeat", start + 1)
        else:
            self.at += 1
            least, most = {"*": (0, _most), "+": (1, _most), "?": (0, 1)}[letter]
        if not parts or parts[-1][0] == "at":
            raise self.fail("nothing to repeat", start)
        if parts[-1][0] == "repeat":
            raise self.fail("multiple repeat", start)
        kind = "lazy" if self.accept("?") else "possessive" if self.accept("+") else "greedy"
        parts[-1] = ("repeat", least, most, kind, parts[-1])

    def atom(self, letter, first):
        start = self.at
        self.at += 1
        if letter == ".":
            return ("set", [], True, self.flags) if self.flags & 16 else ("set", ["\n"], True, self.flags & ~2)
        if letter == "^":
            return ("at", "line start" if self.flags & 8 else "start")
        if letter == "$":
            return ("at", "line end" if self.flags & 8 else "last line end")
        if letter == "[":
            return self.set(start)
        if letter == "(":
            return self.parenthesis(start, first)
        if letter == "\\":
            return self.escape(start)
        return ("set", [letter], False, self.flags)

    def number(self, start, digits, base):
        return chr(int(self.text[start:start + digits], base))

    def hexadecimal(self, start, letter, digits):
        text = self.text[self.at:self.at + digits]
        length = 0
        while length < len(text) and text[length] in "0123456789abcdefABCDEF":
            length += 1
        self.at += length
        if length != digits:
            raise self.fail("incomplete escape " + self.text[start:self.at], start)
        code = int(text, 16)
        if code > 0x10ffff:
            raise self.fail("bad escape " + self.text[start:self.at], start)
        return chr(code)

    def escape(self, start, in_set=False):
        letter = self.peek()
        if not letter:
            raise self.fail("bad escape (end of pattern)", start)
        self.at += 1

        def literal(text):
            return text if in_set else ("set", [text], False, self.flags)

        if letter in "dDsSwW":
            return ("\\" + letter) if in_set else ("set", ["\\" + letter], False, self.flags)
        if letter in "abfnrtv" and (in_set or letter != "b"):
            return literal({"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}[letter])
        if letter == "x":
            return literal(self.hexadecimal(start, letter, 2))
        if letter in "uU" and not self.is_bytes:
            return literal(self.hexadecimal(start, letter, 4 if letter == "u" else 8))
        if not in_set and letter in ("bBAZz" if sys.version_info >= (3, 14) else "bBAZ"):
            ascii_only = self.flags & 256
            return ("at", {"b": "boundary", "B": "no boundary", "A": "start", "Z": "end", "z": "end"}[letter] +
                    (" of ascii" if ascii_only and letter in "bB" else ""))
        if letter.isdigit():
            rest = self.text[self.at:self.at + 2]
            octal = 0
            while octal < len(rest) and rest[octal] in "01234567":
                octal += 1
            if letter == "0" or in_set or letter in "0123" and octal == 2:
                if letter not in "01234567":
                    raise self.fail("bad escape \\" + letter, start)
                self.at += octal
                code = int(letter + rest[:octal], 8)
                if code > 0o377:
                    raise self.fail(f"octal escape value {self.text[start:self.at]} outside of range 0-0o377", start)
                return literal(chr(code))
            if rest[:1].isdigit():
                self.at += 1
                letter += rest[0]
            number = int(letter)
            if number > self.groups:
                raise self.fail(f"invalid group reference {number}", start + 1)
            if number in self.open:
                raise self.fail("cannot refer to an open group", start)
            return ("back", number, self.flags & 2)
        if letter.isalpha() and letter.isascii():
            raise self.fail("bad escape \\" + letter, start)
        return literal(letter)

    def set(self, start):
        negated, items, first = self.accept("^"), [], True
        while True:
            here = self.at
            letter = self.peek()
            if not letter:
                raise self.fail("unterminated character set", start)
            self.at += 1
            if letter == "]" and not first:
                return ("set", items, negated, self.flags)
            first = False
            low = self.escape(here, True) if letter == "\\" else letter
            if self.peek() == "-" and self.text[self.at + 1:self.at + 2] not in ("]", ""):
                self.at += 1
                there = self.at
                letter = self.peek()
                self.at += 1
                high = self.escape(there, True) if letter == "\\" else letter
                if len(low) > 1 or len(high) > 1 or high < low:
                    raise self.fail(f"bad character range {self.text[here:self.at]}", here)
                items.append((low, high))
            else:
                items.append(low)

    def close(self, start):
        if not self.accept(")"):
            raise self.fail("missing ), unterminated subpattern", start)

    def named(self, name, at):
        if not name.isidentifier():
            raise self.fail(f"bad character in group name {name!r}", at)
        return name

    def reference(self, name, at):
        if name.isdigit():
            number = int(name)
            if number == 0:
                raise self.fail("bad group number", at)
            self.asked.setdefault(number, at)  # it may come later
        else:
            self.named(name, at)
            if name not in self.names:
                raise self.fail(f"unknown group name {name!r}", at)
            number = self.names[name]
        return number

    def parenthesis(self, start, first):
        name = None
        flags = self.flags
        if self.accept("?"):
            letter = self.peek()
            self.at += 1
            if not letter:
                raise self.fail("unexpected end of pattern", self.at - 1)
            if letter == "P":
                if self.accept("<"):
                    at = self.at
                    name = self.named(self.until(">", "group name"), at)
                elif self.accept("="):
                    at = self.at
                    name = self.named(self.until(")", "group name"), at)
                    if name not in self.names:
                        raise self.fail(f"unknown group name {name!r}", at)
                    if self.names[name] in self.open:
                        raise self.fail("cannot refer to an open group", at)
                    return ("back", self.names[name], self.flags & 2)
                else:
                    letter = self.peek()
                    self.at += 1
                    raise self.fail("unexpected end of pattern" if not letter else "unknown extension ?P" + letter,
                                    start + 1 + (not letter) * 2)
            elif letter == ":":
                node = self.alternatives()
                self.close(start)
                return ("seq", [node])
            elif letter == "#":
                end = self.text.find(")", self.at)
                if end < 0:
                    raise self.fail("missing ), unterminated comment", start)
                self.at = end + 1
                return None
            elif letter in "=!" or letter == "<" and self.peek() in ("=", "!"):
                behind = letter == "<"
                if behind:
                    letter = self.peek()
                    self.at += 1
                node = self.alternatives()
                self.close(start)
                return ("look", behind, letter == "!", node)
            elif letter == "<":
                letter = self.peek()
                raise self.fail("unknown extension ?<" + letter if letter else "unexpected end of pattern",
                                start + 1 if letter else self.at)
            elif letter == ">":
                node = self.alternatives()
                self.close(start)
                return ("atomic", node)
            elif letter == "(":
                at = self.at
                number = self.reference(self.until(")", "group name"), at)
                yes, no = self.sequence(), ("seq", [])
                if self.accept("|"):
                    no = self.sequence()
                    if self.peek() == "|":
                        raise self.fail("conditional backref with more than two branches")
                self.close(start)
                return ("if", number, yes, no)
            elif letter in _letters or letter == "-":
                return self.inline_flags(start, letter, first)
            else:
                raise self.fail("unknown extension ?" + letter, start + 1)
        self.groups += 1
        number = self.groups
        if name is not None:
            if name in self.names:
                raise self.fail(f"redefinition of group name {name!r} as group {number}; was group {self.names[name]}",
                                start + 4)
            self.names[name] = number
        self.open.append(number)
        node = self.alternatives()
        self.close(start)
        self.open.remove(number)
        self.flags = flags
        self.widths[number] = self.width(node)
        return ("group", number, node)

    def inline_flags(self, start, letter, first):
        add = remove = 0
        while letter in _letters:
            if letter == "L" or letter == "u" and self.is_bytes:
                raise self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern" if letter == "u" else
                                "bad inline flags: cannot use 'L' flag with a str pattern")
            add |= _letters[letter]
            letter = self.peek()
            self.at += 1
            if not letter:
                raise self.fail("missing -, : or )", self.at - 1)
        if letter == ")":
            if not first or start:
                raise self.fail("global flags not at the start of the expression", start)
            self.flags |= add
            return None
        if letter == "-":
            letter = self.peek()
            self.at += 1
            if letter not in _letters or not letter:
                raise self.fail("missing flag" if not letter or not letter.isalpha() else "unknown flag", self.at - 1)
            while letter in _letters:
                remove |= _letters[letter]
                letter = self.peek()
                self.at += 1
                if not letter:
                    raise self.fail("missing :", self.at - 1)
        if letter != ":":
            raise self.fail("unknown flag" if letter.isalpha() else "missing -, : or )" if not remove else "missing :",
                            self.at - 1)
        before, self.flags = self.flags, (self.flags | add) & ~remove
        node = self.alternatives()
        self.close(start)
        self.flags = before
        return ("seq", [node])

    def width(self, node):
        kind = node[0]
        if kind == "set":
            return 1, 1
        if kind == "seq":
            pairs = [self.width(each) for each in node[1]]
            return sum(low for low, _ in pairs), min(sum(high for _, high in pairs), _most)
        if kind in ("or", "if"):
            pairs = [self.width(each) for each in (node[1] if kind == "or" else node[2:])]
            return min(low for low, _ in pairs), max(high for _, high in pairs)
        if kind == "repeat":
            low, high = self.width(node[4])
            return low * node[1], min(high * node[2], _most)
        if kind in ("group", "atomic"):
            return self.width(node[-1])
        if kind == "back":
            return self.widths.get(node[1], (0, _most))
        return 0, 0


_categories = {"d": str.isdecimal, "s": str.isspace, "w": lambda letter: letter.isalnum() or letter == "_"}


def _in_set(letter, items, negated, flags):
    forms = {letter}
    if flags & 2:
        if letter.isascii() or not flags & 256:
            forms |= {letter.lower(), letter.upper()}
            forms = {form for form in forms if len(form) == 1}
    found = False
    for item in items:
        if isinstance(item, tuple):
            found = any(item[0] <= form <= item[1] for form in forms)
        elif len(item) == 1:
            found = item in forms
        else:
            is_in = _categories[item[1].lower()](letter) and (letter.isascii() or not flags & 256)
            if flags & 256 and item[1] in "sS" and letter in "\x1c\x1d\x1e\x1f":
                is_in = False
            found = is_in == item[1].islower()
        if found:
            break
    return found != negated


class _Set(dict):
    # Which letters are in it: found out once for each.
    def __init__(self, items, negated, flags):
        self._asked = items, negated, flags

    def __missing__(self, letter):
        found = self[letter] = _in_set(letter, *self._asked)
        return found


# Instructions: a name and up to three operands. A marker of a loop remembers where its round began.
class _Compiler:
    def __init__(self, parser):
        self.parser, self.code, self.loops = parser, [], 0

    def emit(self, *instruction):
        self.code.append(instruction)
        return len(self.code) - 1

    def single(self, node):
        while node[0] == "seq" and len(node[1]) == 1:
            node = node[1][0]
        return _Set(node[1], node[2], node[3]) if node[0] == "set" else None

    def add(self, node):
        kind = node[0]
        if kind == "set":
            if len(node[1]) == 1 and not node[2] and not node[3] & 2 and isinstance(node[1][0], str) and len(node[1][0]) == 1:
                self.emit("letter", node[1][0])
            else:
                self.emit("set", _Set(node[1], node[2], node[3]))
        elif kind == "seq":
            for each in node[1]:
                self.add(each)
        elif kind == "at":
            self.emit("at", node[1])
        elif kind == "group":
            self.emit("save", 2 * node[1])
            self.add(node[2])
            self.emit("save", 2 * node[1] + 1)
        elif kind == "back":
            self.emit("back", node[1], node[2])
        elif kind == "or":
            jumps = []
            for each in node[1][:-1]:
                split = self.emit("split")
                self.add(each)
                jumps.append(self.emit("jump"))
                self.code[split] = "split", split + 1, len(self.code)
            self.add(node[1][-1])
            for jump in jumps:
                self.code[jump] = "jump", len(self.code)
        elif kind == "look":
            low, high = self.parser.width(node[3])
            if node[1] and low != high:
                raise error("look-behind requires fixed-width pattern")
            self.nested("look", node[3], low if node[1] else 0, node[2])
        elif kind == "atomic":
            self.nested("atomic", node[1])
        elif kind == "if":
            test = self.emit("if")
            self.add(node[2])
            jump = self.emit("jump")
            self.code[test] = "if", node[1], len(self.code)
            self.add(node[3])
            self.code[jump] = "jump", len(self.code)
        elif kind == "repeat":
            self.repeat(*node[1:])

    def nested(self, kind, node, *details):
        at = self.emit(kind)
        self.add(node)
        self.emit("match")
        self.code[at] = kind, len(self.code), *details

    def repeat(self, least, most, kind, node):
        if kind == "possessive":
            return self.nested("atomic", ("repeat", least, most, "greedy", node))
        letters = self.single(node)
        if letters is not None:
            self.emit("many" if kind == "greedy" else "few", letters, least, most)
            return
        if least * len(self.code) > 1_000_000 or least > 10_000:
            raise OverflowError("the repetition number is too large")
        for _ in range(least):
            self.add(node)
        lazy = kind == "lazy"
        if most == _most:
            self.loops += 1
            loop = self.loops
            head = self.emit("split")
            self.emit("begin", loop)
            self.add(node)
            self.emit("round", loop)
            self.emit("jump", head)
            self.code[head] = ("split", len(self.code), head + 1) if lazy else ("split", head + 1, len(self.code))
        else:
            heads = []
            for _ in range(most - least):
                heads.append(self.emit("split"))
                self.add(node)
            for head in heads:
                self.code[head] = ("split", len(self.code), head + 1) if lazy else ("split", head + 1, len(self.code))


def _word(text, at, ascii_only):
    if not 0 <= at < len(text):
        return False
    letter = text[at]
    return (letter.isalnum() or letter == "_") and (not ascii_only or letter.isascii())


def _holds(kind, text, at, end):
    if kind == "start":
        return at == 0
    if kind == "end":
        return at == end
    if kind == "line start":
        return at == 0 or text[at - 1] == "\n"
    if kind == "line end":
        return at == end or text[at] == "\n"
    if kind == "last line end":
        return at == end or at + 1 == end and text[at] == "\n"
    if not text:
        return False
    ascii_only = kind.endswith("ascii")
    at_boundary = _word(text, at - 1, ascii_only) != _word(text, at, ascii_only)
    return at_boundary != kind.startswith("no")


class _Search:
    def __init__(self, code, text, end):
        self.code, self.text, self.end, self.steps = code, text, end, 0

    # Where the match ends and what the groups hold, or None. `marks`: begins and ends of groups, then the group that
    # was closed last, then where the rounds of loops began.
    def run(self, pc, at, marks, whole=False, not_empty_at=-1):
        code, text, end = self.code, self.text, self.end
        stack, steps = [], 0
        while True:
            steps += 1
            if steps > 50_000:
                self.steps += steps
                steps = 0
                if self.steps > _most_steps:
                    raise RuntimeError(f"the regular expression took more than {_most_steps:,} steps: it backtracks too much")
            instruction = code[pc]
            kind = instruction[0]
            pc += 1
            if kind == "letter":
                if at < end and text[at] == instruction[1]:
                    at += 1
                    continue
            elif kind == "set":
                if at < end and instruction[1][text[at]]:
                    at += 1
                    continue
            elif kind == "many":
                _, letters, least, most = instruction
                last, stop = at, min(end, at + most)
                while last < stop and letters[text[last]]:
                    last += 1
                first = at + least
                if last >= first:
                    if last > first:
                        stack.append((pc, last - 1, marks, first))
                    at = last
                    continue
            elif kind == "few":
                _, letters, least, most = instruction
                last, stop = at, min(end, at + least)
                while last < stop and letters[text[last]]:
                    last += 1
                if last == at + least:
                    if most > least:
                        stack.append((pc, last, marks, letters, most - least))
                    at = last
                    continue
            elif kind == "split":
                stack.append((instruction[2], at, marks))
                pc = instruction[1]
                continue
            elif kind == "jump":
                pc = instruction[1]
                continue
            elif kind == "save":
                slot = instruction[1]
                marks = marks[:slot] + (at,) + marks[slot + 1:]
                if slot & 1:
                    marks = (slot >> 1,) + marks[1:]
                continue
            elif kind == "at":
                if _holds(instruction[1], text, at, end):
                    continue
            elif kind == "begin":
                marks = marks[:-instruction[1]] + (at,) + marks[len(marks) - instruction[1] + 1:]
                continue
            elif kind == "round":
                if marks[-instruction[1]] == at:
                    pc += 1
                continue
            elif kind == "back":
                low, high = marks[2 * instruction[1]], marks[2 * instruction[1] + 1]
                if low >= 0 and high >= 0:
                    wanted, found = text[low:high], text[at:min(end, at + high - low)]
                    if wanted == found or instruction[2] and wanted.lower() == found.lower():
                        at += high - low
                        continue
            elif kind == "match":
                if (not whole or at == end) and at != not_empty_at:
                    self.steps += steps
                    return at, marks
            elif kind == "look":
                _, after, back, negated = instruction
                found = self.run(pc, at - back, marks) if at >= back else None
                if back and found is not None and found[0] != at:
                    found = None
                if (found is None) == negated:
                    if not negated:
                        marks = found[1]
                    pc = after
                    continue
            elif kind == "atomic":
                found = self.run(pc, at, marks)
                if found is not None:
                    at, marks = found
                    pc = instruction[1]
                    continue
            elif kind == "if":
                if marks[2 * instruction[1] + 1] < 0:
                    pc = instruction[2]
                continue
            # It failed: back to what was left open last.
            if not stack:
                self.steps += steps
                return None
            entry = stack.pop()
            pc, at, marks = entry[:3]
            if len(entry) == 4:
                if at > entry[3]:
                    stack.append((pc, at - 1, marks, entry[3]))
            elif len(entry) == 5:
                while at >= end or not entry[3][text[at]]:
                    if not stack:
                        return None
                    entry = stack.pop()
                    pc, at, marks = entry[:3]
                    if len(entry) < 5:
                        if len(entry) == 4 and at > entry[3]:
                            stack.append((pc, at - 1, marks, entry[3]))
                        break
                else:
                    at += 1
                    if entry[4] > 1:
                        stack.append((pc, at, marks, entry[3], entry[4] - 1))


@_written_in_c
class Match:
    __slots__ = ("re", "string", "pos", "endpos", "regs", "lastindex")
    __class_getitem__ = classmethod(_GenericAlias)

    __module__ = "re"

    def __init__(self, pattern, string, marks, pos, endpos):
        self.re, self.string, self.pos, self.endpos = pattern, string, pos, endpos
        self.regs = tuple((marks[2 * i], marks[2 * i + 1]) if marks[2 * i + 1] >= 0 else (-1, -1)
                          for i in range(1, pattern.groups + 1))
        self.lastindex = marks[0] or None

    def _number(self, group):
        if isinstance(group, str):
            if group in self.re.groupindex:
                return self.re.groupindex[group]
        elif hasattr(type(group), "__index__") and 0 <= group <= self.re.groups:
            return int(group)
        raise IndexError("no such group")

    def _one(self, group, default=None):
        low, high = self.regs[self._number(group)]
        return default if low < 0 else self.string[low:high]

    @property
    def lastgroup(self):
        return next((name for name, i in self.re.groupindex.items() if i == self.lastindex), None)

    def group(self, *groups):
        if len(groups) <= 1:
            return self._one(*groups or (0,))
        return tuple(map(self._one, groups))

    def __getitem__(self, group):
        return self._one(group)

    def groups(self, default=None):
        return tuple([self._one(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._one(i, default) for name, i in self.re.groupindex.items()}

    def span(self, group=0, /):
        return self.regs[self._number(group)]

    def start(self, group=0, /):
        return self.span(group)[0]

    def end(self, group=0, /):
        return self.span(group)[1]

    def expand(self, template):
        return _expanded(_template(self.re, template), self)

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self.group()!r}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


@_written_in_c
class Pattern:
    __slots__ = ("pattern", "groups", "groupindex", "flags", "_is_bytes", "_code", "_loops", "_first", "__weakref__")
    __class_getitem__ = classmethod(_GenericAlias)

    __module__ = "re"

    def __init__(self, pattern, flags):
        is_bytes = isinstance(pattern, bytes)
        text = pattern.decode("latin-1") if is_bytes else pattern
        if is_bytes and flags & 32:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if flags & 32 and flags & 256:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        if flags & 4 and not is_bytes:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        start_flags = flags
        # Flags at the start hold for all of it; VERBOSE changes how it is read, so it is read again then.
        while True:
            parser = _Parser(text, pattern, flags | (256 if is_bytes else 0), is_bytes)
            node = parser.alternatives(True)
            if parser.flags & 64 and not flags & 64:
                flags |= parser.flags
                continue
            break
        if parser.peek():
            raise parser.fail("unbalanced parenthesis")
        for number, at in parser.asked.items():
            if number > parser.groups:
                raise parser.fail(f"invalid group reference {number}", at)
        compiler = _Compiler(parser)
        compiler.add(node)
        compiler.emit("match")
        self.pattern, self.groups, self.groupindex = pattern, parser.groups, dict(parser.names)
        flags = parser.flags & (~256 if is_bytes and not start_flags & 256 else ~0)
        self.flags = int(flags) | (0 if is_bytes or flags & 256 else 32)
        self._is_bytes, self._code, self._loops = is_bytes, compiler.code, compiler.loops
        self._first = self._code[0][1] if self._code[0][0] == "letter" else None

    def __repr__(self):
        flags = self.flags & ~(0 if self._is_bytes else 32)
        text = repr(self.pattern)[:200]
        return f"re.compile({text}, {RegexFlag(flags)!r})" if flags else f"re.compile({text})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # Matches one after the other; how: "match", "fullmatch" or "search".
    def _matches(self, string, pos, endpos, how="search"):
        if isinstance(string, str) if self._is_bytes else not isinstance(string, str):
            if not isinstance(string, (str, bytes)):
                raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
            kinds = ("bytes", "string-like") if self._is_bytes else ("string", "bytes-like")
            raise TypeError(f"cannot use a {kinds[0]} pattern on a {kinds[1]} object")
        text = string.decode("latin-1") if self._is_bytes else string
        pos, endpos = max(0, min(pos, len(text))), max(0, min(endpos, len(text)))
        search = _Search(self._code, text, endpos)
        empty = (0, -1) + (-1, -1) * self.groups + (-1,) * self._loops
        at, not_empty_at = pos, -1
        while at <= endpos:
            if self._first is not None and how == "search":
                at = text.find(self._first, at, endpos)
                if at < 0:
                    return
            found = search.run(0, at, empty, how == "fullmatch", not_empty_at if at == not_empty_at else -1)
            if found is not None:
                end, marks = found
                match = Match(self, string, marks, pos, endpos)
                match.regs = ((at, end),) + match.regs
                yield match
                not_empty_at = at if end == at else -1  # the next one may begin here, but has to be longer
                at = end
                continue
            if how != "search":
                return
            at += 1

    def _first_match(self, string, pos, endpos, how):
        for match in self._matches(string, pos, endpos, how):
            return match
        return None

    def match(self, string, pos=0, endpos=9223372036854775807):
        return self._first_match(string, pos, endpos, "match")

    if sys.version_info >= (3, 15):
        def prefixmatch(self, string, pos=0, endpos=9223372036854775807):
            return self._first_match(string, pos, endpos, "match")

    def fullmatch(self, string, pos=0, endpos=9223372036854775807):
        return self._first_match(string, pos, endpos, "fullmatch")

    def search(self, string, pos=0, endpos=9223372036854775807):
        return self._first_match(string, pos, endpos, "search")

    def finditer(self, string, pos=0, endpos=9223372036854775807):
        return iter(list(self._matches(string, pos, endpos)))

    def findall(self, string, pos=0, endpos=9223372036854775807):
        nothing = string[:0]
        if self.groups > 1:
            return [match.groups(nothing) for match in self._matches(string, pos, endpos)]
        return [match._one(self.groups, nothing) for match in self._matches(string, pos, endpos)]

    def split(self, string, maxsplit=0):
        parts, last = [], 0
        for match in self._matches(string, 0, len(string)):
            parts.append(string[last:match.start()])
            parts.extend(match.groups())
            last = match.end()
            if maxsplit and len(parts) // (self.groups + 1) >= maxsplit:
                break
        parts.append(string[last:])
        return parts

    def subn(self, repl, string, count=0):
        template = None if callable(repl) else _template(self, repl)
        parts, last, made = [], 0, 0
        for match in self._matches(string, 0, len(string)):
            parts.append(string[last:match.start()])
            parts.append(_expanded(template, match) if template is not None else repl(match))
            last = match.end()
            made += 1
            if count and made >= count:
                break
        parts.append(string[last:])
        return string[:0].join(parts), made

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]


# What a replacement consists of: texts, and numbers of groups.
def _template(pattern, repl):
    is_bytes = isinstance(repl, bytes)
    text = repl.decode("latin-1") if is_bytes else repl
    parts, literal, at = [], "", 0

    def group(number, where):
        nonlocal literal
        if number > pattern.groups:
            raise error(f"invalid group reference {number}", repl, where)
        parts.extend((literal, number))
        literal = ""

    while at < len(text):
        letter = text[at]
        at += 1
        if letter != "\\":
            literal += letter
            continue
        start = at - 1
        letter = text[at:at + 1]
        at += 1
        if not letter:
            raise error("bad escape (end of pattern)", repl, start)
        if letter == "g":
            if text[at:at + 1] != "<":
                raise error("missing <", repl, at)
            end = text.find(">", at)
            name = text[at + 1:end] if end >= 0 else ""
            if end < 0:
                raise error("missing >, unterminated name" if text[at + 1:] else "missing group name", repl, at + 1)
            if not name:
                raise error("missing group name", repl, at + 1)
            if name.isdigit():
                group(int(name), at + 1)
            elif not name.isidentifier():
                raise error(f"bad character in group name {name!r}", repl, at + 1)
            elif name not in pattern.groupindex:
                raise IndexError(f"unknown group name {name!r}")
            else:
                group(pattern.groupindex[name], at + 1)
            at = end + 1
        elif letter == "0":
            digits = letter
            while len(digits) < 3 and text[at:at + 1] in tuple("01234567"):
                digits += text[at]
                at += 1
            literal += chr(int(digits, 8) & 255)
        elif letter.isdigit():
            digits = text[start + 1:start + 4]
            if len(digits) == 3 and digits[0] in "0123" and all(digit in "01234567" for digit in digits):
                literal += chr(int(digits, 8))
                at += 2
            else:
                if text[at:at + 1].isdigit():
                    letter += text[at]
                    at += 1
                group(int(letter), start + 1)
        elif letter in "abfnrtv\\":
            literal += {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}[letter]
        elif letter.isalpha() and letter.isascii():
            raise error("bad escape \\" + letter, repl, start)
        else:
            literal += "\\" + letter
    parts.append(literal)
    return [part.encode("latin-1") if is_bytes and isinstance(part, str) else part for part in parts]


def _expanded(template, match):
    nothing = match.string[:0]
    return nothing.join([match._one(part, nothing) if isinstance(part, int) else part for part in template])


_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    key = type(pattern), pattern, int(flags)
    found = _cache.get(key)
    if found is None:
        if len(_cache) > 500:
            _cache.clear()
        found = _cache[key] = Pattern(pattern, int(flags))
    return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _cache.clear()


_special = frozenset("()[]{}?*+-|^$\\.&~# \t\n\r\v\f")


def escape(pattern):
    if isinstance(pattern, str):
        return "".join(["\\" + letter if letter in _special else letter for letter in pattern])
    return escape(pattern.decode("latin-1")).encode("latin-1")


if sys.version_info >= (3, 15):
    prefixmatch = match

__all__ = [name for name in """
    match fullmatch search sub subn split findall finditer compile purge escape error Pattern Match A I L M S X U
    ASCII IGNORECASE LOCALE MULTILINE DOTALL VERBOSE UNICODE NOFLAG RegexFlag PatternError prefixmatch
""".split() if name in globals()]
