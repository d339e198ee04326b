import asyncio
import json
from dataclasses import dataclass, field

DEFAULTS = frozendict(host="localhost", port=80, tls=frozendict(verify=True))


@dataclass(frozen=True)
class Service:
    name: str
    options: frozendict = field(default=DEFAULTS)

    def but(self, **changes):
        return Service(self.name, self.options | changes)


async def probe(service):
    await asyncio.sleep(0.1 if service.options["port"] == 80 else 0.05)
    return hash(service) == hash(Service(service.name, service.options))


async def main():
    services = [Service("a"), Service("b").but(port=443), Service("c", frozendict())]
    cache = {}
    for s in services:
        cache[s] = len(cache)
    print(cache[Service("a")], len(cache))
    try:
        print(await asyncio.gather(*(probe(s) for s in services)))
    except KeyError as error:
        print("missing", error)
    try:
        services[0].options["port"] = 1
    except TypeError as error:
        print(error)
    print(services[1])
    print(json.dumps(services[1].options, sort_keys=True))
    match services[1].options:
        case {"port": int(port), **rest}:
            print(port, rest)
    print({**DEFAULTS} == DEFAULTS, isinstance(DEFAULTS, dict))
    print(sorted(DEFAULTS | {"port": 1}), type(DEFAULTS | {}).__name__)


asyncio.run(main())
