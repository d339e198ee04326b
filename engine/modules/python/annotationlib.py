# annotationlib (3.14). Specified in: https://docs.python.org/3.14/library/annotationlib.html
#
# A function that evaluates annotations is run again where every name that is not known stands for itself, as text:
# what is done with such a text gives a longer one.
import builtins
import sys
from _engine import LibraryFunction as _LibraryFunction, with_globals as _with_globals
from enum import IntEnum
from types import BuiltinFunctionType, FunctionType, ModuleType, UnionType

CellType = type((lambda cell: lambda: cell)(None).__closure__[0])


class Format(IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


class ForwardRef:
    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__, self.__forward_module__, self.__owner__ = arg, module, owner
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__globals__ = self.__cell__ = self.__extra_names__ = None

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass ForwardRef")

    @property
    def __forward_code__(self):
        try:
            return compile(_as_expression(self.__forward_arg__), "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {self.__forward_arg__!r}")

    def _globals(self, owner):
        if self.__forward_module__ is not None:
            return getattr(sys.modules.get(self.__forward_module__), "__dict__", None)
        if self.__globals__ is not None:
            return self.__globals__
        if isinstance(owner, type):
            return getattr(sys.modules.get(getattr(owner, "__module__", None)), "__dict__", None)
        if isinstance(owner, ModuleType):
            return owner.__dict__
        return getattr(owner, "__globals__", None) if callable(owner) else None

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        if format == Format.STRING:
            return _shown(self)
        if format not in (Format.VALUE, Format.FORWARDREF):
            raise NotImplementedError(format)
        if isinstance(self.__cell__, CellType):
            try:
                return self.__cell__.cell_contents
            except ValueError:
                pass
        if owner is None:
            owner = self.__owner__
        if globals is None:
            globals = self._globals(owner) or {}
        if type_params is None and owner is not None:
            type_params = getattr(owner, "__type_params__", None)
        space = dict(vars(owner)) if locals is None and isinstance(owner, type) else dict(locals or {})
        for each in type_params or ():
            space.setdefault(each.__name__, each)
        if isinstance(self.__cell__, dict):
            for name, cell in self.__cell__.items():
                try:
                    space.setdefault(name, cell.cell_contents)
                except ValueError:
                    pass
        space.update(self.__extra_names__ or {})
        arg = self.__forward_arg__
        if arg.isidentifier() and arg not in ("None", "True", "False"):
            for names in (space, globals, vars(builtins)):
                if arg in names:
                    return names[arg]
            if format == Format.FORWARDREF:
                return self
            raise NameError(f"name '{arg}' is not defined", name=arg)
        code = self.__forward_code__
        try:
            return eval(code, globals, space)
        except Exception:
            if format != Format.FORWARDREF:
                raise
        known = {**vars(builtins), **globals, **space}
        run = _Run(Format.FORWARDREF, globals, owner, self.__forward_is_class__)
        run.fill(code, known)
        try:
            result = eval(code, known)
        except Exception:
            return self
        run.settle(self.__cell__)
        return result

    def _parts(self):
        return (self.__forward_arg__, self.__forward_module__, id(self.__globals__), self.__forward_is_class__,
                id(self.__cell__), self.__owner__, tuple(sorted((self.__extra_names__ or {}).items())))

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self._parts())

    def __or__(self, other):
        return UnionType[self, other]

    def __ror__(self, other):
        return UnionType[other, self]

    def __repr__(self):
        extra = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        if self.__forward_is_class__:
            extra += ", is_class=True"
        if self.__owner__ is not None:
            extra += f", owner={self.__owner__!r}"
        return f"ForwardRef({_shown(self)!r}{extra})"


def _shown(reference):
    text = reference.__forward_arg__
    for name, value in (reference.__extra_names__ or {}).items():
        text = text.replace(name, type_repr(value))
    return text


def _as_expression(text):
    return f"({text},)[0]" if text.lstrip().startswith("*") else text


_ATOM, _POWER, _FACTOR, _COMPARE = 20, 18, 17, 6
_binary = {"add": ("+", 15), "sub": ("-", 15), "mul": ("*", 16), "matmul": ("@", 16), "truediv": ("/", 16),
           "mod": ("%", 16), "lshift": ("<<", 14), "rshift": (">>", 14), "or": ("|", 11), "xor": ("^", 12),
           "and": ("&", 13), "floordiv": ("//", 16), "pow": ("**", _POWER)}


