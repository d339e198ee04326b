import asyncio


async def interrupts():
    try:
        yield 1
    finally:
        raise KeyboardInterrupt


async def main():
    generator = interrupts()
    await anext(generator)
    generator = None
    await asyncio.sleep(0.1)
    print("never")


asyncio.run(main())
