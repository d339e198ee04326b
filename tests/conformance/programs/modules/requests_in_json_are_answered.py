import asyncio
import json
import sys
from enum import Enum, unique, StrEnum


class Kind(StrEnum):
    REQUEST = "request"
    REPLY = "reply"
    ERROR = "error"


@unique
class Code(Enum):
    PARSE = -32700
    INVALID = -32600
    METHOD = -32601
    PARAMS = -32602
    INTERNAL = -32603

    def error(self, detail=None):
        return {"code": self.value, "message": self.name.title(), **({"detail": detail} if detail else {})}


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, (set, frozenset)):
            return sorted(value)
        if hasattr(value, "to_json"):
            return value.to_json()
        return super().default(value)


class Rpc:
    def __init__(self):
        self.methods = {}

    def method(self, function):
        self.methods[function.__name__] = function
        return function

    async def handle(self, text):
        ident = None
        try:
            message = json.loads(text)
            match message:
                case {"method": str(name), "id": ident, "params": list(args)}:
                    kwargs = {}
                case {"method": str(name), "id": ident, "params": dict(kwargs)}:
                    args = []
                case {"method": str(name), "id": ident}:
                    args, kwargs = [], {}
                case _:
                    return self.reply(None, error=Code.INVALID.error())
            result = await self.methods[name](*args, **kwargs)
        except json.JSONDecodeError as error:
            return self.reply(None, error=Code.PARSE.error(f"{error.msg} at {error.lineno}:{error.colno}"))
        except KeyError as error:
            return self.reply(ident, error=Code.METHOD.error(str(error)))
        except TypeError as error:
            return self.reply(ident, error=Code.PARAMS.error(str(error)))
        except Exception as error:
            return self.reply(ident, error=Code.INTERNAL.error(repr(error)))
        return self.reply(ident, result=result)

    def reply(self, ident, **body):
        return json.dumps({"id": ident, **body}, cls=Encoder, sort_keys=True)


rpc = Rpc()


@rpc.method
async def add(a, b=0):
    await asyncio.sleep(0.1)
    return a + b


@rpc.method
async def tags(*names):
    return set(names)


@rpc.method
async def divide(a, b):
    return a / b


@rpc.method
async def weird():
    return object()


async def main():
    requests = ['{"method": "add", "id": 1, "params": [1, 2]}', '{"method": "add", "id": 2, "params": {"a": "x", "b": "é"}}',
                '{"method": "add", "id": 3}', '{"method": "nope", "id": 4}', '{"method": "divide", "id": 5, "params": [1, 0]}',
                '{"method": "tags", "id": 6, "params": ["b", "a", "b"]}', '[1, 2', '{"a": }', '"text"', '{"method": 5}', '']
    for reply in await asyncio.gather(*map(rpc.handle, requests)):
        print(reply)
    try:
        print(await rpc.handle('{"method": "weird", "id": 7}'))
    except TypeError as error:
        print(error)
    print(json.dumps({"k": [1, 2.5, None, True, "\u2603\n"], "n": {}}, indent=2, ensure_ascii=False))
    print(json.loads('{"a": [1, 2e3, -0.5, "\\u00e9", null]}', parse_float=str), json.dumps((1, float("inf"))), json.dumps({1: 2, None: 3}, separators=(",", ":")))
    print(Kind.REPLY, repr(Kind.REPLY), f"{Kind.ERROR:>8}", Kind("request") is Kind.REQUEST, "reply" == Kind.REPLY, list(Kind), Kind.REPLY.upper())
    try:
        @unique
        class Dup(Enum):
            A = 1
            B = 1
    except ValueError as error:
        print(error)
    print(Code(-32600), Code.PARSE.name, Code["METHOD"].value, len(Code), Code.PARSE in Code, Code.__members__.keys())
    try:
        Code.PARSE = 3
    except AttributeError as error:
        print(error)
    sys.stdout.write("end\n")


asyncio.run(main())
