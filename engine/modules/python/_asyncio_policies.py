# Event loop policies: who makes asyncio's loops, and keeps the current one. Each keeps one for each thread.
# Specified in: https://docs.python.org/3.11/library/asyncio-policy.html
import sys

from _thread import _get_name, get_ident

from asyncio import AbstractEventLoop, SelectorEventLoop, _deprecated, _keep_loop, _kept_loop, _policy, _set_policy

_MAKES_LOOPS = sys.version_info < (3, 14)  # get_event_loop(), where there is none


class AbstractEventLoopPolicy:
    __module__ = "asyncio.events"

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    if sys.version_info < (3, 14):
        def get_child_watcher(self):
            raise NotImplementedError("there are no processes here: there is no child watcher")

        def set_child_watcher(self, watcher):
            self.get_child_watcher()


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    __module__ = "asyncio.events"
    _loop_factory = None
    _loop, _was_set = None, False

    def get_event_loop(self):
        if _MAKES_LOOPS and self._loop is None and not self._was_set and get_ident() == 1:
            self.set_event_loop(self.new_event_loop())
        if self._loop is None:
            raise RuntimeError(f"There is no current event loop in thread {_get_name()!r}.")
        return self._loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._loop, self._was_set = loop, True
        if _policy() is self:
            _keep_loop(loop, True)

    def new_event_loop(self):
        return self._loop_factory()


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    __module__ = "asyncio.unix_events"
    _loop_factory = SelectorEventLoop


if sys.version_info >= (3, 14):
    AbstractEventLoopPolicy.__name__ = AbstractEventLoopPolicy.__qualname__ = "_AbstractEventLoopPolicy"
    BaseDefaultEventLoopPolicy.__name__ = BaseDefaultEventLoopPolicy.__qualname__ = "_BaseDefaultEventLoopPolicy"

DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy


def get_event_loop_policy():
    if not _MAKES_LOOPS:
        _deprecated("'asyncio.get_event_loop_policy' is deprecated and slated for removal in Python 3.16")
    if _policy() is None:
        policy = DefaultEventLoopPolicy()
        policy._loop, policy._was_set = _kept_loop()
        _set_policy(policy)
    return _policy()


def set_event_loop_policy(policy):
    if not _MAKES_LOOPS:
        _deprecated("'asyncio.set_event_loop_policy' is deprecated and slated for removal in Python 3.16")
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not "
                        f"'{type(policy).__name__}'")
    _set_policy(policy)
    _keep_loop(getattr(policy, "_loop", None), getattr(policy, "_was_set", False))
