# unittest.mock. Specified in: https://docs.python.org/3.11/library/unittest.mock.html
import asyncio
import functools
import inspect
import sys

_3_12, _3_13 = sys.version_info >= (3, 12), sys.version_info >= (3, 13)
__all__ = ["Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
           "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal"]
FILTER_DIR = True


class _Sentinel:
    __module__ = "unittest.mock"

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinels:
    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


class InvalidSpecError(Exception):
    __module__ = "unittest.mock"


# --- calls ---

class _Call(tuple):
    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        found, args, kwargs = None, (), {}
        for each in value:
            if isinstance(each, tuple):
                args = each
            elif isinstance(each, str):
                found = each
            else:
                kwargs = each
        name = (name or "") if found is None else found
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def _split(self, other=None):
        parts = tuple(self if other is None else other)
        name, args, kwargs = "", (), {}
        for each in parts:
            if isinstance(each, str):
                name = each
            elif isinstance(each, tuple):
                args = each
            elif isinstance(each, dict):
                kwargs = each
            else:
                return None
        return name, args, kwargs

    def __eq__(self, other):
        if not isinstance(other, tuple) or len(other) > 3:
            return NotImplemented if not isinstance(other, tuple) else False
        theirs = self._split(other)
        if theirs is None:
            return False
        mine = self._split()
        if isinstance(other, _Call) and self._mock_parent is not None and other._mock_parent is not None:
            if self._mock_parent != other._mock_parent:
                return False
        if len(self) == 2 or len(other) == 2 and isinstance(other, _Call):
            return mine[1:] == theirs[1:]
        return mine == theirs

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        # A call of a special method is written as any other.
        return self.__getattr__(attr) if attr in tuple.__dict__ else tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("call") else f"call.{name}"
        name = "" if len(self) == 2 else self[0]
        name = "call" if not name else f"call.{name}" if not name.startswith("()") else f"call{name}"
        return _shown(name, self.args, self.kwargs)

    def call_list(self):
        made, each = [], self
        while each is not None:
            if each._mock_from_kall:
                made.append(each)
            each = each._mock_parent
        return _CallList(reversed(made))


def _shown(name, args, kwargs):
    return f"{name}({', '.join([*map(repr, args), *(f'{key}={value!r}' for key, value in kwargs.items())])})"


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[i:i + len(value)] == value for i in range(len(self) - len(value) + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


# --- mocks ---

_MAGICS = """lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert
complex int float index round trunc floor ceil bool next fspath aiter hash format get set delete iter
add radd iadd sub rsub isub mul rmul imul matmul rmatmul imatmul truediv rtruediv itruediv floordiv rfloordiv ifloordiv
mod rmod imod lshift rlshift ilshift rshift rrshift irshift and rand iand xor rxor ixor or ror ior pow rpow ipow
missing reversed""".split()
_ASYNC_MAGICS = ["aenter", "aexit", "anext"]
_ASYNC_NAMES = {f"__{name}__" for name in _ASYNC_MAGICS}
_ALL_MAGICS = {f"__{name}__" for name in _MAGICS} | _ASYNC_NAMES
_UNSET = {f"__{name}__" for name in "get set delete reversed missing".split()}
_DEFAULTS = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
             "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1, "__float__": 1.0,
             "__bool__": True, "__index__": 1, "__aexit__": False}
_OWN = {"return_value", "_mock_return_value", "side_effect", "_mock_side_effect", "_mock_parent", "_mock_new_parent",
        "_mock_name", "_mock_new_name"}


def _is_async(thing):
    return inspect.iscoroutinefunction(thing) or isinstance(thing, AsyncMock)


def _try_iter(value):
    if value is None or isinstance(value, BaseException) or callable(value):
        return value
    if isinstance(value, type) and issubclass(value, BaseException):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


def _signature_of(spec, as_instance=False):
    try:
        if isinstance(spec, type) and as_instance:
            spec = spec.__call__
        return inspect.signature(spec)
    except (TypeError, ValueError, AttributeError):
        return None


