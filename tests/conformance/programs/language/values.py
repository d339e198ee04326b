name, count, ratio = "awaitscope", 3, 2.5
empty = None
flags = (True, False)

print(f"{name} {count} {ratio} {empty} {flags}")
print(f"{name!r} {count + 1} {ratio * 2} {name.upper()}")
print(count / 2, count // 2, count % 2, count**4, -count, 7.0, 1e20, 0.1 + 0.2)
print([1, "two", 3.0, None, True], ("one",), (), [], {})
numbers = {"one": 1, "two": 2}
numbers["three"] = 3
for key in numbers:
    print(key, numbers[key])
for key, value in numbers.items():
    print(f"{key}={value}", end=" ")
print()
print("one" in numbers, "four" not in numbers, numbers.get("four"), len(numbers))
print(1 < count <= 3, count == 3.0, name != "other", empty is None, not flags)
print(empty or "default", count and "counted", 0 or None or "last")
words = ["b", "c", "a"]
words.append("d")
words[0] = "z"
print(words, words[-1], words[1:3], "-".join(words), len(words))
total = 0
for i in range(10):
    if i % 2 == 0:
        continue
    elif i > 7:
        break
    total += i
else:
    print("no break")
print("total", total)
while total > 10:
    total -= 4
print("total", total, "big" if total > 10 else "small")
a, (b, *rest) = 1, (2, 3, 4)
print(a, b, rest, sep=", ")
