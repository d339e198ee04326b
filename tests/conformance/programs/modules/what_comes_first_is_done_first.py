import graphlib, sched, time


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e, e.args)


s = sched.scheduler(time.monotonic, time.sleep)
log = []
e = s.enter(0.2, 1, log.append, ('two',))
s.enterabs(e.time - 0.1, 2, log.append, argument=('one-b',))
s.enterabs(e.time - 0.1, 1, log.append, argument=('one-a',))
x = s.enter(3, 1, print, ('never',), {'sep': ''})
print(len(s.queue), s.empty(), [q.priority for q in s.queue], e.action.__name__, e.argument, e.kwargs)
s.cancel(x)
attempt(s.cancel, x)
print(0 < s.run(blocking=False) <= 0.1)
s.run()
print(log, s.empty())
ts = graphlib.TopologicalSorter({'D': ['B', 'C'], 'B': ['A'], 'C': ['A']})
print(list(ts.static_order()))
ts = graphlib.TopologicalSorter()
ts.add('x', 'y')
ts.add('y')
attempt(ts.get_ready)
attempt(ts.is_active)
attempt(ts.done, 'x')
ts.prepare()
attempt(ts.add, 'q')
attempt(ts.prepare)
print(bool(ts), ts.get_ready(), ts.get_ready())
attempt(ts.done, 'x')
attempt(ts.done, 'nope')
ts.done('y')
attempt(ts.done, 'y')
attempt(ts.done, 'x')
attempt(ts.prepare)
print(ts.get_ready())
ts.done('x')
print(ts.is_active())

for g in [{1: [2], 2: [1]}, {1: [2], 2: [3], 3: [1], 4: [1]}, {1: [1]}, {'a': ['b'], 'b': ['c'], 'c': ['b']}]:
    attempt(lambda: list(graphlib.TopologicalSorter(g).static_order()))
attempt(graphlib.TopologicalSorter().add, [])
print(graphlib.CycleError.__mro__, graphlib.TopologicalSorter[int])
