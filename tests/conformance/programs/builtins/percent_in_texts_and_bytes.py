class S:

    def __str__(s):
        return 'S!'

    def __repr__(s):
        return 'R!'


class I:

    def __index__(s):
        return 7


class T:

    def __int__(s):
        return 8


class F:

    def __float__(s):
        return 2.5


class BB:

    def __bytes__(s):
        return b'BB'


class D(dict):

    def __missing__(s, k):
        return k * 2


def attempt(f, a):
    try:
        print(repr(f), repr(f % a))
    except Exception as e:
        print(repr(f), type(e).__name__, e)

for (f, a) in [
    ('%d', 'x'),
    ('%d', None),
    ('%i', 1.9),
    ('%x', 1.5),
    ('%o', 'a'),
    ('%X', None),
    ('%c', 'ab'),
    ('%c', -1),
    ('%c', 1114112),
    ('%c', 1.5),
    ('%c', b'a'),
    ('%f', 'x'),
    ('%e', None),
    ('%g', []),
    ('%s %d', (1, 'x')),
    ('%s %x', (1, 2.5)),
    ('%(a)d', {'a': 'x'}),
    ('%(a)x', {'a': 1.5}),
    ('%(a)c', {'a': 'xy'}),
    ('%(a)f', {'a': 'q'}),
    ('%(a)s', {}),
    ('%(a)s', 5),
    ('%(a)s', (1,)),
    ('%(a)d %d', {'a': 1}),
    ('%d', ()),
    ('%d %d', (1,)),
    ('%d', (1, 2)),
    ('x', 1),
    ('x', (1,)),
    ('x', {}),
    ('x', [1]),
    ('%', 1),
    ('%z', 1),
    ('%5', 1),
    ('%(a', {'a': 1}),
    ('%*d', (5, 3)),
    ('%*d', ('a', 3)),
    ('%.*f', (2, 1.5)),
    ('%.*f', ('x', 1.5)),
    ('%-*d|', (5, 3)),
    ('%*d', (-5, 3)),
    ('%%', ()),
    ('%5%', ()),
    ('%d%%', 5),
    ('%+d % d %05d %-5d| %x %#x %#o %X', (1, 2, 3, 4, 255, 255, 8, 255)),
    ('%s %r %a', (S(), S(), 'é')),
    ('%d', I()),
    ('%x', I()),
    ('%d', T()),
    ('%f', F()),
    ('%c', I()),
    ('%c', 'é'),
    ('%c', 233),
    ('%.3s|%10s|%-5s|', ('abcdef', 'ab', 'c')),
    ('%(x)s-%(yy)s', D()),
    ('%ld %hd', (1, 2)),
    ('%u', 5),
    ('%e %E %g %G %F', (1.5, 1.5, 10000000000.0, 1e-10, 2.5)),
    ('%y', 1),
    ('%\n', 1),
    ('%é', 1),
    ('abc%', ()),
    ('%d', True),
    ('%d', 2 ** 70),
    ('%x', -255),
    ('%s', (1,)),
    ('%(a)s %(b)s', {'a': 1}),
    ('%s', []),
    ('%10.3f|%-10.2e|', (3.14159, 2.5)),
    ('%1000000000000000000000d', 1),
    ('%.1000000000000000000000d', 1),
    ('%d', 1e309),
    ('%d', float('nan')),
    ('%c', ''),
    ('%(a)(b)s', {'a': 1}),
    ('%()s', {'': 1}),
    ('%(a)%', {'a': 1}),
    ('%s%s', 1),
    ('%(a)s%s', ({'a': 1},)),
    ('%q %d', (1, 'x')),
    ('%d %d', (1, None)),
    ('%*d', (1.5, 2)),
    ('%.*d', (1.5, 2)),
    ('%*d', (2 ** 80, 1)),
    ('%b', 1),
]:
    attempt(f, a)
print('---')

for (f, a) in [
    (b'%d', 5),
    (b'%d', 'x'),
    (b'%s', b'ab'),
    (b'%s', 'ab'),
    (b'%b', b'x'),
    (b'%b', 5),
    (b'%s', BB()),
    (b'%s', bytearray(b'q')),
    (b'%s', memoryview(b'q')),
    (b'%a', 'é'),
    (b'%r', S()),
    (b'%r', b'x'),
    (b'%c', 65),
    (b'%c', b'A'),
    (b'%c', 256),
    (b'%c', 'a'),
    (b'%c', b'ab'),
    (b'%c', bytearray(b'z')),
    (b'%5d|%-5d|%05d|%x|%X|%#o|%+d', (1, 2, 3, 255, 255, 8, 9)),
    (b'%f %.2f %e %g', (1.5, 2.345, 10000000000.0, 1e-05)),
    (b'%(a)s %(b)d', {b'a': b'x', b'b': 3}),
    (b'%(a)s', {'a': b'x'}),
    (b'%(a)s', {}),
    (b'%%', ()),
    (b'%', 1),
    (b'%z', 1),
    (b'%d %d', (1,)),
    (b'%d', (1, 2)),
    (b'x', 1),
    (b'%5s|%-5s|%.2s|', (b'ab', b'cd', b'efgh')),
    (b'%*d', (5, 3)),
    (b'%x', 1.5),
    (b'%f', 'a'),
    (b'%i', I()),
    (b'%d', 1.9),
    (b'%(a)s', 5),
    (b'\xff%d', 1),
    (b'%s', S()),
    (b'%c', -1),
    (b'%c', 1.5),
    (b'%c', None),
    (b'%d', ()),
    (b'%s', None),
    (b'%(a)d', {b'a': 'x'}),
    (b'%s %d', (b'a', 'x')),
    (b'%c %c', (1, 300)),
    (b'%s %s', (b'a', 'x')),
]:
    attempt(f, a)
attempt(bytearray(b'%d-%s'), (1, b'x'))
attempt(bytearray(b'%d'), 'x')
print(type(bytearray(b'%d') % 1))
print(b'%d'.__mod__(5))
print(b'x'.__rmod__(b'%s') if hasattr(b'', '__rmod__') else 0, b'%s'.__mod__(b'q'), bytes.__mod__(b'%d', (3,)))
x = b'%d'
x %= 3
print(x)

try:
    5 % b'a'
except TypeError as e:
    print(e)


class B(bytes):
    pass


print(type(B(b'%d') % 3), B(b'%d') % 3, b'%s' % B(b'q'))
