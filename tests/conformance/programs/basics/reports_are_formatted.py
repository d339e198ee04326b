"""str, bytes, numbers and formatting as programs print reports."""
import asyncio
import math
from collections import Counter


async def report(rows, width=30):
    await asyncio.sleep(0)
    total = sum(amount for _, amount in rows)
    print(f"{'item':<12}|{'amount':>10}|{'share':^8}")
    print("-" * width, "=" * width, sep="\n")
    for name, amount in sorted(rows, key=lambda r: (-r[1], r[0])):
        print(f"{name:<12.10}|{amount:>10,.2f}|{amount / total:^8.1%}")
    print(f"{'total':>12}|{total:10_.1f}|")


async def main():
    await report([("apples", 1234.5), ("a very long name", 17.256), ("pears", 99999.999), ("figs", 17.256)])
    text = "  The quick brown fox, jumps over; the lazy dog  "
    print(text.split(), text.strip().partition(","), text.rsplit(" ", 3), text.split("the", 1))
    print(text.title(), text.swapcase().strip(), text.count("o"), text.find("fox"), text.rfind("zzz"), text.replace("the", "THE", 1).strip())
    try:
        text.index("zzz")
    except ValueError as error:
        print(error)
    print("a-b_c".translate(str.maketrans("-_", "  ")), "x".join("abc"), "abc".zfill(6), "-5".zfill(4), "tab\there".expandtabs(8), "line1\nline2\r\nline3".splitlines())
    print("Straße".casefold(), "ǅ".lower(), "ß".upper(), "é" == "e\u0301", "İ".lower().encode(), "abc" < "abd", "Z" < "a", sorted("bAaB", key=str.lower))
    print("prefix-body".removeprefix("prefix-"), "body.txt".removesuffix(".txt"), "abc".startswith(("x", "a")), "abc".endswith("c"), "12".isdigit(), "½".isnumeric(), "a1".isalnum(), "".isalpha(), "Ab".istitle(), "\t".isspace(), "id".isidentifier())
    print("{} {1}".format("a", "b") if False else "{0} {1} {0!r} {name:>{w}} {d[key]} {o.real}".format("a", "b", name="n", w=4, d={"key": 1}, o=3))
    print("%s %r %5.2f %-5d| %05d %x %o %e %% %c %s" % ("s", "r", math.pi, 42, 42, 255, 8, 12345.678, "c", (1, 2)), "%(a)s-%(b)03d" % {"a": 1, "b": 2})
    for spec in ("d", "5d", "<5d", "^7d", "+d", " d", "05d", ",d", "_d", "b", "#b", "o", "#x", "X", "c", "e", ".2f", "g", "%", "n"):
        print(spec, repr(format(65, spec)), end="; ")
    print()
    for spec in ("", ".3", "10.2f", "+.1f", "e", ".0e", "g", ".10g", "%", ",.2f", "010.3f", "<10", "^10.1f"):
        print(spec, repr(format(1234.5678, spec)), end="; ")
    print()
    for value, spec in ((1, "s"), ("x", "d"), (1.5, "d"), ("x", "+"), (1, "zz"), ("x", "=5"), ([], "5")):
        try:
            print(format(value, spec))
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    print(0.1 + 0.2, 1e16, 1e-5, 123456789.123456789, 1.0, -0.0, float("inf"), float("nan"), 2 ** 0.5, 1 / 3, 5e-324, 1.7976931348623157e308)
    print(7 // 2, -7 // 2, 7 % -3, -7 % 3, divmod(7.5, 2), 2 ** -1, 2 ** 100, round(2.5), round(3.5), round(-2.567, 2), round(1234, -2), int(-3.9), abs(-2.5))
    print(math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.gcd(12, 18), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.log2(8), math.factorial(20), math.comb(5, 2), math.prod([2, 3, 4]))
    print(int("0x1f", 16), int("0b11", 0), int("  42\n"), float("1e3"), hex(255), bin(-5), oct(8), chr(9731), ord("☃"), bool(""), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x02", "little"), (10).bit_length(), 0xff ^ 0x0f, 1 << 10, ~0)
    for bad in ("x", "1.5", "", "1_0", "0x"):
        try:
            print(int(bad))
        except ValueError as error:
            print(error)
    data = "héllo".encode()
    print(data, data.decode(), len(data), data[1], data[:2], b"a,b".split(b","), b"abc".hex(), bytes.fromhex("ff 00"), b"x" in data, bytes([65, 66]), b"%d" % 5 if False else b"")
    try:
        data[:2].decode()
    except UnicodeDecodeError as error:
        print(error, error.reason, error.start)
    print(data[:2].decode(errors="replace"), data.decode("latin-1"), "é".encode("ascii", "xmlcharrefreplace"))
    print(Counter("abracadabra").most_common(), repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\x00\x1f\u200b\U0001f600"), ascii("é☃"), 'a' 'b')
    name, n = "x", 3
    print(f"{name!r:>5} {n:0{n}d} {n=} {n + 1 = } {{}} {'a' if n else 'b'} {[i for i in range(n)]} {name:*^{n * 3}} {n:>+5}")


asyncio.run(main())
