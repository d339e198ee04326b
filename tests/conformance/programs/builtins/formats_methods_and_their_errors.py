import datetime

name, pi, big, d = "wörld", 3.14159265, 1234567890, {"k": [1, 2]}
width, prec = 12, 3
print(f"{name=} {name!r:>10} {name:^{width}}| {pi:.{prec}f} {pi:{width}.{prec}e}| {pi=:.2f} {d['k'][0] = }")
print(f"{big:,} {big:_} {big:x} {big:#X} {255:#010b} {255:o} {-7:+05d} {7: d} {0.25:.1%} {1e20:g} {1e-7:g} {big:.2e}")
print(f"{True:d} {True} {None!s:>6} {'a':*<4}{'b':*>4}{'c':*^5} {{literal}} {'nested ' + f'{1 + 1}'} {3.0} {1e16} {1e15} {0.1 + 0.2}")
print(f"{lambda_ if (lambda_ := 3) else 0} {[x for x in range(3)]!r} {d!r:.5} {(1, 2)} {'%5.1f%%' % 12.345} {'{:>{w}}'.format('x', w=4)}")
print(f"{float('nan')} {float('inf'):>8} {-0.0} {1.0:.0f} {2.5:.0f} {3.5:.0f} {123456789.123:,.2f} {1e100:.3g} {12345.678:n}")
print(f"{datetime.date(2024, 2, 29):%d %B %Y} {datetime.timedelta(days=1, seconds=3661)} {datetime.datetime(2024, 1, 1, 12):%H:%M}")
print("%s %r %5d|%-5d|%05.1f %x %o %e %c %%" % ("s", "r", 42, 42, 3.14159, 255, 8, 12345.678, "c"))
print("%(a)s and %(b)03d" % {"a": 1, "b": 2}, "{0} {1} {0!r}".format("a", "b"), "{a[0]} {b.real}".format(a=[1], b=5))
s = "  Hello, World  "
print(repr(s.strip()), s.split(","), s.lower().count("l"), s.strip().partition(", "), s.find("z"), "a-b-c".rsplit("-", 1))
print("abc".center(9, "."), "x".zfill(3), "-5".zfill(4), "Straße".casefold(), "ß".upper(), "hello world".title(), "aBc".swapcase())
print("a,b;c".replace(",", ";").split(";"), "\t".join("abc"), "line1\nline2\r\n".splitlines(keepends=True), "a\tb".expandtabs(4))
print("abc".translate(str.maketrans("ab", "xy", "c")), "pre_x".removeprefix("pre_"), "x.py".removesuffix(".py"), "abc" < "abd")
print("é".encode(), b"caf\xc3\xa9".decode(), "é".encode("latin-1"), "x€".encode("ascii", "replace"), ascii("é€😀"), "😀".encode("utf-16-le"))
print("12".isdigit(), "½".isnumeric(), "a1".isalnum(), "_a".isidentifier(), " ".isspace(), "A".isupper(), "".islower(), "abc"[::-1], "abc"[-2:])
for wrong in ("'{'.format()", "'{}'.format()", "f'{1:z}'", "'%d' % 'x'", "'%s %s' % 1", "format('x', 'd')", "f'{[]:>3}'", "'{0} {}'.format(1, 2)", "f'{1.5:d}'", "'abc'.index('z')", "'a'.join([1])", "'{x}'.format(y=1)", "b'\\xff'.decode()", "'é'.encode('ascii')", "f'{3:,x}'", "int('1_0__0')", "f'{5:c}' + f'{-5:c}'", "f'{1:.3d}'"):
    try:
        print(eval(wrong))
    except Exception as error:
        print(f"{wrong:<24}{type(error).__name__}: {error}")
