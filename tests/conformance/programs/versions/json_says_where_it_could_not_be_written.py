import json
import traceback


class Money:
    def __init__(self, amount):
        self.amount = amount


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print("".join(traceback.format_exception_only(error)), end="")


attempt(lambda: json.dumps({"orders": [{"id": 1, "total": 5}, {"id": 2, "total": Money(7)}]}))
attempt(lambda: json.dumps([1, [2, {3}]]))
attempt(lambda: json.dumps({"a": {(1, 2): 3}}))
attempt(lambda: json.dumps({"price": float("nan")}, allow_nan=False))
attempt(lambda: json.dumps({"total": Money(7)}, default=lambda money: {"amount": money.amount}))
attempt(lambda: json.dumps({"total": Money(Money(7))}, default=lambda money: {"amount": {money.amount}}
                           if isinstance(money.amount, Money) else 1 / 0))
attempt(lambda: json.loads('{"a": [1, 2,]}'))
attempt(lambda: json.loads('{"a": 1,}'))
attempt(lambda: json.loads("{'a': 1}"))
loop = []
loop.append({"loop": loop})
attempt(lambda: json.dumps(loop))
