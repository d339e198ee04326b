import asyncio
import enum
import time


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half open"


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, recovery):
        self.limit, self.recovery = failures, recovery
        self.state, self.failures, self.opened = State.CLOSED, 0, 0.0

    async def call(self, function, *args):
        if self.state is State.OPEN:
            if time.monotonic() - self.opened < self.recovery:
                raise CircuitOpen(f"wait {self.recovery - (time.monotonic() - self.opened):.1f} s")
            self.state = State.HALF_OPEN
        try:
            result = await function(*args)
        except Exception:
            self.failures += 1
            if self.failures >= self.limit or self.state is State.HALF_OPEN:
                self.state, self.opened = State.OPEN, time.monotonic()
            raise
        self.state, self.failures = State.CLOSED, 0
        return result


async def service(healthy):
    await asyncio.sleep(0.1)
    if not healthy:
        raise ConnectionError("service down")
    return "ok"


async def main():
    breaker = CircuitBreaker(2, 1.0)
    for healthy, pause in [(True, 0), (False, 0), (False, 0), (True, 0.5), (True, 0.6), (False, 0)]:
        await asyncio.sleep(pause)
        try:
            print(await breaker.call(service, healthy), breaker.state.value)
        except (ConnectionError, CircuitOpen) as error:
            print(f"{type(error).__name__}: {error} ({breaker.state})")


asyncio.run(main())
