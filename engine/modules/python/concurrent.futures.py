# concurrent.futures: its Future, and an executor of threads. Specified in:
# https://docs.python.org/3.11/library/concurrent.futures.html
import sys
import threading
from _engine import GenericAlias as _GenericAlias, format_error as _format_error
from _thread import allocate_lock as _allocate_lock
from os import cpu_count as _cpu_count
from queue import Empty as _Empty, SimpleQueue as _SimpleQueue
from time import monotonic as _time
from weakref import ref as _ref

_SINCE_3_12 = sys.version_info >= (3, 12)
_SINCE_3_14 = sys.version_info >= (3, 14)
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED = (
    "PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")
_WORDS = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled", CANCELLED_AND_NOTIFIED: "cancelled",
          FINISHED: "finished"}
_OVER = CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED
TimeoutError = TimeoutError
__all__ = ["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
           "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor"]


class Error(Exception):
    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    __module__ = "concurrent.futures._base"


class InvalidStateError(Error):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    __module__ = "concurrent.futures._base"


class BrokenThreadPool(BrokenExecutor):
    __module__ = "concurrent.futures.thread"


# --- futures ---

class Future:
    __module__ = "concurrent.futures._base"
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self):
        self._condition = threading.Condition()
        self._condition._what = "the result of a future"
        self._state, self._result, self._exception = PENDING, None, None
        self._waiters, self._done_callbacks = [], []

    def __repr__(self):
        name = f"{type(self).__name__} at {id(self):#x} state={_WORDS[self._state]}"
        if self._state != FINISHED:
            return f"<{name}>"
        if self._exception:
            return f"<{name} raised {type(self._exception).__name__}>"
        return f"<{name} returned {type(self._result).__name__}>"

    def _call(self, function):
        try:
            function(self)
        except Exception as error:
            _complain(f"exception calling callback for {self!r}", error)

    def _end(self, state):
        self._state = state
        for waiter in self._waiters:
            waiter.add(self)
        self._condition.notify_all()

    def _call_back(self):
        for function in self._done_callbacks:
            self._call(function)

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in _OVER

    def _wait_until_done(self, timeout):
        if self._state not in _OVER:
            self._condition.wait(timeout)
        if self.cancelled():
            raise CancelledError
        if self._state != FINISHED:
            raise TimeoutError

    def result(self, timeout=None):
        try:
            with self._condition:
                self._wait_until_done(timeout)
                if self._exception:
                    raise self._exception
                return self._result
        finally:
            self = None

    def exception(self, timeout=None):
        with self._condition:
            self._wait_until_done(timeout)
            return self._exception

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in _OVER:
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _complain(f"Future {id(self)} in unexpected state: {self._state}", None)
            raise RuntimeError("Future in unexpected state")

    def _check_open(self):
        if self._state in _OVER:
            raise InvalidStateError(f"{self._state}: {self!r}")

    def set_result(self, result):
        with self._condition:
            self._check_open()
            self._result = result
            self._end(FINISHED)
        self._call_back()

    def set_exception(self, exception):
        with self._condition:
            self._check_open()
            self._exception = exception
            self._end(FINISHED)
        self._call_back()


def _complain(text, error):
    logging = sys.modules.get("logging")
    if logging:
        logging.getLogger("concurrent.futures").error(text, exc_info=error)
    elif sys.stderr is not None:
        sys.stderr.write(text + "\n" + (_format_error(error) if error else ""))


# --- waiting for several ---

class _Waiter:
    # Is told of the futures that end; sets its event when it has waited for long enough.
    def __init__(self, missing, until_failure):
        self.event, self.finished = threading.Event(), []
        self.event._cond._what = "futures to be done"
        self.missing, self.until_failure = missing, until_failure

    def add(self, future):
        self.finished.append(future)
        self.missing -= 1
        if self.missing <= 0 or self.until_failure and not future.cancelled() and future._exception:
            self.event.set()


