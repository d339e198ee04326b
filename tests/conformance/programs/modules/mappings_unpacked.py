class Env:
    def __init__(self, **values):
        self.values = values

    def keys(self):
        print("keys")
        return Keys(self)

    def __getitem__(self, key):
        print("get", key)
        return self.values[key]


class Keys:
    def __init__(self, env):
        self.env = env

    def __iter__(self):
        print("iter")
        return iter(self.env.values)

    def __len__(self):
        print("len")
        return len(self.env.values)


def options(**kwargs):
    return kwargs


env = Env(a=1, b=2)
print(dict(env), {**env}, options(**env))
settings = {}
settings.update(env)
settings |= {"z": 1}
print(settings)
print(tuple(Keys(env)), sorted(set(Keys(env))), sorted(Keys(env)))
print([*Keys(env)], (*Keys(env),), sorted({*Keys(env)}), ",".join(Keys(env)))
