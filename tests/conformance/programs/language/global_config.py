"""Settings with overrides, as small programs have them."""
DEFAULTS = {"debug": False, "retries": 3, "hosts": ["a", "b"], "db": {"name": "x", "port": 5432}}
_loaded = None


class ConfigError(KeyError):
    def __str__(self):
        return f"unknown setting: {self.args[0]}"


class Config:
    def __init__(self, values, parent=None):
        self.__dict__["_values"] = dict(values)
        self.__dict__["_parent"] = parent

    def __getattr__(self, name):
        try:
            value = self._values[name]
        except KeyError:
            if self._parent is not None:
                return getattr(self._parent, name)
            raise ConfigError(name) from None
        return Config(value) if isinstance(value, dict) else value

    def __setattr__(self, name, value):
        raise TypeError(f"cannot set {name!r}: read-only")

    def override(self, **values):
        return Config(values, parent=self)

    def __iter__(self):
        return iter(self._values)

    def __repr__(self):
        return f"Config({', '.join(f'{k}={v!r}' for k, v in sorted(self._values.items()))})"


def merge(base, extra):
    result = dict(base)
    for key, value in extra.items():
        if key in result and isinstance(result[key], dict) and isinstance(value, dict):
            result[key] = merge(result[key], value)
        else:
            result[key] = value
    return result


def load():
    global _loaded
    if _loaded is None:
        print("loading")
        _loaded = Config(merge(DEFAULTS, {"db": {"port": 6000}, "extra": None}))
    return _loaded


config = load()
print(load() is config, config, config.db.port, config.db.name, list(config))
debug = config.override(debug=True, retries=0)
print(debug.debug, debug.retries, debug.hosts, config.debug, debug)
for action in (lambda: config.missing, lambda: debug.db.nope, lambda: setattr(config, "x", 1)):
    try:
        action()
    except (ConfigError, TypeError) as error:
        print(type(error).__name__, error)
print(__doc__, hasattr(config, "debug"), DEFAULTS["db"])
hasattr(config, "missing")
