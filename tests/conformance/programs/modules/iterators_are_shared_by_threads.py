import threading, time, traceback, timeit, sys, calendar, io, shlex
V = sys.version_info


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


if V >= (3, 15):
    T = threading
    s = T.serialize_iterator([1, 2])
    print(next(s), list(s), iter(s) is s)

    def talk():
        x = (yield 1)
        print('got', x)
        yield 2
    s = T.serialize_iterator(talk())
    print(next(s), s.send(5))
    s.close()
    print(list(s))
    attempt(lambda: T.serialize_iterator([1]).send(1))
    attempt(T.serialize_iterator, 5)

    @T.synchronized_iterator
    def numbers(n):
        yield from range(n)
    print(list(numbers(3)), numbers.__name__)
    shared = numbers(20)
    got = []

    def take():
        for n in shared:
            got.append(n)
    threads = [T.Thread(target=take) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    print(sorted(got) == list(range(20)))
    a, b = T.concurrent_tee([1, 2, 3])
    print(next(a), list(b), list(a))
    print(len(T.concurrent_tee('ab', 3)), T.concurrent_tee('x', 0))
    attempt(T.concurrent_tee, [1], -1)
    page = calendar.HTMLCalendar().formatmonthpage(2024, 2)
    print(len(page), page[-60:])
if V >= (3, 13):
    moment = time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0))
    print(moment.__replace__(tm_year=2025)[:3])
    attempt(moment.__replace__, x=1)
attempt(traceback.print_last)
lexer = shlex.shlex('a b', 'file.cfg')
print(lexer.error_leader(), lexer.error_leader('x', 3))
f = traceback.FrameSummary('x.py', 3, 'f', line='a = 1', locals={'v': [1]})
print(f.locals, f.end_lineno, f.colno, f.line)
print(traceback.StackSummary.from_list([('x.py', 3, 'f', 'a = 1')]).format())


def here():
    stack = traceback.StackSummary.extract(traceback.walk_stack(None), limit=1)
    return stack[0].name


out = io.StringIO()

try:
    1 / 0
except ZeroDivisionError:
    timeit.Timer().print_exc(file=out)
print(out.getvalue().splitlines()[-1])
