# concurrent.futures, where there is nothing that could run beside the program: its Future, and executors that say so.
# Specified in: https://docs.python.org/3.11/library/concurrent.futures.html
from _engine import GenericAlias as _GenericAlias
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError


class CancelledError(Exception):
    __module__ = "concurrent.futures._base"


class InvalidStateError(Exception):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    pass


class Future:
    __module__ = "concurrent.futures._base"
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self):
        self._state, self._result, self._error, self._callbacks = "PENDING", None, None, []

    def __repr__(self):
        if self._state != "FINISHED":
            return f"<Future at {id(self):#x} state={self._state.lower()}>"
        held = self._result if self._error is None else self._error
        how = "returned" if self._error is None else "raised"
        return f"<Future at {id(self):#x} state=finished {how} {type(held).__name__}>"

    def cancel(self):
        if self._state == "FINISHED" or self._state == "RUNNING":
            return False
        if self._state == "PENDING":
            self._finish("CANCELLED")
        return True

    def cancelled(self):
        return self._state == "CANCELLED"

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "FINISHED")

    def _wait(self, timeout):
        if self._state == "CANCELLED":
            raise CancelledError
        if not self.done():
            if timeout is None:
                raise RuntimeError("there are no threads here: the future's result() would wait for ever")
            raise TimeoutError

    def result(self, timeout=None):
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._error

    def add_done_callback(self, fn):
        if self.done():
            fn(self)
        else:
            self._callbacks.append(fn)

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            return False
        self._state = "RUNNING"
        return True

    def _finish(self, state):
        self._state = state
        for callback in self._callbacks:
            callback(self)

    def set_result(self, result):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result = result
        self._finish("FINISHED")

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._error = exception
        self._finish("FINISHED")


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError(f"there are no threads and no processes here: {type(self).__name__} cannot work")

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        self.submit(fn)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = max_workers or 5


class ProcessPoolExecutor(ThreadPoolExecutor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers)
