# threading: on _thread's locks, which say who may run. Nothing here is interrupted but where it waits.
# Specified in: https://docs.python.org/3.11/library/threading.html
import sys
import _thread
from _engine import format_error as _format_error, written_in_c as _written_in_c
from _thread import _describe, _waiter, allocate_lock, get_ident, get_native_id, TIMEOUT_MAX
from itertools import count as _count
from time import monotonic as _time
from weakref import ref as _ref

_SINCE_3_12 = sys.version_info >= (3, 12)
_SINCE_3_13 = sys.version_info >= (3, 13)
_SINCE_3_14 = sys.version_info >= (3, 14)
Lock = _thread.lock if _SINCE_3_13 else allocate_lock
_allocate_lock = allocate_lock
ThreadError = RuntimeError


@_written_in_c
class RLock:
    __module__ = "_thread"

    def __init__(self):
        self._block, self._owner, self._count = allocate_lock(), 0, 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        got = self._block.acquire(blocking, timeout)
        if got:
            self._owner, self._count = me, 1
        return got

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = 0
            self._block.release()

    def __exit__(self, t, v, tb):
        self.release()

    def _is_owned(self):
        return self._owner == get_ident()

    def _release_save(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        state, self._count, self._owner = (self._count, self._owner), 0, 0
        self._block.release()
        return state

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def _recursion_count(self):
        return self._count if self._owner == get_ident() else 0

    if _SINCE_3_14:
        def locked(self):
            return self._block.locked()

    def __repr__(self):
        return (f"<{'locked' if self._count else 'unlocked'} _thread.RLock object owner={self._owner} "
                f"count={self._count} at {id(self):#x}>")


_RLock = _PyRLock = _CRLock = RLock


def _deprecated(old, new):
    from warnings import warn
    warn(f"{old}() is deprecated, {new} instead", DeprecationWarning)


class Condition:
    _what = "to be notified"

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire, self.release = lock.acquire, lock.release
        for name in "_release_save", "_acquire_restore", "_is_owned":
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        if _SINCE_3_14 and hasattr(lock, "locked"):
            self.locked = lock.locked
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _waiter(self._what)
        self._waiters.append(waiter)
        state = self._release_save()
        woken = False
        try:
            if timeout is None:
                woken = waiter.acquire()
            else:
                woken = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return woken
        finally:
            self._acquire_restore(state)
            if not woken and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _time() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - _time()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while self._waiters and n > 0:
            self._waiters.pop(0).release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated("notifyAll", "use notify_all()")
        self.notify_all()


class _NamedCondition(Condition):
    # A library's, of which one can say what is waited for.
    def __init__(self, what, lock=None):
        super().__init__(allocate_lock() if lock is None else lock)
        self._what = what


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond, self._value = _NamedCondition("a semaphore"), value

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while not self._value:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout
                    else:
                        timeout = end - _time()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
            return True

    __enter__ = acquire

    def __exit__(self, t, v, tb):
        self.release()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: "
                f"value={self._value}/{self._initial_value}>")

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond, self._flag = _NamedCondition("an event to be set"), False

    def __repr__(self):
        state = "set" if self._flag else "unset"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {state}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated("isSet", "use is_set()")
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1 and _SINCE_3_12:
            raise ValueError("parties must be >= 1")
        self._cond, self._action, self._timeout, self._parties = (
            _NamedCondition("a barrier"), action, timeout, parties)
        self._state, self._count = 0, 0  # 0: it fills, 1: it drains, -1: it is being reset, -2: broken

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}"
        return f"<{name}: broken>" if self.broken else f"<{name}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    if not self._cond.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if not self._count and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._state = 1
        self._cond.notify_all()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


# --- what each thread has of its own ---

