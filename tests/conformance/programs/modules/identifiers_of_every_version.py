import uuid as U, sys


def attempt(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


u = U.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.time_low, u.time_mid, u.time_hi_version)
print(u.clock_seq_hi_variant, u.clock_seq_low, u.node, u.time, u.clock_seq, u.urn, u.variant, u.version, u.is_safe)

for v in [
    U.UUID(bytes=u.bytes), U.UUID(bytes_le=u.bytes_le), U.UUID(fields=u.fields), U.UUID(int=u.int),
    U.UUID('{12345678123456781234567812345678}'), U.UUID('urn:uuid:12345678-1234-5678-1234-567812345678')
]:
    print(v == u, hash(v) == hash(u))
attempt(U.UUID, 'x')
attempt(U.UUID)
attempt(U.UUID, bytes=b'x')
attempt(U.UUID, bytes_le=b'x')
attempt(U.UUID, int=-1)
attempt(U.UUID, int=2 ** 128)
attempt(U.UUID, fields=(1, 2))
attempt(U.UUID, fields=(2 ** 32, 1, 1, 1, 1, 1))
attempt(U.UUID, fields=(1, 2 ** 16, 1, 1, 1, 1))
attempt(U.UUID, fields=(1, 1, 1, 1, 256, 1))
attempt(U.UUID, fields=(1, 1, 1, 1, 1, 2 ** 48))
attempt(U.UUID, '1' * 32, int=1)
attempt(U.UUID, '1' * 32, version=9)
attempt(setattr, u, 'int', 3)
attempt(U.UUID, 5)
attempt(U.UUID, 'g' * 32)

for n in ('NAMESPACE_DNS', 'NAMESPACE_URL', 'NAMESPACE_OID', 'NAMESPACE_X500'):
    print(getattr(U, n))
print(U.uuid3(U.NAMESPACE_DNS, 'python.org'), U.uuid5(U.NAMESPACE_DNS, 'python.org'), U.uuid5(U.NAMESPACE_URL, 'é'))
print(U.uuid3(U.NAMESPACE_DNS, 'x').version, U.uuid5(U.NAMESPACE_DNS, 'x').version)
attempt(U.uuid5, 'x', 'y')
print(U.uuid4().version, U.uuid4().variant, U.uuid1().version, U.uuid1().variant, U.uuid1(node=5, clock_seq=7).node)
print(U.uuid1(5, 7).clock_seq, U.uuid4() != U.uuid4(), U.uuid1().is_safe in U.SafeUUID)
print(u < U.UUID(int=2 ** 127), sorted([U.UUID(int=3), U.UUID(int=1)]), u == 5, int(u) == u.int, U.RFC_4122)
print(U.RESERVED_NCS, U.RESERVED_MICROSOFT, U.RESERVED_FUTURE, U.UUID(int=0).variant)
print(U.UUID(int=2 ** 64 - 1).variant, U.UUID(int=0).version)
attempt(lambda: u < 5)
import pickle, copy
print(pickle.loads(pickle.dumps(u)) == u, copy.copy(u) == u, {u: 1}[U.UUID(int=u.int)], U.SafeUUID.safe)
print(list(U.SafeUUID))
attempt(lambda: u.x)
attempt(setattr, u, 'x', 1)
if sys.version_info >= (3, 14):
    print(U.NIL, U.MAX, U.uuid6().version, U.uuid7().version, U.uuid8().version, U.uuid8(1, 2, 3), U.uuid7() < U.uuid7(), U.uuid6(5, 7).node)
    v = U.uuid7()
    print(v.variant, U.uuid6(1, 2).clock_seq)
print(U.getnode() > 0, f'{u}', str(u).upper(), f'{u!s:>40}')
