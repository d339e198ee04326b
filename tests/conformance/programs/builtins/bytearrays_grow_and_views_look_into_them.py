# A protocol's buffer grows as data arrives and is cut as messages are complete.
class LineBuffer:
    def __init__(self):
        self.buffer = bytearray()

    def feed(self, data):
        self.buffer += data
        while (end := self.buffer.find(b"\n")) >= 0:
            line, self.buffer = self.buffer[:end], self.buffer[end + 1:]
            yield bytes(line).decode()


def wrong(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


lines = LineBuffer()
for chunk in (b"first\nsec", b"ond\n", b"third"):
    print(list(lines.feed(chunk)), lines.buffer)

data = bytearray(b"hello")
data.append(33)
data.extend(b" world")
data.extend([1, 2])
data[0] = 72
data[1:3] = b"EY"
del data[-2:]
print(data, len(data), data[0], data[-1:], data[::2], 33 in data, b"wor" in data)
print(data.upper(), data.split(), data.replace(b"o", b"0"), data.partition(b" "), data.hex(), data.decode())
print(data == b"HEYlo! world", b"HEYlo! world" == data, data != bytearray(), data < b"z", bytes(data), list(data)[:3])
print(b"<" + data, data + b">", bytearray(b"ab") * 2, b"-".join([data, b"x", bytearray(b"y")]))
print(data.pop(), data.pop(0), data.index(b"!"), data.count(b"o"), data.startswith(b"EY"), data.copy() is data)
data.insert(0, 65)
data.remove(33)
data.reverse()
print(data, bytearray(3), bytearray("é", "utf-8"), bytearray([1, 2]), bytearray.fromhex("0aff"), int.from_bytes(bytearray(b"\x01\x00"), "big"))
data.clear()
print(data, bool(data), isinstance(data, bytearray), isinstance(data, bytes), type(data))
wrong(lambda: data.append(256))
wrong(lambda: data.append("a"))
wrong(lambda: data.pop())
wrong(lambda: bytearray("text"))
wrong(lambda: bytearray(-1))
wrong(lambda: data[3])
wrong(lambda: data + "text")
wrong(lambda: hash(data))
wrong(lambda: {data: 1})
wrong(lambda: data.remove(5))
wrong(lambda: b"a" + 3)

store = bytearray(b"abcdef")
view = memoryview(store)
print(len(view), view[1], view[1:3].tobytes(), view.tolist(), view.readonly, view.nbytes, bytes(view[::2]), view.obj is store)
view[0] = 90
view[4:] = b"!!"
print(store, view == store, view[:2] == b"Zb", view.format, view.itemsize, view.shape)
wrong(lambda: store.append(1))
view.release()
store.append(1)
print(store)
wrong(lambda: view[0])
with memoryview(b"fixed") as fixed:
    print(fixed.readonly, hash(fixed) == hash(b"fixed"), fixed[-1], fixed.hex())
    wrong(lambda: fixed.__setitem__(0, 1))
    wrong(lambda: fixed[9])
wrong(lambda: memoryview("text"))
wrong(lambda: memoryview([1]))
for n in store[:2]:
    print(n)
match store:
    case [*items]:
        print("sequence")
    case _:
        print("no sequence")
