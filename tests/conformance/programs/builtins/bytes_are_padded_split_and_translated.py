def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


for b in [b"", b"abc", b"Hello World", b" a  b ", b"-42", b"x\r\ny\nz\r", b"a\tb", b"A1 b2", b"\xff\x00z", b"1.2.3"]:
    show(lambda: (b.ljust(6), b.rjust(6, b"*"), b.center(7), b.center(8), b.zfill(5), b.removeprefix(b"a"), b.removesuffix(b"c"), b.rsplit(), b.rsplit(None, 1), b.rsplit(b".", 1), b.rsplit(b"a"), b.splitlines(), b.splitlines(True), b.expandtabs(4), b.swapcase(), b.capitalize(), b.title(), b.islower(), b.isupper(), b.istitle(), b.translate(None, b"a"), b.translate(bytes.maketrans(b"abc", b"xyz"))))
show(lambda: b"a".ljust(3, "x"))
show(lambda: b"a".center(3, b"xx"))
show(lambda: b"a".translate(b"x"))
show(lambda: bytes.maketrans(b"a", b"bc"))
show(lambda: b"a".rsplit(b""))
show(lambda: b"a".removeprefix("a"))
show(lambda: b"a".zfill("3"))
show(lambda: b"abc".translate(bytes(range(256)), delete=b"b"))
show(lambda: b"a".__getnewargs__())
show(lambda: b"a b c".rsplit(maxsplit=1))