class local:
    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "__dict__", {})
        first = object.__getattribute__(self, "__dict__")
        _locals[id(self)] = {get_ident(): first}, args, kwargs, [get_ident()], _ref(self)
        return self

    def __getattribute__(self, name):
        _take_up(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _take_up(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _take_up(self)
        object.__delattr__(self, name)

    def __del__(self):
        _locals.pop(id(self), None)


local.__module__ = "_thread"
local.__qualname__ = "_local"
_locals = {}  # by the object's id: its dicts by thread, what __init__ is to get, whose dict it has now, itself


def _take_up(self):
    dicts, args, kwargs, now, _ = _locals[id(self)]
    me = get_ident()
    if now[0] == me:
        return
    now[0] = me
    known = me in dicts
    if not known:
        dicts[me] = {}
    object.__setattr__(self, "__dict__", dicts[me])
    if not known and type(self).__init__ is not object.__init__:
        type(self).__init__(self, *args, **kwargs)


def _forget_locals(ident):
    for dicts, _, _, now, self in list(_locals.values()):
        dicts.pop(ident, None)
        if now[0] == ident and self() is not None:
            object.__setattr__(self(), "__dict__", {})
            now[0] = 0


# --- threads ---

_names = _count(1)
_active = {}  # by ident, those that run
_starting = {}
_exit_calls = []
_ended = False


def _new_name(template="Thread-{}"):
    return template.format(next(_names))


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, **more):
        if more:
            if not _SINCE_3_14 or list(more) != ["context"]:
                raise TypeError(f"Thread.__init__() got an unexpected keyword argument {next(iter(more))!r}")
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is not None:
            name = str(name)
        else:
            name = _new_name()
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target, self._name, self._args = target, name, args
        self._kwargs = {} if kwargs is None else kwargs
        self._context = more.get("context")
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident, self._native_id = None, None
        self._started, self._is_stopped = Event(), False
        self._started._cond._what = "the new thread to start"
        self._end = _waiter(f"{name} to end")
        self._initialized = True

    def __repr__(self):
        self._check("Thread.__init__() was not called")
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._is_stopped:
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def _check(self, message="Thread.__init__() not called"):
        if not self._initialized:
            raise (AssertionError if message.startswith("Thread.__init__() was") else RuntimeError)(message)

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set() or self in _starting:
            raise RuntimeError("threads can only be started once")
        if _ended:
            raise RuntimeError("can't create new thread at interpreter shutdown")
        _starting[self] = self
        self._ident = _thread._start(self._bootstrap, (), self._name)
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = self._native_id = get_ident()
        _active[self._ident] = self
        _starting.pop(self, None)
        self._started.set()
        try:
            if _trace_hook[0]:
                sys.settrace(_trace_hook[0])
            if self._context is None:
                self.run()
            else:
                self._context.run(self.run)
        except SystemExit as error:
            if excepthook is not _original_excepthook:
                _call_hook(error, self)
        except BaseException as error:
            _call_hook(error, self)
        finally:
            _active.pop(self._ident, None)
            _forget_locals(self._ident)
            self._is_stopped = True
            self._end.release()

    def join(self, timeout=None):
        self._check()
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._is_stopped:
            return
        if timeout is None:
            got = self._end.acquire()
        else:
            got = self._end.acquire(True, max(timeout, 0)) if timeout > 0 else self._end.acquire(False)
        if got:
            self._end.release()

    @property
    def name(self):
        self._check("Thread.__init__() not called")
        return self._name

    @name.setter
    def name(self, name):
        self._check()
        self._name = str(name)
        if self._ident == get_ident():
            _thread._set_name(self._name)

    @property
    def ident(self):
        self._check()
        return self._ident

    @property
    def native_id(self):
        self._check()
        return self._native_id

    def is_alive(self):
        self._check()
        return self._started.is_set() and not self._is_stopped

    @property
    def daemon(self):
        self._check()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._check()
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        _deprecated("getName", "get the name attribute")
        return self.name

    def setName(self, name):
        _deprecated("setName", "set the name attribute")
        self.name = name

    def isDaemon(self):
        _deprecated("isDaemon", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon", "set the daemon attribute")
        self.daemon = daemonic


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = [] if args is None else args, {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._started.set()
        self._ident = self._native_id = 1
        _active[1] = self


class _DummyThread(Thread):
    # Of a thread that _thread has started, once it asks who it is.
    def __init__(self):
        super().__init__(name=_new_name("Dummy-{}"), daemon=True)
        self._started.set()
        self._ident = self._native_id = get_ident()
        _active[self._ident] = self

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def current_thread():
    me = get_ident()
    if me in _active:
        return _active[me]
    return _DummyThread() if me != 1 else _NobodyYet


class _NobodyYet:
    daemon = False


_main = _MainThread()


def main_thread():
    return _main


def active_count():
    return len(_active) + len(_starting)


def enumerate():
    return list(_active.values()) + list(_starting)


def currentThread():
    _deprecated("currentThread", "use current_thread()")
    return current_thread()


def activeCount():
    _deprecated("activeCount", "use active_count()")
    return active_count()


# --- exceptions that leave a thread ---

@_written_in_c
class ExceptHookArgs(tuple):
    __module__, __qualname__ = "_thread", "_ExceptHookArgs"
    exc_type, exc_value, exc_traceback, thread = (property(lambda self, i=i: self[i]) for i in range(4))

    def __repr__(self):
        names = "exc_type", "exc_value", "exc_traceback", "thread"
        return f"_thread._ExceptHookArgs({', '.join(f'{name}={value!r}' for name, value in zip(names, self))})"


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    name = get_ident() if args.thread is None else args.thread.name
    error = args.exc_value if args.exc_value is not None else args.exc_type()
    if sys.stderr is not None:
        sys.stderr.write(f"Exception in thread {name}:\n" + _format_error(error))


_original_excepthook = __excepthook__ = excepthook


def _call_hook(error, thread):
    try:
        hook = _original_excepthook if excepthook is None else excepthook
        hook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))
    except Exception as failure:
        failure.__suppress_context__ = True
        if sys.stderr is not None:
            sys.stderr.write("Exception in threading.excepthook:\n")
        sys.excepthook(type(failure), failure, failure.__traceback__)


# --- the end of the program ---

def _register_atexit(func, *args, **kwargs):
    if _ended:
        raise RuntimeError("can't register atexit after shutdown")
    _exit_calls.append(lambda: func(*args, **kwargs))


def _shutdown():
    global _ended
    while _exit_calls:
        _exit_calls.pop()()
    while True:
        left = [thread for thread in enumerate() if thread is not _main and not thread.daemon]
        if not left:
            break
        for thread in left:
            thread.join()
    _ended = True


# --- what says nothing here ---

_trace_hook, _profile_hook = [None], [None]


def settrace(func):
    _trace_hook[0] = None


def gettrace():
    return _trace_hook[0]


def setprofile(func):
    _profile_hook[0] = func


def getprofile():
    return _profile_hook[0]


def stack_size(size=0, /):
    return 0


__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
           "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
           "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "gettrace",
           "getprofile", "get_native_id"]

