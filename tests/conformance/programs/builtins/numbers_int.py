print(2 ** 100, -7 // 2, -7 % 3, 7 // -2, 7 % -3, divmod(-7, 2), 2 ** -1, 0 ** 0)
print(10 ** 30 // 7, 10 ** 30 % 7, -(10 ** 30) // 7, (10 ** 20) * (10 ** 20), 123456789 ** 5)
print(1 << 70, (1 << 70) >> 68, -1 >> 3, 5 & 3, 5 | 3, 5 ^ 3, ~5, -6 & 0xFF, 1_000_000, 0xff, 0o17, 0b101)
print(int("42"), int(" -17 "), int("ff", 16), int("0x1f", 0), int("1010", 2), int(3.99), int(-3.99), int("1_000"))
print(bin(10), oct(64), hex(255), bin(-5), (255).bit_length(), (255).bit_count(), (-1).bit_length())
print(pow(3, 200, 13), pow(2, -1, 7), abs(-5), round(1234, -2), round(1250, -2), round(15, -1), round(25, -1))
print((1024).to_bytes(2, "big"), int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff", "little", signed=True))
print(True + True, True * 5, isinstance(True, int), int(True), sum([True, False, True]), -True, True == 1)
print(max(3, 9, 2), min([4, 2, 8]), sum(range(101)), sum([0.1] * 10), (5).__add__(3), (7).real, (7).numerator)
print(hash(12), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61), hash(True), hash(1.0), hash(10 ** 30))
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)
print(factorial(50), len(str(factorial(200))))
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(2 ** 64, 6 ** 20), str(2 ** 64)[::-1], sum(int(d) for d in str(2 ** 100)))
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 != 2, 3 > 2 > 1, 10 ** 18 + 1 == 1e18, 2 ** 53 + 1 == float(2 ** 53))
for text in ("", "abc", "1.5", "12a", "0x1f", "- 1", "१२"):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
for attempt in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1.0 // 0, lambda: 0 ** -1, lambda: 1 << -1,
                lambda: int("zz", 37), lambda: int([]), lambda: int(float("inf")), lambda: int(float("nan")),
                lambda: divmod(1, 0), lambda: pow(2, -1, 4), lambda: 10 ** 400 / 1, lambda: float(10 ** 400), lambda: (300).to_bytes(1, "big"),
                lambda: 1 + "1", lambda: 1 + None, lambda: "a" * "b", lambda: 3 < "3", lambda: 5 & 1.0):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
