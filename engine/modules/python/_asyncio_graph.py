# Who waits for whom: the call graph of a task or future. Specified in:
# https://docs.python.org/3.14/library/asyncio-graph.html
# Of the frames there are those of the program; the library's own are left out, as sys._getframe does.
import dataclasses
import sys
import types

from asyncio import Future, Task, _get_running_loop, current_task


@dataclasses.dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    __module__ = "asyncio.graph"
    frame: types.FrameType


@dataclasses.dataclass(frozen=True, slots=True)
class FutureCallGraph:
    __module__ = "asyncio.graph"
    future: Future
    call_stack: tuple
    awaited_by: tuple


def _check(future):
    if not isinstance(future, Future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")


def _waiting(future, limit):
    return tuple(_graph_of(parent, limit) for parent in future._asyncio_awaited_by or ())


def _graph_of(future, limit):
    _check(future)
    coro = future.get_coro() if limit != 0 and hasattr(future, "get_coro") else None
    stack = []
    while coro is not None:
        if hasattr(coro, "cr_await"):
            if coro.cr_code is not None and coro.cr_frame is not None:
                stack.append(FrameCallGraphEntry(coro.cr_frame))
            coro = coro.cr_await
        elif hasattr(coro, "ag_await"):
            stack.append(FrameCallGraphEntry(coro.ag_frame))
            coro = coro.ag_await
        else:
            break
    if limit:
        stack = stack[:limit] if limit > 0 else stack[limit:]
    return FutureCallGraph(future, tuple(stack[::-1]), _waiting(future, limit))


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    loop = _get_running_loop()
    if future is None:
        if loop is None:
            raise RuntimeError("capture_call_graph() is called outside of a running event loop and no *future* "
                               "to introspect was provided")
        future = current_task()
        if future is None:
            return None
    elif loop is None or future is not current_task():
        return _graph_of(future, limit)
    _check(future)
    stack = []
    coroutine = future.get_coro()
    frame = sys._getframe(max(depth - 1, 0)) if limit != 0 else None
    while frame is not None:
        stack.append(FrameCallGraphEntry(frame))
        if frame.f_generator is coroutine:
            break  # what has called is the loop
        frame = frame.f_back
    if limit:
        stack = stack[:-limit] if limit < 0 else stack[-limit:]
    return FutureCallGraph(future, tuple(stack), _waiting(future, limit))


def _described(frame):
    made = frame.f_generator
    what = ""
    for attribute, kind in (("cr_code", "async "), ("ag_code", "async generator "), ("gi_code", "generator ")):
        if hasattr(made, attribute):
            what = kind
            break
    code = frame.f_code
    return f"  |   File {code.co_filename!r}, line {frame.f_lineno}, in {what}{code.co_qualname}()"


def _lines(graph, level):
    indent = level * "    "
    future = graph.future
    if isinstance(future, Task):
        yield f"{indent}* Task(name={future.get_name()!r}, id={id(future):#x})"
    else:
        yield f"{indent}* Future(id={id(future):#x})"
    if graph.call_stack:
        yield f"{indent}  + Call stack:"
        for entry in graph.call_stack:
            yield indent + _described(entry.frame)
    if graph.awaited_by:
        yield f"{indent}  + Awaited by:"
        for waiter in graph.awaited_by:
            yield from _lines(waiter, level + 1)


def format_call_graph(future=None, /, *, depth=1, limit=None):
    graph = capture_call_graph(future, depth=depth, limit=limit)
    return "" if graph is None else "\n".join(_lines(graph, 0))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    # One of the frames that `depth` counts is this function's, which is left out.
    print(format_call_graph(future, depth=depth - 1, limit=limit), file=file)
