import asyncio


def parse(line, number):
    try:
        return int(line)
    except ValueError as error:
        error.add_note(f"in line {number}")
        error.add_note("expected a whole number")
        raise


async def fetch(name):
    await asyncio.sleep(0.1)
    raise ConnectionError(f"cannot reach {name}")


async def main():
    try:
        parse("12x", 3)
    except ValueError as error:
        print(error, error.__notes__)
    try:
        await fetch("db")
    except ConnectionError as error:
        error.add_note("while starting\nsecond line")
        print(error.__notes__, hasattr(ValueError(), "__notes__"))
        try:
            error.add_note(5)
        except TypeError as wrong:
            print(wrong)
        raise RuntimeError("start-up failed") from error


asyncio.run(main())
