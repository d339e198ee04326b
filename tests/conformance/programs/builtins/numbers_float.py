print(0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789.123456789, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 2.0, -0.0, 100.0, 1e100)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2), 2 ** 0.5, 10 ** -2, 4 ** 0.5)
print(float("inf"), -float("inf"), float("nan"), float("1e3"), float(" 2.5 "), float("-.5"), float("1_0.5"), float("infinity"))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1.005, 2), round(1234.5678, -2), round(0.5), round(1e300), round(2.0, 3))
print(float("nan") == float("nan"), float("inf") > 10 ** 400, 1.0 == 1, 0.1 + 0.2 == 0.3, -0.0 == 0.0, 1.5 < 2 < 2.5)
print((3.75).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (0.5).hex(), float.fromhex("0x1p-1"), int(1e20))
print(str(1.0), repr(1e22), str(1.5e-10), f"{1.0}", "%s" % 1e21, format(3.0), [1.0, 2.50, 1e3])
print(abs(-2.5), max(1, 2.0), min(1.0, 1), sum([1, 2.5]), sum([0.1, 0.2, 0.3]), pow(2.0, 3), 3.0 * 2, 7 / 2, 6 / 2)
print(hash(0.5), hash(2.0) == hash(2), hash(float("inf")), 1e308 * 10, -1e308 * 10, 1e-320)
print(f"{3.14159:.2f} {2.5:.0f} {3.5:.0f} {1e10:.0f} {1234.5:,.1f} {0.000123:.3g} {123456:.3g} {1e-10:f} {1.0:g} {100000.0:g} {1e6:g}")
print(f"{0.1:.20f} {1/3:.17g} {1e23:.1f} {float('inf'):.2f} {float('nan'):8.1f}| {-0.0:.1f} {1.5:e} {12.0:.0e} {5.0:%}")
average = lambda values: sum(values) / len(values)
print(average([1, 2, 3, 4]), average([0.1, 0.2]), round(average([1, 2, 2]), 3))
for attempt in (lambda: 1.5 / 0, lambda: 1.5 % 0, lambda: float("abc"), lambda: float(""), lambda: float(None), lambda: 2.0 ** 5000,
                lambda: round("x"), lambda: 1.5 << 1, lambda: [1][1.0], lambda: range(1.5), 
                lambda: average([]), lambda: "3" + 1.5, lambda: int("1.5")):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
