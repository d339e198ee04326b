# asyncio's submodules: their names are asyncio's own objects, and each is made when it is asked for.
# Specified in: https://docs.python.org/3.11/library/asyncio-api-index.html
import asyncio
import sys
from types import ModuleType

_SINCE_3_12 = sys.version_info >= (3, 12)
_SINCE_3_14 = sys.version_info >= (3, 14)

# In the order of asyncio.__all__; what follows "/" is not in it.
_NAMES = {
    "base_events": "BaseEventLoop Server",
    "coroutines": "iscoroutinefunction iscoroutine / _is_coroutine _is_debug_mode",
    "events": ("" if _SINCE_3_14 else "AbstractEventLoopPolicy ") + "AbstractEventLoop AbstractServer Handle TimerHandle "
              "get_event_loop_policy set_event_loop_policy get_event_loop set_event_loop new_event_loop "
              + ("" if _SINCE_3_14 else "get_child_watcher set_child_watcher ")
              + "_set_running_loop get_running_loop _get_running_loop"
              + (" / AbstractEventLoopPolicy" if _SINCE_3_14 else " / BaseDefaultEventLoopPolicy"),
    "exceptions": "BrokenBarrierError CancelledError InvalidStateError TimeoutError IncompleteReadError "
                  "LimitOverrunError SendfileNotAvailableError",
    "futures": "Future wrap_future isfuture"
               + (" future_add_to_awaited_by future_discard_from_awaited_by" if _SINCE_3_14 else "")
               + " / _PyFuture _CFuture",
    "locks": "Lock Event Condition Semaphore BoundedSemaphore Barrier",
    "protocols": "BaseProtocol Protocol DatagramProtocol SubprocessProtocol BufferedProtocol",
    "runners": "Runner run / _cancel_all_tasks",
    "queues": "Queue PriorityQueue LifoQueue QueueFull QueueEmpty"
              + (" QueueShutDown" if sys.version_info >= (3, 13) else ""),
    "streams": "StreamReader StreamWriter StreamReaderProtocol open_connection start_server open_unix_connection "
               "start_unix_server / FlowControlMixin",
    "subprocess": "create_subprocess_exec create_subprocess_shell / PIPE STDOUT DEVNULL Process",
    "tasks": "Task create_task FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED wait wait_for as_completed sleep gather "
             "shield ensure_future run_coroutine_threadsafe current_task all_tasks "
             + ("create_eager_task_factory eager_task_factory " if _SINCE_3_12 else "")
             + "_register_task _unregister_task _enter_task _leave_task / _PyTask _CTask",
    "taskgroups": "TaskGroup",
    "threads": "to_thread",
    "timeouts": "Timeout timeout timeout_at",
    "transports": "BaseTransport ReadTransport WriteTransport Transport DatagramTransport SubprocessTransport",
    "unix_events": "SelectorEventLoop " + ("EventLoop" if _SINCE_3_14 else
                                           "AbstractChildWatcher SafeChildWatcher FastChildWatcher PidfdChildWatcher "
                                           "MultiLoopChildWatcher ThreadedChildWatcher DefaultEventLoopPolicy"),
    "base_futures": "/ isfuture _PENDING _CANCELLED _FINISHED",
    "constants": "/",
    "log": "/ logger",
    "selector_events": "/ BaseSelectorEventLoop",
}
if _SINCE_3_14:
    _NAMES["graph"] = "capture_call_graph format_call_graph print_call_graph FrameCallGraphEntry FutureCallGraph"
_OF_ASYNCIO = ("base_events coroutines events exceptions futures graph locks protocols runners queues streams subprocess "
               "tasks taskgroups threads timeouts transports unix_events").split()


def _cancel_all_tasks(loop):
    tasks = asyncio.all_tasks(loop)
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({"message": "unhandled exception during asyncio.run() shutdown",
                                         "exception": task.exception(), "task": task})