class DoneAndNotDoneFutures(tuple):
    __module__ = "concurrent.futures._base"
    done, not_done = property(lambda self: self[0]), property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def _is_over(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = list(dict.fromkeys(fs))
    done = [future for future in fs if _is_over(future)]
    left = [future for future in fs if not _is_over(future)]
    enough = not left
    if return_when == FIRST_COMPLETED:
        enough = enough or bool(done)
    elif return_when == FIRST_EXCEPTION:
        enough = enough or any(not future.cancelled() and future._exception for future in done)
    elif return_when != ALL_COMPLETED and left:
        raise ValueError(f"Invalid return condition: {return_when!r}")
    if not enough:
        waiter = _Waiter(1 if return_when == FIRST_COMPLETED else len(left), return_when == FIRST_EXCEPTION)
        for future in left:
            future._waiters.append(waiter)
        waiter.event.wait(timeout)
        for future in left:
            future._waiters.remove(waiter)
        done += waiter.finished
    return DoneAndNotDoneFutures((set(done), set(fs) - set(done)))


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + _time()
    fs = list(dict.fromkeys(fs))
    total = len(fs)
    ready = [future for future in fs if _is_over(future)]
    pending = [future for future in fs if not _is_over(future)]
    del fs
    waiter = _Waiter(1, False)
    for future in pending:
        future._waiters.append(waiter)
    try:
        while ready or pending:
            while ready:
                yield ready.pop(0)
            if not pending:
                break
            left = None
            if end is not None:
                left = end - _time()
                if left < 0:
                    raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            waiter.event.wait(left)
            ready, waiter.finished, waiter.missing = waiter.finished, [], 1
            waiter.event.clear()
            for future in ready:
                future._waiters.remove(waiter)
                pending.remove(future)
    finally:
        for future in pending:
            future._waiters.remove(waiter)


# --- executors ---

class Executor:
    __module__ = "concurrent.futures._base"

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError

    def map(self, fn, *iterables, timeout=None, chunksize=1, **more):
        size = more.pop("buffersize", None) if _SINCE_3_14 else None
        if more:
            raise TypeError(f"Executor.map() got an unexpected keyword argument {next(iter(more))!r}")
        if size is not None:
            if not isinstance(size, int):
                raise TypeError("buffersize must be an integer or None")
            if size < 1:
                raise ValueError("buffersize must be None or > 0")
        end = None if timeout is None else timeout + _time()
        arguments = iter(zip(*iterables))
        futures = []
        for each in arguments:
            futures.append(self.submit(fn, *each))
            if size is not None and len(futures) >= size:
                break
        executor = _ref(self)

        def results():
            try:
                while futures:
                    future = futures[0]
                    if size is not None and executor():
                        for each in arguments:
                            futures.append(executor().submit(fn, *each))
                            break
                    del futures[0]
                    try:
                        result = future.result(None if end is None else end - _time())
                    finally:
                        future.cancel()
                    yield result
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


_queues = {}  # of the threads that work
_ended = False


def _end_of_program():
    global _ended
    _ended = True
    for queue in list(_queues.values()):
        queue.put(None)
    for thread in list(_queues):
        thread.join()


threading._register_atexit(_end_of_program)


class _Work:
    def __init__(self, future, fn, args, kwargs):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None
        else:
            self.future.set_result(result)


def _work(executor_reference, queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as error:
            _complain("Exception in initializer:", error)
            executor = executor_reference()
            if executor is not None:
                executor._initializer_failed()
            return
    while True:
        if _SINCE_3_12:
            try:
                work = queue.get_nowait()
            except _Empty:
                executor = executor_reference()
                if executor is not None:
                    executor._idle_semaphore.release()
                del executor
                work = queue.get()
        else:
            work = queue.get()
        if work is not None:
            work.run()
            del work
            if not _SINCE_3_12:
                executor = executor_reference()
                if executor is not None:
                    executor._idle_semaphore.release()
                del executor
            continue
        executor = executor_reference()
        if _ended or executor is None or executor._shutdown:
            if executor is not None:
                executor._shutdown = True
            queue.put(None)
            return
        del executor


class ThreadPoolExecutor(Executor):
    __module__ = "concurrent.futures.thread"
    BROKEN = BrokenThreadPool
    _made = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (_cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers, self._work_queue, self._threads = max_workers, _SimpleQueue(), set()
        self._work_queue._count._cond._what = "work"
        self._idle_semaphore = threading.Semaphore(0)
        self._broken, self._shutdown, self._shutdown_lock = False, False, _allocate_lock()
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._made}"
            ThreadPoolExecutor._made += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer, self._initargs = initializer, initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _ended:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = Future()
            self._work_queue.put(_Work(future, fn, args, kwargs))
            self._start_thread()
            return future

    def _start_thread(self):
        if self._idle_semaphore.acquire(False):
            return
        count = len(self._threads)
        if count >= self._max_workers:
            return
        queue = self._work_queue
        thread = threading.Thread(name=f"{self._thread_name_prefix or self}_{count}", target=_work,
                                  args=(_ref(self, lambda _, queue=queue: queue.put(None)), queue,
                                        self._initializer, self._initargs))
        thread.start()
        self._threads.add(thread)
        _queues[thread] = queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            while True:
                try:
                    work = self._work_queue.get_nowait()
                except _Empty:
                    break
                if work is not None:
                    work.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                while True:
                    try:
                        work = self._work_queue.get_nowait()
                    except _Empty:
                        break
                    if work is not None:
                        work.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


class ProcessPoolExecutor(Executor):
    __module__ = "concurrent.futures.process"

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError("there are no processes here: ProcessPoolExecutor cannot work; "
                                  "ThreadPoolExecutor can")
