# (11) a report: lines split, fields formatted, padded and joined. op = one line of it
N = 300000
LINES = [f"{'alice bob carol dave'.split()[i % 4]},{i * 37 % 101},{i * 0.25:.2f}" for i in range(100)]
def row(number, line):
    name, count, price = line.split(",")
    count, price = int(count), float(price)
    total = count * price
    text = f"{number:>4}. {name.title():<10}|{count:5d} x {price:8.2f} = {total:10,.2f}"
    if count % 10 == 0:
        text += " *" + "!".join([name.upper(), str(count), "%05.1f" % price])
    return text.rstrip()
def report(lines):
    rows = ["-" * 40]
    for number, line in enumerate(lines):
        rows.append(row(number, line))
    rows.append("{} rows, {!r} first".format(len(lines), lines[0]))
    return "\n".join(rows)
def smain(n):
    size = 0
    for _ in range(n // 100):
        text = report(LINES)
        size += len(text.replace("Carol", "Caroline")) + text.count("!")
    return size
def ops(n): return n // 100 * 100
def expect(n): return n // 100 * 5037