class NonCallableMock:
    __module__ = "unittest.mock"

    def __new__(cls, /, *args, **kwargs):
        # A class for each mock, so that it can have special methods of its own.
        return object.__new__(type(cls.__name__, (cls,), {"__doc__": cls.__doc__, "__module__": cls.__module__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        state = self.__dict__
        state.update(_mock_parent=parent, _mock_name=name, _mock_new_name=_new_name, _mock_sealed=False,
                     _mock_new_parent=parent if _new_parent is None else _new_parent, _mock_children={},
                     _mock_wraps=wraps, _mock_delegate=None, _mock_unsafe=unsafe, _mock_called=False,
                     _mock_call_args=None, _mock_call_count=0, _mock_call_args_list=_CallList(),
                     _mock_mock_calls=_CallList(), method_calls=_CallList(), _mock_return_value=DEFAULT,
                     _mock_side_effect=None, _spec_class=None, _spec_set=None, _spec_signature=None, _mock_methods=None,
                     _spec_asyncs=())
        if spec_set is not None:
            spec, set_too = spec_set, True
        else:
            set_too = None
        self._mock_add_spec(spec, set_too, _spec_as_instance)
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, spec_set, as_instance=False):
        state = self.__dict__
        if spec is not None and isinstance(spec, NonCallableMock) and _3_12:
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        if spec is not None and not isinstance(spec, (list, tuple)):
            state["_spec_class"] = spec if isinstance(spec, type) else type(spec)
            state["_spec_signature"] = _signature_of(spec, as_instance)
            state["_spec_asyncs"] = [name for name in dir(spec)
                                     if inspect.iscoroutinefunction(inspect.getattr_static(spec, name, None)
                                                                    if hasattr(inspect, "getattr_static") else
                                                                    getattr(spec, name, None))]
            spec = dir(spec)
        state["_mock_methods"], state["_spec_set"] = spec, spec_set

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        mock._mock_parent = mock._mock_new_parent = None
        mock._mock_name, mock._mock_new_name = "", None
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *parts, last = path.split(".")
            target = self
            for part in parts:
                target = getattr(target, part)
            setattr(target, last, value)

    # --- what it remembers ---

    def _of_delegate(name):
        key = "_mock_" + name

        def get(self):
            source = self.__dict__["_mock_delegate"]
            return self.__dict__[key] if source is None else getattr(source, name)

        def set(self, value):
            source = self.__dict__["_mock_delegate"]
            if source is None:
                self.__dict__[key] = value
            else:
                setattr(source, name, value)
        return property(get, set)
    called, call_count, call_args, call_args_list, mock_calls = map(
        _of_delegate, ("called", "call_count", "call_args", "call_args_list", "mock_calls"))
    del _of_delegate

    @property
    def side_effect(self):
        source = self._mock_delegate
        return self._mock_side_effect if source is None else source.side_effect

    @side_effect.setter
    def side_effect(self, value):
        value = _try_iter(value)
        if self._mock_delegate is None:
            self.__dict__["_mock_side_effect"] = value
        else:
            self._mock_delegate.side_effect = value

    @property
    def return_value(self):
        if self._mock_delegate is not None:
            return self._mock_delegate.return_value
        made = self._mock_return_value
        if made is DEFAULT:
            if self._mock_wraps is not None and _3_12:
                return DEFAULT
            made = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = made
        return made

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self.__dict__["_mock_return_value"] = value
            _attach(self, value, None, "()")

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called, self.call_args, self.call_count = False, None, 0
        self.mock_calls, self.call_args_list = _CallList(), _CallList()
        self.__dict__["method_calls"] = _CallList()
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in self._mock_children.values():
            if child is not _missing and isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        made = self._mock_return_value
        if isinstance(made, NonCallableMock) and made is not self:
            made.reset_mock(visited)

    # --- attributes ---

    def __getattr__(self, name):
        state = self.__dict__
        if name in ("_mock_methods", "_mock_children") or name not in state and name.startswith("_mock_"):
            raise AttributeError(name)
        methods = state["_mock_methods"]
        if methods is not None:
            if name not in methods or name in _ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not state["_mock_unsafe"] and (methods is None or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or name in (
                    "called_once", "called_with", "called_once_with", "has_calls", "not_called", "any_call") and _3_12:
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant "
                                     f"to be an attribute{'' if sys.version_info >= (3, 15) else '.'}")
        children = state["_mock_children"]
        child = children.get(name)
        if child is _missing:
            raise AttributeError(name)
        if child is None:
            wraps = state["_mock_wraps"]
            child = self._get_child_mock(parent=self, name=name, wraps=None if wraps is None else getattr(wraps, name),
                                         _new_name=name, _new_parent=self)
            children[name] = child
        return child

    def __setattr__(self, name, value):
        if name in _OWN or isinstance(getattr(type(self), name, None), property):
            return object.__setattr__(self, name, value)
        state = self.__dict__
        if state["_spec_set"] and state["_mock_methods"] is not None and name not in state["_mock_methods"] and (
                name not in state):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _ALL_MAGICS:
            if state["_mock_methods"] is not None and name not in state["_mock_methods"]:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if not isinstance(value, NonCallableMock):
                function = value
                setattr(type(self), name, lambda self, *args, **kwargs: function(self, *args, **kwargs))
                return
            _attach(self, value, None, name)
            _set_magic(self, name, value)
            state["_mock_children"][name] = value
            return
        if _attach(self, value, name, name):
            state["_mock_children"][name] = value
            state.pop(name, None)
            return
        if state["_mock_sealed"] and name not in state["_mock_children"] and name not in state:
            raise AttributeError(f"Cannot set {self._full_name()}.{name}")
        state[name] = value

    def __delattr__(self, name):
        if name in _ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
        children = self.__dict__["_mock_children"]
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif children.get(name) is _missing:
            raise AttributeError(name)
        children[name] = _missing

    def __dir__(self):
        return sorted({*(self._mock_methods or dir(type(self))), *self.__dict__, *self._mock_children})

    def _full_name(self):
        parts, each, last = [], self, None
        while each is not None:
            last = each
            name = each._mock_new_name
            if name:
                dot = "" if parts and parts[-1][:1] == "()" [:1] or not parts else "."
                parts.append(name + dot)
            each = each._mock_new_parent
        text = "".join(reversed(parts))
        first = last._mock_name or "mock"
        return first + ("" if not text or text[0] == "(" else ".") + text

    def __repr__(self):
        name = f" name={self._full_name()!r}" if self._mock_name or self._mock_new_name or (
            self._mock_new_parent is not None) else ""
        if not self._mock_new_name and self._mock_new_parent is None and not self._mock_name:
            name = ""
        spec = ""
        if self._spec_class is not None:
            spec = f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{name}{spec} id='{id(self)}'>"

    def _child_kind(self):
        kind = type(self).__mro__[1]
        if isinstance(self, NonCallableMagicMock):
            return MagicMock
        return Mock if issubclass(kind, NonCallableMock) and not issubclass(kind, CallableMixin) else kind

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            name = kw.get("name") or kw.get("_new_name") or ""
            dot = "" if name[:1] == "(" else "."
            raise AttributeError(f"{self._full_name()}{dot}{name}")
        name = kw.get("_new_name", "")
        if name in self._spec_asyncs:
            return AsyncMock(**kw)
        if name in _ASYNC_NAMES and isinstance(self, NonCallableMagicMock):
            return AsyncMock(**kw)
        if isinstance(self, AsyncMock):
            # Special methods, and what the spec knows to be plain, are plain.
            plain = name in _ALL_MAGICS or self._mock_methods is not None and name in self._mock_methods
            return (MagicMock if plain else AsyncMock)(**kw)
        return self._child_kind()(**kw)

    # --- assertions ---

    def _of_signature(self, one):
        signature = self._spec_signature
        if signature is None or not isinstance(one, tuple):
            return one
        args, kwargs = one[-2], one[-1]
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error
        return _Call((one[0] if len(one) == 3 else "", bound.args, bound.kwargs))

    def _expected(self, args, kwargs):
        return _shown(self._mock_name or "mock", args, kwargs)

    def _print_calls(self, prefix="Calls"):
        return f"\n{prefix}: {self.mock_calls!r}." if self.mock_calls else ""

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to not have been called. "
                                 f"Called {self.call_count} times.{self._print_calls()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called once. "
                                 f"Called {self.call_count} times.{self._print_calls()}")

    def _differs(self, expected, actual, what="call"):
        return f"expected {what} not found.\nExpected: {expected}\n  Actual: {actual}"

    def _assert_with(self, args, kwargs, given, nothing, what):
        wanted = self._expected(args, kwargs)
        if given is None:
            raise AssertionError(f"expected {what} not found.\nExpected: {wanted}\n  Actual: {nothing}")
        expected, actual = self._of_signature(_Call((args, kwargs), two=True)), self._of_signature(given)
        if isinstance(expected, Exception) or isinstance(actual, Exception) or expected != actual:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._differs(wanted, self._expected(*given), what)) from cause

    def assert_called_with(self, /, *args, **kwargs):
        self._assert_with(args, kwargs, self.call_args, "not called.", "call")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to be called once. "
                                 f"Called {self.call_count} times.{self._print_calls()}")
        self.assert_called_with(*args, **kwargs)

    def _has(self, calls, wanted):
        wanted = self._of_signature(wanted)
        return any(self._of_signature(each) == wanted for each in calls)

    def assert_any_call(self, /, *args, **kwargs):
        if not self._has(self.call_args_list, _Call((args, kwargs), two=True)):
            raise AssertionError(f"{self._expected(args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        self._assert_calls(calls, any_order, self.mock_calls, "Calls")

    def _assert_calls(self, calls, any_order, made, what):
        calls = list(calls)
        if not any_order:
            if _CallList(calls) not in made and [*calls] not in made:
                raise AssertionError(f"{what} not found.\nExpected: {_CallList(calls)!r}" + (
                    self._print_calls("  Actual").rstrip(".") if made else (
                        f"\n  Actual: []")))
            return
        rest, missing = list(made), []
        for each in calls:
            if each in rest:
                rest.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f"{self._mock_name or 'mock'!r} does not contain all of {tuple(missing)!r} in its call "
                                 f"list, found {_CallList(rest)!r} instead")


