from typing import TypedDict, NotRequired, Required, get_type_hints


class Point(TypedDict, closed=True):
    x: int
    y: int


class Labels(TypedDict, extra_items=str):
    name: str
    note: NotRequired[str]


class More(Labels):
    size: Required[int]


def validate(cls, data):
    hints = get_type_hints(cls)
    missing = cls.__required_keys__ - data.keys()
    extra = data.keys() - hints.keys()
    problems = [f"missing {k}" for k in sorted(missing)]
    if extra and cls.__closed__:
        problems += [f"unexpected {k}" for k in sorted(extra)]
    allowed = getattr(cls, "__extra_items__", None)
    for key in sorted(extra):
        if isinstance(allowed, type) and not isinstance(data[key], allowed):
            problems.append(f"{key} should be {allowed.__name__}")
    problems += [f"{k} should be {t.__name__}" for k, t in hints.items() if k in data and not isinstance(data[k], t)]
    return problems or "ok"


print(validate(Point, {"x": 1, "y": 2}))
print(validate(Point, {"x": "1", "z": 2}))
print(validate(Labels, {"name": "n", "color": "red", "weight": 3}))
print(validate(More, {"name": "n"}))
print(Point.__closed__, Labels.__extra_items__, More.__closed__, More.__required_keys__ == {"name", "size"})
try:
    class Bad(TypedDict, closed=True, extra_items=int):
        a: int
except TypeError as error:
    print(error)
print(Labels(name="x", note="y"), Point.__annotations__)
