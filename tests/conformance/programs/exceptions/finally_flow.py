def returns():
    try:
        return "try"
    finally:
        print("finally runs")


def overrides():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("cleanup", i)
    else:
        print("never")
    return i


def nested():
    try:
        try:
            raise KeyError("inner")
        except KeyError:
            raise IndexError("second")
        finally:
            print("inner finally")
    except IndexError as error:
        print("outer", error, repr(error.__context__))
    else:
        print("no error")
    finally:
        print("outer finally")


def name_is_deleted():
    error = "before"
    try:
        raise ValueError("x")
    except ValueError as error:
        pass
    try:
        print(error)
    except UnboundLocalError as unbound:
        print(unbound)


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("generator cleaned up")


def first(items):
    for item in items:
        return item


print(returns(), overrides(), swallows(), loop())
nested()
name_is_deleted()
print(first(generator()))
for x in generator():
    if x == 1:
        break
print("after break")
while True:
    try:
        n = int("7")
    except ValueError:
        print("no")
    else:
        print("else", n)
        break
    finally:
        print("done")
try:
    raise KeyboardInterrupt
except BaseException as error:
    print(type(error), isinstance(error, Exception))
try:
    raise
except RuntimeError as error:
    print(error)
def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        print("handling")
        raise
reraise()
