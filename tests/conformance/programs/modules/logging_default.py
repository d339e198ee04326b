import asyncio
import logging

logging.basicConfig(level=logging.INFO)
log = logging.getLogger("app.worker")


async def worker(number):
    log.debug("not shown %d", number)
    log.info("worker %d starts", number)
    await asyncio.sleep(0.1 * number)
    if number == 2:
        log.warning("worker %(n)s is slow", {"n": number})
        raise ValueError("worker broke")
    log.info("worker %d done", number)


async def main():
    results = await asyncio.gather(*(worker(n) for n in range(1, 4)), return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            log.error("failed: %r", result, exc_info=result)
    try:
        await worker(2)
    except ValueError:
        log.exception("again")
    logging.info("root says %s", "hello")
    logging.getLogger().critical("the end")


asyncio.run(main())
