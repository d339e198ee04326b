import importlib
import importlib.util
import linecache
import sys


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def plugin(name):
    module = importlib.import_module(name)
    return module.__name__


attempt(plugin, "json")
attempt(plugin, "json.decoder")
attempt(plugin, "no_such_module_anywhere")
attempt(plugin, ".relative")
attempt(importlib.import_module, "..x", "a")
print(importlib.import_module(".decoder", "json").__name__)
print(importlib.import_module("math") is sys.modules["math"])
print(importlib.util.find_spec("json").name, importlib.util.find_spec("no_such_module_anywhere"))
print(importlib.util.find_spec("json.decoder").name)
attempt(importlib.util.find_spec, "no_such_module_anywhere.inside")
print(importlib.util.resolve_name(".x", "a.b"), importlib.util.resolve_name("x", "a"))
attempt(importlib.util.resolve_name, ".x", "")
attempt(importlib.util.resolve_name, "...x", "a")
attempt(importlib.reload, "json")
importlib.invalidate_caches()

here = attempt.__code__.co_filename
print(repr(linecache.getline(here, 1)), repr(linecache.getline(here, 7)))
print(repr(linecache.getline(here, 0)), repr(linecache.getline(here, 9999)), repr(linecache.getline("elsewhere.py", 1)))
print(len(linecache.getlines(here)) > 40)
linecache.checkcache()
linecache.clearcache()
