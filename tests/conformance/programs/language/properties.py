class Temperature:
    def __init__(self, celsius=0.0):
        self._celsius = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"below absolute zero: {value}")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("reset")
        self._celsius = 0.0

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    kelvin = property(lambda self: self._celsius + 273.15, doc="Kelvins.")


class Checked(Temperature):
    @property
    def fahrenheit(self):
        return round(super().fahrenheit, 1)

    @Temperature.celsius.setter
    def celsius(self, value):
        print("setting", value)
        Temperature.celsius.fset(self, value)

    @classmethod
    def boiling(cls):
        return cls(100)

    @staticmethod
    def is_cold(value):
        return value < 10


t = Temperature(21.5)
t.celsius = 25
print(t.celsius, t.fahrenheit, t.kelvin)
del t.celsius
print(t.celsius, Temperature.celsius.__doc__, Temperature.kelvin.__doc__)
c = Checked.boiling()
print(c.fahrenheit, type(c).__name__, Checked.is_cold(3), c.is_cold(30))
c.celsius = -10.25
print(c.celsius, c.fahrenheit)
for action in ("t.celsius = -300", "t.fahrenheit = 1", "del t.kelvin", "c.missing"):
    try:
        if action == "t.celsius = -300":
            t.celsius = -300
        elif action == "t.fahrenheit = 1":
            t.fahrenheit = 1
        elif action == "del t.kelvin":
            del t.kelvin
        else:
            c.missing
    except (ValueError, AttributeError) as error:
        print(action, "->", type(error).__name__, error)
print(type(Temperature.celsius), isinstance(Temperature.celsius, property))
