async def main():
    yield from range(3)
