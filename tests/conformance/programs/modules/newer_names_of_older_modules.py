import sys, json, random, time, datetime, collections, collections.abc as abc, contextlib, re, operator, secrets


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


V = sys.version_info


class LS(abc.Set):

    def __init__(s, it):
        s.e = list(dict.fromkeys(it))

    def __contains__(s, x):
        return x in s.e

    def __iter__(s):
        return iter(s.e)

    def __len__(s):
        return len(s.e)

    def __repr__(s):
        return f'LS({s.e})'


class MS(LS, abc.MutableSet):

    def add(s, x):
        s.e.append(x) if x not in s.e else 0

    def discard(s, x):
        s.e.remove(x) if x in s.e else 0


x = LS([1, 2, 3])
print(x - [2], [2, 9] - x, x ^ [3, 4], [3, 4] ^ x, x | [7], [7] | x, x & [1], [1] & x, {1, 9} - x, x - {1})
attempt(lambda: 5 - x)
attempt(lambda: x ^ 5)

for op in ('__iand__', '__ixor__', '__isub__', '__ior__'):
    m = MS([1, 2, 3])
    r = getattr(m, op)([3, 4])
    print(op, m, r is m)
m = MS([1, 2])
m -= m
print(m)
m = MS([1, 2])
m ^= m
print(m)
C = collections.Counter
if V >= (3, 15):
    print(C(a=3, b=1) ^ C(a=1, c=2))
c = C(a=3, b=1)
c |= C(a=5)
c &= C(a=4, b=9)
c += C(b=-5)
c -= C(a=1)
print(c)
print(+C(a=-1, b=1), -C(a=-1, b=1), C('aab') <= C('aabb'))
print(type(collections.defaultdict(int) | {1: 2}).__name__, {1: 2} | collections.defaultdict(int, {3: 4}))
print(collections.defaultdict(list).default_factory)
if V >= (3, 12):
    random.seed(5)
    print([random.binomialvariate(10, 0.3) for _ in range(5)], [random.binomialvariate(100, 0.4) for _ in range(3)], random.binomialvariate())
    attempt(random.binomialvariate, -1)
    attempt(random.binomialvariate, 5, 1.5)
    print(random.binomialvariate(5, 0), random.binomialvariate(5, 1.0), random.binomialvariate(0))
random.seed(3)
print(random.vonmisesvariate(0, 4), random.vonmisesvariate(1, 0), random.Random.VERSION)
print(json.loads('[1,[2,3]]'), json.loads('{"a":[1]}', object_hook=lambda d: ('o', d)))
if V >= (3, 15):
    print(json.loads('[1,[2,3],{"a":[]}]', array_hook=tuple), json.JSONDecoder(array_hook=set).decode('[1,1]'))
    import io
    print(json.load(io.StringIO('[1]'), array_hook=tuple))
if V >= (3, 14):
    print(datetime.date.strptime('2024-02-03', '%Y-%m-%d'), datetime.time.strptime('10:20:30.5', '%H:%M:%S.%f'))
    attempt(datetime.date.strptime, 'x', '%Y')
    attempt(datetime.time.strptime, '25', '%H')
    attempt(datetime.date.strptime, '2024-02-03 10', '%Y-%m-%d %H')
    attempt(datetime.time.strptime, '2024 10', '%Y %H')
s = time.strptime('30 Nov 00', '%d %b %y')
print(s, s.tm_year, s[6:])
print(time.strptime('2024-02-29 10:20:30', '%Y-%m-%d %H:%M:%S'), time.strptime('10 PM', '%I %p'))
attempt(time.strptime, 'x', '%Y')
attempt(time.strptime, '2023-02-29', '%Y-%m-%d')
attempt(time.strptime, '10:20 x', '%H:%M')
print(time.strptime('Mon Jan  1 00:00:00 2024'), time.strptime('2024 60', '%Y %j').tm_mon)
print(time.strptime('2024 10 1', '%Y %W %w')[:3])
print(time.get_clock_info('monotonic').monotonic, time.get_clock_info('time').adjustable)
print(time.get_clock_info('perf_counter').resolution > 0)
attempt(time.get_clock_info, 'x')
print(time.CLOCK_MONOTONIC, time.CLOCK_REALTIME, time.clock_gettime(time.CLOCK_MONOTONIC) >= 0)
print(time.clock_gettime_ns(time.CLOCK_REALTIME) > 0, time.clock_getres(time.CLOCK_MONOTONIC) > 0)
print(time.thread_time_ns() >= 0)
st = time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0))
print(st.n_fields, st.n_sequence_fields, st.n_unnamed_fields, st.tm_zone, len(st), time.struct_time.__match_args__)
attempt(time.struct_time, (1, 2))
attempt(time.struct_time, 5)
print(st[:3], st == (2024, 1, 2, 3, 4, 5, 1, 2, 0), time.struct_time((1,) * 10).tm_zone)
m = re.compile('(a)(?P<n>b)?').search('xxab', 1)
print(m.pos, m.endpos, m.lastindex, m.lastgroup, m.re.pattern, m.string, m.regs, m.re.groups, dict(m.re.groupindex))
print(m.re.flags)
print([n in dir(re.Match) for n in ('pos', 'endpos', 'lastindex', 're', 'string', 'regs')])
print([n in dir(re.Pattern) for n in ('groups', 'groupindex', 'flags', 'pattern')])
print(re.NOFLAG, re.RegexFlag.I, re.RegexFlag(6), repr(re.RegexFlag.M))
print(re.template if hasattr(re, 'template') and V < (3, 12) and 0 else '')

try:
    with contextlib.chdir('/nope/x'):
        pass
except OSError as e:
    print(type(e).__name__)
if V >= (3, 15):
    b = bytearray(b'hello')
    print(b.take_bytes(2), b, b.take_bytes(), b, b.take_bytes())
    b = bytearray(b'abc')
    attempt(b.take_bytes, 5)
    print(b.take_bytes(-1), b)
    attempt(b.take_bytes, 'x')
    attempt(b.take_bytes, -9)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig, sys.float_info.min)
print(sys.int_info.bits_per_digit, sys.int_info.default_max_str_digits, sys.hash_info.width, sys.hash_info.modulus)
print(sys.implementation.name, sys.implementation.version[:2] == V[:2], sys.maxunicode, sys.float_repr_style)
print(sys.flags.optimize, sys.flags.dev_mode, sys.getsizeof(1) > 0, sys.getsizeof([]) > 0, sys.getsizeof('') > 0)
print(type(sys.float_info).__name__, sys.is_finalizing(), sys.getallocatedblocks() > 0, sys.byteorder)
print(sys.api_version, sys.dont_write_bytecode in (True, False), sys.copyright[:9], sys.thread_info.name)
print(sys.prefix == sys.base_prefix, 'math' in sys.builtin_module_names or True, 'json' in sys.stdlib_module_names)
print(sys.float_info[:2], sys.hash_info.algorithm, sys.implementation.cache_tag)
print(sys.implementation.hexversion == sys.hexversion, sys.displayhook is not None, sys.orig_argv is not None)
print(sys.getswitchinterval())
sys.displayhook(5)
sys.displayhook(None)
attempt(sys.getsizeof, object(), 1)
print(sys.get_asyncgen_hooks())
attempt(sys.audit, 'x')
sys.addaudithook(lambda *a: None) if 0 else 0
print(sys.warnoptions == [] or True, sys.pycache_prefix, sys.meta_path is not None)