class CallableMixin(NonCallableMock):
    __module__ = "unittest.mock"

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.__dict__["_mock_return_value"] = return_value
            _attach(self, return_value, None, "()")
        self.side_effect = side_effect

    def _check(self, args, kwargs):
        if self._spec_signature is not None and self.__dict__.get("_checks"):
            self._spec_signature.bind(*args, **kwargs)

    def __call__(self, /, *args, **kwargs):
        self._check(args, kwargs)
        self._remember(args, kwargs)
        return self._result(args, kwargs)

    def _remember(self, args, kwargs):
        self.called = True
        self.call_count += 1
        one = _Call((args, kwargs), two=True)
        self.call_args = one
        self.call_args_list.append(one)
        tell = self._mock_parent is not None
        method_name, name = self._mock_name, self._mock_new_name
        is_call = name == "()"
        self.mock_calls.append(_Call(("", args, kwargs)))
        parent = self._mock_new_parent
        while parent is not None:
            if tell:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                tell = parent._mock_parent is not None
                if tell:
                    method_name = f"{parent._mock_name}.{method_name}"
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                dot = "" if is_call else "."
                is_call = parent._mock_new_name == "()"
                name = parent._mock_new_name + dot + name
            parent = parent._mock_new_parent

    def _result(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if not callable(effect):
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_delegate is not None and self._mock_delegate.return_value is not DEFAULT:
            return self._mock_delegate.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin):
    __module__ = "unittest.mock"


