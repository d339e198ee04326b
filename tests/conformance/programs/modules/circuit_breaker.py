import asyncio
import enum
import functools
import time


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"

    def __str__(self):
        return self.value


class BreakerOpen(Exception):
    """The breaker refuses calls for a while."""


class CircuitBreaker:
    def __init__(self, threshold=2, recovery=1.0):
        self.threshold, self.recovery = threshold, recovery
        self.failures = 0
        self.opened = None
        self._state = State.CLOSED

    @property
    def state(self):
        if self._state is State.OPEN and time.monotonic() - self.opened >= self.recovery:
            self.state = State.HALF_OPEN
        return self._state

    @state.setter
    def state(self, new):
        if new is not self._state:
            print(f"  {self._state} -> {new}")
        self._state = new

    def __call__(self, function):
        @functools.wraps(function)
        async def guarded(*args, **kwargs):
            if self.state is State.OPEN:
                raise BreakerOpen(f"{function.__name__}: try again in "
                                  f"{self.recovery - (time.monotonic() - self.opened):.1f}s")
            try:
                result = await function(*args, **kwargs)
            except Exception:
                self.failures += 1
                if self.failures >= self.threshold or self.state is State.HALF_OPEN:
                    self.state, self.opened = State.OPEN, time.monotonic()
                raise
            self.failures = 0
            self.state = State.CLOSED
            return result
        guarded.breaker = self
        return guarded


outcomes = iter([True, False, False, False, True, True])


@CircuitBreaker(threshold=2, recovery=0.5)
async def call_service(n):
    await asyncio.sleep(0.1)
    if not next(outcomes):
        raise ConnectionError(f"call {n} failed")
    return f"call {n} ok"


async def main():
    for n in range(9):
        try:
            print(await call_service(n))
        except BreakerOpen as error:
            print("refused:", error)
            await asyncio.sleep(0.3)
        except ConnectionError as error:
            print("error:", error)
    print(call_service.breaker.state, repr(call_service.breaker.state), call_service.__name__)


asyncio.run(main())
