"""A rule engine: conditions are texts that are compiled once and evaluated for each event."""
import asyncio
from dataclasses import dataclass, field


@dataclass
class Rule:
    name: str
    condition: str
    action: str
    fired: int = 0
    _code: object = field(default=None, repr=False, compare=False)

    def __post_init__(self):
        self._code = compile(self.condition, f"<rule {self.name}>", "eval")

    def matches(self, event):
        return eval(self._code, {"__builtins__": {"len": len, "abs": abs}}, event)


class Engine:
    def __init__(self, rules):
        self.rules = rules
        self.state = {}

    async def feed(self, event):
        for rule in self.rules:
            try:
                hit = rule.matches(event)
            except Exception as error:
                print(f"  {rule.name}: {type(error).__name__}: {error}")
                continue
            if hit:
                rule.fired += 1
                scope = {"state": self.state, "event": event}
                exec(rule.action, scope)
                await asyncio.sleep(0.1)


async def main():
    rules = [
        Rule("hot", "temperature > 30 and len(tags) > 0", "state['alarm'] = event['temperature']"),
        Rule("cold", "abs(temperature) < 5", "state.setdefault('cold', []).append(event['id'])"),
        Rule("bad", "open('x')", "pass"),
        Rule("count", "True", "state['n'] = state.get('n', 0) + 1\nfor t in event['tags']:\n    state[t] = True"),
    ]
    engine = Engine(rules)
    for event in ({"id": 1, "temperature": 35, "tags": ["a"]}, {"id": 2, "temperature": -3, "tags": []}, {"id": 3, "tags": "xy"}):
        print("event", event["id"])
        await engine.feed(event)
    print(engine.state)
    print(rules[0], [rule.fired for rule in rules])
    for text in ("1 +", "lambda", "a b", "x := 3", "await x", "yield", "(i for i in", "'abc"):
        try:
            print(text, "->", eval(text))
        except SyntaxError as error:
            print(f"{text!r}: {error.msg} ({error.lineno}, {error.offset})")
        except NameError as error:
            print(f"{text!r}: {error}")
    namespace = {}
    exec("async def made(n, *, k=2):\n    '''Made at run time.'''\n    return n * k", namespace)
    made = namespace["made"]
    print(await made(4), await made(4, k=5), made.__doc__, made.__qualname__)


asyncio.run(main())
