import asyncio
import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")


def show(where):
    before = user.get()
    user.set(f"changed in {where}")
    return where, before


async def main():
    user.set("main")
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(show, "to_thread"))
    print(await loop.run_in_executor(None, show, "executor"))
    print(await loop.run_in_executor(None, contextvars.copy_context().run, show, "executor in a context"))
    print(user.get())
    thread = threading.Thread(target=lambda: print(show("thread")))
    thread.start()
    thread.join()
    print(user.get())


user.set("program")
asyncio.run(main())
print(user.get())
with ThreadPoolExecutor(1) as pool:
    print(pool.submit(show, "pool").result(), pool.submit(show, "pool again").result())
