# inspect, as far as programs ask what something is and what it takes.
# https://docs.python.org/3.11/library/inspect.html
import sys
import types
from _engine import LibraryFunction as _LibraryFunction, LibraryMethod as _LibraryMethod, is_async_builtin
from types import (AsyncGeneratorType, BuiltinFunctionType, CodeType, CoroutineType, FunctionType, GeneratorType,
                   MethodType, ModuleType)

CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
_ITERABLE_COROUTINE = CO_ITERABLE_COROUTINE = 256
if sys.version_info >= (3, 13):
    CO_HAS_DOCSTRING = 0x4000000
if sys.version_info >= (3, 14):
    CO_METHOD = 0x8000000
CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 4, 8, 16, 32, 128, 512


def iscoroutine(object):
    return isinstance(object, CoroutineType)


def isgenerator(object):
    return isinstance(object, GeneratorType)


def isasyncgen(object):
    return isinstance(object, AsyncGeneratorType)


def isawaitable(object):
    return (isinstance(object, CoroutineType) or hasattr(type(object), "__await__")
            or isinstance(object, GeneratorType) and bool(object.gi_code.co_flags & _ITERABLE_COROUTINE))


def _function(thing):
    while True:
        if isinstance(thing, MethodType):
            thing = thing.__func__
        elif type(thing).__name__ == "partial" and hasattr(thing, "func"):
            thing = thing.func
        else:
            return thing


def _flags(thing):
    thing = _function(thing)
    return thing.__code__.co_flags if isinstance(thing, FunctionType) else 0


def iscoroutinefunction(obj):
    return getattr(_function(obj), "_is_coroutine_mark", None) is _marked or bool(_flags(obj) & 128) or is_async_builtin(_function(obj))


_marked = object()


if sys.version_info >= (3, 12):
    def markcoroutinefunction(func):
        if hasattr(func, "__func__"):
            func = func.__func__
        func._is_coroutine_mark = _marked
        return func


def isgeneratorfunction(obj):
    return bool(_flags(obj) & 32)


def isasyncgenfunction(obj):
    return bool(_flags(obj) & 512)


def isfunction(object):
    return isinstance(object, (FunctionType, _LibraryFunction))


def ismethod(object):
    return isinstance(object, (MethodType, _LibraryMethod))


def isbuiltin(object):
    return isinstance(object, BuiltinFunctionType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or
            isinstance(object, (types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType,
                                types.ClassMethodDescriptorType)))


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, ModuleType)


def iscode(object):
    return isinstance(object, CodeType)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def isdatadescriptor(object):
    return not isclass(object) and not isfunction(object) and (
        hasattr(type(object), "__set__") or isinstance(object, property))


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    # Of a class: the nearest above that has one; of what is in a class: what it takes the place of there.
    if isclass(object):
        return next((doc for each in object.__mro__ if each is not type(object) and each.__name__ != "object"
                     and (doc := each.__doc__) is not None), None)
    if ismethod(object):
        cls = object.__self__ if isclass(object.__self__) else type(object.__self__)
    else:
        function = object.fget if isinstance(object, property) else object
        home = getattr(function, "__qualname__", "").rpartition(".")[0]
        cls = sys.modules.get(getattr(function, "__module__", None))
        for part in home.split(".") if home else ():
            cls = getattr(cls, part, None)
        if not isclass(cls):
            return None
        object = function
    for each in cls.__mro__:
        if (doc := getattr(vars(each).get(object.__name__), "__doc__", None)) is not None:
            return doc


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(), *(line[margin:] for line in lines[1:])]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=1):
    if sys.version_info >= (3, 14):
        from annotationlib import get_annotations
        return get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str, format=format)
    return dict(obj.__dict__.get("__annotations__", {}) if isinstance(obj, type) else
                getattr(obj, "__annotations__", None) or {})


def getmro(cls):
    return cls.__mro__


def getmodule(object):
    return sys.modules.get(getattr(object, "__module__", None))


