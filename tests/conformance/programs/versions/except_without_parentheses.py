import asyncio


async def fetch(kind):
    await asyncio.sleep(0.1)
    raise kind("no")


async def main():
    for kind in (ValueError, KeyError, OSError):
        try:
            await fetch(kind)
        except ValueError, KeyError:
            print("known", kind.__name__)
        except OSError:
            print("other")
    try:
        raise ExceptionGroup("several", [ValueError(1), KeyError(2)])
    except* ValueError, TypeError:
        print("group")
    except* KeyError:
        print("key")


asyncio.run(main())
