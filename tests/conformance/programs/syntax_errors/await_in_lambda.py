async def main():
    f = lambda: await g()
