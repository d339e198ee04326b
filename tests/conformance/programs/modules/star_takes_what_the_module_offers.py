# What a module has imported for itself, or keeps for itself, is not what it offers.
import importlib

for name in ("base64 collections.abc contextlib copy dataclasses enum heapq inspect logging operator random re traceback "
             "types typing warnings").split():
    module = importlib.import_module(name)
    space = {}
    exec(f"from {name} import *", space)
    del space["__builtins__"]
    print(name, set(space) - set(module.__all__))

from random import *

print(randint(1, 1), choice("a"))
try:
    print(e)
except NameError as error:
    print(error)
