import asyncio
import os
import signal
import sys
import threading


class GracefulExit(SystemExit):
    code = 7


def handler(signum, frame):
    print("handler", signal.Signals(signum).name, signum, frame.f_code.co_name)
    stopping.append(signum)


stopping = []


async def worker(n):
    try:
        while not stopping:
            await asyncio.sleep(0.5)
        return f"worker {n} drained"
    finally:
        print("worker", n, "out", threading.current_thread().name)


async def main():
    before = signal.signal(signal.SIGTERM, handler)
    print(before, signal.getsignal(signal.SIGTERM) is handler, repr(signal.SIGTERM))
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGINT, stopping.append, 1)
    except NotImplementedError as error:
        print("no signal handlers:", repr(error))
    workers = [asyncio.create_task(worker(n)) for n in range(3)]
    await asyncio.sleep(1.2)
    os.kill(os.getpid(), signal.SIGTERM)
    print(await asyncio.gather(*workers))
    print(signal.signal(signal.SIGTERM, signal.SIG_IGN).__name__)
    signal.raise_signal(signal.SIGTERM)
    try:
        signal.signal(signal.SIGTERM, 42)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
    print(threading.main_thread() is threading.current_thread(), threading.active_count())
    lock = threading.Lock()
    with lock:
        print(lock.locked(), lock.acquire(blocking=False))
    print(lock.locked(), os.environ.get("NO_SUCH_VARIABLE", "unset"), os.path.join("a", "b", "../c.txt"))
    print(os.path.splitext("x.tar.gz"), os.path.basename("/p/q.py"), os.path.normpath("/a/./b/../c//d"))
    local = threading.local()
    local.x = 1
    print(local.x, hasattr(local, "y"), os.sep, os.linesep.encode(), os.name)
    raise GracefulExit


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except SystemExit as stop:
        print("exit", stop.code, stop.args)
        sys.exit(stop.code)
