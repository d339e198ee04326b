# threading, where there is one thread: it cannot start another, nor wait for one.
# Specified in: https://docs.python.org/3.11/library/threading.html
from _engine import written_in_c as _written_in_c
from itertools import count as _count

_names = _count(1)
TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError


def _stuck(what):
    raise RuntimeError(f"there are no threads here: {what} would wait for ever")


@_written_in_c
class Lock:
    __module__, __qualname__ = "_thread", "lock"
    _owner_too = False

    def __init__(self):
        self._held = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._held and not self._owner_too:
            if blocking and timeout < 0:
                _stuck("the lock's acquire()")
            return False
        self._held += 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("cannot release un-acquired lock" if self._owner_too else "release unlocked lock")
        self._held -= 1

    def locked(self):
        return self._held > 0

    __enter__ = acquire

    def __exit__(self, t, v, tb):
        self.release()

    def __repr__(self):
        kind = "RLock" if self._owner_too else "lock"
        extra = f" owner={get_ident() if self._held else 0} count={self._held}" if self._owner_too else ""
        return f"<{'locked' if self._held else 'unlocked'} _thread.{kind} object{extra} at {id(self):#x}>"


@_written_in_c
class RLock(Lock):
    __module__ = "_thread"
    _owner_too = True


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def wait(self, timeout=None):
        if not self._lock.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        return False if timeout is not None else _stuck("the condition's wait()")

    def wait_for(self, predicate, timeout=None):
        return predicate() or self.wait(timeout)

    def notify(self, n=1):
        if not self._lock.locked():
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self):
        self.notify()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = self._initial = value

    def acquire(self, blocking=True, timeout=None):
        if not self._value:
            if blocking and timeout is None:
                _stuck("the semaphore's acquire()")
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n

    __enter__ = acquire

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    def release(self, n=1):
        if self._value + n > self._initial:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag and timeout is None:
            _stuck("the event's wait()")
        return self._flag

    def __repr__(self):
        return f"<threading.Event at {id(self):#x}: {'set' if self._flag else 'unset'}>"


class local:
    pass


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if name is None:
            name = f"Thread-{next(_names)}" + (f" ({target.__name__})" if hasattr(target, "__name__") else "")
        self.name, self.daemon, self.ident, self.native_id = name, bool(daemon), None, None
        self._target, self._args, self._kwargs = target, args, kwargs or {}

    def start(self):
        raise RuntimeError("can't start new thread: there are no threads here")

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        raise RuntimeError("cannot join current thread" if self is _main else "cannot join thread before it is started")

    def is_alive(self):
        return self is _main

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def __repr__(self):
        state = f"started {self.ident}" if self is _main else "initial" + " daemon" * self.daemon
        return f"<{type(self).__name__}({self.name}, {state})>"


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(target=function, args=args or (), kwargs=kwargs)
        self.interval, self.function = interval, function

    def cancel(self):
        pass


class _MainThread(Thread):
    pass


_main = _MainThread(name="MainThread")
_main.ident = _main.native_id = 1


def current_thread():
    return _main


currentThread = main_thread = current_thread


def get_ident():
    return _main.ident


get_native_id = get_ident


def active_count():
    return 1


def enumerate():
    return [_main]


def settrace(func):
    pass


setprofile = settrace


def stack_size(size=0, /):
    return 0
