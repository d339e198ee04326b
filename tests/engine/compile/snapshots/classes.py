class Base(object, metaclass=Meta):
    """A base."""

    field: int = 0
    __private = 1

    def method(self):
        return super().method() + self.__private

    @property
    def value(self):
        return __class__


def in_function():
    captured = 1

    class Local:
        captured = captured
        other = lambda self: captured

    return Local