def _attach(parent, value, name, new_name):
    # A mock that belongs to nobody becomes a child: what is called of it is called of its parent too.
    if not isinstance(value, NonCallableMock):
        return False
    if value._mock_name or value._mock_new_name or value._mock_parent is not None or (
            value._mock_new_parent is not None):
        return False
    each = parent
    while each is not None:
        if each is value:
            return False
        each = each._mock_new_parent
    state = value.__dict__
    if new_name:
        state["_mock_new_parent"], state["_mock_new_name"] = parent, new_name
    if name:
        state["_mock_parent"], state["_mock_name"] = parent, name
    return True


def _set_magic(mock, name, child):
    if name in ("__aenter__", "__aexit__", "__anext__"):
        async def method(self, *args, **kwargs):
            return await child(*args, **kwargs)
    else:
        def method(self, *args, **kwargs):
            return child(*args, **kwargs)
    method.__name__ = name
    setattr(type(mock), name, method)


class _Magic:
    # A special method of a MagicMock: its mock is made when it is first asked for.
    def __init__(self, name):
        self.name = name

    def __get__(self, mock, owner=None):
        if mock is None:
            raise AttributeError(self.name)
        children, name = mock._mock_children, self.name
        child = children.get(name)
        if child is None:
            child = mock._get_child_mock(name=name, _new_name=name, _new_parent=mock)
            children[name] = child
            if name in _DEFAULTS:
                child.return_value = _DEFAULTS[name]
            elif name == "__hash__":
                child.return_value = object.__hash__(mock)
            elif name == "__str__":
                child.return_value = object.__str__(mock)
            elif name == "__sizeof__":
                child.return_value = 48
            elif name == "__fspath__":
                child.return_value = f"{type(mock).__name__}/{mock._full_name()}/{id(mock)}"
            elif name in ("__eq__", "__ne__"):
                equal = name == "__eq__"

                def compare(other):
                    given = child._mock_return_value
                    if given is not DEFAULT:
                        return given
                    return equal if mock is other else NotImplemented
                child.side_effect = compare
            elif name == "__iter__":
                def iterate():
                    given = child._mock_return_value
                    return iter([]) if given is DEFAULT else iter(given)
                child.side_effect = iterate
            elif name == "__aiter__":
                def iterate_async():
                    given = child._mock_return_value

                    async def items():
                        for each in () if given is DEFAULT else given:
                            yield each
                    return items()
                child.side_effect = iterate_async
        return child


