# What asyncio has for threads: to_thread, run_in_executor, run_coroutine_threadsafe, wrap_future.
# Specified in: https://docs.python.org/3.11/library/asyncio-task.html#running-in-threads
import asyncio
import sys
import threading
from concurrent import futures
from contextvars import copy_context
from functools import partial

_SINCE_3_12 = sys.version_info >= (3, 12)


async def to_thread(func, /, *args, **kwargs):
    loop = asyncio.get_running_loop()
    call = partial(copy_context().run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)


def run_in_executor(loop, executor, func, args):
    if executor is None:
        executor = loop._default_executor
        if loop._executor_shutdown_called:
            raise RuntimeError("Executor shutdown has been called")
        if executor is None:
            executor = loop._default_executor = futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
    return wrap_future(executor.submit(func, *args), loop=loop)


def set_default_executor(loop, executor):
    if not isinstance(executor, futures.ThreadPoolExecutor):
        raise TypeError("executor must be ThreadPoolExecutor instance")
    loop._default_executor = executor


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


async def shut_down(loop, timeout):
    future = loop.create_future()

    def _do_shutdown():
        try:
            loop._default_executor.shutdown(wait=True)
            if not loop.is_closed():
                if _SINCE_3_12:
                    loop.call_soon_threadsafe(_set_result_unless_cancelled, future, None)
                else:
                    loop.call_soon_threadsafe(future.set_result, None)
        except Exception as error:
            if not loop.is_closed() and not future.cancelled():
                loop.call_soon_threadsafe(future.set_exception, error)

    thread = threading.Thread(target=_do_shutdown)
    thread.start()
    if not _SINCE_3_12:
        try:
            await future
        finally:
            thread.join()
        return
    try:
        async with asyncio.timeout(timeout):
            await future
    except TimeoutError:
        from warnings import warn
        warn(f"The executor did not finishing joining its threads within {timeout} seconds.", RuntimeWarning,
             stacklevel=2)
        loop._default_executor.shutdown(wait=False)
    else:
        thread.join()


# --- futures of the one kind and of the other ---

def _as_asyncio_error(error):
    kinds = {futures.CancelledError: asyncio.CancelledError, futures.TimeoutError: asyncio.TimeoutError,
             futures.InvalidStateError: asyncio.InvalidStateError}
    kind = kinds.get(type(error))
    return error if kind is None or kind is type(error) else kind(*error.args)


def _copy_to_asyncio(source, target):
    if target.cancelled() or target.done():
        return
    if source.cancelled():
        target.cancel()
    elif source.exception() is not None:
        target.set_exception(_as_asyncio_error(source.exception()))
    else:
        target.set_result(source.result())


_copy_to_asyncio.__qualname__ = "_chain_future.<locals>._set_state"


def _copy_to_concurrent(source, target):
    if source.cancelled():
        target.cancel()
    if not target.set_running_or_notify_cancel():
        return
    if source.cancelled():
        return
    error = source.exception()
    if error is not None:
        if type(error) is asyncio.CancelledError:
            error = futures.CancelledError(*error.args)
        target.set_exception(error)
    else:
        target.set_result(source.result())


def _is_running(loop):
    # Whether this thread runs it, so that it need not be asked to call back later.
    return _SINCE_3_12 and asyncio._get_running_loop() is loop


def wrap_future(future, *, loop=None):
    if asyncio.isfuture(future):
        return future
    if not isinstance(future, futures.Future):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    if loop is None:
        loop = asyncio.get_event_loop()
    new = loop.create_future()

    def _call_check_cancel(target):
        if target.cancelled():
            future.cancel()

    def _call_set_state(source):
        if new.cancelled() and loop.is_closed():
            return
        if _is_running(loop):
            _copy_to_asyncio(source, new)
        elif not loop.is_closed():
            loop.call_soon_threadsafe(_copy_to_asyncio, source, new)

    _call_check_cancel.__qualname__ = "_chain_future.<locals>._call_check_cancel"
    new.add_done_callback(_call_check_cancel)
    future.add_done_callback(_call_set_state)
    return new


def run_coroutine_threadsafe(coro, loop):
    if not asyncio.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = futures.Future()

    def callback():
        try:
            task = asyncio.ensure_future(coro, loop=loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

        def _call_check_cancel(target):
            if target.cancelled():
                if _is_running(loop):
                    task.cancel()
                else:
                    loop.call_soon_threadsafe(task.cancel)

        def _call_set_state(source):
            _copy_to_concurrent(source, future)

        _call_set_state.__qualname__ = "_chain_future.<locals>._call_set_state"
        task.add_done_callback(_call_set_state)
        future.add_done_callback(_call_check_cancel)

    callback.__qualname__ = "run_coroutine_threadsafe.<locals>.callback"
    loop.call_soon_threadsafe(callback)
    return future


to_thread.__module__ = "asyncio.threads"
