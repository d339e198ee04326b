# graphlib: what comes before what. Specified in: https://docs.python.org/3.11/library/graphlib.html
import sys as _sys
from _engine import GenericAlias as _GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    pass


class TopologicalSorter:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, graph=None):
        self._waits = {}      # by node: how many before it are not done
        self._followers = {}  # by node: what comes after it
        self._ready, self._out, self._done, self._prepared = [], set(), 0, False
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _know(self, node):
        if node not in self._waits:
            self._waits[node], self._followers[node] = 0, []

    def add(self, node, *predecessors):
        if self._prepared:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._know(node)
        self._waits[node] += len(predecessors)
        for each in predecessors:
            self._know(each)
            self._followers[each].append(node)

    def prepare(self):
        if self._prepared:
            if not (_sys.version_info >= (3, 14) and not self._out and not self._done):
                if _sys.version_info >= (3, 14):
                    raise ValueError("cannot prepare() after starting sort")
                raise ValueError("cannot prepare() more than once")
        else:
            self._prepared = True
            self._ready = [node for node, count in self._waits.items() if not count]
        if cycle := self._cycle():
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        seen = set()
        for start in self._followers:
            if start in seen:
                continue
            path, places, rest = [], {}, [iter((start,))]
            while rest:
                node = next(rest[-1], rest)
                if node is rest:
                    rest.pop()
                    if path:
                        places.pop(path.pop())
                elif node in places:
                    return path[places[node]:] + [node]
                elif node not in seen:
                    seen.add(node)
                    places[node] = len(path)
                    path.append(node)
                    rest.append(iter(self._followers[node]))
        return None

    def _check_prepared(self):
        if not self._prepared:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._check_prepared()
        ready, self._ready = tuple(self._ready), []
        self._out.update(ready)
        return ready

    def is_active(self):
        self._check_prepared()
        return bool(self._ready or self._out)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for node in nodes:
            if node not in self._waits:
                raise ValueError(f"node {node!r} was not added using add()")
            if node not in self._out:
                if self._waits[node] == -1:
                    raise ValueError(f"node {node!r} was already marked done")
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            self._out.remove(node)
            self._waits[node] = -1
            self._done += 1
            for each in self._followers[node]:
                self._waits[each] -= 1
                if not self._waits[each]:
                    self._ready.append(each)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
