from enum import Enum, Flag, IntEnum, StrEnum, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()


class Weekday(IntEnum):
    MONDAY = 1
    TUESDAY = 2


class Level(StrEnum):
    LOW = auto()
    HIGH = auto()


class Access(Flag):
    READ = auto()
    WRITE = auto()


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: Color.RED in Color)
attempt(lambda: 1 in Color)
attempt(lambda: 9 in Color)
attempt(lambda: "low" in Level)
attempt(lambda: 2 in Weekday)
attempt(lambda: Color(9))
attempt(lambda: Color.PURPLE)
attempt(lambda: Color["PURPLE"])
attempt(lambda: Access.READ in Access.READ | Access.WRITE)
attempt(lambda: (Access.READ | Access.WRITE, ~Access.READ, Access(0)))
attempt(lambda: Color.RED < Color.GREEN)
attempt(lambda: setattr(Color, "RED", 5))
attempt(lambda: [f"{day}" for day in Weekday] + [str(level) for level in Level])


def mixed_values():
    class Odd(Enum):
        A = "a"
        B = auto()
    return list(Odd)


def falling_values():
    class Steps(Enum):
        HIGH = 9
        LOW = 3
        NEXT = auto()
    return list(Steps)


attempt(mixed_values)
attempt(falling_values)
