# A local and a constant, two locals, and back into the local: small integers have a short way there, all else the usual one.
from fractions import Fraction


def up(i):
    i += 1
    return i


def down(i):
    i = i - 1
    return i


def up_in_a_line(i): i += 1; j = i + 1; return i, j


def of_another(i):
    j = i + 1
    i = j - 1
    return i, j


def less(a, b):
    if a < b:
        return "less"
    return "not less"


def all_six(a, b):
    return a < b, a <= b, a == b, a != b, a > b, a >= b


def small(a):
    if a >= 2:
        return "large"
    return "small"


def while_less(i, n):
    turns = 0
    while i < n:
        i += 1
        turns += 1
    return turns


def into(flag):
    # The second of the three is jumped to.
    i = 5 if flag else 6
    i += 1 if flag else 2
    return i


def unbound(known):
    if known:
        i = n = 1
    try:
        i += 1
    except UnboundLocalError as error:
        print(error)
    try:
        if known < n:
            print("less")
        else:
            print("not less")
    except UnboundLocalError as error:
        print(error)


class Own:
    def __add__(self, other):
        return f"own + {other}"

    def __sub__(self, other):
        return f"own - {other}"

    def __lt__(self, other):
        return "true enough"

    def __iadd__(self, other):
        return f"own += {other}"


values = [3, 0, -1, 2**61 - 1, 2**61, 2**62 - 1, 2**62, 2**63 - 1, -2**61, -2**61 - 1, -2**62, -2**62 - 1, -2**63, 2**64, True,
          2.5, 1j, Fraction(1, 3), Own(), "text", None, [1]]
for value in values:
    for function in up, down, up_in_a_line, of_another:
        try:
            print(function.__name__, function(value))
        except (TypeError, AttributeError) as error:
            print(function.__name__, type(error).__name__, error)

for a in 1, 2, 2**61, 2**70, -1.5, False, "a", Own():
    for b in 1, 2, 2**61 - 1, 2**70, float("nan"), "b":
        try:
            print(less(a, b), all_six(a, b) if not isinstance(a, Own) else "", small(a))
        except TypeError as error:
            print(error)

print(while_less(0, 3), while_less(2**61 - 2, 2**61 + 1), while_less(0.5, 3), while_less(-1, True))
print(into(True), into(False))
unbound(1)
unbound(0)
