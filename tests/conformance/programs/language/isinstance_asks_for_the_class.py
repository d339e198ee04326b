import asyncio


class Proxy:
    """Passes everything on to what it wraps, its class too."""

    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    @property
    def __class__(self):
        return type(self._target)

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)


class Tracing:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattribute__(self, name):
        if name != "log":
            object.__getattribute__(self, "log").append(name)
        return object.__getattribute__(self, name)

    def method(self):
        return "called"


class Meta(type):
    def __instancecheck__(cls, instance):
        print("instancecheck", cls.__name__, type(instance).__name__)
        return hasattr(instance, "quack")

    def __subclasscheck__(cls, other):
        print("subclasscheck", cls.__name__, other.__name__)
        return "quack" in vars(other)


class Duck(metaclass=Meta):
    quack = "quack"


class Mallard(Duck):
    pass


class Robot:
    quack = "beep"


class Service:
    async def call(self):
        await asyncio.sleep(0.1)
        return "service"


async def main():
    proxy = Proxy(Service())
    print(isinstance(proxy, Service), type(proxy) is Proxy, proxy.__class__, await proxy.call())
    proxy.attr = 5
    print(proxy._target.attr, isinstance(proxy, (int, Proxy)), isinstance(proxy, int))
    tracing = Tracing()
    print(isinstance(tracing, Tracing), isinstance(tracing, Service), tracing.method(), tracing.log)
    print(isinstance(Robot(), Duck), issubclass(Robot, Duck), issubclass(Mallard, Duck))
    print(isinstance(Mallard(), Duck), isinstance(Duck(), Duck), isinstance(3, Duck))
    match proxy:
        case Service():
            print("matched a service")
        case _:
            print("no match")
    match Robot():
        case Duck():
            print("matched a duck")


asyncio.run(main())
