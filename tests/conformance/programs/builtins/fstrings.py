class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"

    def __str__(self):
        return f"<{self.x}, {self.y}>"

    def __format__(self, spec):
        if spec == "polar":
            return f"r={(self.x ** 2 + self.y ** 2) ** 0.5:.3f}"
        return format(str(self), spec)


name, width, value = "Ada", 10, 3.14159265
p = Point(3, 4)
print(f"{name} {name!r} {name!s} {name:>{width}}|{name:<{width}}|{name:^{width}}|{name:*^{width}}")
print(f"{value:.2f} {value:10.3f} {value:<10.1f}| {value:e} {value:g} {value:+.1f} {value:010.4f}")
print(f"{42:d} {42:x} {42:X} {42:o} {42:b} {42:#x} {42:#b} {42:08b} {42:+d} {42: d} {-42:=8d}")
print(f"{1234567:,} {1234567.891:,.2f} {1234567:_} {0.257:.1%} {1e10:g} {1e-7:g} {123456789:.3e}")
print(f"{p} {p!r} {p:polar} {p:>12} {p!s:>12} {p!r:>18}")
print(f"{name=} {value=:.1f} {name = } {p.x + p.y=} {len(name)=!s} {p=}")
print(f"{'nested ' + f'{name.upper()!r}'} {{literal}} {{{name}}}")
print(f"{[n * n for n in range(4)]} { {'a': 1}['a']} {(lambda x: x + 1)(2)}")
print(f"""multi
  {name}
end""")
print(f"{'yes' if width > 5 else 'no'} {name[0]}{name[-1]} {name[::-1]}" f" joined {width}" " plain")
print(f"{True} {None} {[1, 'a', None]} {(1,)} {b'x'} {...}")
print(f"{65:c} {'é':>3} {'日本':^6}| {True:d} {True:>6}")
print(f"{width!r:>{width}.{3}} {value:{width}.{2}f} {'abcdef':.3} {'abc':10.2}|")
print(rf"\n{name}\t", f"\x41 \u00e9 \N{DEGREE SIGN}")
print(f"{float('inf')} {float('nan')} {-0.0} {1e22} {1e16} {123456789012345678} {1e-5}")
for spec in ("d", "z", ".2d", ",x", "s"):
    try:
        print(spec, format(12, spec))
    except ValueError as error:
        print(spec, "->", error)
try:
    print(f"{name:d}")
except ValueError as error:
    print(error)
try:
    print(f"{[]:>5}")
except TypeError as error:
    print(error)
