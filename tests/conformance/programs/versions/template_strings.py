from string.templatelib import Interpolation, Template


def render(template):
    parts = []
    for part in template:
        if isinstance(part, Interpolation):
            parts.append(f"<{part.value}>")
        else:
            parts.append(part.upper())
    return "".join(parts)


name, count = "Ada", 3
hello = t"hello {name}, you have {count + 1} messages"
print(render(hello))
print(hello.strings, hello.values)
for i in hello.interpolations:
    print(i.expression, i.conversion, repr(i.format_spec))
both = hello + t"{count!r:>{count}}" t"{name = }"
print(both)
match both.interpolations[-1]:
    case Interpolation(value, expression):
        print(value, expression, type(both) is Template, t"")
