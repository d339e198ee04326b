import asyncio


async def main():
    try:
        print(undefined)
    except NameError as error:
        print(error)
    try:
        print(later)
        later = 1
    except UnboundLocalError as error:
        print(error)
    try:
        asyncio.slep(1)
    except AttributeError as error:
        print(error)
    try:
        1 + "one"
    except TypeError as error:
        print(error)
    try:
        [1, 2][5]
    except IndexError as error:
        print(error)
    try:
        {"a": 1}["b"]
    except KeyError as error:
        print(error)
    try:
        (lambda a, b: a)(1)
    except TypeError as error:
        print(error)
    try:
        "text"()
    except TypeError as error:
        print(error)
    await asyncio.sleep(0)
    asyncio.slep(1)


asyncio.run(main())
