"""A calendar of jobs: when they are due, in which zone, and what is wrong with what was typed in."""
import asyncio
from datetime import date, datetime, time, timedelta, timezone


class Calendar:
    def __init__(self, start: datetime):
        self.start = start
        self.origin = asyncio.get_running_loop().time()

    def now(self):
        return self.start + timedelta(seconds=asyncio.get_running_loop().time() - self.origin)

    async def at(self, when, name):
        wait = (when - self.now()).total_seconds()
        if wait < 0:
            return f"{name} was due {abs(timedelta(seconds=wait))} ago"
        await asyncio.sleep(wait)
        return f"{self.now():%a %d %b %H:%M} {name}"

    async def every(self, step, times):
        for n in range(times):
            await asyncio.sleep(step.total_seconds())
            yield n, self.now().isoformat(timespec="minutes")


async def main():
    calendar = Calendar(datetime(2024, 2, 28, 22, 30, tzinfo=timezone.utc))
    tokyo = timezone(timedelta(hours=9), "JST")
    jobs = [calendar.at(datetime(2024, 2, 29, 8, 0, tzinfo=tokyo), "breakfast in Tokyo"),
            calendar.at(datetime(2024, 3, 1, tzinfo=timezone.utc), "leap day over"),
            calendar.at(datetime(2024, 2, 28, tzinfo=timezone.utc), "missed")]
    for job in asyncio.as_completed(jobs):
        print(await job)
    async for n, text in calendar.every(timedelta(days=1, hours=12), 3):
        print(n, text)
    print(calendar.now(), repr(calendar.now().astimezone(tokyo)), calendar.now().date(), calendar.now().timetz())
    for text, pattern in (("2024-03-05 14:07:09", "%Y-%m-%d %H:%M:%S"), ("5 Mar 24 2:07 PM", "%d %b %y %I:%M %p"),
                          ("2024-13-01", "%Y-%m-%d"), ("2024-01-01 late", "%Y-%m-%d")):
        try:
            print(repr(datetime.strptime(text, pattern)))
        except ValueError as error:
            print(error)
    for text in ("2024-03-05T04:05:06.789+01:00", "2024-W10-2", "20240305", "soon"):
        try:
            print(datetime.fromisoformat(text))
        except ValueError as error:
            print(error)
    for wrong in (lambda: date(2023, 2, 29), lambda: time(25), lambda: timedelta(days="x"), lambda: date.today() < 5,
                  lambda: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=tokyo), lambda: date.max + timedelta(1)):
        try:
            wrong()
        except (ValueError, TypeError, OverflowError) as error:
            print(type(error).__name__, str(error).replace("datetime.", ""))
    print(timedelta(hours=25, minutes=3.5), repr(timedelta(seconds=-1)), timedelta(1) / timedelta(hours=5), timedelta(7) // 2)
    print(sorted([date(2024, 5, 6), date(2023, 1, 1)]), max(timedelta(1), timedelta(hours=25)), date(2024, 12, 30).isocalendar()[:2])
    print({date(2024, 1, 1): "new year"}[date(2024, 1, 1)], f"{date(2024, 5, 6):%d/%m/%y %j}", time(1, 2, 3, 4), time(12, tzinfo=tokyo))


asyncio.run(main())
