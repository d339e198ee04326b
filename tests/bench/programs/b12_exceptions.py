# (12) settings read from text: exceptions raised, passed on, caught, chained, finally. op = one setting
N = 300000
class SettingError(Exception):
    def __init__(self, name, why):
        super().__init__(f"{name}: {why}")
        self.name = name
class Settings:
    def __init__(self, texts):
        self.texts = texts
        self.reads = 0
    def number(self, name):
        try:
            return int(self.texts[name])
        except KeyError:
            return -1
        except ValueError as error:
            raise SettingError(name, "not a number") from error
        finally:
            self.reads += 1
def read_all(settings, names):
    total, wrong = 0, []
    for name in names:
        try:
            total += settings.number(name)
        except SettingError as error:
            wrong.append(error.name)
            total += len(str(error))
    return total + len(wrong)
def smain(n):
    settings = Settings({"width": "80", "height": "25", "title": "tea", "depth": "8", "colour": "red"})
    names = ["width", "title", "missing", "height", "colour", "depth", "absent", "width", "depth", "height"]
    total = 0
    for _ in range(n // 10):
        total += read_all(settings, names)
    return total + settings.reads
def ops(n): return n // 10 * 10
def expect(n): return n // 10 * 275
