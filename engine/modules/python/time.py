# time: the virtual clock, in UTC. Specified in: https://docs.python.org/3.11/library/time.html
import sys as _sys
from operator import index

from _engine import written_in_c as _written_in_c
from _time import (monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns, sleep,
                   thread_time, time, time_ns)

timezone = altzone = daylight = 0
tzname = "UTC", "UTC"
_days = "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
_months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")


@_written_in_c
class struct_time(tuple):
    __match_args__ = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0

    def __new__(cls, iterable, dict=None, /):
        if not hasattr(iterable, "__iter__"):
            raise TypeError("constructor requires a sequence")
        items = tuple(iterable)
        if not 9 <= len(items) <= 11:
            most = "most 11" if len(items) > 11 else "least 9"
            raise TypeError(f"time.struct_time() takes an at {most}-sequence ({len(items)}-sequence given)")
        self = tuple.__new__(cls, items[:9])
        self._zone = (*items[9:], *[(dict or {}).get(name) for name in ("tm_zone", "tm_gmtoff")[len(items) - 9:]])
        return self

    tm_year, tm_mon, tm_mday, tm_hour, tm_min, tm_sec, tm_wday, tm_yday, tm_isdst = (
        property(lambda self, i=i: self[i]) for i in range(9))
    tm_zone, tm_gmtoff = property(lambda self: self._zone[0]), property(lambda self: self._zone[1])

    def __repr__(self):
        return f"time.struct_time({', '.join(f'{name}={value}' for name, value in zip(self.__match_args__, self))})"

    if _sys.version_info >= (3, 13):
        def __replace__(self, /, **changes):
            names = (*self.__match_args__, "tm_zone", "tm_gmtoff")
            if wrong := [name for name in changes if name not in names]:
                raise TypeError(f"Got unexpected field name(s): {wrong!r}")
            return struct_time([changes.get(name, value) for name, value in zip(names, (*self, *self._zone))])

    def __reduce__(self):
        return struct_time, (tuple(self) + self._zone,)


def _day_number(year, month):
    # Days from 1970-01-01 to the first of a month.
    year -= month <= 2
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month + 9 - 12 * (month > 2)) + 2) // 5 - 719468


def _whole_seconds(secs):
    # As a time_t: rounded down, within 64 bits.
    if not isinstance(secs, float):
        whole = index(secs)
    elif secs != secs:
        raise ValueError("Invalid value NaN (not a number)")
    elif not -2.0**63 <= secs < 2.0**63:
        raise OverflowError("timestamp out of range for platform time_t")
    else:
        whole = int(secs // 1)
    if not -2**63 <= whole < 2**63:
        raise OverflowError("timestamp out of range for platform time_t")
    return whole


def gmtime(secs=None):
    whole = _whole_seconds(time() if secs is None else secs)
    if not -67768040609740800 <= whole < 67768036191676800:  # the year is one of 32 bits
        raise OSError(75, "Value too large for defined data type")
    days, rest = divmod(whole, 86400)
    year = 1970 + days // 146097 * 400 + days % 146097 // 366
    while _day_number(year + 1, 1) <= days:
        year += 1
    month = 12
    while _day_number(year, month) > days:
        month -= 1
    return struct_time((year, month, days - _day_number(year, month) + 1, rest // 3600, rest // 60 % 60, rest % 60,
                        (days + 3) % 7, days - _day_number(year, 1) + 1, 0, "UTC", 0))


localtime = gmtime


def mktime(t, /):
    year, month = t[0] + (t[1] - 1) // 12, (t[1] - 1) % 12 + 1
    return float((_day_number(year, month) + t[2] - 1) * 86400 + t[3] * 3600 + t[4] * 60 + t[5])


def _formatted(format, t, micro=0, zone="UTC", offset="+0000"):
    year, month, day, hour, minute, second, weekday, yearday = t[:8]
    values = {
        "Y": f"{year}", "m": f"{month:02}", "d": f"{day:02}", "H": f"{hour:02}", "M": f"{minute:02}",
        "S": f"{second:02}", "y": f"{year % 100:02}", "I": f"{(hour + 11) % 12 + 1:02}", "p": "AM" if hour < 12 else "PM",
        "j": f"{yearday:03}", "a": _days[weekday][:3], "A": _days[weekday], "b": _months[month - 1][:3],
        "B": _months[month - 1], "e": f"{day:2}", "w": str((weekday + 1) % 7), "u": str(weekday + 1), "Z": zone,
        "z": offset, "f": f"{micro:06}", "%": "%", "n": "\n", "t": "\t", "h": _months[month - 1][:3],
        "U": f"{(yearday + 6 - (weekday + 1) % 7) // 7:02}", "W": f"{(yearday + 6 - weekday) // 7:02}",
    }
    for short, long in (("c", "%a %b %e %H:%M:%S %Y"), ("x", "%m/%d/%y"), ("X", "%H:%M:%S"), ("T", "%H:%M:%S"),
                        ("F", "%Y-%m-%d"), ("D", "%m/%d/%y"), ("R", "%H:%M"), ("r", "%I:%M:%S %p")):
        format = format.replace("%" + short, long)
    parts = format.split("%")
    text, i = parts[0], 1
    while i < len(parts):
        if parts[i]:
            text += values.get(parts[i][0], "%" + parts[i][0]) + parts[i][1:]
        elif i + 1 < len(parts):
            i += 1
            text += "%" + parts[i]
        else:
            text += "%"
        i += 1
    return text


def strftime(format, t=None, /):
    return _formatted(format, localtime() if t is None else t)


def asctime(t=None, /):
    return strftime("%a %b %e %H:%M:%S %Y", t)


def ctime(secs=None, /):
    return asctime(localtime(secs))


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    from datetime import date, _parsed
    (year, month, day, hour, minute, second, _), tz = _parsed(string, format)
    leap = year == 1900 and not any(each in format for each in ("%Y", "%y", "%G", "%c", "%x", "%D", "%F"))
    date(1904 if leap else year, month, day)  # that there is such a day
    number = _day_number(year, month) + day - 1
    return struct_time((year, month, day, hour, minute, second, (number + 3) % 7, number - _day_number(year, 1) + 1,
                        0 if "%Z" in format else -1))


CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 0, 1, 2, 3
CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME, CLOCK_TAI = 4, 7, 11


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


def clock_gettime_ns(clk_id, /):
    if clk_id not in (0, 1, 2, 3, 4, 7, 11):
        raise OSError(22, "Invalid argument")
    return time_ns() if clk_id in (CLOCK_REALTIME, CLOCK_TAI) else monotonic_ns()


def clock_getres(clk_id, /):
    return 1e-09


def clock_settime(clk_id, time, /):
    raise PermissionError(1, "Operation not permitted")


clock_settime_ns, thread_time_ns = clock_settime, process_time_ns


def tzset():
    pass


def get_clock_info(name, /):
    from types import SimpleNamespace
    functions = {"monotonic": "clock_gettime(CLOCK_MONOTONIC)", "perf_counter": "clock_gettime(CLOCK_MONOTONIC)",
                 "process_time": "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", "time": "clock_gettime(CLOCK_REALTIME)",
                 "thread_time": "clock_gettime(CLOCK_THREAD_CPUTIME_ID)"}
    if name not in functions:
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation=functions[name], monotonic=name != "time", adjustable=name == "time",
                           resolution=1e-09)
