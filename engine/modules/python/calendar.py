# calendar. Specified in: https://docs.python.org/3.11/library/calendar.html
import sys as _sys
from datetime import date as _date
from itertools import repeat as _repeat

_3_12 = _sys.version_info >= (3, 12)
_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_months = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"]
__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday",
           "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr",
           "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar",
           "weekheader", *(each.upper() for each in _days)]
day_name, month_name = _days[:], _months[:]
day_abbr, month_abbr = [each[:3] for each in _days], [each[:3] for each in _months]
if _sys.version_info >= (3, 15):
    standalone_month_name, standalone_month_abbr = month_name, month_abbr  # other in other languages
    __all__ += ["standalone_month_name", "standalone_month_abbr"]
if _3_12:
    from enum import IntEnum as _IntEnum, global_enum as _global_enum
    Day = _global_enum(_IntEnum("Day", [each.upper() for each in _days], start=0, module="calendar"))
    Month = _global_enum(_IntEnum("Month", [each.upper() for each in _months[1:]], module="calendar"))
    __all__ += ["Day", "Month", *Month.__members__]
    January, February = JANUARY, FEBRUARY
else:
    MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
    January, February = 1, 2


class IllegalMonthError(*((ValueError, IndexError) if _sys.version_info >= (3, 13) else (ValueError,))):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    def before(year):
        year -= 1
        return year // 4 - year // 100 + year // 400
    return before(y2) - before(y1)


def weekday(year, month, day):
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    found = _date(year, month, day).weekday()
    return Day(found) if _3_12 else found


