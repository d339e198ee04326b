def everything(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


def only_keywords(*, host, port=80):
    return f"{host}:{port}"


def only_positions(x, y, /):
    return x - y


def defaults(item, bucket=[]):
    bucket.append(item)
    return bucket


print(everything(1, d=4))
print(everything(1, 20, 30, 40, 50, d=60, e=70, f=80))
print(everything(1, d=4, a="kw", b="kw"))
print(only_keywords(port=8080, host="localhost"), only_positions(5, 3))
print(defaults(1), defaults(2), defaults(3, []), defaults.__defaults__)
print(everything.__defaults__, everything.__kwdefaults__, everything.__code__.co_argcount)
print(everything.__code__.co_varnames, only_positions.__code__.co_posonlyargcount, only_keywords.__annotations__)


class Api:
    def call(self, method, /, *path, **query):
        return method, path, query

    @classmethod
    def make(cls, n=1):
        return cls.__name__, n

    @staticmethod
    def util(a, b):
        return a, b


api = Api()
print(api.call("GET", "a", "b", method="kw", self="me"), Api.make(), api.make(2), Api.util(1, b=2))
calls = [
    lambda: everything(),
    lambda: everything(1),
    lambda: everything(1, 2, 3, d=1, d2=2, **{"e": 1}),
    lambda: only_keywords("localhost"),
    lambda: only_keywords(),
    lambda: only_keywords(host="h", prot=1),
    lambda: only_positions(x=1, y=2),
    lambda: only_positions(1),
    lambda: only_positions(1, 2, 3),
    lambda: defaults(),
    lambda: defaults(1, item=2),
    lambda: api.call(),
    lambda: Api.call(),
    lambda: Api.util(1),
    lambda: Api.util(1, 2, 3),
    lambda: Api(1),
    lambda: (lambda a, b: a)(1),
    lambda: print(1, sepp=""),
    lambda: len(),
    lambda: len(1, 2),
    lambda: int(1, 2, 3),
    lambda: sorted(),
    lambda: [].append(),
    lambda: "".join(1, 2),
    lambda: isinstance(1),
]
for number, call in enumerate(calls):
    try:
        print(number, call())
    except TypeError as error:
        print(number, error)
