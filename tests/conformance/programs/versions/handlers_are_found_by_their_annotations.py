"""Registers handlers by the annotations of their parameters."""
import annotationlib
import inspect
from annotationlib import Format


class Registry:
    def __init__(self):
        self.handlers = {}

    def on(self, function):
        signature = inspect.signature(function, annotation_format=Format.FORWARDREF)
        (parameter,) = signature.parameters.values()
        self.handlers[function.__name__] = parameter.annotation
        return function


registry = Registry()


@registry.on
def created(event: Created) -> Result | None:
    return f"created {event}"


@registry.on
def removed(event: Removed[int]):
    return None


for name, annotation in registry.handlers.items():
    print(name, annotation.__forward_arg__ if isinstance(annotation, annotationlib.ForwardRef) else annotation)
print(annotationlib.get_annotations(created, format=Format.STRING))
try:
    created.__annotations__
except NameError as error:
    print(error)


class Created:
    parent: Created | None = None
    children: list[Created]


class Removed[T]:
    pass


print(annotationlib.get_annotations(removed))
Result = int
print(created.__annotations__)
print(Created.__annotations__, annotationlib.get_annotations(Created, format=Format.STRING))
ref = registry.handlers["created"]
print(ref.evaluate(globals=globals()), type(ref).__name__)


def conditional(flag):
    class Local:
        a: int
        if flag:
            b: Missing
    return Local


print(annotationlib.get_annotations(conditional(True), format=Format.FORWARDREF))
print(conditional(False).__annotations__)
print(inspect.signature(removed), inspect.signature(created))
