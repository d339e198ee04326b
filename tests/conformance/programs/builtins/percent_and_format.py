record = {"name": "Bob", "age": 42, "score": 91.256}
print("%s is %d years old and scored %.1f%%" % ("Bob", 42, 91.256))
print("%(name)s is %(age)05d, %(score)8.2f|%(score)-10.1f|" % record)
print("%r %a %c %c %x %X %o %e %g %i" % ("é", "é", 65, "z", 255, 255, 8, 12345.678, 0.00001234, 7.9))
print("%5s|%-5s|%05d|%+d|% d|%.3s|%*d|%-*d|" % ("ab", "ab", 42, 42, 42, "abcdef", 6, 42, 6, 42))
print("100%%" % (), "%s" % (1,), "%s" % [1, 2], "%s %s" % (None, True), "%#x %#o" % (255, 8))
print("{} {} {}".format(1, "two", [3]), "{0} {1} {0}".format("a", "b"), "{x} {y!r}".format(x=1, y="q"))
print("{:>10}|{:<10}|{:^10}|{:*^10}".format("r", "l", "c", "s"))
print("{0.real} {0.imag} {1[0]} {1[1]} {2[key]}".format(3, [10, 20], {"key": "v"}))
print("{:{w}.{p}f}|{:>{w}}".format(3.14159, "x", w=8, p=2))
print("{{}} {:,} {:_} {:.2%} {:b} {:#o} {:x}".format(10**9, 10**6, 0.5, 10, 8, 255))
print("{name} scored {score:.1f}".format(**record), "{}-{}".format(*"ab"))
print("{name}".format_map({"name": "mapped"}))
for template, arguments in [("%d", ("x",)), ("%s %s", (1,)), ("%s", (1, 2)), ("%z", (1,)), ("%(a)s", ({},)),
                            ("%c", ("ab",)), ("%", (1,))]:
    try:
        print(template % arguments)
    except (TypeError, ValueError, KeyError) as error:
        print(repr(template), type(error).__name__, error)
for template in ("{} {}", "{0} {}", "{x}", "{", "}", "{0.missing}", "{0[5]}", "{:d}", "{!z}"):
    try:
        print(template.format("only"))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
