class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self._log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)


class Target:
    kind = "target"

    def __init__(self):
        self.value = 1

    def method(self, n):
        return self.value * n


class Spy:
    def __getattribute__(self, name):
        print("asked for", name)
        return super().__getattribute__(name)

    colour = "blue"


class Record(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"no field {name!r}") from None

    __setattr__ = dict.__setitem__


target = Target()
p = Proxy(target)
p.value = 21
print(p.value, p.method(2), p.kind, hasattr(p, "nothing"), p._log)
del p.value
print(vars(target), getattr(p, "value", "gone"), p._log[-2:])
s = Spy()
print(s.colour, getattr(s, "missing", None))
s.colour = "green"
print(s.colour, s.__dict__)
r = Record(a=1)
r.b = 2
print(r, r.a, r.b, r.keys())
try:
    r.c
except AttributeError as error:
    print(error, error.__cause__, error.__suppress_context__)
try:
    target.vaule
except AttributeError as error:
    print(error, error.name, error.obj is target)
print("kind" in dir(target), delattr(Target, "kind"), hasattr(target, "kind"))
