import asyncio
import collections
import contextvars
import datetime
import functools
import io
import itertools
import operator
import queue
import random
import re
import threading
import time
import types
import weakref

things = dict(
    date=datetime.date(2024,1,1),
    datetime=datetime.datetime(2024,1,1),
    timedelta=datetime.timedelta(1),
    time=datetime.time(1),
    timezone=datetime.timezone.utc,
    deque=collections.deque(),
    defaultdict=collections.defaultdict(),
    OrderedDict=collections.OrderedDict(),
    Counter=collections.Counter(),
    ChainMap=collections.ChainMap(),
    partial=functools.partial(int),
    lru=functools.lru_cache(lambda: 1),
    cmpkey=functools.cmp_to_key(lambda a,b: 0)(1),
    count=itertools.count(),
    chain=itertools.chain(),
    repeat=itertools.repeat(1),
    var=contextvars.ContextVar("v"),
    ctx=contextvars.copy_context(),
    rx=re.compile("a"),
    match=re.match("a","a"),
    ns=types.SimpleNamespace(),
    mp=types.MappingProxyType({}),
    union=int|None,
    rnd=random.Random(),
    sio=io.StringIO(),
    bio=io.BytesIO(),
    ig=operator.itemgetter(1),
    ag=operator.attrgetter("a"),
    mc=operator.methodcaller("a"),
    st=time.gmtime(0),
    ref=weakref.ref(int),
    q=queue.Queue(),
    lock=threading.Lock(),
    rlock=threading.RLock(),
    keys={}.keys(),
    items={}.items(),
    values={}.values(),
    it=iter([]),
    mod=io,
    meth=[].append,
    prop=property(),
    e=enumerate([]),
    z=zip(),
    mapp=map(int,[]),
    f=filter(None,[]),
    r=range(1),
    sl=slice(1),
    n=None,
    tok=contextvars.ContextVar("a").set(1),
    nt=collections.namedtuple("P","x")(1),
    exc=ValueError(),
    ud=collections.UserDict(),
)

for k, v in things.items():
    try:
        v @ 1
    except Exception as e:
        print(k, type(v), e)
    try:
        v.nothere
    except Exception as e:
        print("   ", e)
    try:
        [1][v]
    except Exception as e:
        print("   ", e)
async def main():
    loop = asyncio.get_running_loop()
    for v in (loop.create_future(), asyncio.create_task(asyncio.sleep(0)), asyncio.Lock(), loop.call_soon(print), asyncio.Event(), asyncio.Queue(), asyncio.timeout(1), asyncio.TaskGroup(), asyncio.Condition(), asyncio.Semaphore(), asyncio.Barrier(1)):
        try:
            v @ 1
        except Exception as e:
            print(type(v), e)
        try:
            v.nothere
        except Exception as e:
            print("   ", e)
asyncio.run(main())
for t in (datetime.date, collections.deque, collections.defaultdict, functools.partial, itertools.count,
          types.SimpleNamespace, contextvars.Context, re.Pattern, asyncio.Future, random.Random, collections.Counter):
    print(t, t.__name__, t.__qualname__, t.__module__)
    try:
        t.nothere
    except AttributeError as e:
        print("   ", e)


class Own(collections.deque):
    pass


try:
    Own().nothere
except AttributeError as e:
    print(e, Own.__name__)
