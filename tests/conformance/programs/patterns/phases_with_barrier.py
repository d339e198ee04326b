import asyncio


async def runner(name, pace, barrier, log):
    for phase in ("load", "compute", "save"):
        await asyncio.sleep(pace)
        log.append(f"{name} ready for {phase}")
        async with barrier as position:
            if position == 0:
                log.append(f"--- {phase}, last was {name}")
    return name


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    tasks = [asyncio.create_task(runner(n, p, barrier, log)) for n, p in (("x", 1), ("y", 2), ("z", 3))]
    print(await asyncio.gather(*tasks))
    print(*log, sep="\n")


asyncio.run(main())
