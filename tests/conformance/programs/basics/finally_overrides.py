import asyncio


async def lost():
    try:
        raise ValueError("lost")
    finally:
        return "returned from finally"


async def replaced():
    try:
        await asyncio.sleep(0)
        raise ValueError("first")
    finally:
        raise KeyError("second")


async def nested():
    try:
        try:
            raise ValueError("inner")
        except ValueError as error:
            print("handling", error)
            raise
        finally:
            print("inner finally")
    except ValueError as error:
        print("outer", error, error.__context__)
    try:
        print(error)
    except NameError as missing:
        print(missing)


async def main():
    print(await lost())
    await nested()
    try:
        await replaced()
    except KeyError as error:
        print(error, repr(error.__context__), error.__cause__)
    await replaced()


asyncio.run(main())
