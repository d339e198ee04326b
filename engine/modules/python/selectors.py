# selectors: names, for the loops that are given one. There are no files and no sockets here to wait for.
# Specified in: https://docs.python.org/3.11/library/selectors.html
from abc import ABCMeta, abstractmethod
from collections import namedtuple

EVENT_READ, EVENT_WRITE = 1, 2
SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


class BaseSelector(metaclass=ABCMeta):
    @abstractmethod
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError("Selector is closed")
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    @abstractmethod
    def get_map(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _BaseSelectorImpl(BaseSelector):
    def __init__(self):
        self._map = {}

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        raise NotImplementedError("there are no files and no sockets here to wait for")

    def unregister(self, fileobj):
        raise KeyError(f"{fileobj!r} is not registered")

    def get_map(self):
        return self._map

    def close(self):
        self._map = None

    def select(self, timeout=None):
        if timeout is None:
            raise NotImplementedError("there is nothing registered: select() would wait for ever")
        from time import sleep
        sleep(max(timeout, 0))
        return []


class SelectSelector(_BaseSelectorImpl):
    pass


class PollSelector(_BaseSelectorImpl):
    pass


class EpollSelector(_BaseSelectorImpl):
    pass


DefaultSelector = EpollSelector
