# What sys has that few programs ask for: made when one of the names is asked for. What says something of the
# interpreter is what CPython says on a machine of 64 bits.
# Specified in: https://docs.python.org/3.11/library/sys.html
import sys
from _engine import written_in_c as _written_in_c

_MINOR = sys.version_info[1]


# A tuple whose items have names.
def record(name, /, **items):
    def of(i):
        return property(lambda self: self[i])

    def refuse(cls, *args, **kwargs):
        raise TypeError(f"cannot create '{name}' instances")

    def show(self):
        return f"{name}({', '.join([f'{each}={value!r}' for each, value in zip(items, self)])})"
    module, _, short = name.rpartition(".")
    names = {each: of(i) for i, each in enumerate(items)}
    names.update(__module__=module or "builtins", __slots__=(), __new__=refuse, __repr__=show, __match_args__=tuple(items),
                 n_fields=len(items), n_sequence_fields=len(items), n_unnamed_fields=0)
    return tuple.__new__(_written_in_c(type(short, (tuple,), names)), items.values())


_flags = dict(debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0, no_user_site=0, no_site=0,
              ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=1, isolated=0, dev_mode=False,
              utf8_mode=int(_MINOR >= 15), warn_default_encoding=0, safe_path=False, int_max_str_digits=4300)
_values = {
    "float_info": lambda: record(
        "sys.float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308,
        min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1),
    "int_info": lambda: record("sys.int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
                               str_digits_check_threshold=640),
    "hash_info": lambda: record("sys.hash_info", width=64, modulus=2**61 - 1, inf=314159, nan=0, imag=1000003,
                                algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0),
    "flags": lambda: record("sys.flags", **_flags),
    "thread_info": lambda: record("sys.thread_info", name="pthread", lock="pymutex" if _MINOR >= 15 else "semaphore",
                                  version=None),
    "implementation": lambda: _implementation(),
    "api_version": lambda: 1013,
    "copyright": lambda: f"Copyright (c) 2001{'-2023' * (_MINOR < 12)} Python Software Foundation.\nAll Rights Reserved.",
    "maxunicode": lambda: 0x10ffff,
    "float_repr_style": lambda: "short",
    "abiflags": lambda: "",
    "prefix": lambda: "", "base_prefix": lambda: "", "exec_prefix": lambda: "", "base_exec_prefix": lambda: "",
    "platlibdir": lambda: "lib",
    "pycache_prefix": lambda: None,
    "dont_write_bytecode": lambda: False,
    "warnoptions": list, "_xoptions": dict, "meta_path": list, "path_hooks": list, "path_importer_cache": dict,
    "orig_argv": lambda: ["python", *sys.argv],
    "builtin_module_names": lambda: ("builtins", "math", "sys"),
    "stdlib_module_names": lambda: _standard_modules(),
    "__displayhook__": lambda: displayhook,
}


def _implementation():
    from types import SimpleNamespace
    more = {"supports_isolated_interpreters": True} if _MINOR >= 14 else {}
    return SimpleNamespace(name="cpython", cache_tag=f"cpython-3{_MINOR}", version=sys.version_info,
                           hexversion=sys.hexversion, _multiarch="x86_64-linux-gnu", **more)


def _standard_modules():
    from _engine import standard_modules
    return frozenset(standard_modules())


def displayhook(object, /):
    import builtins
    if object is not None:
        builtins._ = None
        print(repr(object))
        builtins._ = object


def breakpointhook(*args, **kws):
    raise NotImplementedError("there is no debugger here: breakpoint() cannot stop the program; step through it instead")


# About what CPython has for it: (for the object, for each of its items).
_sizes = {bool: (28, 0), float: (24, 0), complex: (32, 0), bytes: (33, 1), list: (56, 8), set: (216, 0),
          frozenset: (216, 0), range: (48, 0), slice: (56, 0), tuple: (48 if _MINOR >= 14 else 40, 8)}


def getsizeof(object, default=...):
    kind = type(object)
    if kind is int:
        return 28 if -2**30 < object < 2**30 else 24 + 4 * -(-abs(object).bit_length() // 30)
    if kind is str:
        most = max(map(ord, object), default=0)
        width = 1 if most < 256 else 2 if most < 65536 else 4
        compact = most < 128
        return (40 + 8 * (_MINOR < 12) if compact else 56 + 16 * (_MINOR < 12)) + width * (len(object) + 1)
    if kind is dict:
        room = 8
        while object and room * 2 // 3 < len(object):
            room *= 2
        return 64 if not object else 104 + room + 16 * (room * 2 // 3) + 32
    if kind in _sizes:
        size, each = _sizes[kind]
        count = len(object) if each else 0
        if kind in (set, frozenset) and len(object) > 4:
            room = 32
            while room * 3 // 5 <= len(object):
                room *= 4
            size += 16 * room
        return size + each * count
    if object is None or object is ... or object is NotImplemented:
        return 16
    if "__sizeof__" in dir(kind) and kind.__dict__.get("__sizeof__"):
        return kind.__sizeof__(object)
    return {"object": 16, "type": 416, "function": 168, "builtin_function_or_method": 72}.get(kind.__name__, 48)


def getunicodeinternedsize(**more):
    return 4096


def getallocatedblocks():
    return 4096


def getfilesystemencodeerrors():
    return "surrogateescape"


def getdlopenflags():
    return 2


def setdlopenflags(flags, /):
    pass


def is_finalizing():
    return False


def is_stack_trampoline_active():
    return False


def is_remote_debug_enabled():
    return False


def audit(event, /, *args):
    pass


def addaudithook(hook):
    raise NotImplementedError("sys.addaudithook() is not supported here: there is nothing to be told of")


def call_tracing(func, args, /):
    return func(*args)


def gettrace():
    return None


getprofile = gettrace


def settrace(function, /):
    if function is not None:
        raise NotImplementedError("sys.settrace() is not supported here: the recording has every line")


setprofile = settrace


def get_asyncgen_hooks():
    # (The event loop's, which are in force while it runs.)
    asyncio = sys.modules.get("asyncio")
    loop = asyncio and asyncio._get_running_loop()
    if loop is None:
        return record("asyncgen_hooks", firstiter=None, finalizer=None)
    return record("asyncgen_hooks", firstiter=loop._asyncgen_firstiter_hook, finalizer=loop._asyncgen_finalizer_hook)


def set_asyncgen_hooks(firstiter=None, finalizer=None):
    if firstiter is not None or finalizer is not None:
        raise NotImplementedError("sys.set_asyncgen_hooks() is not supported here: the event loop has its own")


def _current_frames():
    return {1: sys._getframe()}


_functions = ["displayhook", "breakpointhook", "getsizeof", "getallocatedblocks", "getfilesystemencodeerrors",
              "getdlopenflags", "setdlopenflags", "is_finalizing", "audit", "addaudithook", "call_tracing", "gettrace",
              "getprofile", "settrace", "setprofile", "get_asyncgen_hooks", "set_asyncgen_hooks", "_current_frames"]
if _MINOR >= 12:
    _functions += ["getunicodeinternedsize", "is_stack_trampoline_active"]
if _MINOR >= 14:
    _functions += ["is_remote_debug_enabled"]


# Puts it into sys; whether there is such a name.
def put(name):
    if name == "_later":  # for docs/features.py
        value = [each for each in (*_functions, *_values) if each[0] != "_"]
    elif name in _values:
        value = _values[name]()
    elif name in _functions:
        value = globals()[name]
    else:
        return False
    setattr(sys, name, value)
    return True
