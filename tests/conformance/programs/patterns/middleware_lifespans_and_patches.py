import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, AsyncExitStack, ExitStack, contextmanager


class Plugin:
    all: list[type["Plugin"]] = []
    def __init_subclass__(cls, **k): cls.all.append(cls); cls.prio = k.get("prio", 0)
    async def __call__(self, req, nxt): return await nxt(req)


class Log(Plugin, prio=2):
    async def __call__(self, req, nxt):
        print(">", req)
        try:
            return await nxt(req)
        finally:
            print("<", req)


class Auth(Plugin, prio=1):
    async def __call__(self, req, nxt):
        if req.get("user") is None:
            return 401
        return await nxt({**req, "auth": True})


def compose(*mws, endpoint):
    async def call(i, req):
        if i == len(mws):
            return await endpoint(req)
        return await mws[i](req, lambda r: call(i + 1, r))
    return lambda req: call(0, req)


@asynccontextmanager
async def lifespan(app):
    print("startup")
    app["db"] = await asyncio.sleep(0.1, "db")
    yield app
    print("shutdown", sorted(app))
    await asyncio.sleep(0.1)


@contextmanager
def patched(obj, **kw):
    old = {k: getattr(obj, k, None) for k in kw}
    for k, v in kw.items():
        setattr(obj, k, v)
    try:
        yield obj
    finally:
        for k, v in old.items():
            setattr(obj, k, v)


async def stream(n, *, chunk: int = 2) -> AsyncIterator[list[int]]:
    buf = []
    for i in range(n):
        buf.append(i)
        if len(buf) == chunk:
            yield buf
            buf = []
            await asyncio.sleep(0)
    if buf:
        yield buf


async def main():
    app = compose(*(c() for c in sorted(Plugin.all, key=lambda c: -c.prio)), endpoint=lambda r: asyncio.sleep(0.1, ("ok", r)))
    print(await app({"user": "a"}), await app({"path": "/"}))
    async with lifespan({}) as a:
        print(a)
        a["x"] = 1
    class Cfg: debug = False
    with patched(Cfg, debug=True, level=3) as c:
        print(c.debug, c.level)
    print(Cfg.debug, Cfg.level)
    print([c async for c in stream(5)], [x for c in [c async for c in stream(5, chunk=3)] for x in c])
    async with AsyncExitStack() as st:
        st.enter_context(patched(Cfg, debug=1))
        apps = [await st.enter_async_context(lifespan({"n": i})) for i in range(2)]
        st.push_async_exit(lambda *e: asyncio.sleep(0, True))
        raise RuntimeError("suppressed by push")
    print("after", Cfg.debug)
    with ExitStack() as es:
        es.callback(print, "last")
        @es.callback
        def _(): print("first")
        es.pop_all().close()
    try:
        async with lifespan({}) as a:
            raise LookupError("inside")
    except LookupError as e:
        print("out", e)
    @asynccontextmanager
    async def no_yield():
        return
        yield
    @asynccontextmanager
    async def two():
        yield 1
        yield 2
    for cm in (no_yield, two):
        try:
            async with cm() as v:
                print(v)
        except RuntimeError as e:
            print(e)
    @lifespan({"deco": 1})
    async def decorated(x): print("deco", x)
    await decorated(5)


asyncio.run(main())
