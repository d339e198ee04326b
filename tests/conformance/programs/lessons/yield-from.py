def inner():
    got = yield "first"
    print("inner got", got)
    got = yield "second"
    print("inner got", got)
    return "done"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield "third"


generator = outer()
print(next(generator))
print(generator.send("A"))
print(generator.send("B"))
