"""What a Python has, one line for each module and each class: run by CPython.

    python3 names.py

`module: names` are those that the module says are public, or all without an underscore where it says nothing;
`module.Class: names` are the attributes that the class has beside those of its bases. The line `(modules)` has the
names of all modules of the standard library.
"""
import importlib
import sys
import types
import warnings

# Modules whose names are compared: those that the engine has. check.py says where one is not among them.
MODULES = """builtins __future__ abc annotationlib argparse array ast asyncio atexit base64 binascii bisect calendar
cmath codecs collections collections.abc colorsys concurrent.futures concurrent.futures.process concurrent.futures.thread
configparser contextlib contextvars copy copyreg csv
dataclasses datetime decimal difflib enum errno fnmatch fractions functools gc getopt getpass glob graphlib hashlib heapq
hmac html html.entities html.parser http importlib importlib.machinery importlib.metadata importlib.util inspect io
ipaddress itertools json json.decoder json.encoder keyword linecache locale logging math math.integer numbers operator os os.path
pathlib pickle platform pprint queue random re reprlib sched secrets select selectors shlex shutil signal socket ssl
stat statistics string string.templatelib struct subprocess sys textwrap threading time timeit traceback tracemalloc types
typing unicodedata unittest unittest.mock urllib.parse uuid warnings weakref zlib zoneinfo""".split()
# Every class has these in CPython, or has them for its own bookkeeping.
OF_EVERY_CLASS = set(dir(object)) | set(
    "__module__ __dict__ __weakref__ __slots__ __annotations__ __annotate__ __annotate_func__ __annotations_cache__ "
    "__firstlineno__ __static_attributes__ __type_params__ __orig_bases__ __parameters__ __abstractmethods__ "
    "__getstate__ __setstate__ __text_signature__ __getnewargs__ __getnewargs_ex__ __vectorcalloffset__ "
    "__protocol_attrs__ __non_callable_proto_members__ __del__ __class_getitem__ __basicsize__ __dictoffset__ __flags__ "
    "__itemsize__ __weakrefoffset__ __isabstractmethod__".split())


def is_public(name):
    return name[0] != "_" or name[:2] == name[-2:] == "__"


def attributes(cls):
    inherited = set().union(*map(dir, cls.__bases__))
    return sorted(name for name in dir(cls) if is_public(name) and name not in inherited | OF_EVERY_CLASS)


def main():
    warnings.simplefilter("ignore")
    print("(modules):", *sorted(name for name in sys.stdlib_module_names if name[0] != "_"))
    seen = {object}
    for name in MODULES:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        listed = set(getattr(module, "__all__", None) or [each for each in dir(module) if each[0] != "_"])
        names = sorted(each for each in listed if not isinstance(getattr(module, each, None), types.ModuleType))
        print(f"{name}:", *names)
        for each in names:
            value = getattr(module, each, None)
            if isinstance(value, type) and value not in seen:
                seen.add(value)
                if found := attributes(value):
                    print(f"{name}.{each}:", *found)


if __name__ == "__main__":
    main()
