from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, getcontext, localcontext


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


D = Decimal
vals = ["0", "-1.50", "3.14159", "1E+5", "Infinity", "NaN", "123456789012345678901234567890.5", "-0"]
for a in vals:
    show(lambda: (D(a), str(D(a)), D(a).as_tuple(), bool(D(a))))
    show(lambda: -D(a)); show(lambda: abs(D(a))); show(lambda: int(D(a))); show(lambda: float(D(a))); show(lambda: round(D(a), 1)); show(lambda: round(D(a))); show(lambda: D(a).quantize(D("0.01"))); show(lambda: D(a).normalize()); show(lambda: D(a).sqrt()); show(lambda: D(a).to_integral_value()); show(lambda: f"{D(a):.2f} {D(a):>12} {D(a):,.2f} {D(a):e} {D(a):g} {D(a):%}")
    for b in vals:
        show(lambda: (D(a) + D(b), D(a) - D(b))); show(lambda: D(a) * D(b)); show(lambda: D(a) / D(b)); show(lambda: (D(a) // D(b), D(a) % D(b))); show(lambda: D(a) == D(b)); show(lambda: D(a) < D(b))
show(lambda: D("0.1") + D("0.2")); show(lambda: D(0.1)); show(lambda: D(1) / 3); show(lambda: D("abc")); show(lambda: D(1) / 0); show(lambda: D(0) / 0); show(lambda: D(1) + 1.0); show(lambda: D(1) == 1.0); show(lambda: hash(D("1.0")) == hash(1)); show(lambda: D(2) ** 10); show(lambda: D(2) ** -2); show(lambda: D(2) ** D("0.5")); show(lambda: D("1.1") ** 100); show(lambda: 5 - D(3)); show(lambda: 10 // D(3)); show(lambda: sum([D("1.1"), D("2.2")])); show(lambda: max(D(1), D(2))); show(lambda: sorted([D(3), D(1)])); show(lambda: D("2.675").quantize(D("0.01"), ROUND_HALF_UP)); show(lambda: D("7.325").quantize(D(".01"), rounding=ROUND_DOWN)); show(lambda: D((0, (1, 2, 3), -2))); show(lambda: D([1])); show(lambda: D(None)); show(lambda: divmod(D(7), 2)); show(lambda: D(2).ln()); show(lambda: D(1).exp()); show(lambda: D(1000).log10()); show(lambda: D(2).log10()); show(lambda: D("1.5").as_integer_ratio()); show(lambda: D(3).compare(D(4))); show(lambda: getcontext().prec); show(lambda: D("1e400000") * D("1e700000"))
with localcontext() as c:
    c.prec = 5
    show(lambda: D(1) / 7); show(lambda: D("123456.789") + 0)
getcontext().prec = 6; show(lambda: D(1) / 7); getcontext().rounding = ROUND_UP; show(lambda: D(2) / 3)
show(lambda: {D("1.0"): 1}[1]); show(lambda: isinstance(D(1), D)); show(lambda: D("1_000.5")); show(lambda: D(" 1 ")); show(lambda: 1 < D(2) < 3.5); show(lambda: D("NaN") == D("NaN")); show(lambda: D("NaN") < 1); show(lambda: str(D("1E-7"))); show(lambda: D("100").normalize()); show(lambda: D("0E-3") + 1)