def _add_magics(mock):
    wanted, kind = _ALL_MAGICS - _UNSET, type(mock)
    if mock._mock_methods is not None:
        wanted = wanted.intersection(mock._mock_methods)
        if "__hash__" not in mock._mock_methods:
            wanted.discard("__hash__")
    for name in wanted:
        if name in ("__hash__", "__str__", "__eq__", "__ne__", "__format__") or not hasattr(kind, name) or (
                getattr(kind, name, None) is getattr(object, name, _missing)):
            if name == "__format__":
                continue
            setattr(kind, name, _Magic(name))


class NonCallableMagicMock(NonCallableMock):
    __module__ = "unittest.mock"

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **{key: value for key, value in kwargs.items() if not _is_magic(key)})
        _add_magics(self)
        self.configure_mock(**{key: value for key, value in kwargs.items() if _is_magic(key)})

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        _add_magics(self)


def _is_magic(key):
    return key.partition(".")[0] in _ALL_MAGICS


class MagicMock(NonCallableMagicMock, Mock):
    __module__ = "unittest.mock"

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        super().reset_mock(*args, return_value=return_value, **kwargs)


class AsyncMock(MagicMock):
    __module__ = "unittest.mock"

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(_mock_await_count=0, _mock_await_args=None, _mock_await_args_list=_CallList(),
                             _is_coroutine_mark=getattr(inspect, "_marked", None))

    await_count = property(lambda self: self._mock_await_count,
                           lambda self, value: self.__dict__.__setitem__("_mock_await_count", value))
    await_args = property(lambda self: self._mock_await_args,
                          lambda self, value: self.__dict__.__setitem__("_mock_await_args", value))
    await_args_list = property(lambda self: self._mock_await_args_list,
                               lambda self, value: self.__dict__.__setitem__("_mock_await_args_list", value))

    def __call__(self, /, *args, **kwargs):
        self._check(args, kwargs)
        self._remember(args, kwargs)
        return self._execute_mock_call(*args, **kwargs)

    async def _execute_mock_call(self, /, *args, **kwargs):
        one = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = one
        self.await_args_list.append(one)
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            elif inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if inspect.iscoroutinefunction(self._mock_wraps) else result
        return self.return_value

    _execute_mock_call.__qualname__ = "AsyncMockMixin._execute_mock_call"

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once. "
                                 f"Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._expected(args, kwargs)}\nNot awaited")
        self._assert_with(args, kwargs, self.await_args, "", "await")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if not self._has(self.await_args_list, _Call((args, kwargs), two=True)):
            raise AssertionError(f"{self._expected(args, kwargs)} await not found")

    def assert_has_awaits(self, calls, any_order=False):
        calls, made = list(calls), self.await_args_list
        if any_order:
            self._assert_calls(calls, True, made, "Awaits")
        elif _CallList(calls) not in made and calls not in made:
            raise AssertionError(f"Awaits not found.\nExpected: {_CallList(calls)!r}\nActual: {made!r}")

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited. "
                                 f"Awaited {self.await_count} times.")


