import asyncio


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[name or cls.__name__.lower()] = cls


class Field:
    def __set_name__(self, owner, name):
        self.name = name
        owner.__dict__.get("fields", []).append(name)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value

    def __init__(self, kind):
        self.kind = kind


class Upper(Plugin):
    async def run(self, text):
        await asyncio.sleep(0.1)
        return text.upper()


class Twice(Plugin, name="double"):
    async def run(self, text):
        return text * 2


class Order(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        return {"order": []}

    def __new__(mcs, name, bases, namespace, **kwargs):
        namespace["order"] = [key for key in namespace if not key.startswith("_") and key != "order"]
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, *, table=None):
        super().__init__(name, bases, namespace)
        cls.table = table or name.lower() + "s"


class Model(metaclass=Order):
    def __init__(self, **values):
        for key, value in values.items():
            setattr(self, key, value)


class User(Model, table="people"):
    fields = []
    name = Field(str)
    age = Field(int)

    def greet(self):
        return f"hi {self.name}"


class Singleton(type):
    instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args, **kwargs)
        return cls.instances[cls]


class Settings(metaclass=Singleton):
    def __init__(self, value=0):
        print("made with", value)
        self.value = value


async def main():
    text = "abc"
    for name, plugin in Plugin.registry.items():
        text = await plugin().run(text)
        print(name, text)
    user = User(name="ann", age=3)
    print(user.greet(), User.order, User.table, Model.table, User.fields, type(User).__name__)
    try:
        user.age = "old"
    except TypeError as error:
        print(error)
    print(Settings(1) is Settings(2), Settings().value)
    try:
        class Bad(Plugin, unknown=1):
            pass
    except TypeError as error:
        print(error)
    made = type("Made", (User,), {"extra": lambda self: "extra"}, table="made")
    print(made.table, made(name="x", age=1).extra(), made.__mro__[1].__name__)


asyncio.run(main())
