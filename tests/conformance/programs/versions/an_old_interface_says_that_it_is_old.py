import warnings
from typing import overload, get_overloads


@warnings.deprecated("use connect() instead")
def open_connection(url):
    return f"opened {url}"


class Client:
    @warnings.deprecated("Client.send is going away", category=PendingDeprecationWarning)
    def send(self, data):
        return len(data)

    @overload
    def get(self, key: int) -> str: ...
    @overload
    def get(self, key: str) -> int: ...
    def get(self, key):
        return key


@warnings.deprecated("OldClient is old")
class OldClient(Client):
    def __init__(self, name="x"):
        self.name = name


class Derived(Client):
    pass


warnings.simplefilter("always")
print(open_connection("db"))
print(Client().send(b"abc"))
print(OldClient("n").name)


class Sub(OldClient):
    pass


print(Sub().name, open_connection.__deprecated__, OldClient.__deprecated__)
print(len(get_overloads(Client.get)))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    open_connection("again")
    warnings.warn("mine", UserWarning, stacklevel=1)
print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error", DeprecationWarning)
    open_connection("strict")
