import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)-8s %(name)s %(taskName)s| %(message)s" if False else "%(levelname)-8s %(name)s| %(message)s")
log = logging.getLogger("app.worker")


class ContextFilter(logging.Filter):
    def filter(self, record):
        record.msg = f"[{asyncio.current_task().get_name() if asyncio._get_running_loop() else '-'}] {record.msg}"
        return True


log.addFilter(ContextFilter())


async def job(n):
    log.debug("start %d", n)
    await asyncio.sleep(n / 10)
    if n == 2:
        try:
            {}["missing"]
        except KeyError:
            log.exception("job %s failed", n)
    log.info("end %(n)03d", {"n": n})


async def main():
    log.warning("begin")
    await asyncio.gather(*map(job, range(3)))
    log.error("bad: %s %r", "x", "y", extra={"k": 1})
    log.setLevel(logging.CRITICAL)
    log.error("hidden")
    log.critical("shown")
    print(log.level, log.getEffectiveLevel(), log.isEnabledFor(logging.ERROR), log.parent, logging.getLogger("app.worker") is log)
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("{levelname}:{message}", style="{"))
    other = logging.getLogger("other")
    other.propagate = False
    other.addHandler(handler)
    other.warning("custom %s", "formatted")
    print(other.handlers)
    logging.getLogger().handlers.clear()


log.info("before")
asyncio.run(main())
