import asyncio


async def main():
    jobs = {"first": 0.2, "second": 0.1}
    await asyncio.gather(*(asyncio.sleep(delay) for delay in jobs.values()))
    print(f"took {max(jobs.values()):.1f}s: {", ".join(jobs)}")
    print(f"{jobs["first"]:>8} {f"{jobs["second"]}"!r}")


asyncio.run(main())