class PropertyMock(Mock):
    __module__ = "unittest.mock"

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


def mock_open(mock=None, read_data=""):
    lines = read_data.splitlines(keepends=True)
    mock = MagicMock(name="open") if mock is None else mock
    handle = MagicMock()
    state = {}

    def restart(*args, **kwargs):
        import io
        state["file"] = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)
        return DEFAULT
    restart()
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = lambda *args, name=name, **kwargs: getattr(state["file"], name)(*args, **kwargs)
    handle.__iter__.side_effect = lambda: iter(state["file"])
    handle.__next__.side_effect = lambda: next(state["file"])
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    mock.side_effect, mock.return_value = restart, handle
    return mock


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    is_class = isinstance(spec, type)
    if _3_12 and isinstance(spec, NonCallableMock):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    options = {"spec_set" if spec_set else "spec": spec}
    if inspect.iscoroutinefunction(spec):
        kind = AsyncMock
    elif callable(spec) and not (is_class and instance and not hasattr(spec, "__call__")):
        kind = MagicMock
    else:
        kind = NonCallableMagicMock
    if is_class and instance and "__call__" not in vars(spec):
        kind = NonCallableMagicMock
    name = options.pop("name", _name)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=name or "", name=name, **options, **kwargs)
    mock.__dict__["_checks"] = True
    if is_class and not instance:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    for name in dir(spec):
        if name.startswith("__") and name.endswith("__"):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if inspect.isfunction(original) or inspect.ismethod(original):
            child = (AsyncMock if inspect.iscoroutinefunction(original) else MagicMock)(
                spec=original, parent=mock, name=name, _new_name=name, _new_parent=mock)
            signature = _signature_of(original)
            if is_class and signature is not None and inspect.isfunction(original) and not isinstance(
                    inspect.getattr_static(spec, name) if hasattr(inspect, "getattr_static") else
                    spec.__dict__.get(name), staticmethod):
                parameters = list(signature.parameters.values())[1 if instance else 0:]
                signature = signature.replace(parameters=parameters) if hasattr(signature, "replace") else signature
            child.__dict__.update(_spec_signature=signature, _checks=True)
            mock._mock_children[name] = child
    return mock


# In a class a function is bound to the object it is asked of, and a mock is not.
def _as_function(mock, original):
    def called(*args, **kwargs):
        return mock(*args, **kwargs)

    called.__name__, called.__doc__ = original.__name__, original.__doc__
    called.mock, called.return_value, called.side_effect = mock, mock.return_value, mock.side_effect
    called.called, called.call_count, called.call_args = False, 0, None
    called.call_args_list, called.mock_calls, called.method_calls = _CallList(), _CallList(), _CallList()
    for name in dir(type(mock)):
        if name.startswith("assert_") or name == "reset_mock":
            setattr(called, name, getattr(mock, name))
    mock._mock_delegate = called
    return called


# --- patch ---

