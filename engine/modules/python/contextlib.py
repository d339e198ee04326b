# contextlib, as programs use it. Specified in: https://docs.python.org/3.11/library/contextlib.html
from _engine import GenericAlias as _GenericAlias
import sys
from _engine import is_async_builtin as _is_async_builtin
from abc import ABC, abstractmethod
from functools import wraps


# Since 3.15 a decorated generator or coroutine function runs within the context as a whole; before, only
# the call was, which makes it.
_WRAPS_WHOLE = sys.version_info >= (3, 15)
_GENERATOR, _COROUTINE, _ASYNC_GENERATOR = 32, 128, 512


def _flags(function):
    if not _WRAPS_WHOLE:
        return 0
    while hasattr(function, "__func__") or type(function).__name__ == "partial":
        function = function.__func__ if hasattr(function, "__func__") else function.func
    return getattr(getattr(function, "__code__", None), "co_flags", 0)


def _is_async(function):
    return bool(_flags(function) & _COROUTINE) or _WRAPS_WHOLE and _is_async_builtin(function)


def _has(cls, *names):
    for name in names:
        method = next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), None)
        if method is None:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    __class_getitem__ = classmethod(_GenericAlias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, kind, value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    __class_getitem__ = classmethod(_GenericAlias)

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, kind, value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, function):
        if _flags(function) & _ASYNC_GENERATOR:
            async def inner(*args, **kwargs):
                with self._recreate_cm():
                    async with aclosing(function(*args, **kwargs)) as items:
                        async for item in items:
                            yield item
        elif _is_async(function):
            async def inner(*args, **kwargs):
                with self._recreate_cm():
                    return await function(*args, **kwargs)
        elif _flags(function) & _GENERATOR:
            def inner(*args, **kwargs):
                with self._recreate_cm(), closing(function(*args, **kwargs)) as items:
                    return (yield from items)
        else:
            def inner(*args, **kwargs):
                with self._recreate_cm():
                    return function(*args, **kwargs)
        return wraps(function)(inner)


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, function):
        if _flags(function) & _ASYNC_GENERATOR:
            async def inner(*args, **kwargs):
                async with self._recreate_cm(), aclosing(function(*args, **kwargs)) as items:
                    async for item in items:
                        yield item
        elif _is_async(function):
            async def inner(*args, **kwargs):
                async with self._recreate_cm():
                    return await function(*args, **kwargs)
        elif _flags(function) & _GENERATOR:
            async def inner(*args, **kwargs):
                async with self._recreate_cm():
                    with closing(function(*args, **kwargs)) as items:
                        for item in items:
                            yield item
        else:
            async def inner(*args, **kwargs):
                async with self._recreate_cm():
                    return function(*args, **kwargs) if _WRAPS_WHOLE else await function(*args, **kwargs)
        return wraps(function)(inner)


class _GeneratorManager:
    def __init__(self, function, args, kwargs):
        self.gen = function(*args, **kwargs)
        self.func, self.args, self.kwds = function, args, kwargs
        doc = getattr(function, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _belongs_to(error, value):
    # Is the RuntimeError what became of the StopIteration that was thrown in?
    return isinstance(value, (StopIteration, StopAsyncIteration)) and error.__cause__ is value


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            if _belongs_to(error, value):
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManager, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = kind()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as stop:
            return stop is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            if _belongs_to(error, value):
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(function):
    @wraps(function)
    def helper(*args, **kwargs):
        return _GeneratorContextManager(function, args, kwargs)
    return helper


def asynccontextmanager(function):
    @wraps(function)
    def helper(*args, **kwargs):
        return _AsyncGeneratorContextManager(function, args, kwargs)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        if kind is None:
            return None
        if issubclass(kind, self._exceptions):
            return True
        if sys.version_info >= (3, 12) and issubclass(kind, BaseExceptionGroup):
            rest = value.split(self._exceptions)[1]
            if rest is None:
                return True
            raise rest
        return False


class _Redirect(AbstractContextManager):
    def __init__(self, new_target):
        self._new_target, self._old_targets = new_target, []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, kind, value, traceback):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = "stdout"


