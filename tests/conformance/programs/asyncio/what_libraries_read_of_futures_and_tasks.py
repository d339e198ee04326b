import asyncio


async def waits(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future._state, future._result, future._exception, future._callbacks, future._log_traceback)
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    print(task._fut_waiter is future, task._coro is task.get_coro(), task._loop is loop, task._must_cancel)
    print(len(future._callbacks), task._log_destroy_pending, task._source_traceback)
    future._cancel_message = "by hand"
    print(future._cancel_message, type(future._make_cancelled_error()).__name__)
    for name in ("_state", "_coro", "_fut_waiter"):
        try:
            setattr(task, name, None)
        except AttributeError:
            print(name, "cannot be set")
    try:
        future._log_traceback = True
    except ValueError as error:
        print(error)
    future.set_exception(ValueError("kept quiet"))
    print(future._state, repr(future._exception), future._log_traceback)
    future._log_traceback = False
    await asyncio.wait([task])
    print(task._state, repr(task.exception()))
    pending = loop.create_task(waits(loop.create_future()))
    pending._log_destroy_pending = False
    handle = loop.call_later(1, print, "a", "b")
    print(handle._callback is print, handle._args, handle._cancelled, handle._when, handle._scheduled)
    handle.cancel()
    print(handle._callback, handle._args, handle._cancelled)
    done = loop.create_future()
    done.set_result(1)
    iterator = iter(done)
    for wrong in ((list,), (ValueError("x"), ValueError("y")), (ValueError, None, 3)):
        try:
            iterator.throw(*wrong)
        except TypeError:
            print("TypeError")


asyncio.run(main())
