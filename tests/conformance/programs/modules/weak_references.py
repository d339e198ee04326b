import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)

    def hello(self):
        return f"hello {self.name}"


node = Node("a")
ref = weakref.ref(node, lambda r: print("gone", r() is None))
print(ref() is node, ref().hello(), weakref.ref(node) is weakref.ref(node))
del node
print(ref())
cache = weakref.WeakValueDictionary()
kept = cache["k"] = Node("kept")
cache["dropped"] = Node("dropped")
print(list(cache.keys()), cache.get("dropped"), cache["k"] is kept, len(cache))
listeners = weakref.WeakSet()
one, two = Node("one"), Node("two")
listeners.add(one)
listeners.add(two)
print(sorted(n.name for n in listeners), one in listeners, len(listeners))
del two
print([n.name for n in listeners])
keys = weakref.WeakKeyDictionary()
keys[one] = "data"
print(keys[one], len(keys))
bound = weakref.WeakMethod(one.hello)
print(bound()())
finalizer = weakref.finalize(one, print, "finalized", "one")
print(finalizer.alive)
del one
print(len(keys), bound(), finalizer.alive)
class Pair:
    pass


left, right = Pair(), Pair()
left.other, right.other = right, left
watcher = weakref.ref(left)
del left, right
print(watcher() is None)
gc.collect()
print(watcher() is None, gc.isenabled())
for bad in (1, "x", (1,), [1], {}):
    try:
        weakref.ref(bad)
    except TypeError as error:
        print(error)
proxy = weakref.proxy(kept)
print(proxy.name)
del kept
try:
    proxy.name
except ReferenceError as error:
    print(error)
