data = b"hello \x00\xff"
print(data, len(data), data[0], data[1:3], data[-1:], list(b"abc"), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), b"a" + b"b", b"ab" * 2)
print(data.hex(), bytes.fromhex("deadbeef"), b"a,b".split(b","), b" x ".strip(), b"abc".find(b"c"), b"abc".replace(b"b", b"X"), b"abc".upper(), b"x" in b"xyz", 120 in b"xyz")
print(b"abc".startswith(b"a"), b"-".join([b"a", b"b"]), b"abc".decode(), b"it's", b'"', b"\n\t\\", b"abc" == b"abc", b"a" < b"b", b"abc" == "abc", hash(b"a") == hash(b"a"))
print(int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(4, "little"))
s = slice(1, 5, 2)
print(s, s.start, s.stop, s.step, list(range(10))[s], slice(None).indices(4), slice(-3, None).indices(10), slice(3), s == slice(1, 5, 2))
seq = list(range(10))
print(seq[2:5], seq[:3], seq[7:], seq[-3:], seq[:-7], seq[::3], seq[::-1], seq[8:2:-2], seq[5:5], seq[100:], seq[-100:3], seq[True:3])
class Grid:
    def __getitem__(self, key):
        return key
g = Grid()
print(g[1], g[1:2], g[1:2, ::3], g[...], g[1, 2], g[:], g[()], g["a":"b"], g[-1:], g[1, ...])
for bad in (lambda: b"abc"["0"], lambda: b"abc" + "def", lambda: b"\xff".decode("utf-8"), lambda: "é".encode("ascii"), lambda: bytes([300]), lambda: b"a".join(["b"]), lambda: bytes("x"), lambda: data.append(1), lambda: seq[1.5], lambda: seq["a":"b"], lambda: (5).to_bytes(0, "big")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print("é".encode("ascii", "replace"), "é".encode("ascii", "ignore"), b"\xffabc".decode("ascii", "replace"), b"\xff".decode("latin-1"))
