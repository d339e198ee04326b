import asyncio
import enum
import logging
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Awaitable, Callable

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-7s %(message)s")
log = logging.getLogger(__name__)


class Status(enum.Enum):
    PENDING = enum.auto()
    DONE = enum.auto()
    COMPENSATED = enum.auto()
    FAILED = enum.auto()


@dataclass
class Step:
    name: str
    action: Callable[[dict], Awaitable[None]]
    compensate: Callable[[dict], Awaitable[None]] | None = None
    status: Status = Status.PENDING


@dataclass
class Saga:
    steps: list[Step]
    context: dict = field(default_factory=dict)

    async def run(self) -> bool:
        done: list[Step] = []
        for step in self.steps:
            try:
                async with asyncio.timeout(0.5):
                    await step.action(self.context)
            except (Exception, asyncio.CancelledError) as error:
                step.status = Status.FAILED
                log.error("%s failed: %s", step.name, error or type(error).__name__)
                await self.undo(done)
                return False
            step.status = Status.DONE
            log.info("%s done", step.name)
            done.append(step)
        return True

    async def undo(self, done: list[Step]) -> None:
        for step in reversed(done):
            if step.compensate is None:
                continue
            await step.compensate(self.context)
            step.status = Status.COMPENSATED
            log.warning("%s compensated", step.name)


async def reserve(context):
    await asyncio.sleep(0.1)
    context["room"] = 12


async def cancel(context):
    await asyncio.sleep(0.1)
    del context["room"]


async def charge(context):
    await asyncio.sleep(0.1)
    if context["amount"] > 100:
        raise ValueError(f"limit exceeded by {context['amount'] - 100}")
    context["charged"] = True


async def slow(context):
    await asyncio.sleep(2)


@asynccontextmanager
async def section(title):
    log.info("== %s", title)
    yield
    log.info("-- %s", title)


async def main():
    for title, amount, extra in (("good", 50, []), ("too much", 130, []), ("slow", 10, [Step("ship", slow)])):
        async with section(title):
            saga = Saga([Step("reserve", reserve, cancel), Step("charge", charge), *extra], {"amount": amount})
            ok = await saga.run()
            print(ok, saga.context, [f"{s.name}:{s.status.name}" for s in saga.steps])


asyncio.run(main())
