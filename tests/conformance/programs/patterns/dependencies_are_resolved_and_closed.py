"""Dependency injection and a plugin host: decorators with arguments, registries, introspection."""
import asyncio
import inspect
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Annotated, get_type_hints, Callable


class Depends:
    def __init__(self, provider, *, cache=True):
        self.provider, self.cache = provider, cache

    def __repr__(self):
        return f"Depends({self.provider.__name__})"


class Container:
    def __init__(self):
        self.cache = {}
        self.stack = AsyncExitStack()

    async def __aenter__(self):
        await self.stack.__aenter__()
        return self

    async def __aexit__(self, *exc):
        return await self.stack.__aexit__(*exc)

    async def resolve(self, provider):
        if provider in self.cache:
            return self.cache[provider]
        kwargs = {}
        for name, parameter in inspect.signature(provider).parameters.items():
            if isinstance(parameter.default, Depends):
                kwargs[name] = await self.resolve(parameter.default.provider)
        value = provider(**kwargs)
        if hasattr(value, "__aenter__"):
            value = await self.stack.enter_async_context(value)
        elif inspect.isawaitable(value):
            value = await value
        self.cache[provider] = value
        return value

    async def call(self, function, /, **given):
        kwargs = dict(given)
        for name, parameter in inspect.signature(function).parameters.items():
            if name in kwargs:
                continue
            if isinstance(parameter.default, Depends):
                kwargs[name] = await self.resolve(parameter.default.provider)
            elif parameter.default is parameter.empty and parameter.kind is parameter.KEYWORD_ONLY:
                raise TypeError(f"{function.__qualname__} wants {name}")
        return await function(**kwargs)


def settings():
    print("settings made")
    return {"dsn": "memory://", "retries": 3}


@asynccontextmanager
async def database(config=Depends(settings)):
    print("open", config["dsn"])
    try:
        yield {"users": {1: "ann"}}
    finally:
        print("close", config["dsn"])


async def repository(db=Depends(database), config=Depends(settings)):
    await asyncio.sleep(0.1)
    return lambda key: db["users"].get(key, f"nobody after {config['retries']}")


async def endpoint(user_id, repo: Callable = Depends(repository), *, upper: bool = False):
    name = repo(user_id)
    return name.upper() if upper else name


async def strict(*, token, repo=Depends(repository)):
    return token


async def broken(repo=Depends(repository)):
    raise RuntimeError("broken endpoint")


async def main():
    async with Container() as container:
        print(await container.call(endpoint, user_id=1))
        print(await container.call(endpoint, user_id=2, upper=True))
        try:
            await container.call(strict)
        except TypeError as error:
            print(error)
        try:
            await container.call(endpoint)
        except TypeError as error:
            print(error)
        print(list(p.__name__ for p in container.cache))
    try:
        async with Container() as container:
            await container.call(broken)
    except RuntimeError as error:
        print("outside", error)
    sig = inspect.signature(endpoint)
    print([(n, p.kind.name, p.default) for n, p in sig.parameters.items()][:2])
    print(sig.parameters["upper"].default, sig.return_annotation is inspect.Signature.empty)
    print(inspect.getmembers(Container, inspect.iscoroutinefunction)[0][0], [n for n, _ in inspect.getmembers(Container(), inspect.ismethod)])


asyncio.run(main())
