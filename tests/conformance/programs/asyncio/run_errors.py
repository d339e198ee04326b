import asyncio


async def nothing():
    return "nothing"


def plain():
    return "plain"


async def nested():
    try:
        asyncio.run(nothing())
    except RuntimeError as error:
        print(error)


try:
    asyncio.run(plain())
except ValueError as error:
    print(error)
try:
    asyncio.run(nothing)
except ValueError as error:
    print(error.args[0][:30])
asyncio.run(nested())
try:
    asyncio.create_task(nothing())
except RuntimeError as error:
    print(error)
print(asyncio.run(nothing()), asyncio.run(nothing()))
