from collections import deque


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.time = 0
        self.current = None

    def spawn(self, coro, name):
        self.ready.append((name, coro))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda entry: entry[0])
                deadline, name, coro = self.sleeping.pop(0)
                self.time = max(self.time, deadline)
                self.ready.append((name, coro))
            name, coro = self.ready.popleft()
            self.current = name
            try:
                command, *arguments = coro.send(None)
            except StopIteration as stop:
                print(f"{self.time:>3} {name} finished with {stop.value!r}")
            except Exception as error:
                print(f"{self.time:>3} {name} crashed: {type(error).__name__}: {error}")
            else:
                getattr(self, f"do_{command}")(name, coro, *arguments)

    def do_sleep(self, name, coro, seconds):
        self.sleeping.append((self.time + seconds, name, coro))

    def do_switch(self, name, coro):
        self.ready.append((name, coro))


class Call:
    def __init__(self, *command):
        self.command = command

    def __await__(self):
        yield self.command


async def countdown(n, scheduler):
    while n > 0:
        print(f"{scheduler.time:>3} {scheduler.current}: {n}")
        await Call("sleep", 2)
        n -= 1
    return "lift-off"


async def talker(words):
    for word in words:
        print("   ", word)
        await Call("switch")


async def broken():
    await Call("sleep", 3)
    return 1 / 0


scheduler = Scheduler()
scheduler.spawn(countdown(3, scheduler), "rocket")
scheduler.spawn(talker(["hi", "there"]), "talker")
scheduler.spawn(broken(), "broken")
scheduler.run()