def unwrap(func, *, stop=None):
    first, seen = func, {id(func)}
    while not isinstance(func, type) and hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_frame is None:
        return CORO_CLOSED
    return CORO_SUSPENDED if coroutine.cr_suspended else CORO_CREATED


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_SUSPENDED if generator.gi_suspended else GEN_CREATED


if sys.version_info >= (3, 12):
    AGEN_CREATED, AGEN_RUNNING = "AGEN_CREATED", "AGEN_RUNNING"
    AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_SUSPENDED", "AGEN_CLOSED"

    def getasyncgenstate(agen):
        if agen.ag_running:
            return AGEN_RUNNING
        if agen.ag_frame is None:
            return AGEN_CLOSED
        return AGEN_SUSPENDED if agen.ag_suspended else AGEN_CREATED

    def getasyncgenlocals(agen):
        if not isinstance(agen, AsyncGeneratorType):
            raise TypeError(f"{agen!r} is not a Python async generator")
        return {} if agen.ag_frame is None else agen.ag_frame.f_locals


if sys.version_info >= (3, 14):
    def ispackage(object):
        return ismodule(object) and hasattr(object, "__path__")


def currentframe():
    return sys._getframe()


class _empty:
    pass


_kinds = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
_spoken = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")


class _ParameterKind(int):
    @property
    def name(self):
        return _kinds[self]

    @property
    def description(self):
        return _spoken[self]

    def __str__(self):
        return _kinds[self]

    def __repr__(self):
        return f"<_ParameterKind.{_kinds[self]}: {int(self)}>"


def _annotation(kind):
    if getattr(kind, "__module__", None) == "typing":
        return repr(kind).replace("typing.", "")
    if isinstance(kind, type) and type(kind) is not types.GenericAlias:
        return kind.__qualname__ if kind.__module__ in ("builtins", None) else f"{kind.__module__}.{kind.__qualname__}"
    return repr(kind)


class Parameter:
    __slots__ = ("name", "kind", "default", "annotation")
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = map(_ParameterKind, range(5))

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not 0 <= kind <= 4:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        kind = (self.POSITIONAL_ONLY, self.POSITIONAL_OR_KEYWORD, self.VAR_POSITIONAL, self.KEYWORD_ONLY,
                self.VAR_KEYWORD)[kind]
        if default is not _empty and kind in (2, 4):
            raise ValueError(f"{_spoken[kind]} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def __hash__(self):
        return hash((self.name, self.kind, self.annotation, self.default))

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def replace(self, **changes):
        values = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation}
        values.update(changes)
        return Parameter(values.pop("name"), values.pop("kind"), **values)

    def __str__(self):
        text = ("*" * (self.kind == 2) + "**" * (self.kind == 4)) + self.name
        typed = self.annotation is not _empty
        if typed:
            text += f": {_annotation(self.annotation)}"
        if self.default is not _empty:
            text += f" = {self.default!r}" if typed else f"={self.default!r}"
        return text

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __repr__(self):
        return f'<Parameter "{self}">'


class BoundArguments:
    __slots__ = ("signature", "arguments", "__weakref__")

    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    def apply_defaults(self):
        made = {}
        for name, each in self.signature.parameters.items():
            if name in self.arguments:
                made[name] = self.arguments[name]
            elif each.default is not _empty:
                made[name] = each.default
            elif each.kind == 2:
                made[name] = ()
            elif each.kind == 4:
                made[name] = {}
        self.arguments = made

    @property
    def args(self):
        args = []
        for name, each in self.signature.parameters.items():
            if each.kind >= 3 or name not in self.arguments:
                break
            if each.kind == 2:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        late = False
        for name, each in self.signature.parameters.items():
            late = late or each.kind >= 3 or name not in self.arguments
            if late and name in self.arguments:
                if each.kind == 4:
                    kwargs.update(self.arguments[name])
                else:
                    kwargs[name] = self.arguments[name]
        return kwargs

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


