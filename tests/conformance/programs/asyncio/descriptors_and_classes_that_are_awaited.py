import asyncio


class LazyAttr:
    def __init__(self, factory):
        self.factory = factory

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return self._load(instance)

    async def _load(self, instance):
        if not hasattr(instance, self.name):
            lock = instance.__dict__.setdefault(self.name + "_lock", asyncio.Lock())
            async with lock:
                if not hasattr(instance, self.name):
                    setattr(instance, self.name, await self.factory(instance))
        return getattr(instance, self.name)


class AsyncInit:
    def __init__(self, *args):
        self.args = args
        self.ready = False

    def __await__(self):
        return self._init().__await__()

    async def _init(self):
        if not self.ready:
            await asyncio.sleep(0.1)
            self.ready = True
        return self


class Model(AsyncInit):
    @LazyAttr
    async def posts(self):
        print("loading posts")
        await asyncio.sleep(0.5)
        return [f"post {i}" for i in range(len(self.args))]

    author = LazyAttr(lambda self: asyncio.sleep(0.2, f"author of {self.args}"))

    async def __aenter__(self):
        await self
        return self

    async def __aexit__(self, *exc):
        self.ready = False
        return exc[0] is not None and issubclass(exc[0], LookupError)


class AwaitableDict(dict):
    def __init__(self):
        super().__init__()
        self.waiting = {}

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        for future in self.waiting.pop(key, ()):
            if not future.done():
                future.set_result(value)

    def __missing__(self, key):
        future = asyncio.get_running_loop().create_future()
        self.waiting.setdefault(key, []).append(future)
        return future

    async def get_when(self, key):
        value = self[key]
        return await value if asyncio.isfuture(value) else value


class Meta(type):
    async def __aenter__(cls):
        print("entering class", cls.__name__)
        return cls()

    async def __aexit__(cls, *exc):
        print("leaving class", cls.__name__)

    def __aiter__(cls):
        return cls._all()

    async def _all(cls):
        for sub in cls.__subclasses__():
            yield sub.__name__


class Shape(metaclass=Meta):
    pass


class Square(Shape):
    pass


class Circle(Shape):
    def __await__(self):
        yield from asyncio.sleep(0, None).__await__()
        return "circle awaited"


async def main():
    model = await Model(1, 2, 3)
    print(model.ready, await asyncio.gather(model.posts, model.posts), await model.author, type(Model.posts).__name__)
    async with Model("x") as m:
        print(await m.posts, m.ready)
        raise KeyError("suppressed")
    print(m.ready)
    d = AwaitableDict()
    waiters = asyncio.gather(d.get_when("a"), d.get_when("a"), d.get_when("b"))
    await asyncio.sleep(0)
    d["b"] = 2
    asyncio.get_running_loop().call_later(1, d.__setitem__, "a", 1)
    print(await waiters, d, d.waiting)
    async with Shape as shape:
        print(type(shape).__name__, [name async for name in Shape])
    print(await Circle())
    try:
        await Square()
    except TypeError as error:
        print(error)
    try:
        await Circle
    except TypeError as error:
        print(error)
    try:
        async with Square() as s:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
