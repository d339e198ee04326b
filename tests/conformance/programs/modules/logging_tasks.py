import asyncio
import logging
import sys
from contextvars import ContextVar

request = ContextVar("request", default="-")


class ContextFilter(logging.Filter):
    def filter(self, record):
        record.request = request.get()
        try:
            task = asyncio.current_task()
        except RuntimeError:
            task = None
        record.task = task.get_name() if task else "-"
        return True


class Elapsed(logging.Formatter):
    def format(self, record):
        record.levelname = record.levelname.lower()
        return super().format(record)


handler = logging.StreamHandler(sys.stdout)
handler.addFilter(ContextFilter())
handler.setFormatter(Elapsed("%(task)s %(request)s %(levelname)s %(name)s: %(message)s"))
root = logging.getLogger()
root.addHandler(handler)
root.setLevel(logging.DEBUG)
logging.getLogger("asyncio").setLevel(logging.ERROR)
log = logging.getLogger("service")
db = logging.getLogger("service.db")
db.setLevel(logging.INFO)


async def query(sql):
    db.debug("dropped %s", sql)
    db.info("running %r", sql)
    await asyncio.sleep(0.1)
    if "bad" in sql:
        raise LookupError(sql)
    return len(sql)


async def serve(number):
    request.set(f"r{number}")
    log.info("begin")
    try:
        log.debug("rows=%d", await query("select good" if number else "select bad"))
    except LookupError:
        log.exception("query failed")
    else:
        log.info("end")


async def main():
    async with asyncio.TaskGroup() as group:
        for n in range(2):
            group.create_task(serve(n), name=f"serve-{n}")
    log.warning("all done")


log.info("starting")
asyncio.run(main())