class Signature:
    __slots__ = ("parameters", "return_annotation")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        known, before, defaults = {}, 0, False
        for each in parameters or ():
            if each.kind < before:
                raise ValueError(f"wrong parameter order: {_spoken[before]} parameter before {_spoken[each.kind]} "
                                 "parameter")
            before = each.kind
            if each.kind < 2:
                if each.default is _empty and defaults:
                    raise ValueError("non-default argument follows default argument")
                defaults = defaults or each.default is not _empty
            if each.name in known:
                raise ValueError(f"duplicate parameter name: {each.name!r}")
            known[each.name] = each
        from collections import OrderedDict
        self.parameters = types.MappingProxyType(OrderedDict(known))
        self.return_annotation = return_annotation

    def __hash__(self):
        return hash((tuple(self.parameters.values()), self.return_annotation))

    @classmethod
    def from_callable(cls, obj):
        return signature(obj)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def replace(self, *, parameters=None, return_annotation=_empty):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is _empty else return_annotation)

    def _bind(self, args, kwargs, partial=False):
        made, args = {}, list(args)
        for name, each in self.parameters.items():
            if each.kind == 2:
                made[name], args = tuple(args), []
            elif each.kind == 4:
                made[name], kwargs = kwargs, {}
            elif args and each.kind < 2:
                if name in kwargs and each.kind == 1:
                    raise TypeError(f"multiple values for argument {name!r}")
                made[name] = args.pop(0)
            elif name in kwargs and each.kind != 0:
                made[name] = kwargs.pop(name)
            elif each.default is _empty and not partial:
                sort = " keyword-only" if each.kind == 3 else ""
                raise TypeError(f"missing a required{sort} argument: {name!r}")
            made = {key: value for key, value in made.items() if value != () or self.parameters[key].kind != 2}
            made = {key: value for key, value in made.items() if value != {} or self.parameters[key].kind != 4}
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, made)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.values()) == list(other.parameters.values())

    def __str__(self):
        return self._text(None)

    if sys.version_info >= (3, 13):
        def format(self, *, max_width=None, **more):
            return self._text(max_width)

    def _text(self, most):
        parts, seen_star, before = [], False, None
        for each in self.parameters.values():
            if before == 0 and each.kind != 0:
                parts.append("/")
            if each.kind == 2:
                seen_star = True
            elif each.kind == 3 and not seen_star:
                parts.append("*")
                seen_star = True
            parts.append(str(each))
            before = each.kind
        if before == 0:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if most is not None and len(text) > most:
            text = "(\n    " + ",\n    ".join(parts) + "\n)"
        return text if self.return_annotation is _empty else f"{text} -> {_annotation(self.return_annotation)}"

    def __repr__(self):
        return f"<Signature {self}>"