def _length(year, month):
    return (31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _length(year, month)


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    @property
    def firstweekday(self):
        return self._first % 7

    @firstweekday.setter
    def firstweekday(self, firstweekday):
        self._first = firstweekday

    getfirstweekday = firstweekday.fget

    def setfirstweekday(self, firstweekday):
        self._first = firstweekday

    def iterweekdays(self):
        return iter([i % 7 for i in range(self._first, self._first + 7)])

    def itermonthdays(self, year, month):
        first, length = monthrange(year, month)
        before = (first - self._first) % 7
        yield from _repeat(0, before)
        yield from range(1, length + 1)
        yield from _repeat(0, (self._first - first - length) % 7)

    def itermonthdays2(self, year, month):
        for i, day in enumerate(self.itermonthdays(year, month), self._first):
            yield day, i % 7

    def itermonthdays3(self, year, month):
        first, length = monthrange(year, month)
        before, after = (first - self._first) % 7, (self._first - first - length) % 7
        other = (year - 1, 12) if month == 1 else (year, month - 1)
        last = _length(*other)
        for day in range(last - before + 1, last + 1):
            yield *other, day
        for day in range(1, length + 1):
            yield year, month, day
        other = (year + 1, 1) if month == 12 else (year, month + 1)
        for day in range(1, after + 1):
            yield *other, day

    def itermonthdays4(self, year, month):
        for i, (*day,) in enumerate(self.itermonthdays3(year, month)):
            yield *day, (self._first + i) % 7

    def itermonthdates(self, year, month):
        for each in self.itermonthdays3(year, month):
            yield _date(*each)

    def _weeks(self, days):
        days = list(days)
        return [days[i:i + 7] for i in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        return self._weeks(self.itermonthdays(year, month))

    def _year(self, of_month, year, width):
        months = [of_month(year, month) for month in range(1, 13)]
        return [months[i:i + width] for i in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        return self._year(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        return self._year(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        return self._year(self.monthdayscalendar, year, width)


def formatstring(cols, colwidth=20, spacing=6):
    return (" " * spacing).join(each.center(colwidth) for each in cols)


class TextCalendar(Calendar):
    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        return ("" if day == 0 else f"{day:2}").center(width)

    def formatweek(self, theweek, width):
        return " ".join(self.formatday(day, weekday, width) for day, weekday in theweek)

    def formatweekday(self, day, width):
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        return " ".join(self.formatweekday(day, width) for day in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return "".join(line.rstrip() + "\n" * l for line in lines)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        made = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), "\n" * l]
        header = self.formatweekheader(w)
        for i, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * i + 1, min(m * (i + 1) + 1, 13))
            names = (self.formatmonthname(theyear, month, width, False) for month in months)
            made += ["\n" * l, formatstring(names, width, c).rstrip(), "\n" * l,
                     formatstring((header for _ in months), width, c).rstrip(), "\n" * l]
            for j in range(max(map(len, row))):
                weeks = ["" if j >= len(month) else self.formatweek(month[j], w) for month in row]
                made += [formatstring(weeks, width, c).rstrip(), "\n" * l]
        return "".join(made)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


class HTMLCalendar(Calendar):
    cssclasses = [each.lower() for each in day_abbr]
    cssclasses_weekday_head = cssclasses
    cssclass_noday, cssclass_month_head, cssclass_month = "noday", "month", "month"
    cssclass_year_head, cssclass_year = "year", "year"

    def formatday(self, day, weekday):
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        return f"<tr>{''.join([self.formatday(day, weekday) for day, weekday in theweek])}</tr>"

    def formatweekday(self, day):
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        return f"<tr>{''.join([self.formatweekday(day) for day in self.iterweekdays()])}</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        name = f"{month_name[themonth]} {theyear}" if withyear else month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{name}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        rows = [f'<table{_PLAIN} class="{self.cssclass_month}">', self.formatmonthname(theyear, themonth, withyear),
                self.formatweekheader(), *map(self.formatweek, self.monthdays2calendar(theyear, themonth)), "</table>"]
        return "\n".join(rows) + "\n"

    def formatyear(self, theyear, width=3):
        width = max(width, 1)
        parts = [f'<table{_PLAIN} class="{self.cssclass_year}">\n',
                 f'<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th></tr>']
        for first in range(1, 13, width):
            months = [f"<td>{self.formatmonth(theyear, each, withyear=False)}</td>"
                      for each in range(first, min(first + width, 13))]
            parts.append(f"<tr>{''.join(months)}</tr>")
        return "".join(parts) + "</table>"

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        return self._page(theyear, self.formatyear(theyear, width), css, encoding)

    if _sys.version_info >= (3, 15):
        def formatmonthpage(self, theyear, themonth, width=3, css="calendar.css", encoding=None):
            return self._page(theyear, self.formatmonth(theyear, themonth, width), css, encoding)

    def _page(self, theyear, table, css, encoding):
        encoding = encoding or "utf-8"
        link = "" if css is None else _LINK.format(css=css)
        text = _PAGE.format(encoding=encoding, link=link, year=theyear) + table + "</body>\n</html>\n"
        return text.encode(encoding, "xmlcharrefreplace")


_LINK = ('<link rel="stylesheet" href="{css}">\n' if _sys.version_info >= (3, 15) else
         '<link rel="stylesheet" type="text/css" href="{css}" />\n')
_PLAIN = "" if _sys.version_info >= (3, 15) else ' border="0" cellpadding="0" cellspacing="0"'
_PAGE = ("""<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="{encoding}">\n\
<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Calendar for {year}</title>\n\
<style>\n:root {{ color-scheme: light dark; }}\ntable.year {{ border: solid; }}\n\
table.year > tbody > tr > td {{ border: solid; vertical-align: top; }}\n</style>\n{link}</head>\n<body>\n"""
         if _sys.version_info >= (3, 15) else
         """<?xml version="1.0" encoding="{encoding}"?>\n\
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n\
<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />\n{link}\
<title>Calendar for {year}</title>\n</head>\n<body>\n""")


class LocaleTextCalendar(TextCalendar):
    # (There is only the one locale.)
    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = locale


class LocaleHTMLCalendar(HTMLCalendar):
    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = locale


c = TextCalendar()
firstweekday, monthcalendar, prweek, week = c.getfirstweekday, c.monthdayscalendar, c.prweek, c.formatweek
weekheader, prmonth, month, calendar, prcal = c.formatweekheader, c.prmonth, c.formatmonth, c.formatyear, c.pryear


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    days = _date(year, month, 1).toordinal() - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