class _Run:
    # One evaluation, and the texts that have come to be in it.
    def __init__(self, format, globals, owner, is_class):
        self.format, self.globals, self.owner, self.is_class = format, globals, owner, is_class
        self.texts, self.count = [], 0

    def text(self, text, strength=_ATOM, names=None, cell=None):
        made = object.__new__(_Text)
        made.__dict__.update(run=self, text=text, strength=strength, names=names or {}, cell=cell)
        self.texts.append(made)
        return made

    def fill(self, code, space):
        for name in code.co_names:
            if name not in space:
                space[name] = self.text(name)

    def closure(self, annotate, evaluates):
        # The cells that it runs with, and the real ones by their names.
        cells, made = dict(zip(annotate.__code__.co_freevars, annotate.__closure__ or ())), []
        for name, cell in cells.items():
            try:
                cell.cell_contents
                known = evaluates
            except ValueError:
                known = False
            made.append(cell if known else CellType({} if name == "__classdict__" else self.text(name, cell=cell)))
        return (tuple(made) if cells else None), (cells or None)

    def settle(self, cells):
        for each in self.texts:
            text, names, cell = each.__dict__["text"], each.__dict__["names"], each.__dict__["cell"]
            each.__dict__.clear()
            each.__class__ = ForwardRef
            each.__init__(text, owner=self.owner, is_argument=False, is_class=self.is_class)
            each.__globals__, each.__extra_names__ = self.globals, names or None
            each.__cell__ = cells if cell is None else cell


class _Text:
    def _of(self, other, strength=0):
        # Another operand as text, in brackets where it binds less than that.
        mine, run = vars(self), vars(self)["run"]
        if type(other) is _Text:
            theirs = vars(other)
            mine["used"] = {**mine.get("used", {}), **theirs["names"]}
            return f"({theirs['text']})" if theirs["strength"] < strength else theirs["text"]
        if type(other) is slice:
            text = "".join(("" if other.start is None else _Text._of(self, other.start), ":",
                            "" if other.stop is None else _Text._of(self, other.stop)))
            return text if other.step is None else f"{text}:{_Text._of(self, other.step)}"
        if type(other) is dict and run.format != Format.STRING:
            pairs = (f"{_Text._of(self, key)}: {_Text._of(self, value)}" for key, value in other.items())
            return f"{{{', '.join(pairs)}}}"
        if type(other) in (list, tuple, set) and run.format != Format.STRING:
            inside = ", ".join(_Text._of(self, each) for each in other)
            if type(other) is tuple:
                return f"({inside}{',' * (len(other) == 1)})"
            return f"[{inside}]" if type(other) is list else f"{{{inside}}}"
        if other is ...:
            return "..."
        if run.format == Format.STRING or other is None or type(other) in (str, int, float, bool):
            return repr(other)
        run.count += 1
        name = f"__annotationlib_name_{run.count}__"
        mine["used"] = {**mine.get("used", {}), name: other}
        return name

    def _made(self, text, strength=_ATOM):
        mine = vars(self)
        return mine["run"].text(text, strength, {**mine["names"], **mine.pop("used", {})})

    def _operand(self, strength=_ATOM):
        mine = vars(self)
        return f"({mine['text']})" if mine["strength"] < strength else mine["text"]

    def __getitem__(self, key):
        inside = ", ".join(_Text._of(self, each) for each in key) if type(key) is tuple else _Text._of(self, key)
        if type(key) is tuple and len(key) == 1:
            inside += ","
        return _Text._made(self, f"{_Text._operand(self)}[{inside}]")

    def __getattr__(self, name):
        return _Text._made(self, f"{_Text._operand(self)}.{name}")

    def __call__(self, *args, **kwargs):
        given = [_Text._of(self, each) for each in args]
        given += [f"{name}={_Text._of(self, value)}" for name, value in kwargs.items()]
        return _Text._made(self, f"{_Text._operand(self)}({', '.join(given)})")

    def __iter__(self):
        yield _Text._made(self, f"*{_Text._operand(self)}")

    def __hash__(self):
        return id(self)

    def __repr__(self):
        return vars(self)["text"]

    def __format__(self, format_spec):
        raise TypeError("Cannot stringify annotation containing string formatting")


def _operators():
    def binary(symbol, strength, reflected):
        right = symbol == "**"

        def operation(self, other):
            left_needs, right_needs = (strength + 1, strength) if right else (strength, strength + 1)
            if reflected:
                text = f"{_Text._of(self, other, left_needs)} {symbol} {_Text._operand(self, right_needs)}"
            else:
                text = f"{_Text._operand(self, left_needs)} {symbol} {_Text._of(self, other, right_needs)}"
            return _Text._made(self, text, strength)
        return operation

    def compare(symbol):
        return lambda self, other: _Text._made(
            self, f"{_Text._operand(self, _COMPARE + 1)} {symbol} {_Text._of(self, other, _COMPARE + 1)}", _COMPARE)

    def unary(symbol):
        return lambda self: _Text._made(self, f"{symbol}{_Text._operand(self, _FACTOR)}", _FACTOR)
    for name, (symbol, strength) in _binary.items():
        setattr(_Text, f"__{name}__", binary(symbol, strength, False))
        setattr(_Text, f"__r{name}__", binary(symbol, strength, True))
    for name, symbol in (("lt", "<"), ("le", "<="), ("eq", "=="), ("ne", "!="), ("gt", ">"), ("ge", ">=")):
        setattr(_Text, f"__{name}__", compare(symbol))
    for name, symbol in (("invert", "~"), ("pos", "+"), ("neg", "-")):
        setattr(_Text, f"__{name}__", unary(symbol))
    _Text.__hash__ = lambda self: id(self)


