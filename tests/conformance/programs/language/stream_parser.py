import asyncio
import json
from dataclasses import dataclass, field, asdict, replace
from typing import AsyncIterator, Optional


@dataclass(frozen=True)
class Message:
    kind: str
    body: dict = field(default_factory=dict)
    id: Optional[int] = None

    @classmethod
    def parse(cls, line: str) -> "Message":
        data = json.loads(line)
        match data:
            case {"kind": str(kind), "id": int(id), **rest}:
                return cls(kind, rest, id)
            case {"kind": str(kind), **rest}:
                return cls(kind, rest)
            case _:
                raise ValueError(f"not a message: {data!r}")


class Stream:
    def __init__(self, chunks, delay=0.1):
        self._chunks, self._delay = iter(chunks), delay
        self._buffer = ""

    async def lines(self) -> AsyncIterator[str]:
        async for chunk in self:
            self._buffer += chunk
            *complete, self._buffer = self._buffer.split("\n")
            for line in complete:
                yield line
        if self._buffer:
            yield self._buffer

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(self._delay)
        try:
            return next(self._chunks)
        except StopIteration:
            raise StopAsyncIteration


async def main():
    stream = Stream(['{"kind": "hel', 'lo", "id": 1}\n{"kind": "bye"', ', "why": null, "n": [1, 2.5]}\n[1]\n', '{"kind": 3}\nnope'])
    async for line in stream.lines():
        try:
            message = Message.parse(line)
        except json.JSONDecodeError as error:
            print("json:", error)
        except ValueError as error:
            print("value:", error)
        else:
            print(message, asdict(message)["kind"], replace(message, id=9).id, json.dumps(message.body))
    try:
        message.kind = "x"
    except Exception as error:
        print(type(error).__name__, error)
    print(hash(Message("a", None)) == hash(Message("a", None)), Message("a") == Message("a"), Message.__match_args__)


asyncio.run(main())
