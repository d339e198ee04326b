# Since 3.12 a log record has the name of the task it comes from.
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s", level=logging.INFO)


async def work(number):
    await asyncio.sleep(number)
    logging.info("done %d", number)


class Named(logging.Filter):
    def filter(self, record):
        record.msg = f"{getattr(record, 'taskName', 'unknown')}: {record.msg}"
        return True


async def main():
    logging.getLogger().handlers[0].addFilter(Named())
    async with asyncio.TaskGroup() as group:
        group.create_task(work(2), name="slow")
        group.create_task(work(1))


logging.info("before")
asyncio.run(main())
logging.info("after")
