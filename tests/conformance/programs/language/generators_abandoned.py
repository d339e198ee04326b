# When the finally blocks of a generator run that nobody iterates to its end.
def lines(name):
    try:
        for n in range(3):
            yield f"{name}{n}"
    finally:
        print("closing", name)


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("freed", self.name)


def first(name):
    for number, line in enumerate(lines(name)):
        if number == 0:
            return line


def fails(name):
    for line in lines(name):
        raise ValueError(line)


def breaks(name):
    for a, b in zip("xy", lines(name)):
        break
    print("after the loop")


def holds():
    kept = Resource("local")
    kept = Resource("second local"); print("replaced")
    items = [Resource("in a list"), lines("in the list")]
    next(items[1])
    items.clear()
    print("cleared")


print(first("a"))
try:
    fails("b")
except ValueError as error:
    print("caught", error)
breaks("c")
holds()
pair = {"one": Resource(1), "two": Resource(2)}
del pair["one"]
pair = None
print("end")
last = Resource("at the end")
open_one = lines("open at the end")
next(open_one)
