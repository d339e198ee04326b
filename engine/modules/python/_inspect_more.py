# What inspect has that few programs ask for: source, frames, arguments of calls, attributes as they are.
# Specified in: https://docs.python.org/3.11/library/inspect.html
import builtins
import inspect
import linecache
import sys
import types
from collections import namedtuple

CO_OPTIMIZED, CO_NEWLOCALS, CO_NOFREE, TPFLAGS_IS_ABSTRACT = 1, 2, 64, 1 << 20
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals", module="inspect")
Arguments = namedtuple("Arguments", "args varargs varkw", module="inspect")
Attribute = namedtuple("Attribute", "name kind defining_class object", module="inspect")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound", module="inspect")
FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations",
                         module="inspect")
_none = object()


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass


def _with_positions(name, fields):
    base = namedtuple("_" + name, fields)

    class made(base):
        def __new__(cls, *values, positions=None):
            self = super().__new__(cls, *values)
            self.positions = positions
            return self

        def __repr__(self):
            shown = [f"{each}={getattr(self, each)!r}" for each in (*self._fields, "positions")]
            return f"{name}({', '.join(shown)})"
    made.__name__ = made.__qualname__ = name
    made.__module__ = "inspect"
    return made


Traceback = _with_positions("Traceback", "filename lineno function code_context index")
FrameInfo = _with_positions("FrameInfo", "frame filename lineno function code_context index")


# --- what something is ---

def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def ismethoddescriptor(object):
    if isinstance(object, type) or inspect.ismethod(object) or inspect.isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not (
        sys.version_info >= (3, 13) and hasattr(kind, "__delete__"))


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


class _Slotted:
    __slots__ = ("place",)


def ismemberdescriptor(object):
    return isinstance(object, type(_Slotted.place))


def getattr_static(obj, attr, default=_none):
    is_class = isinstance(obj, type)
    own = _none
    if not is_class:
        kind = type(obj)
        # An instance's own attributes, without asking the class for them.
        try:
            own = object.__getattribute__(obj, "__dict__").get(attr, _none)
        except AttributeError:
            pass
    else:
        kind = obj
    found = next((vars(each)[attr] for each in kind.__mro__ if attr in vars(each)), _none)
    if own is not _none and found is not _none and hasattr(type(found), "__get__") and hasattr(type(found), "__set__"):
        return found
    for each in (own, found):
        if each is not _none:
            return each
    if is_class:
        for each in type(kind).__mro__:
            if attr in vars(each):
                return vars(each)[attr]
    if default is _none:
        raise AttributeError(attr)
    return default


def getmembers_static(object, predicate=None):
    found = [(name, getattr_static(object, name, _none)) for name in dir(object)]
    return sorted([pair for pair in found if pair[1] is not _none and (predicate is None or predicate(pair[1]))],
                  key=lambda pair: pair[0])


def classify_class_attrs(cls):
    made = []
    for name in dir(cls):
        home = next((each for each in cls.__mro__ if name in vars(each)), None)
        if home is None:
            continue
        value = vars(home)[name]
        kind = ("static method" if isinstance(value, (staticmethod, types.BuiltinMethodType)) else
                "class method" if isinstance(value, (classmethod, types.ClassMethodDescriptorType)) else
                "property" if isinstance(value, property) else "method" if inspect.isroutine(value) else "data")
        made.append(Attribute(name, kind, home, value))
    return made


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for each in classes:
        for parent in each.__bases__:
            children.setdefault(parent, [])
            if each not in children[parent]:
                children[parent].append(each)
            if unique and parent in classes:
                break
        if not each.__bases__ and each not in roots:
            roots.append(each)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    made = []
    for each in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        made.append((each, each.__bases__))
        if each in children:
            made.append(walktree(children[each], children, each))
    return made


# --- files and lines ---

def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getfile(object):
    if inspect.ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isinstance(object, type):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            return "main.py"
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                        f"{type(object).__name__}")
    return code.co_filename