class redirect_stderr(_Redirect):
    _stream = "stderr"


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exc_info):
        pass


def _method(manager, name, protocol):
    kind = type(manager)
    method = getattr(kind, name, None)
    if method is None:
        raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the {protocol} protocol")
    return method


class _ExitStack:
    def __init__(self):
        self._callbacks = []  # (is it async?, what is called with the exception)

    def pop_all(self):
        other = type(self)()
        other._callbacks, self._callbacks = self._callbacks, []
        return other

    def push(self, exit):
        method = getattr(type(exit), "__exit__", None)
        if method is None:
            self._callbacks.append((False, exit))
        else:
            self._callbacks.append((False, lambda *details: method(exit, *details)))
        return exit

    def enter_context(self, manager):
        enter = _method(manager, "__enter__", "context manager")
        exit = _method(manager, "__exit__", "context manager")
        result = enter(manager)
        self._callbacks.append((False, lambda *details: exit(manager, *details)))
        return result

    def callback(self, callback, /, *args, **kwargs):
        def call(kind, value, traceback):
            callback(*args, **kwargs)
        self._callbacks.append((False, call))
        return callback


def _join_contexts(new, old, outside):
    # The exception that a callback raised has, at the end of its contexts, the one it was called for.
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outside:
            break
        new = context
    new.__context__ = old


class ExitStack(_ExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        received = details[0] is not None
        outside = sys.exc_info()[1]
        suppressed = pending = False
        while self._callbacks:
            _, callback = self._callbacks.pop()
            try:
                if callback(*details):
                    suppressed, pending, details = True, False, (None, None, None)
            except BaseException as error:
                _join_contexts(error, details[1], outside)
                pending, details = True, (type(error), error, error.__traceback__)
        if pending:
            fixed = details[1].__context__
            try:
                raise details[1]
            except BaseException:
                details[1].__context__ = fixed
                raise
        return received and suppressed


class AsyncExitStack(_ExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, manager):
        enter = _method(manager, "__aenter__", "asynchronous context manager")
        exit = _method(manager, "__aexit__", "asynchronous context manager")
        result = await enter(manager)
        self._callbacks.append((True, lambda *details: exit(manager, *details)))
        return result

    def push_async_exit(self, exit):
        method = getattr(type(exit), "__aexit__", None)
        if method is None:
            self._callbacks.append((True, exit))
        else:
            self._callbacks.append((True, lambda *details: method(exit, *details)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwargs):
        async def call(kind, value, traceback):
            await callback(*args, **kwargs)
        self._callbacks.append((True, call))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        received = details[0] is not None
        outside = sys.exc_info()[1]
        suppressed = pending = False
        while self._callbacks:
            is_async, callback = self._callbacks.pop()
            try:
                answer = callback(*details)
                if is_async:
                    answer = await answer
                if answer:
                    suppressed, pending, details = True, False, (None, None, None)
            except BaseException as error:
                _join_contexts(error, details[1], outside)
                pending, details = True, (type(error), error, error.__traceback__)
        if pending:
            fixed = details[1].__context__
            try:
                raise details[1]
            except BaseException:
                details[1].__context__ = fixed
                raise
        return received and suppressed


class chdir(AbstractContextManager):
    # (There are no files, and so no directory that it could go to.)
    def __init__(self, path):
        self.path, self._before = path, []

    def __enter__(self):
        import os
        self._before.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._before.pop())

__all__ = [name for name in """
    asynccontextmanager contextmanager closing nullcontext AbstractContextManager AbstractAsyncContextManager
    AsyncExitStack ContextDecorator ExitStack redirect_stdout redirect_stderr suppress aclosing chdir
""".split() if name in globals()]
