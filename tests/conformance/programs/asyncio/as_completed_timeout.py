import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise OSError("disk full")
    return name


async def main():
    jobs = [download("slow", 5), download("quick", 1), download("bad", 2), download("never", 50)]
    try:
        for next_done in asyncio.as_completed(jobs, timeout=6):
            try:
                print("done:", await next_done)
            except OSError as error:
                print("failed:", error)
    except asyncio.TimeoutError:
        print("out of time")
    left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    print(len(left), "left")
    for task in left:
        task.cancel()


asyncio.run(main())
