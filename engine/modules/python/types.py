# types: names for the types of what the language makes. https://docs.python.org/3.11/library/types.html
import sys

from _engine import Frame as FrameType, Traceback as TracebackType, iterable_coroutine, written_in_c as _written_in_c


async def _coroutine():
    pass


async def _async_generator():
    yield


def _generator():
    yield


_made = _coroutine()
FunctionType = LambdaType = type(_generator)
CoroutineType, GeneratorType, AsyncGeneratorType = type(_made), type(_generator()), type(_async_generator())
_made.close()
CodeType = type(_generator.__code__)
BuiltinFunctionType = BuiltinMethodType = type(len)
MappingProxyType = type(type.__dict__)
MethodDescriptorType = type(str.join)
ModuleType = type(sys)
GenericAlias, UnionType = type(list[int]), type(int | str)
NoneType, NotImplementedType, EllipsisType = type(None), type(NotImplemented), type(...)


class _Class:
    def method(self):
        pass


MethodType = type(_Class().method)
WrapperDescriptorType, MethodWrapperType = type(object.__init__), type(object().__str__)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__dict__["__code__"])


_showing = set()


@_written_in_c
class SimpleNamespace:
    def __init__(self, /, *args, **kwargs):
        if args:
            if sys.version_info < (3, 13):
                raise TypeError("no positional arguments expected")
            if len(args) > 1:
                raise TypeError(f"SimpleNamespace expected at most 1 argument, got {len(args)}")
            self.__dict__.update(args[0])
        self.__dict__.update(kwargs)

    if sys.version_info >= (3, 13):
        def __replace__(self, /, **changes):
            made = type(self)()
            made.__dict__.update(self.__dict__)
            made.__dict__.update(changes)
            return made

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _showing:
            return f"{name}(...)"
        _showing.add(id(self))
        try:
            return f"{name}({', '.join(f'{key}={value!r}' for key, value in self.__dict__.items())})"
        finally:
            _showing.discard(id(self))

    def __eq__(self, other):
        if issubclass(type(self), SimpleNamespace) and issubclass(type(other), SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    return iterable_coroutine(func)


class DynamicClassAttribute(property):
    pass


def resolve_bases(bases):
    made = []
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            made.append(base)
            continue
        given = entries(bases)
        if not isinstance(given, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        made += given
    return bases if list(bases) == made else tuple(made)


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            kind = type(base)
            if issubclass(meta, kind):
                continue
            if not issubclass(kind, meta):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
                                "the metaclasses of all its bases")
            meta = kind
    return meta, meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, space, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(space)
    if resolved is not bases:
        space["__orig_bases__"] = bases
    if sys.version_info >= (3, 12):
        space.setdefault("__module__", _caller())
    return meta(name, resolved, space, **kwds)


def _caller():
    try:
        return sys._getframe(0).f_globals["__name__"]
    except (AttributeError, KeyError):
        return "types"


if sys.version_info >= (3, 15):
    from _engine import LazyImport as LazyImportType

if sys.version_info >= (3, 12):
    def get_original_bases(cls, /):
        try:
            return cls.__dict__.get("__orig_bases__", cls.__bases__)
        except AttributeError:
            raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None

__all__ = [name for name in """
    FunctionType LambdaType CodeType MappingProxyType SimpleNamespace GeneratorType CoroutineType AsyncGeneratorType
    MethodType BuiltinFunctionType BuiltinMethodType WrapperDescriptorType MethodWrapperType MethodDescriptorType
    ClassMethodDescriptorType ModuleType TracebackType FrameType GetSetDescriptorType new_class resolve_bases
    prepare_class DynamicClassAttribute coroutine GenericAlias UnionType EllipsisType NoneType NotImplementedType
    get_original_bases LazyImportType
""".split() if name in globals()]