def signature(obj, *, follow_wrapped=True, **options):
    if follow_wrapped:
        obj = unwrap(obj)
    skip = 0
    if isinstance(obj, type):
        for name in ("__init__", "__new__"):
            function = getattr(obj, name)
            if isinstance(function, FunctionType):
                made = signature(function)
                return made.replace(parameters=list(made.parameters.values())[1:])
        return Signature()
    if isinstance(obj, MethodType):
        obj, skip = obj.__func__, 1
    elif type(obj).__name__ == "partial" and hasattr(obj, "func"):
        inner, kept = signature(obj.func), []
        left = len(obj.args)
        for each in inner.parameters.values():
            if left and each.kind < 2:
                left -= 1
            elif each.name in obj.keywords:
                kept.append(each.replace(kind=Parameter.KEYWORD_ONLY, default=obj.keywords[each.name]))
            else:
                kept.append(each)
        return inner.replace(parameters=kept)
    if not isinstance(obj, FunctionType):
        call = getattr(type(obj), "__call__", None)
        if isinstance(call, FunctionType):
            obj, skip = call, 1
        elif callable(obj):
            raise ValueError(f"no signature found for builtin {obj!r}")
        else:
            raise TypeError(f"{obj!r} is not a callable object")
    code = obj.__code__
    notes = get_annotations(obj, format=options.get("annotation_format", 1), eval_str=options.get("eval_str", False),
                            globals=options.get("globals"), locals=options.get("locals"))
    count, only, positional = code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount
    names, defaults = code.co_varnames, obj.__defaults__ or ()
    made = []
    for i in range(count):
        at = i - (count - len(defaults))
        made.append(Parameter(names[i], Parameter.POSITIONAL_ONLY if i < positional else Parameter.POSITIONAL_OR_KEYWORD,
                              default=defaults[at] if at >= 0 else _empty, annotation=notes.get(names[i], _empty)))
    at = count + only
    if code.co_flags & 4:
        made.append(Parameter(names[at], Parameter.VAR_POSITIONAL, annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[count:count + only]:
        made.append(Parameter(name, Parameter.KEYWORD_ONLY, default=(obj.__kwdefaults__ or {}).get(name, _empty),
                              annotation=notes.get(name, _empty)))
    if code.co_flags & 8:
        made.append(Parameter(names[at], Parameter.VAR_KEYWORD, annotation=notes.get(names[at], _empty)))
    return Signature(made[skip:], return_annotation=notes.get("return", _empty))


# What few programs ask for is made when it is asked for.
_later = """CO_OPTIMIZED CO_NEWLOCALS CO_NOFREE TPFLAGS_IS_ABSTRACT ArgInfo Arguments Attribute ClosureVars FullArgSpec
    ClassFoundException EndOfBlock Traceback FrameInfo isframe istraceback ismethoddescriptor isgetsetdescriptor
    ismemberdescriptor getattr_static getmembers_static classify_class_attrs getclasstree walktree getmodulename getfile
    getsourcefile getabsfile indentsize getblock findsource getsourcelines getsource getcomments getlineno getframeinfo
    getouterframes getinnerframes stack trace getargs getargvalues formatargvalues formatannotation
    formatannotationrelativeto getfullargspec getcallargs getclosurevars getgeneratorlocals getcoroutinelocals
    """.split() + ["ismethodwrapper"] * (sys.version_info >= (3, 11))


def __getattr__(name):
    if name not in _later:
        raise AttributeError(f"module 'inspect' has no attribute {name!r}", name=name, obj=sys.modules["inspect"])
    import _inspect_more
    globals().update({each: getattr(_inspect_more, each) for each in _later})
    return globals()[name]

__all__ = [name for name in """
    ArgInfo Arguments Attribute BoundArguments CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED
    CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED
    CO_VARARGS CO_VARKEYWORDS ClassFoundException ClosureVars EndOfBlock FrameInfo FullArgSpec GEN_CLOSED
    GEN_CREATED GEN_RUNNING GEN_SUSPENDED Parameter Signature TPFLAGS_IS_ABSTRACT Traceback classify_class_attrs
    cleandoc currentframe findsource formatannotation formatannotationrelativeto formatargvalues get_annotations
    getabsfile getargs getargvalues getattr_static getblock getcallargs getclasstree getclosurevars getcomments
    getcoroutinelocals getcoroutinestate getdoc getfile getframeinfo getfullargspec getgeneratorlocals
    getgeneratorstate getinnerframes getlineno getmembers getmembers_static getmodule getmodulename getmro
    getouterframes getsource getsourcefile getsourcelines indentsize isabstract isasyncgen isasyncgenfunction
    isawaitable isbuiltin isclass iscode iscoroutine iscoroutinefunction isdatadescriptor isframe isfunction
    isgenerator isgeneratorfunction isgetsetdescriptor ismemberdescriptor ismethod ismethoddescriptor ismodule
    isroutine istraceback signature stack trace unwrap walktree AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED
    CO_HAS_DOCSTRING CO_METHOD getasyncgenlocals getasyncgenstate ispackage markcoroutinefunction
""".split() if name in globals() or name in _later]
