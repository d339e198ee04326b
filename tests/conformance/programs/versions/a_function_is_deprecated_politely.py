import asyncio
import sys
import warnings

if sys.version_info >= (3, 13):
    from warnings import deprecated
else:
    def deprecated(message):
        def decorate(function):
            def wrapper(*args, **kwargs):
                warnings.warn(message, DeprecationWarning, stacklevel=2)
                return function(*args, **kwargs)
            return wrapper
        return decorate


@deprecated("Use fetch_all() instead.")
def fetch(url):
    return f"<{url}>"


@deprecated("Too slow.")
async def crawl(urls):
    await asyncio.sleep(1)
    return len(urls)


class Client:
    @deprecated("Clients close themselves.")
    def close(self):
        return "closed"


print(fetch("/a"))
print(fetch("/b"))
print(Client().close())
print(asyncio.run(crawl(["/a", "/b"])))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    fetch("/c")
    print([(str(each.message), each.category.__name__, each.lineno) for each in caught])