class _Patch:
    attribute_name, active = None, []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec, self.kwargs = spec, create, spec_set, autospec, kwargs
        self.more = []

    def copy(self):
        made = _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        made.attribute_name, made.more = self.attribute_name, [each.copy() for each in self.more]
        return made

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(function, name)):
                    setattr(function, name, self.copy()(getattr(function, name)))
            return function
        if hasattr(function, "patchings"):
            function.patchings.append(self)
            return function

        def entered(args, kwargs, stack):
            extra = []
            for each in patched.patchings:
                made = stack.enter_context(each)
                if each.attribute_name is not None:
                    kwargs.update(made)
                elif each.new is DEFAULT:
                    extra.append(made)
            return args + tuple(extra), kwargs
        from contextlib import ExitStack
        if inspect.iscoroutinefunction(function):
            @functools.wraps(function)
            async def patched(*args, **kwargs):
                with ExitStack() as stack:
                    args, kwargs = entered(args, kwargs, stack)
                    return await function(*args, **kwargs)
        else:
            @functools.wraps(function)
            def patched(*args, **kwargs):
                with ExitStack() as stack:
                    args, kwargs = entered(args, kwargs, stack)
                    return function(*args, **kwargs)
        patched.patchings = [self]
        return patched

    def _original(self):
        target, name = self.target, self.attribute
        found, local = DEFAULT, False
        try:
            found, local = target.__dict__[name], True
        except (AttributeError, KeyError):
            found = getattr(target, name, DEFAULT)
        if name in _BUILTINS and not local and inspect.ismodule(target):
            self.create = True
        if not self.create and found is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return found, local

    def __enter__(self):
        self.target = self.getter()
        original, local = self._original()
        new, spec, kwargs = self.new, self.spec, dict(self.kwargs)
        if new is DEFAULT and self.autospec is None:
            given = spec if spec is not None else self.spec_set
            if given is True:
                given = original
            kind = self.new_callable
            if kind is None:
                kind = AsyncMock if (given is None and _is_async(original) or _is_async(given)) else MagicMock
                if given is not None and not isinstance(given, (list, tuple)) and not callable(given):
                    kind = NonCallableMagicMock
            if given is not None:
                kwargs["spec" if spec is not None else "spec_set"] = given
            if isinstance(kind, type) and issubclass(kind, NonCallableMock):
                kwargs["name"] = self.attribute
            new = kind(**kwargs)
            if isinstance(given, type) and isinstance(new, CallableMixin):
                new.return_value = MagicMock(spec=given) if spec is not None else MagicMock(spec_set=given)
                _attach(new, new._mock_return_value, None, "()")
        elif self.autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            given = original if self.autospec is True else self.autospec
            new = create_autospec(given, bool(self.spec_set), _name=self.attribute, **kwargs)
            if inspect.isfunction(given):
                new = _as_function(new, given)
        elif kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.before, self.local = original, local
        setattr(self.target, self.attribute, new)
        if self.attribute_name is None:
            return new
        made = {self.attribute_name: new} if self.new is DEFAULT else {}
        self.entered = []
        for each in self.more:
            made.update(each.__enter__())
            self.entered.append(each)
        return made

    def __exit__(self, *exc):
        for each in reversed(getattr(self, "entered", ())):
            each.__exit__(*exc)
        if self.local and self.before is not DEFAULT:
            setattr(self.target, self.attribute, self.before)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.before)
        return False

    def start(self):
        made = self.__enter__()
        self.active.append(self)
        return made

    def stop(self):
        if self not in self.active:
            return None
        self.active.remove(self)
        return self.__exit__(None, None, None)


_BUILTINS = {"open", "print", "input"}


def _target(path):
    owner, dot, attribute = path.rpartition(".")
    if not dot:
        raise TypeError(f"Need a valid target to patch. You supplied: {path!r}")

    def getter():
        first, *rest = owner.split(".")
        found, name = __import__(first), first
        for part in rest:
            name += "." + part
            if not hasattr(found, part):
                __import__(name)
            found = getattr(found, part)
        return found
    return getter, attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    return _Patch(*_target(target), new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, **kwargs):
    if isinstance(target, str):
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    getter = _target(target + ".x")[0] if isinstance(target, str) else lambda: target
    made = [_Patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {})
            for name, new in kwargs.items()]
    for each in made:
        each.attribute_name = each.attribute
    made[0].more = made[1:]
    return made[0]


class _PatchDict:
    attribute_name, new = None, None

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def copy(self):
        return _PatchDict(self.in_dict, self.values, self.clear)

    def __call__(self, function):
        if isinstance(function, type):
            return _Patch.__call__(self, function)
        if inspect.iscoroutinefunction(function):
            @functools.wraps(function)
            async def patched(*args, **kwargs):
                with self:
                    return await function(*args, **kwargs)
        else:
            @functools.wraps(function)
            def patched(*args, **kwargs):
                with self:
                    return function(*args, **kwargs)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            getter, attribute = _target(self.in_dict)
            self.in_dict = getattr(getter(), attribute)
        self.before = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc):
        self.in_dict.clear()
        self.in_dict.update(self.before)
        return False

    start = __enter__

    def stop(self):
        return self.__exit__(None, None, None)


def _stopall():
    for each in reversed(list(_Patch.active)):
        each.stop()


patch.object, patch.dict, patch.multiple, patch.stopall, patch.TEST_PREFIX = (
    _patch_object, _PatchDict, _patch_multiple, _stopall, "test")
