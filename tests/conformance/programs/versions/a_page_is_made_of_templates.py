"""A tiny HTML templating helper on top of template strings."""
from string.templatelib import Template, Interpolation, convert
from html import escape


def html(template: Template) -> str:
    parts = []
    for item in template:
        match item:
            case str() as text:
                parts.append(text)
            case Interpolation(value, expression, conversion, spec):
                value = convert(value, conversion)
                if isinstance(value, Template):
                    parts.append(html(value))
                elif isinstance(value, list):
                    parts.extend(html(v) if isinstance(v, Template) else escape(str(v)) for v in value)
                elif spec == "raw":
                    parts.append(str(value))
                else:
                    parts.append(escape(format(value, spec)))
    return "".join(parts)


class User:
    def __init__(self, name, score):
        self.name, self.score = name, score


users = [User("Ann <3", 3.14159), User("Bob & co", 2)]
rows = [t"<li class={u.name!r}>{u.name}: {u.score:.2f}</li>" for u in users]
page = t"""<h1>{"Users" + ("!" if users else "?")}</h1>
<ul>{rows}</ul>{"<hr>":raw}"""
print(html(page))
print(page.strings, [i.expression for i in page.interpolations])
print(page.values[0], len(page.values), page.interpolations[-1])
both = t"a{1}" + t"b{2}c"
print(both.strings, both.values)
try:
    print("x" + t"y")
except TypeError as error:
    print(error)
name = "width"
print(t"{name=}".strings, t"{name=!s:>9}".interpolations[0].format_spec)
width = 5
print(t"{name:>{width}}".interpolations[0].format_spec, type(t"").__name__, repr(t"{name}"))
