from __future__ import annotations


def f(a: int | None, b: dict[str, tuple[int, ...]] = {}, *args: "text", **kw: lambda x, *y: x) -> -1 ** 2:
    local: not_evaluated = 1


x: list[int if a else b]
y: f"{a!r:>{b}}" and (c, d) or not e