def _enter_task(loop, task):
    current = asyncio.current_task(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is being executed.")
    asyncio._set_current_task(task)


def _leave_task(loop, task):
    current = asyncio.current_task(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    asyncio._set_current_task(None)


def _register_task(task):  # all that there are are known
    if not isinstance(task, asyncio.Task):
        raise TypeError(f"asyncio's own tasks run here, not {type(task).__name__!r}")


_unregister_task = _register_task
_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"
_is_coroutine = object()


def _is_debug_mode():
    return False


# What is written in Python, and where.
_HOMES = {
    "_asyncio_modules": "_cancel_all_tasks _enter_task _leave_task _register_task _unregister_task _PENDING _CANCELLED "
                        "_FINISHED _is_coroutine _is_debug_mode",
    "_asyncio_policies": "AbstractEventLoopPolicy DefaultEventLoopPolicy get_event_loop_policy set_event_loop_policy "
                         "BaseDefaultEventLoopPolicy",
    "_asyncio_threads": "to_thread run_coroutine_threadsafe wrap_future",
    "_asyncio_network": "Server",
    "_asyncio_streams": "AbstractServer open_connection start_server IncompleteReadError LimitOverrunError SendfileNotAvailableError "
                        "BaseProtocol Protocol DatagramProtocol SubprocessProtocol BufferedProtocol StreamReader "
                        "StreamWriter StreamReaderProtocol FlowControlMixin open_unix_connection start_unix_server "
                        "PIPE STDOUT DEVNULL Process BaseTransport ReadTransport WriteTransport Transport "
                        "DatagramTransport SubprocessTransport"
                        + ("" if _SINCE_3_14 else " AbstractChildWatcher SafeChildWatcher FastChildWatcher "
                                                  "PidfdChildWatcher MultiLoopChildWatcher ThreadedChildWatcher"),
}
if _SINCE_3_12:
    _HOMES["_asyncio_eager"] = "create_eager_task_factory eager_task_factory"
if _SINCE_3_14:
    _HOMES["_asyncio_graph"] = "FrameCallGraphEntry FutureCallGraph capture_call_graph format_call_graph print_call_graph"
_HOMES = {name: home for home, names in _HOMES.items() for name in names.split()}


def _own(name):
    if name == "logger":
        from logging import getLogger
        return getLogger("asyncio")
    if name == "BaseSelectorEventLoop":
        return asyncio.SelectorEventLoop
    if name in ("_PyTask", "_CTask", "_PyFuture", "_CFuture"):  # in CPython two classes that do the same, in Python and C
        return asyncio.Task if name.endswith("Task") else asyncio.Future
    if _SINCE_3_14 and name.endswith("Policy"):
        # They are still there, until 3.16; to name one is what is warned of.
        asyncio._deprecated(f"'asyncio.{name}' is deprecated and slated for removal in Python 3.16")
    home = _HOMES.get(name)
    return getattr(asyncio if home is None else __import__(home), name)


_CONSTANTS = {"LOG_THRESHOLD_FOR_CONNLOST_WRITES": 5, "ACCEPT_RETRY_DELAY": 1, "DEBUG_STACK_DEPTH": 10,
              "SSL_HANDSHAKE_TIMEOUT": 60.0, "SSL_SHUTDOWN_TIMEOUT": 30.0, "SENDFILE_FALLBACK_READBUFFER_SIZE": 262144,
              "FLOW_CONTROL_HIGH_WATER_SSL_READ": 256, "FLOW_CONTROL_HIGH_WATER_SSL_WRITE": 512}


def _public(name):
    return _NAMES[name].partition("/")[0].split()


def made(name):
    # None: asyncio has no such submodule here.
    if name not in _NAMES:
        return None
    full = "asyncio." + name
    if full in sys.modules:
        return sys.modules[full]
    module = ModuleType(full)
    module.__package__ = "asyncio"
    names = [each for each in _NAMES[name].split() if each != "/"]
    if _public(name):
        module.__all__ = tuple(_public(name))
    # What is written in Python, or warns when it is named, is looked up when it is asked for.
    there = vars(asyncio)
    for each in names:
        if each in there:
            setattr(module, each, there[each])

    def __getattr__(each):
        if each in names:
            value = _own(each)
            if not each.endswith("Policy"):
                setattr(module, each, value)
            return value
        if each in _NAMES and each != name:
            return made(each)
        raise AttributeError(f"module {full!r} has no attribute {each!r}")
    module.__getattr__ = __getattr__
    if name == "constants":
        vars(module).update(_CONSTANTS)
    sys.modules[full] = module
    setattr(asyncio, name, module)
    return module


def _all():
    names = [each for name in _OF_ASYNCIO if name in _NAMES for each in _public(name)]
    return tuple(names if _SINCE_3_12 else [each for each in names if each != "TaskGroup"])


# All that there is to be had of asyncio, whether it is there yet or not: what dir() gives.
def names():
    there = [each for each in vars(asyncio) if each not in _OF_THE_ENGINE]
    return sorted({*there, *_LATER})


# What asyncio's own __getattr__ asks for; None: there is no such name.
def later(name):
    if name == "__all__":
        return _all()
    if name in _NAMES:
        return made(name)
    if name == "_later":  # for docs/features.py
        return [each for each in _HOMES if each in _all()]
    if name not in _HOMES or name not in _all():
        if name != "AbstractEventLoopPolicy" and name != "DefaultEventLoopPolicy":
            return None
    value = _own(name)
    if not name.endswith("Policy"):
        setattr(asyncio, name, value)
    return value



_OF_THE_ENGINE = {"__dir__", "_deprecated", "_keep_loop", "_kept_loop", "_policy", "_set_current_task", "_set_policy",
                  *([] if _SINCE_3_14 else ["__getattr__"])}
_LATER = "__all__", *_NAMES, *_all()  # also for what is meant where a name is wrong
