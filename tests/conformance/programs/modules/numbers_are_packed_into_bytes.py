import struct


def attempt(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


p = struct.pack

for (fmt, *a) in [
    ('B', 256),
    ('B', -1),
    ('b', 128),
    ('h', 40000),
    ('H', -1),
    ('i', 2 ** 31),
    ('I', -1),
    ('I', 2 ** 32),
    ('l', 2 ** 63),
    ('q', 2 ** 63),
    ('Q', -1),
    ('Q', 2 ** 64),
    ('L', -1),
    ('n', 2 ** 63),
    ('N', -1),
    ('<h', 40000),
    ('<H', -1),
    ('<i', 2 ** 31),
    ('<I', -1),
    ('<q', 2 ** 63),
    ('<Q', -1),
    ('<Q', 2 ** 64),
    ('<l', 2 ** 31),
    ('>L', -1),
    ('!B', 300),
    ('<b', -200),
    ('<n', 1),
    ('<P', 1),
    ('P', -1),
    ('i', 'x'),
    ('i', 1.5),
    ('<i', 'x'),
    ('<i', 1.5),
    ('f', 'x'),
    ('<d', None),
    ('d', 10 ** 400),
    ('f', 1e+300),
    ('e', 10000000000.0),
    ('c', 'a'),
    ('c', b'ab'),
    ('s', 'a'),
    ('p', 'a'),
    ('?', 2),
    ('z', 1),
    ('3',),
    ('3 i', 1),
    ('i3', 1),
    ('ii', 1),
    ('i', 1, 2),
    ('2i', 1),
    ('x', 1),
    ('F', 1),
    ('i ', 1),
    (' i', 1),
    ('@ i', 1),
    ('999999999999999999999i',),
    ('9223372036854775807s9223372036854775807s', b''),
    ('<q', 'a'),
    ('q', 'a'),
    ('q', 1.0),
    ('Q', 'a'),
]:
    print(fmt, a, end=' ')
    attempt(p, fmt, *a)
u = struct.unpack
attempt(u, 'i', b'abc')
attempt(u, '<ih', b'abc')
attempt(u, '', '')
attempt(struct.unpack_from, 'i', b'abc', 1)
attempt(struct.unpack_from, 'i', b'abc', -5)
attempt(struct.unpack_from, 'i', b'abcdef', -2)
attempt(struct.unpack_from, 'i', b'abcdef', -4)
ba = bytearray(6)
attempt(struct.pack_into, 'i', ba, 4, 1)
attempt(struct.pack_into, 'i', ba, -2, 1)
attempt(struct.pack_into, 'i', ba, -9, 1)
attempt(struct.pack_into, '<i', ba, 1, 258)
print(ba)
attempt(struct.pack_into, 'i', b'abcd', 0, 1)
attempt(struct.pack_into, 'i', ba, 'x', 1)
attempt(struct.pack_into, 'i', ba)
attempt(struct.iter_unpack, 'i', b'abc')
attempt(struct.iter_unpack, '', b'')
print(list(struct.iter_unpack('<h', b'abcd')))
s = struct.Struct('<ih')
print(s.size, s.format, s.pack(1, 2), s.unpack(b'abcdef'))
attempt(struct.Struct, 1)
print(struct.Struct(b'<i').format)
print(struct.calcsize('bi'), struct.calcsize('<bi'), struct.calcsize('@bq'), struct.calcsize('bqb'))
print(struct.calcsize('0q'), struct.calcsize('b0q'), struct.calcsize('3s4p2x'), struct.calcsize('nNP'))
print(struct.calcsize('e?'))
print(p('5s', b'ab'), p('2s', b'abcd'), p('5p', b'abcdefgh'), p('3p', b'a'), p('0s', b'x'), u('5p', b'\x02abcd'))
print(u('3p', b'\x07ab'), p('0p', b''), p('>e', 1.5), p('<f', 0.1), p('>d', -2.5), u('<f', b'\x00\x00\xc0\x7f'))
print(u('<e', b'\x00<'), u('<e', b'\x01\x00'), p('<e', 6e-08), p('<e', 65504.0), p('<e', float('inf')))
print(p('<f', float('-inf')), p('<d', float('nan')), p('<f', 1e-45), u('<f', b'\x01\x00\x00\x00'))


class I:

    def __index__(self):
        return 7


class F:

    def __float__(self):
        return 7.5
print(p('i', I()), p('<i', I()), p('d', F()), p('f', I()), p('?', []), p('?', [1]), u('?', b'\x02'), p('c', b'x'))
print(u('3c', b'abc'), p('b', True))
attempt(p)
attempt(p, 1)
attempt(p, 'ié')
print(struct.error, struct.error.__mro__, struct.Struct)
attempt(u, 'i', 5)
attempt(u, 'i', 'abcd')
print(u('i', bytearray(4)), u('i', memoryview(bytes(4))), p('s', bytearray(b'z')), p('e', 65520 - 1))
attempt(p, 'e', 65520.0)