def _code_of(object):
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        return object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    return object if inspect.iscode(object) else None


getsourcefile = getabsfile = getfile


# The lines of a text as statements: (the first, the one after the last, indentation, is it a def, class or @).
def _statements(lines):
    depth, quote, start, made = 0, "", None, []
    for number, line in enumerate(lines):
        i = 0
        if start is None:
            text = line.strip()
            if not text or text[0] == "#":
                continue
            start = number
        while i < len(line):
            c = line[i]
            if quote:
                if c == "\\":
                    i += 1
                elif line.startswith(quote, i):
                    i += len(quote) - 1
                    quote = ""
            elif c in "\"'":
                quote = c * 3 if line.startswith(c * 3, i) else c
                i += len(quote) - 1
            elif c == "#":
                break
            elif c in "([{":
                depth += 1
            elif c in ")]}":
                depth -= 1
            i += 1
        if len(quote) == 1:
            quote = ""  # it ends with the line
        if not depth and not quote and not line.rstrip("\n").endswith("\\"):
            head = lines[start]
            made.append((start, number + 1, indentsize(head), head.split()[0].rstrip("(:")))
            start = None
    return made


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getblock(lines):
    statements = _statements(lines)
    if not statements:
        return lines[:1]
    end, begun = statements[0][1], False
    indent = statements[0][2]
    for start, stop, own, word in statements:
        if own <= indent and begun:
            break
        end = stop
        begun = begun or not word.startswith("@")
    if statements[0][3] not in ("def", "class", "async") and not statements[0][3].startswith("@"):
        end = statements[0][1]
    return lines[:end]


def _line_of_class(cls, lines):
    stack, found = [], None
    decorated = None
    for start, stop, indent, word in _statements(lines):
        while stack and stack[-1][0] >= indent:
            stack.pop()
        if word.startswith("@"):
            decorated = start if decorated is None else decorated
            continue
        words = lines[start].split()
        if word in ("class", "def") or words[:2] == ["async", "def"]:
            name = words[2 if words[0] == "async" else 1]
            for mark in "(:[":
                name = name.partition(mark)[0]
            outer = ".".join([each + ("" if kind == "class" else ".<locals>") for _, each, kind in stack])
            if word == "class" and (outer + "." if outer else "") + name == cls.__qualname__:
                found = start if decorated is None else decorated
            stack.append((indent, name, word))
        decorated = None
    if found is None:
        raise OSError("could not find class definition")
    return found


def findsource(object):
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if inspect.ismodule(object):
        return lines, 0
    if isinstance(object, type):
        return lines, _line_of_class(object, lines)
    if istraceback(object):
        return lines, object.tb_lineno - 1
    if isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return lines, _code_of(object).co_firstlineno - 1


def getsourcelines(object):
    object = inspect.unwrap(object)
    lines, at = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if inspect.ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[at:]), at + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    end, indent = at, indentsize(lines[at]) if at < len(lines) else 0
    while at and lines[at - 1].lstrip()[:1] == "#" and indentsize(lines[at - 1]) == indent:
        at -= 1
    return "".join([line.expandtabs().lstrip() for line in lines[at:end]]) or None


# --- frames ---

def getlineno(frame):
    return frame.f_lineno


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    elif isframe(frame):
        lineno = frame.f_lineno
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    lines = linecache.getlines(frame.f_code.co_filename)
    if context > 0 and lines:
        start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
        context_lines, index = lines[start:start + context], lineno - 1 - start
    else:
        context_lines = index = None
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, context_lines, index)


def getouterframes(frame, context=1):
    made = []
    while frame:
        made.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return made


def getinnerframes(tb, context=1):
    made = []
    while tb:
        made.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return made


def stack(context=1):
    return getouterframes(sys._getframe(), context)


def trace(context=1):
    error = sys.exc_info()[1]
    return getinnerframes(error.__traceback__ if error is not None else None, context)


# --- arguments ---

