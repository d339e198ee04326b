import asyncio
import json
from dataclasses import asdict, dataclass, field


@dataclass
class Message:
    kind: str
    payload: dict = field(default_factory=dict)
    tags: list = field(default_factory=list)

    def to_json(self):
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text):
        return cls(**json.loads(text))


async def producer(queue):
    for i in range(3):
        await queue.put(Message("tick", {"i": i, "half": i / 2, "ok": i % 2 == 0}, ["a", None]).to_json())
        await asyncio.sleep(0.1)
    await queue.put("not json")
    await queue.put(None)


async def consumer(queue):
    while (text := await queue.get()) is not None:
        try:
            print(Message.from_json(text))
        except json.JSONDecodeError as error:
            print("bad:", error, error.pos, error.lineno, error.colno)


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
data = {"name": "Zoë", "list": [1, 2.5, True, None, "q\"\n\\\t\x01"], "nested": {"a": {}, "b": []}, 3: "int key"}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, indent=2))
print(json.dumps([1, [2, {"x": 3}]], separators=(",", ":")), json.dumps("\U0001f600"), json.dumps(float("nan")))
print(json.loads('{"a": [1, 2.0, -3e2, "\\u00e9\\ud83d\\ude00", true, false, null], "b": {"c": ""}}'))
print(json.loads("[1, 2]", parse_int=float), json.loads('{"x": 1}', object_hook=lambda d: list(d.items())))
for bad in ("", "{", "[1,", '{"a" 1}', "[1] x", '"abc', "{'a': 1}", "nul", '["\\x"]', "[1,]"):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(repr(bad), error)
for bad in ({1, 2}, {(1, 2): 3}, object):
    try:
        json.dumps(bad)
    except TypeError as error:
        print(error)


class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)


print(json.dumps({"s": {3, 1}}, cls=Encoder), json.dumps({1, 2}, default=list))
