class Handle:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("closing", self.name)
        if self.name == "socket":
            self.name.close(
                force=True,
            )
        raise OSError(f"could not close {self.name}")


def numbers():
    try:
        yield 1
        yield 2
    finally:
        raise RuntimeError("cannot stop here")


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            pass


handle = Handle("file")
del handle
handle = Handle("socket")
handle = None
for number in numbers():
    break
print(number)
generator = stubborn()
next(generator)
generator = None
print("end")