_operators()


def call_evaluate_function(evaluate, format, *, owner=None):
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format == Format.VALUE:
        raise RuntimeError("annotate function does not support VALUE format")
    if format == Format.STRING:
        return _as_texts(annotate, owner, _is_evaluate)
    if format == Format.FORWARDREF:
        return _as_references(annotate, owner, _is_evaluate)
    raise ValueError(f"Invalid format: {format!r}")


def _evaluated(annotate, run, space, evaluates):
    closure, cells = run.closure(annotate, evaluates)
    run.fill(annotate.__code__, space)
    return _with_globals(annotate, space, closure)(Format.VALUE_WITH_FAKE_GLOBALS), cells


def _as_texts(annotate, owner, is_evaluate):
    try:
        annotate(Format.VALUE_WITH_FAKE_GLOBALS)
    except NotImplementedError:
        return annotations_to_string(annotate(Format.VALUE))
    except Exception:
        pass
    run = _Run(Format.STRING, None, owner, isinstance(owner, type))
    found, _ = _evaluated(annotate, run, {}, False)
    if is_evaluate:
        return _single(found)
    return {name: _single(value) for name, value in found.items()}


def _single(value):
    return value if isinstance(value, str) else "..." if value is ... else repr(value)


def _as_references(annotate, owner, is_evaluate):
    run = _Run(Format.FORWARDREF, annotate.__globals__, owner, isinstance(owner, type))
    try:
        found, cells = _evaluated(annotate, run, {**vars(builtins), **annotate.__globals__}, True)
    except NotImplementedError:
        return annotate(Format.VALUE)
    except Exception:
        pass
    else:
        run.settle(cells)
        return found
    run = _Run(Format.FORWARDREF, annotate.__globals__, owner, isinstance(owner, type))
    found, cells = _evaluated(annotate, run, {}, False)
    run.settle(cells)
    if is_evaluate:
        return found.evaluate(format=Format.FORWARDREF) if isinstance(found, ForwardRef) else found
    return {name: value.evaluate(format=Format.FORWARDREF) if isinstance(value, ForwardRef) else value
            for name, value in found.items()}


def get_annotate_from_class_namespace(obj):
    return obj["__annotate__"] if "__annotate__" in obj else obj.get("__annotate_func__")


def _dunder(obj):
    found = getattr(obj, "__annotations__", None)
    if found is not None and not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return found


def _called(obj, format):
    annotate = getattr(obj, "__annotate__", None)
    if annotate is None:
        return None
    found = call_annotate_function(annotate, format, owner=obj)
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotate__ returned a non-dict")
    return found


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    if format == Format.VALUE:
        found = _dunder(obj)
        if found is None:
            found = _called(obj, format)
    elif format == Format.FORWARDREF:
        try:
            found = _dunder(obj)
        except Exception:
            found = None
        if found is not None:
            return dict(found)
        found = _called(obj, format)
        if found is None:
            found = _dunder(obj)
    elif format == Format.STRING:
        found = _called(obj, format)
        if found is not None:
            return dict(found)
        found = _dunder(obj)
        if found is not None:
            return annotations_to_string(found)
    elif format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    else:
        raise ValueError(f"Unsupported format {format!r}")
    if found is None:
        if not isinstance(obj, type) and not callable(obj):
            raise TypeError(f"{obj!r} does not have annotations")
        return {}
    if not eval_str or not found:
        return dict(found)
    own_globals, own_locals = _spaces(obj)
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    parameters = {each.__name__: each for each in getattr(obj, "__type_params__", ())}
    if parameters:
        locals = {**parameters, **(locals or {})}
    return {name: eval(_as_expression(value), globals, locals) if isinstance(value, str) else value
            for name, value in found.items()}


def _spaces(obj):
    if isinstance(obj, type):
        return getattr(sys.modules.get(getattr(obj, "__module__", None)), "__dict__", None), dict(vars(obj))
    if isinstance(obj, ModuleType):
        return obj.__dict__, None
    seen = set()
    while id(obj) not in seen:
        seen.add(id(obj))
        obj = getattr(obj, "__wrapped__", None) or getattr(obj, "func", None) or obj
    return getattr(obj, "__globals__", None), None


def type_repr(value):
    if isinstance(value, (type, FunctionType, BuiltinFunctionType, _LibraryFunction)):
        module = value.__module__
        if module is None:
            owner = getattr(value, "__self__", None)
            module = None if owner is None else (owner if isinstance(owner, type) else type(owner)).__module__
        return value.__qualname__ if module in (None, "builtins") else f"{module}.{value.__qualname__}"
    return "..." if value is ... else repr(value)


def annotations_to_string(annotations):
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}
