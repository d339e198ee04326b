TEXT = """\
It was the best of times, it was the worst of times,
it was the age of wisdom... it was the age of foolishness!

	Tabbed line;   with   spaces
"""


def words(text):
    for line in text.splitlines():
        for word in line.split():
            word = word.strip(".,;!").lower()
            if word:
                yield word


def wrap(text, width):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def histogram(counts, width=20):
    top = max(counts.values())
    for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
        yield f"{word:<6}|{'#' * round(width * n / top):<{width}}| {n}"


def table(rows, headers):
    rows = [tuple(map(str, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(headers, *rows)]
    line = "+".join("-" * (w + 2) for w in widths)
    yield " | ".join(h.center(w) for h, w in zip(headers, widths)).rstrip()
    yield line
    for row in rows:
        yield " | ".join(cell.rjust(w) if cell.isdigit() else cell.ljust(w) for cell, w in zip(row, widths)).rstrip()


counts = {}
for word in words(TEXT):
    counts[word] = counts.get(word, 0) + 1
print(*histogram(counts), sep="\n")
print(*wrap(TEXT, 28), sep="\n")
print("\n".join(table([("apple", 3, 1.5), ("kiwi", 120, 0.25)], ("fruit", "count", "price"))))
vowels = {v: TEXT.lower().count(v) for v in "aeiou"}
print(vowels, max(vowels, key=vowels.get), sum(vowels.values()))
lengths = {}
for word in sorted(counts):
    lengths.setdefault(len(word), []).append(word)
for size in sorted(lengths, reverse=True)[:3]:
    print(size, ", ".join(lengths[size]))
print(TEXT.split("\n")[3].expandtabs(4), repr(TEXT[-3:]), TEXT.count("\n"), len(TEXT.splitlines()))
rot13 = str.maketrans({chr(i + b): chr((i + 13) % 26 + b) for b in (65, 97) for i in range(26)})
print("Hello, World".translate(rot13), "Hello".translate(rot13).translate(rot13))
csv = "name,age\nann,31\nbob,xx\n"
header, *lines = [line.split(",") for line in csv.strip().split("\n")]
for row in lines:
    record = dict(zip(header, row))
    try:
        record["age"] = int(record["age"])
    except ValueError as error:
        print(f"{record['name']}: {error}")
    print(record)
binary = lambda n: f"{n:08b}"
print(*map(binary, b"Hi!"), " ".join(f"{ord(c):#04x}" for c in "Hi!"))
