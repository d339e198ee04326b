# inspect, as far as programs ask what can be awaited. https://docs.python.org/3.11/library/inspect.html


def _kind(thing):
    return type(thing).__name__


async def _coroutine():
    pass


async def _async_generator():
    yield


def _generator():
    yield


_made = _coroutine()
CoroutineType, AsyncGeneratorType, GeneratorType = type(_made), type(_async_generator()), type(_generator())
_made.close()
FunctionType, MethodType = type(_coroutine), type("".__class__.mro)

CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")


def iscoroutine(thing):
    return isinstance(thing, CoroutineType)


def isgenerator(thing):
    return isinstance(thing, GeneratorType)


def isasyncgen(thing):
    return isinstance(thing, AsyncGeneratorType)


def isawaitable(thing):
    return isinstance(thing, CoroutineType) or hasattr(type(thing), "__await__")


def _flags(thing):
    thing = getattr(thing, "__func__", thing)
    code = getattr(thing, "__code__", None)
    return getattr(code, "co_flags", 0)


def iscoroutinefunction(thing):
    return bool(_flags(thing) & 128)


def isgeneratorfunction(thing):
    return bool(_flags(thing) & 32)


def isasyncgenfunction(thing):
    return bool(_flags(thing) & 512)


def isfunction(thing):
    return isinstance(thing, FunctionType)


def isclass(thing):
    return isinstance(thing, type)


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_frame is None:
        return CORO_CLOSED
    return CORO_SUSPENDED if coroutine.cr_await is not None else CORO_CREATED