if sys.version_info >= (3, 15):
    class serialize_iterator:
        def __init__(self, iterable):
            self._lock, self._iterator = Lock(), iter(iterable)

        def __iter__(self):
            return self

        def __next__(self):
            with self._lock:
                return next(self._iterator)

        def send(self, value, /):
            with self._lock:
                return self._iterator.send(value)

        def throw(self, *args):
            with self._lock:
                return self._iterator.throw(*args)

        def close(self):
            with self._lock:
                return self._iterator.close()

    def synchronized_iterator(func):
        from functools import wraps

        @wraps(func)
        def wrapper(*args, **kwargs):
            return serialize_iterator(func(*args, **kwargs))
        return wrapper

    class _concurrent_tee:
        # All have one chain of links, (value, the next one); the last link is empty until somebody wants it.
        def __init__(self, iterator, lock, link):
            self._iterator, self._lock, self._link = iterator, lock, link

        def __iter__(self):
            return self

        def __next__(self):
            if not self._link:
                with self._lock:
                    if not self._link:
                        self._link[:] = next(self._iterator), []
            value, self._link = self._link
            return value

        def __copy__(self):
            return _concurrent_tee(self._iterator, self._lock, self._link)

    def concurrent_tee(iterable, n=2):
        if n < 0:
            raise ValueError("n must be a non-negative integer")
        if isinstance(iterable, _concurrent_tee):
            return (iterable, *[iterable.__copy__() for _ in range(n - 1)])[:n]
        iterator, lock, link = iter(iterable), Lock(), []
        return tuple([_concurrent_tee(iterator, lock, link) for _ in range(n)])

    __all__ += ["serialize_iterator", "synchronized_iterator", "concurrent_tee"]
