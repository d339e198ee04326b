import calendar
import time


def wrong(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(calendar.month(2024, 2))
print(calendar.calendar(2023)[:700])
print([year for year in range(1890, 2105, 10) if calendar.isleap(year)], calendar.leapdays(1900, 2001))
print(calendar.monthrange(2024, 2), calendar.weekday(2026, 11, 29), calendar.MONDAY, calendar.day_name[6])
print(calendar.monthcalendar(2024, 9), list(calendar.month_abbr)[:3])
sunday_first = calendar.TextCalendar(calendar.SUNDAY)
sunday_first.prmonth(2025, 5)
print(sunday_first.formatweekheader(10), sunday_first.firstweekday, list(sunday_first.iterweekdays()))
print([day.isoformat() for day in calendar.Calendar().itermonthdates(2024, 12)][:3], list(calendar.Calendar().itermonthdays4(2023, 1))[:2])
print(calendar.timegm((2024, 1, 2, 3, 4, 5)), calendar.timegm(time.gmtime(86400)))
wrong(lambda: calendar.monthrange(2024, 13))
wrong(lambda: calendar.setfirstweekday(7))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.weekheader(3))
