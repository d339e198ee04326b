"""Names in annotations that come later, or never: a NameError at once before 3.14, then only where asked."""
import dataclasses
import sys
import typing


class Node:
    value: int
    children: list[Node]
    parent: Node | None = None

    def add(self, child: Node) -> Node:
        self.children.append(child)
        return self


print(Node.__annotations__)
print(typing.get_type_hints(Node.add))


@dataclasses.dataclass
class Job:
    name: str
    after: list[Job] = dataclasses.field(default_factory=list)
    owner: Missing = None

    def run(self, by: Worker) -> Missing:
        return by


print([(each.name, each.type) for each in dataclasses.fields(Job)])
print(Job("build", [Job("fetch")]))
try:
    Job.__annotations__
except NameError as error:
    print(type(error).__name__, error)
try:
    print(Job.run.__annotations__)
except NameError as error:
    print(type(error).__name__, error)


class Worker:
    pass


Missing = int
print(Job.__annotations__)
print(Job.run.__annotations__, Job.run.__annotate__ is not None)

from annotationlib import Format, ForwardRef, get_annotations


def asked(one: Unknown, two: list[Unknown] | None, three: Unknown.part[int, "text"], *four: -Unknown + 1) -> "str":
    pass


print(get_annotations(asked, format=Format.STRING))
for name, value in get_annotations(asked, format=Format.FORWARDREF).items():
    print(name, str(value).split(", owner")[0])
try:
    get_annotations(asked)
except NameError as error:
    print(error)
reference = get_annotations(asked, format=Format.FORWARDREF)["one"]
print(type(reference), reference.__forward_arg__, isinstance(reference, ForwardRef))
Unknown = str
print(reference.evaluate())


class Conditional:
    if sys:
        here: int
    else:
        gone: str


print(Conditional.__annotations__)
asked.__annotations__ = {"one": int}
print(asked.__annotate__, get_annotations(asked))
