async def main():
    async with lock as:
        pass
