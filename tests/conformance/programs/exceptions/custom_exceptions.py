class ValidationError(Exception):
    def __init__(self, field, problem):
        super().__init__(field, problem)
        self.field, self.problem = field, problem

    def __str__(self):
        return f"{self.field}: {self.problem}"


class TooLong(ValidationError):
    code = 17

    def __init__(self, field, limit):
        super().__init__(field, f"longer than {limit}")
        self.limit = limit


class Retry(Exception):
    pass


def check(name):
    if not isinstance(name, str):
        raise TypeError("name must be text", type(name))
    if len(name) > 5:
        raise TooLong("name", 5)
    if not name:
        raise ValidationError("name", "empty")
    return name


for candidate in ("Ann", "Archibald", "", None, 3.5):
    try:
        print("ok", check(candidate))
    except TooLong as error:
        print("too long:", error, error.limit, error.code, error.args)
    except ValidationError as error:
        print("invalid:", error, repr(error))
    except (TypeError, ValueError) as error:
        print("other:", error, error.args[1].__name__)
    else:
        print("no problem")
    finally:
        print("checked", candidate)


def attempts(limit):
    for n in range(1, limit + 1):
        try:
            print("attempt", n)
            if n < 3:
                raise Retry(n)
            return f"succeeded at {n}"
        except Retry as retry:
            if n == limit:
                raise
            print("retrying after", retry)
            continue
        finally:
            print("end of attempt", n)


print(attempts(5))
print(repr(Retry()), repr(Retry(1)), repr(Retry("a", 2)), str(Retry()), str(Retry(1)), str(Retry("a", 2)), Retry("x").args)
print(issubclass(TooLong, ValidationError), TooLong.__mro__[1].__name__, Exception.__base__.__name__, KeyError("k"), repr(KeyError("k")))
print(isinstance(OSError(2, "No such file"), IOError), OSError(2, "No such file"), OSError(2, "No such file", "f.txt").filename)
print(StopIteration(5).value, SystemExit(3).code, repr(OSError(13, "denied")), type(OSError(2, "x")).__name__)
attempts(2)
