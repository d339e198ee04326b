# What format() makes of many values and specifications, or how it refuses them: one digest a hundred,
# beside the first of them.
import hashlib
import random

random.seed(5)
VALUES = [0, 5, -7, 1234567, -(10**20), 0.0, -0.0, 1.5, -2.25, 1e300, 1234567.891, float("inf"),
          float("-inf"), float("nan"), "abc", "äöü€", "", True, 3 + 4j, -0.0001, -0.0 - 0.0j,
          complex(0, 1234567.25), complex(float("nan"), -0.0)]
PARTS = [["", "+", "-", " "], ["", "", "", "z"], ["", "", "#"], ["", "", "0"],
         ["", "3", "8", "15", "30"], ["", "", ",", "_"], ["", "", ".0", ".2", ".5", ".10"],
         list("dfegGEF%xXboscn") + ["", "", "", "", ""]]

# (What exec() is given leaves no events, of which there would be a hundred thousand.)
exec('''
def shown(value, specification):
    try:
        return format(value, specification)
    except Exception as error:
        return f"{type(error).__name__}: {error}"

def specification():
    align = random.choice(["", "<", ">", "=", "^"])
    fill = random.choice(["", "", "*", "0", "é", "→"]) if align else ""
    return fill + align + "".join(random.choice(part) for part in PARTS)

lines = []
for _ in range(6000):
    value, text = random.choice(VALUES), specification()
    lines.append(f"{value!r} {text!r} {shown(value, text)!r}")
for first in range(0, len(lines), 100):
    hundred = "\\n".join(lines[first : first + 100])
    print(hashlib.md5(hundred.encode()).hexdigest(), lines[first])
''')
