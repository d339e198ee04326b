#!/usr/bin/env python3
"""Programs whose special methods change the container that is being searched, sorted, shown, compared ...

    python3 generate.py --seed S [--count N | --only NUMBER]

prints programs 0 to N - 1 of a seed, or one of them, as one Python program. Each is a container or two, one
or two hooks (a special method that, the n-th time it is called, changes a container, raises, or answers
nonsense) and a handful of operations; what each gives or raises, which special methods it called, and what
is left of the containers is printed. The same seed and number give the same program on every machine.
"""
from __future__ import annotations

import argparse
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))


class Maker:
    def __init__(self, seed: int, number: int):
        self.random = random.Random(f"{seed}/{number}")
        self.name = f"{seed}/{number}"

    # --- values ---

    def pick(self, *options):
        return self.random.choice(options)

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def small(self, most: int = 5) -> int:
        return self.random.randrange(most)

    def key(self) -> str:
        """A key or item: mostly one with hooks."""
        n = self.small()
        return self.pick(*[f"{self.kind}({n})"] * 5, f"K({n})", f"{n}", f"k[{n}]")

    def item(self) -> str:
        return self.pick(self.key(), self.key(), self.key(), f"L({self.small()})" if self.chance(0.2) else self.key())

    def index(self) -> str:
        return self.pick(f"K({self.small(6) - 2})", f"K({self.small()})", str(self.small(5) - 2), str(self.small()))

    def slice(self) -> str:
        def bound():
            return self.pick("", "", self.index(), self.index())
        return f"{bound()}:{bound()}" + self.pick("", "", f":{self.pick(1, 2, -1, 'K(1)', 'K(2)')}")

    def items(self, least: int = 0, most: int = 5) -> str:
        return ", ".join(self.item() for _ in range(self.random.randint(least, most)))

    def keys(self, least: int = 0, most: int = 5) -> str:
        return ", ".join(self.key() for _ in range(self.random.randint(least, most)))

    def pairs(self, least: int = 0, most: int = 4) -> str:
        return ", ".join(f"({self.key()}, {self.value()})" for _ in range(self.random.randint(least, most)))

    def value(self) -> str:
        return self.pick(self.key(), str(self.small()), str(self.small()))

    def iterable(self, of_keys: bool = False) -> str:
        items = self.keys() if of_keys else self.items()
        return self.pick(f"It([{items}])", f"Sized([{items}])", f"Hinted([{items}])", f"Indexed([{items}])",
                         f"[{items}]", f"({items},)" if items else "()", "o", "o", "c", "itertools.islice(c, 9)", "iter([*o])",
                         f"(x for x in [{items}])", "(x for x in itertools.islice(c, 9))", "It(c)", f"Holder([{items}])",
                         f"deque([{items}])", f"dict.fromkeys(({items}))" if items and of_keys and "," in items else "o")

    def sized_set(self) -> str:
        return self.pick(f"{{{self.keys(1)}}}", f"frozenset([{self.keys()}])", "o", "o",
                         f"dict.fromkeys([{self.keys()}]).keys()")

    # --- containers: how c and o are made, what can be done to them, what their hooks may do ---

    def make(self, container: str) -> str:
        if container == "list":
            return f"[{self.items(0, 6)}]"
        if container == "tuple":
            return f"({self.items(1, 5)},)"
        if container == "dict":
            return self.pick(f"{{{', '.join(f'{self.key()}: {self.value()}' for _ in range(self.small(5)))}}}",
                             f"dict([{self.pairs()}])", f"D([{self.pairs()}])")
        if container == "set":
            return self.pick(f"{{{self.keys(1, 6)}}}", f"set([{self.keys(0, 6)}])")
        if container == "frozenset":
            return f"frozenset([{self.keys(0, 6)}])"
        if container == "deque":
            return f"deque([{self.items(0, 6)}]{self.pick('', '', ', 4', ', 0') if self.chance(0.3) else ''})"
        if container == "OrderedDict":
            return f"OrderedDict([{self.pairs(0, 5)}])"
        if container == "Counter":
            return f"Counter([{self.keys(0, 7)}])"
        if container == "defaultdict":
            return f"defaultdict({self.pick('make_default', 'make_default', 'None', 'int')}, [{self.pairs()}])"
        if container == "ChainMap":
            return f"ChainMap(dict([{self.pairs()}]), {self.pick('', '{K(1): 1}', f'dict([{self.pairs()}])')})"
        if container == "heap":
            return f"[{', '.join(f'{self.kind}({n})' for n in sorted(self.small(9) for _ in range(self.small(7))))}]"
        if container == "sorted":
            return f"[{', '.join(f'{self.kind}({n})' for n in sorted(self.small(9) for _ in range(self.small(7))))}]"
        raise AssertionError(container)

    SEQUENCES = {"list", "deque", "heap", "sorted"}
    MAPPINGS = {"dict", "OrderedDict", "Counter", "defaultdict", "ChainMap"}

    def action(self, name: str, container: str) -> str:
        """What a hook does to a container: a list of statements."""
        key, value = self.key(), self.value()
        if container in self.SEQUENCES:
            options = [f"{name}.clear()", f"{name}.append({key})", f"{name}.pop() if {name} else None",
                       f"{name}.insert(0, {key})", f"{name}.reverse()", f"{name}.extend([{self.keys(1, 4)}])",
                       f"{name}.__delitem__(0) if {name} else None", f"{name}.__setitem__(0, {key}) if {name} else None"]
            if container == "deque":
                options += [f"{name}.rotate(1)", f"{name}.appendleft({key})", f"{name}.popleft() if {name} else None",
                            f"({name}.append({key}), {name}.popleft())"]
            else:
                options += [f"{name}.__setitem__(slice(None), [{self.keys(0, 6)}])", f"{name}.__delitem__(slice(1, None))",
                            f"({name}.clear(), {name}.extend([{self.keys(1, 6)}]))", f"{name}.pop(0) if {name} else None"]
        elif container in self.MAPPINGS:
            again = f"{name}.clear(), {name}.update([{self.pairs(1, 5)}])"
            options = [f"{name}.clear()", f"{name}.__setitem__({key}, {value})", f"{name}.pop({key}, None)",
                       f"{name}.popitem() if {name} else None", f"{name}.update([{self.pairs(1, 4)}])", f"({again})",
                       f"({name}.pop({key}, None), {name}.__setitem__({key}, {value}))",
                       f"({name}.pop({key}, None), {name}.__setitem__({self.key()}, {value}))",
                       f"[{name}.__setitem__(K(i), i) for i in range(20, {self.pick(23, 28, 34)})]",
                       f"{name}.__setitem__({key}, {value})", f"{name}.setdefault({key}, {value})"]
            if container == "OrderedDict":
                options += [f"{name}.move_to_end(next(iter({name}))) if {name} else None"] * 2
            if container == "Counter":
                options = [each for each in options if "update" not in each] + [f"{name}.update([{key}])", f"{name}.subtract([{key}])"]
        elif container == "set":
            options = [f"{name}.clear()", f"{name}.add({key})", f"{name}.discard({key})", f"{name}.pop() if {name} else None",
                       f"{name}.update([{self.keys(1, 5)}])", f"({name}.clear(), {name}.update([{self.keys(1, 6)}]))",
                       f"({name}.discard({key}), {name}.add({self.key()}))", f"({name}.pop() if {name} else None, {name}.add({key}))",
                       f"{name}.update(map(K, range(20, {self.pick(23, 28, 34)})))", f"{name}.intersection_update([{self.keys(1, 3)}])",
                       f"{name}.difference_update([{self.keys(1, 3)}])"]
        else:
            options = ["None"]
        return self.pick(*options)

    def answer(self, hook: str) -> str:
        """What a hook answers where it does not tell the truth."""
        by_hook = {
            "eq": ["True", "False", "NotImplemented", "K(1)", "K(3)", "L(0)", "1", "[]"],
            "lt": ["True", "False", "NotImplemented", "K(1)", "K(3)", "L(0)", "''"],
            "le": ["True", "NotImplemented", "K(3)"], "gt": ["True", "NotImplemented", "K(1)"], "ge": ["NotImplemented", "K(3)"],
            "hash": ["-1", "2**61 - 1", "2**70", "'x'", "True", "K(1)", "0", "1", "None"],
            "repr": ["5", "'?'", "None"], "index": ["100", "-100", "2**70", "'x'", "0", "1.0", "K(1)"],
            "bool": ["1", "None", "True", "False"], "len": ["-1", "'x'", "3", "2**70", "0", "K(2)", "True"],
            "hint": ["-1", "NotImplemented", "'x'", "3", "2**70", "None"], "iter": ["5", "None", "iter([1, 2])", "[1]"],
            "next": ["7", "K(1)"], "key": ["K(1)", "K(2)", "'x'", "None"], "missing": ["K(1)"], "contains": ["False", "K(3)", "''"],
            "getitem": ["K(2)"], "factory": ["K(9)"], "keys": ["[K(1)]", "5", "It([K(1)])"], "add": ["NotImplemented", "K(7)"],
            "radd": ["NotImplemented"], "neg": ["K(2)"],
        }
        return self.pick(*by_hook.get(hook, ["None"]))

    HOOKS = {
        "list": ["eq"] * 6 + ["lt"] * 4 + ["gt", "repr", "repr", "index", "index", "index", "iter", "next", "next", "len",
                                           "hint", "bool", "key", "hash", "add", "getitem", "contains", "del"],
        "tuple": ["eq"] * 5 + ["lt"] * 2 + ["hash", "hash", "repr", "index", "iter", "next", "len", "hint", "bool", "add"],
        "dict": ["eq"] * 8 + ["hash"] * 5 + ["repr", "iter", "next", "missing", "keys", "getitem", "lt", "del", "len"],
        "set": ["eq"] * 8 + ["hash"] * 5 + ["repr", "iter", "next", "len", "hint", "lt", "del", "contains"],
        "frozenset": ["eq"] * 6 + ["hash"] * 4 + ["repr", "iter", "next", "contains", "len"],
        "deque": ["eq"] * 8 + ["lt"] * 2 + ["index"] * 3 + ["repr", "iter", "next", "next", "len", "hint", "bool", "hash", "del"],
        "OrderedDict": ["eq"] * 8 + ["hash"] * 5 + ["repr", "repr", "iter", "next", "keys", "getitem", "del"],
        "Counter": ["eq"] * 6 + ["hash"] * 6 + ["repr", "lt", "lt", "iter", "next", "add", "radd", "neg", "gt", "del"],
        "defaultdict": ["eq"] * 6 + ["hash"] * 4 + ["repr", "factory", "factory", "iter", "next", "del"],
        "ChainMap": ["eq"] * 6 + ["hash"] * 5 + ["repr", "iter", "next"],
        "heap": ["lt"] * 8 + ["eq", "key", "key", "iter", "next", "len", "bool", "del"],
        "sorted": ["lt"] * 8 + ["key"] * 3 + ["index", "index", "gt", "len", "getitem", "bool", "eq"],
    }

    def hook(self, containers: dict[str, str]) -> str:
        kind = self.random.choice(list(containers.values()))
        hook = self.random.choice(self.HOOKS[kind])
        target = self.random.choice([*containers, "c"])
        skip = self.pick(0, 0, 0, 1, 1, 2, 3)
        times = self.pick(1, 1, 1, 2, 3)
        answer = ""
        if self.chance(0.15):
            action = "fail()"
        elif self.chance(0.18) and hook != "del":
            action, answer = "None", ", " + self.answer(hook)
        else:
            action = self.action(target, containers[target])
            if self.chance(0.15):
                answer = ", " + self.answer(hook)
            if self.chance(0.15):
                other = self.random.choice([*containers])
                action = f"({action}, {self.action(other, containers[other])})"
        if hook == "del" and "fail()" in action:
            action = "None"
        return f'when("{hook}", {skip}, {times}, lambda: {action}{answer})'

    # --- operations ---

    def any_iteration(self) -> str:
        """What takes the items of any container."""
        key, other = self.key(), self.iterable()
        return self.pick(
            "list(c)", "tuple(c)", "set(c)", "frozenset(c)", "deque(c)", "dict.fromkeys(c)", "Counter(c)", "sorted(c)",
            "sorted(c, key=key_of)", "sorted(c, reverse=True)", "min(c)", "max(c)", "min(c, key=key_of)", "max(c, key=key_of)",
            "sum(c)", f"sum(c, {key})", "any(c)", "all(c)", "[*c]", "(*c,)", "{*c}", f"{{*c, {key}}}", f"[*c, *{other}]", f"{{*c, *{other}}}",
            "a, b = c; return a, b", "a, *b = c; return a, b", "*a, b = c; return a, b", "a, b, c_ = c; return a, b, c_",
            f"list(zip(c, {other}))", "list(map(key_of, c))", "list(filter(None, c))", "list(enumerate(c))",
            f"list(itertools.islice(itertools.chain(c, {other}), 12))", "print(*c)", "[x for x in c if x]", "{x for x in c}",
            "{x: 1 for x in c}", "{x: x for x in c}", f"{key} in iter(c)", f"operator.countOf(c, {key})", f"operator.indexOf(c, {key})",
            f"[x == {key} for x in c]", f"[x < {key} for x in c]", "functools.reduce(operator.add, c)", "repr(c)", "str(c)", "f'{c}'", "'%s' % (c,)",
            "copy.copy(c)", "len(c)", "bool(c)", "not c", "c == o", "c != o", "c == c", "o == c", "copy.deepcopy(c)",
            f"heapq.nsmallest(2, c)", "heapq.nlargest(2, c)", "heapq.nsmallest(1, c, key=key_of)",
            f"''.join(map(repr, c))", "next(iter(c))", "list(itertools.groupby(c))[:0]", "max(c, default=0)", "list(itertools.pairwise(c))",
            "i = iter(c); a = next(i); strike('next', 'x', 0); return a, list(i)", "i = iter(c); a = list(i); return a, list(i)",
            f"r = []\nfor x in c:\n    r.append(x)\n    if x == {key}: {self.action('c', self.types['c'])}\n    if len(r) > 12: break\nreturn r",
            f"r = []\nfor x in c:\n    r.append(x)\n    if len(r) == {self.small(4) + 1}: {self.action('c', self.types['c'])}\n    if len(r) > 12: break\nreturn r",
            f"i = iter(c)\nr = [next(i, None)]\n{self.action('c', self.types['c'])}\nr.append(next(i, None))\n{self.action('c', self.types['c'])}\nr += i\nreturn r",
            f"match c:\n    case [a, b]: return a, b\n    case [a, *b]: return a, b\n    case {{}}: return 'mapping'",
            f"match c:\n    case [1, *b]: return b\n    case [_, 2, *b]: return b\n    case {{1: a}}: return a\n    case {{2: a, **rest}}: return a, rest",
        )

    def on_list(self) -> str:
        key, index, other, cut = self.key(), self.index(), self.iterable(), self.slice()
        return self.pick(
            f"c.index({key})", f"c.index({key})", f"c.index({key}, {index})", f"c.index({key}, {index}, {index})", f"c.count({key})",
            f"c.remove({key})", f"c.remove({key})", f"{key} in c", f"{key} not in c", f"c[{index}]", f"c[{cut}]", f"c[{index}] = {key}", f"c[{cut}] = {other}",
            f"c[{cut}] = {other}", f"del c[{index}]", f"del c[{cut}]", f"c.insert({index}, {key})", f"c.pop({index})", f"c.extend({other})", f"c.extend({other})",
            f"c += {other}", f"c * {index}", f"{index} * c", f"c *= {index}", f"c + {self.pick('o', '[1]', 'c', key)}", "c.sort()", "c.sort()", "c.sort(reverse=True)",
            "c.sort(key=key_of)", "c.sort(key=key_of, reverse=True)", f"c.sort(reverse={key})", "c < o", "c <= o", "c > o", "c >= o", "c.reverse()", "c.copy()", f"c.__init__({other})",
            f"c.append({key})", "list(reversed(c))", f"c[{cut}] += {other}", f"c[{index}] += {key}", f"list.__contains__(c, {key})", "c.clear()",
            f"range(5)[{index}]", f"'abcd'[{index}]", f"b'abcd'[{cut}]", f"'ab' * {index}", f"(1, 2, 3)[{cut}]", f"list(range({index}))", f"{key} in range(4)", f"range(4).index({key})",
            f"(1, {key}, 2).index({key})", f"(1, {key}, 2).count({key})", f"slice({index}, {index}).indices({index})")

    def on_tuple(self) -> str:
        key, index, cut = self.key(), self.index(), self.slice()
        return self.pick(f"c.index({key})", f"c.index({key}, {index})", f"c.count({key})", f"{key} in c", f"c[{index}]", f"c[{cut}]", "hash(c)",
                         f"c * {index}", "c < o", "c <= o", "c > o", f"c + {self.pick('o', '(1,)', key)}", "{c: 1}", "{c}", "c in {c: 1}", "c in {o}", f"{{c: 1}}[({self.items(1, 3)},)]",
                         f"[c, o].index(o)", f"[c].count(({self.items(1, 3)},))", "{c, o}", "{c: 1, o: 2}", "sorted([c, o])", "max(c, o)")

    def on_dict(self) -> str:
        key, value, other = self.key(), self.value(), self.iterable(True)
        pairs = self.pick(f"[{self.pairs()}]", f"It([{self.pairs()}])", "o", "o", f"M([{self.pairs()}])", f"D([{self.pairs()}])", "c", "c.items()", f"zip({other}, c)",
                          f"Counter([{self.keys()}])", f"[{self.pairs(0, 2)}, [{self.items()}]]")
        return self.pick(
            f"c[{key}]", f"c[{key}]", f"c[{key}] = {value}", f"c[{key}] = {value}", f"c[{key}] = {value}", f"del c[{key}]", f"del c[{key}]", f"{key} in c", f"{key} not in c", f"c.get({key})", f"c.get({key}, 3)",
            f"c.pop({key})", f"c.pop({key}, 9)", f"c.setdefault({key})", f"c.setdefault({key}, {value})", "c.popitem()", f"c.update({pairs})", f"c.update({pairs})", f"c | {pairs}", f"c |= {pairs}",
            f"dict({pairs})", f"{{**c}}", f"{{**c, {key}: 1}}", f"{{{key}: 0, **{pairs}}}", f"dict(c)", f"c.copy()", f"type(c).fromkeys({other}) if type(c) is not Counter else 0", f"dict.fromkeys({other}, 1)", f"D.fromkeys({other})",
            "c.items() == o.items()", "c.keys() == o.keys()", f"{key} in c.keys()", f"{key} in c.values()", f"({key}, {value}) in c.items()", f"c.keys() & {other}", f"c.keys() | {other}",
            f"c.keys() - {other}", f"c.keys() ^ {other}", f"{other} & c.keys()" if "[" in other[:1] else "o.keys() & c.keys()", "c.items() & o.items()", "c.items() | o.items()", "c.items() - o.items()", "c.items() ^ o.items()",
            f"c.keys().isdisjoint({other})", "c.items().isdisjoint(o.items())", "c.keys() <= o.keys()", "c.keys() < o.keys()", "c.items() >= o.items()", "repr(c.keys())", "repr(c.items())", "repr(c.values())",
            "list(c.items())", "list(c.values())", "list(reversed(c))", "list(reversed(c.items()))", "sorted(c.items())", "max(c.values())", f"{{k: v for k, v in {pairs}}}", f"{{x: 1 for x in {other}}}", "{v: k for k, v in c.items()}",
            f"(lambda **k: k)(**c)", f"c.__init__({pairs})", f"c.__init__()", f"c[{key}] += 1", f"c[{key}] = c.pop({key}, 1)", "c.clear()", f"operator.itemgetter({key}, {key})(c)", f"c.__contains__({key})",
            f"dict.__getitem__(c, {key})", f"c.__eq__(o)", "c.values() == c.values()", f"len(c.keys() & o.keys())", "c.keys().mapping == o", f"[c.get(x) for x in {other}]",
            f"r = []\nfor k_, v in c.items():\n    r.append(k_)\n    if len(r) == {self.small(3) + 1}: {self.action('c', self.types['c'])}\n    if len(r) > 12: break\nreturn r",
            f"r = []\nfor v in c.values():\n    r.append(v)\n    if len(r) == {self.small(3) + 1}: {self.action('c', self.types['c'])}\n    if len(r) > 12: break\nreturn r",
            f"r = []\nfor v in reversed(c):\n    r.append(v)\n    if len(r) == {self.small(3) + 1}: {self.action('c', self.types['c'])}\n    if len(r) > 12: break\nreturn r",
        )

    def on_set(self) -> str:
        key, other, several = self.key(), self.iterable(True), ", ".join(self.iterable(True) for _ in range(self.pick(1, 1, 2, 3)))
        operand = self.sized_set()
        frozen = [f"{key} in c", f"{key} in c", f"c.union({several})", f"c.intersection({several})", f"c.intersection({several})", f"c.difference({several})", f"c.symmetric_difference({other})", f"c & {operand}", f"c | {operand}", f"c - {operand}", f"c ^ {operand}",
                  f"{operand} - c", f"{operand} & c", f"c.issubset({other})", f"c.issuperset({other})", f"c.isdisjoint({other})", f"c <= {operand}", f"c < {operand}", f"c >= {operand}", f"c > {operand}", f"c == {operand}", f"c != {operand}",
                  "c.copy()", "set(c)", "frozenset(c)", f"{{*c, {key}}}", "frozenset(c) in {frozenset(o)}" if self.types.get("o") in ("set", "frozenset") else "frozenset(c) in {c}", "hash(frozenset(c))", "{frozenset(c): 1}[frozenset(c)]", f"set({other})", f"frozenset({other})", f"{{x for x in {other}}}"]
        changing = [f"c.add({key})", f"c.add({key})", f"c.add({key})", f"c.discard({key})", f"c.remove({key})", f"c.remove({key})", "c.pop()", f"c.update({several})", f"c.update({several})", f"c.intersection_update({several})", f"c.difference_update({several})", f"c.difference_update({several})",
                    f"c.symmetric_difference_update({other})", f"c |= {operand}", f"c &= {operand}", f"c -= {operand}", f"c ^= {operand}", "c -= c", "c ^= c", "c.clear()", f"c.__init__({other})", "c.discard(c)", f"c.remove({{{key}}})", "c in c"]
        return self.pick(*frozen, *(changing if self.types["c"] == "set" else []))

    def on_deque(self) -> str:
        key, index, other = self.key(), self.index(), self.iterable()
        return self.pick(
            f"c.index({key})", f"c.index({key})", f"c.index({key}, {index})", f"c.index({key}, {index}, {index})", f"c.count({key})", f"c.count({key})", f"c.remove({key})", f"c.remove({key})", f"{key} in c", f"{key} not in c", f"c[{index}]", f"c[{index}]", f"c[{index}] = {key}", f"del c[{index}]",
            f"c.insert({index}, {key})", f"c.insert({index}, {key})", f"c.rotate({index})", "c.rotate()", "c.pop()", "c.popleft()", f"c.extend({other})", f"c.extendleft({other})", f"c += {other}", f"c + {self.pick('o', 'c', '[1]')}", f"c * {index}", f"{index} * c", f"c *= {index}", "c < o", "c <= o", "c > o", "c >= o", "c == o", "c != o",
            "c.reverse()", "list(reversed(c))", "c.copy()", "c.clear()", f"c.append({key})", f"c.appendleft({key})", f"deque({other}, {index})", f"deque({other}, maxlen=2)", f"c.__init__({other})", "c.maxlen", f"c[{self.slice()}]", "repr(c)", "hash(c)",
            f"r = []\nfor x in c:\n    r.append(x)\n    if len(r) == {self.small(3) + 1}: {self.action('c', 'deque')}\n    if len(r) > 12: break\nreturn r",
            f"r = []\nfor x in reversed(c):\n    r.append(x)\n    if len(r) == {self.small(3) + 1}: {self.action('c', 'deque')}\n    if len(r) > 12: break\nreturn r")

    def on_ordered(self) -> str:
        key = self.key()
        return self.pick(self.on_dict(), self.on_dict(), f"c.move_to_end({key})", f"c.move_to_end({key}, last={self.pick('False', 'True', key)})", f"c.popitem({self.pick('False', 'True', key)})", "c == o", "c == dict(c)", "dict(c) == c", "c == OrderedDict(o)" if self.types.get("o") in self.MAPPINGS else "c == c",
                         "OrderedDict(c) == c", "OrderedDict(o) == c" if self.types.get("o") in self.MAPPINGS else "c == c", "repr(c)", "c.copy()", f"OrderedDict([{self.pairs()}])", f"OrderedDict.fromkeys({self.iterable(True)})", "list(reversed(c))", "list(c.items())", "list(c.keys())")

    def on_counter(self) -> str:
        key, other = self.key(), self.iterable(True)
        operand = self.pick("o" if self.types.get("o") == "Counter" else "c", f"Counter([{self.keys()}])", "c", f"{{{key}}}", f"Counter({other})", "-c", "Counter(a=1)")
        return self.pick(self.on_dict(), f"c[{key}]", f"c[{key}] += 1", f"Counter({other})", f"Counter({other})", "Counter(c)", f"c.update({other})", f"c.update({other})", f"c.subtract({other})", f"c + {operand}", f"c - {operand}", f"c - {operand}", f"c & {operand}", f"c | {operand}", f"c += {operand}", f"c -= {operand}", f"c |= {operand}", f"c &= {operand}",
                         "c.most_common()", "c.most_common(1)", "c.most_common(2)", "list(c.elements())", "c.total()", "+c", "-c", f"c == {operand}", f"c != {operand}", f"c <= {operand}", f"c < {operand}", f"c >= {operand}", "repr(c)", "c.copy()", f"del c[{key}]", f"c.pop({key})")

    def on_default(self) -> str:
        key = self.key()
        return self.pick(self.on_dict(), f"c[{key}]", f"c[{key}]", f"c[{key}]", f"c[{key}] += 1", f"c.get({key})", "c.copy()", "repr(c)", f"c | {{{key}: 1}}", f"{{{key}: 1}} | c", f"c.__missing__({key})", "c.default_factory", f"defaultdict(list, c)[{key}]")

    def on_chain(self) -> str:
        key, value = self.key(), self.value()
        return self.pick(f"c[{key}]", f"c[{key}]", f"c.get({key})", f"c.get({key}, 3)", f"{key} in c", f"c[{key}] = {value}", f"del c[{key}]", f"c.pop({key})", f"c.pop({key}, 3)", f"c.setdefault({key}, 1)", "list(c)", "len(c)", "c == o", "repr(c)", "c.copy()", f"c.new_child({{{key}: 1}})",
                         "c.parents", "c.popitem()", f"c.update([{self.pairs()}])", "dict(c)", "list(c.items())", "list(c.values())", f"{key} in c.keys()", f"c | {{{key}: 1}}", "bool(c)", "c.clear()", "sorted(c)", f"({key}, {value}) in c.items()", f"{key} in c.values()")

    def on_heap(self) -> str:
        key, other = f"{self.kind}({self.small(9)})", self.iterable()
        return self.pick(f"heapq.heappush(c, {key})", f"heapq.heappush(c, {key})", "heapq.heappop(c)", "heapq.heappop(c)", "heapq.heappop(c)", f"heapq.heapreplace(c, {key})", f"heapq.heappushpop(c, {key})", "heapq.heapify(c)", f"heapq.heapify(o) if type(o) is list else 0", f"heapq.nsmallest({self.small(4)}, {other})", f"heapq.nlargest({self.small(4)}, {other})",
                         f"heapq.nsmallest({self.small(4)}, c, key=key_of)", f"heapq.nlargest({self.small(4)}, {other}, key=key_of)", f"list(itertools.islice(heapq.merge(c, {other}), 20))", f"list(itertools.islice(heapq.merge(c, c, key=key_of), 20))", "list(itertools.islice(heapq.merge(c, o, reverse=True), 20))", f"heapq.nsmallest({self.index()}, c)", "[heapq.heappop(c) for _ in range(3)]")

    def on_sorted(self) -> str:
        key, index = f"{self.kind}({self.small(9)})", self.index()
        sequence = self.pick("c", "c", "c", "c", "o", f"Indexed([{self.items()}])", "tuple(c)")
        extra = self.pick("", "", "", f", {index}", f", {index}, {index}", f", lo={index}, hi=2", ", key=key_of", f", {self.small()}, {self.small(9)}", ", hi=None", ", 0, 100")
        return self.pick(f"bisect.bisect_left({sequence}, {key}{extra})", f"bisect.bisect({sequence}, {key}{extra})", f"bisect.insort({self.pick('c', 'c', 'o')}, {key}{extra})", f"bisect.insort_left(c, {key}{extra})", f"bisect.bisect_right({sequence}, {key}{extra})", "c.sort()", "sorted(c)", f"c.index({key})")

    OPERATIONS = {"list": on_list, "tuple": on_tuple, "dict": on_dict, "set": on_set, "frozenset": on_set, "deque": on_deque, "OrderedDict": on_ordered, "Counter": on_counter,
                  "defaultdict": on_default, "ChainMap": on_chain, "heap": on_heap, "sorted": on_sorted}
    CONTAINERS = ["list"] * 4 + ["tuple"] + ["dict"] * 5 + ["set"] * 5 + ["frozenset", "deque", "deque", "deque", "OrderedDict", "OrderedDict", "Counter", "Counter", "defaultdict", "ChainMap", "heap", "heap", "sorted"]

    def step(self) -> list[str]:
        if self.chance(0.25):
            text = self.any_iteration()
        else:
            text = self.OPERATIONS[self.types["c"]](self)
        lines = [line for part in text.split("; ") for line in part.split("\n")]
        first = lines[0]
        head = "    def step():"
        names = [name for name in ("c", "o") if any(line.strip().startswith(f"{name} ") and "= " in line and "==" not in line for line in lines)]
        body = [f"        nonlocal {name}" for name in names]
        if len(lines) == 1:
            statement = names or first.startswith("del ") or is_assignment(first)
            body.append("        " + (first if statement else f"return {first}"))
        else:
            body += ["        " + line for line in lines]
        return [head, *body, "    attempt(step)"]

    def program(self) -> str:
        self.kind = self.pick("K", "K", "K", "X")
        first = self.random.choice(self.CONTAINERS)
        self.types = {"c": first}
        self.types["o"] = first if self.chance(0.6) else self.random.choice(self.CONTAINERS)
        hooks = [self.hook(self.types) for _ in range(self.pick(1, 1, 2, 2, 3))]
        if any('"del"' in hook for hook in hooks):
            self.kind = "X"
        lines = [f'@program("{self.name}", {self.pick(1, 2, 2, 3, 7)})', "def _():",
                 f"    k = [{self.kind}(0), {self.kind}(1), {self.kind}(2), {self.kind}(3), {self.kind}(4)]",
                 f"    c = {self.make(self.types['c'])}", f"    o = {self.make(self.types['o'])}"]
        steps = [self.step() for _ in range(self.pick(2, 3, 3, 4, 5))]
        for hook in hooks[:1 if self.chance(0.7) else 3]:
            lines.append("    " + hook)
        for number, step in enumerate(steps):
            if number and number < len(hooks) + 1 and self.chance(0.6):
                lines.append("    " + self.hook(self.types))
            lines += step
        return "\n".join([*lines, "    end(c, o)", "", ""])


def is_assignment(line: str) -> bool:
    """Whether a line of a step is a statement `target = value` or `target op= value`."""
    depth, quoted = 0, ""
    for at, letter in enumerate(line):
        if quoted:
            quoted = "" if letter == quoted else quoted
        elif letter in "'\"":
            quoted = letter
        elif letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        elif letter == "=" and depth == 0:
            return line[at + 1] != "=" and line[at - 1] not in "=!<>"
    return False


def prelude() -> str:
    with open(os.path.join(HERE, "prelude.py"), encoding="utf-8") as file:
        return file.read()


def program(seed: int, number: int) -> str:
    return Maker(seed, number).program()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--only", type=int, metavar="NUMBER")
    options = parser.parse_args()
    numbers = range(options.count) if options.only is None else [options.only]
    print(prelude() + "\n".join(program(options.seed, number) for number in numbers))


if __name__ == "__main__":
    main()
