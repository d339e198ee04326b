import logging, sys, unittest, calendar, typing


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


V = sys.version_info
a = logging.getLogger('a')
b = logging.getLogger('a.b')
c = logging.getLogger('a.b.c')
d = logging.getLogger('a.d')
if V >= (3, 12):
    print(sorted((x.name for x in a.getChildren())), sorted((x.name for x in logging.getLogger('a.b').getChildren())), logging.getHandlerByName('zz'), sorted(logging.getHandlerNames()))
h = logging.StreamHandler(sys.stdout)
h.set_name('hh')
print(h.name, h.get_name(), h)
if V >= (3, 12):
    print(logging.getHandlerByName('hh') is h, 'hh' in logging.getHandlerNames())


def where():
    return a.findCaller()[1:3]


print(where())
ad = logging.LoggerAdapter(a, {'k': 1})
print(ad.hasHandlers(), ad.name, ad.manager is a.manager)
a.addHandler(h)
a.setLevel('DEBUG')
ad.warning('w')
print(ad.hasHandlers(), ad.isEnabledFor(10), ad)
h.setFormatter(logging.Formatter('%(levelname)s:%(message)s:%(funcName)s:%(lineno)d'))


def f():
    a.info('x %s', 'y')
    ad.error('e')


f()
bf = logging.BufferingFormatter(logging.Formatter('%(message)s'))
print(bf.format([logging.makeLogRecord({'msg': 'm1'}), logging.makeLogRecord({'msg': 'm2'})]))
print(logging.BufferingFormatter().formatHeader([]))
print(a.manager.loggerDict.keys() >= {'a', 'a.b'}, logging.root.manager is a.manager, a.getEffectiveLevel(), a)
print(logging.getLogger(), repr(h)[:20])


class T(unittest.TestCase):

    def runTest(self):
        pass


x = T()
if V >= (3, 14):
    for n, args in [
        ('assertNotStartsWith', ('abc', 'ab')),
        ('assertNotStartsWith', ('abc', 'x')),
        ('assertStartsWith', ('abc', 'x')),
        ('assertStartsWith', ('abc', ('x', 'y'))),
        ('assertNotStartsWith', ('abc', ('a', 'y'))),
        ('assertEndsWith', ('abc', 'x')),
        ('assertNotEndsWith', ('abc', 'c')),
        ('assertNotEndsWith', ('abc', ('q', 'c'))),
        ('assertNotIsSubclass', (bool, int)),
        ('assertNotIsSubclass', (int, str)),
        ('assertIsSubclass', (int, str)),
        ('assertStartsWith', (5, 'a')),
        ('assertStartsWith', ('a', 5)),
        ('assertStartsWith', (b'a', 'a')),
        ('assertHasAttr', (5, 'zz')),
        ('assertNotHasAttr', (5, 'real')),
        ('assertIsSubclass', (5, int)),
        ('assertNotIsSubclass', (bool, (int, str))),
    ]:
        print(n, end=' ')
        attempt(getattr(x, n), *args)
print(calendar.HTMLCalendar().formatmonth(2024, 2))
print(calendar.HTMLCalendar(6).formatweekheader(), calendar.HTMLCalendar().formatmonthname(2024, 2, withyear=False))
print(len(calendar.HTMLCalendar().formatyear(2024)), len(calendar.HTMLCalendar().formatyearpage(2024)))
print(type(calendar.HTMLCalendar().formatyearpage(2024)))


class MyCal(calendar.HTMLCalendar):
    cssclasses = ['x'] * 7


print(MyCal().formatweekheader()[:60])
print(calendar.LocaleTextCalendar(locale='C').formatmonth(2024, 2)[:40])
print(typing.IO, typing.TextIO, typing.BinaryIO, typing.IO[str])
import io


class W(typing.TextIO):
    pass


print(issubclass(typing.TextIO, typing.IO), typing.TextIO.__mro__[1], isinstance(io.StringIO(), typing.IO))


def g(f: typing.IO[bytes], o: typing.TextIO) -> typing.BinaryIO:
    pass


print(typing.get_type_hints(g))
if V >= (3, 15):
    print(typing.TypeForm, typing.TypeForm[int], typing.TypeForm[int | str], typing.get_args(typing.TypeForm[int]))
    attempt(typing.TypeForm, int)
    attempt(lambda: typing.TypeForm[int, str])
if V >= (3, 14):
    print(typing.evaluate_forward_ref(typing.ForwardRef('int')) if hasattr(typing, 'evaluate_forward_ref') else '')