def getargs(co):
    if not inspect.iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names, count = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    if co.co_flags & 4:
        varargs, count = names[count], count + 1
    if co.co_flags & 8:
        varkw = names[count]
    return Arguments(list(names[:co.co_argcount]) + list(names[co.co_argcount:co.co_argcount + co.co_kwonlyargcount]),
                     varargs, varkw)


def getargvalues(frame):
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    made = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        made.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        made.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(made)})"


def formatannotation(annotation, base_module=None, **more):
    return inspect._annotation(annotation)


def formatannotationrelativeto(object):
    return lambda annotation: formatannotation(annotation)


def getfullargspec(func):
    try:
        bound = func.__self__ if isinstance(func, types.MethodType) else None
        target = func.__func__ if bound is not None else func
        signature = inspect.signature(target, follow_wrapped=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    if isinstance(target, type) or not inspect.isfunction(target):
        first = []
    args, only, defaults, only_defaults, varargs, varkw = [], [], [], {}, None, None
    empty, annotations = inspect.Parameter.empty, {}
    if signature.return_annotation is not empty:
        annotations["return"] = signature.return_annotation
    for each in signature.parameters.values():
        if each.annotation is not empty:
            annotations[each.name] = each.annotation
        if each.kind < 2:
            args.append(each.name)
            if each.default is not empty:
                defaults.append(each.default)
        elif each.kind == 2:
            varargs = each.name
        elif each.kind == 4:
            varkw = each.name
        else:
            only.append(each.name)
            if each.default is not empty:
                only_defaults[each.name] = each.default
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, only_defaults or None, annotations)


def _missing(name, kind, names):
    listed = [repr(each) for each in names]
    text = listed[0] if len(listed) == 1 else " and ".join(listed) if len(listed) == 2 else (
        ", ".join(listed[:-1]) + ", and " + listed[-1])
    raise TypeError(f"{name}() missing {len(names)} required {kind} argument{'s' * (len(names) > 1)}: {text}")


def getcallargs(func, /, *positional, **named):
    args, varargs, varkw, defaults, only, only_defaults, _ = getfullargspec(func)
    name, made = func.__name__, {}
    if inspect.ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    made.update(zip(args, positional))
    if varargs:
        made[varargs] = tuple(positional[len(args):])
    known = set(args + only)
    if varkw:
        made[varkw] = {}
    for each, value in named.items():
        if each not in known:
            if not varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {each!r}")
            made[varkw][each] = value
        elif each in made:
            raise TypeError(f"{name}() got multiple values for argument {each!r}")
        else:
            made[each] = value
    if len(positional) > len(args) and not varargs:
        least = len(args) - len(defaults or ())
        takes = f"from {least} to {len(args)}" if defaults else str(len(args))
        more = sum(each in made for each in only)
        extra = f" positional argument{'s' * (len(positional) != 1)} (and {more} keyword-only " \
                f"argument{'s' * (more != 1)})" * bool(more)
        plural = defaults and len(args) != 1 or not defaults and len(args) != 1
        raise TypeError(f"{name}() takes {takes} positional argument{'s' * bool(plural)} but {len(positional)}{extra} "
                        f"{'was' if len(positional) == 1 and not more else 'were'} given")
    required = args[:len(args) - len(defaults or ())]
    if missing := [each for each in required if each not in made]:
        _missing(name, "positional", missing)
    for each, value in zip(args[len(required):], defaults or ()):
        made.setdefault(each, value)
    if missing := [each for each in only if each not in made and each not in (only_defaults or {})]:
        _missing(name, "keyword-only", missing)
    for each in only:
        if each not in made:
            made[each] = only_defaults[each]
    return made


def getclosurevars(func):
    if isinstance(func, types.MethodType):
        func = func.__func__
    if not isinstance(func, types.FunctionType):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    found, built, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            built[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, built, unbound)


def getgeneratorlocals(generator):
    if not inspect.isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return {} if generator.gi_frame is None else generator.gi_frame.f_locals


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals
