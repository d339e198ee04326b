# Halves that are exact go to the even digit, those that only look like it to where the number lies.
numbers = [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.375, 0.1, 0.15, 0.25, 0.35, 2.675, 1.005, 99.5, 999.9995, 0.045, 1e-7, 1e-30,
           5e-324, 123456.789, 2.0**52 + 0.5, 2.0**53, 1e15 + 0.3, 1e16, 123456789012345678.0, 1e22, 1e300, -0.4, -1234.5]
for number in numbers:
    print(*[f"{number:.{digits}f}" for digits in range(9)])
    print(f"{number:12.2f}|{number:<12.1f}|{number:^+12.0f}|{number:012.3f}|{number:,.2f}|{number:.1%}|{number:#.0f}")
    print("%.2f %8.3f %+.0f %.10f" % (number, number, number, number))
number = 7
for step in range(300):
    number = number * 16807 % 2147483647
    value = (number - 1073741823) / 2 ** (step % 40)
    print(f"{value:.{step % 8}f}")
