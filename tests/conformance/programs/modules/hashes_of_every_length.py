import hashlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    make = getattr(hashlib, name)
    h = make()
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(), len(h.digest()))
    for n in (1, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 300):
        print(n, make(b"x" * n).hexdigest())
    h.update("é".encode())
    other = h.copy()
    h.update(b"more" * 40)
    print(h.hexdigest(), other.hexdigest(), hashlib.new(name, b"abc").hexdigest(), repr(h)[:20])
for bad in (lambda: hashlib.sha256("text"), lambda: hashlib.md5(3), lambda: hashlib.new("none"), lambda: hashlib.md5().update("x"), lambda: hashlib.sha1(None)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print("sha256" in hashlib.algorithms_guaranteed, hashlib.sha256(b"a").digest() == hashlib.new("SHA256", b"a").digest())
print(hashlib.md5(b"cache key", usedforsecurity=False).hexdigest()[:8])
