import asyncio
import re
import traceback
import types

names = dir(asyncio)
print(names == sorted(set(names)), all(map(asyncio.__dict__.get, ["run", "sleep"])))
for name in ("start_server", "to_thread", "coroutines", "tasks", "Protocol", "run_coroutine_threadsafe", "TaskGroup",
             "Queue", "_enter_task"):
    print(name, name in names)
print(list(filter(re.compile("_[a-z]").match, names)))
for wrong in ("coroutine", "open_conection", "creat_task", "StreamReder", "to_threads", "_enter_tasks"):
    try:
        getattr(asyncio, wrong)
    except AttributeError as error:
        print(traceback.format_exception_only(error))

module = types.ModuleType("module")
module.__dir__ = lambda: ["b", "a", "a"]
print(dir(module))
del module.__dir__
print("__name__" in dir(module))
asyncio.run_coroutine_treadsafe
