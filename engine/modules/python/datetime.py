# datetime: dates as numbers of days, times as numbers of microseconds; now() is the virtual clock, in UTC.
# Specified in: https://docs.python.org/3.11/library/datetime.html
import sys as _sys
import time as _time
from _engine import written_in_c as _written_in_c

MINYEAR, MAXYEAR = 1, 9999
_DAY = 86_400_000_000
_month_days = 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _month_days[month]


def _days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _days_before_month(year, month):
    return sum(_month_days[:month]) + (month > 2 and _is_leap(year))


def _ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(n):
    year = n // 366 + 1
    while _days_before_year(year + 1) < n:
        year += 1
    month, day = 1, n - _days_before_year(year)
    while day > _days_in_month(year, month):
        day -= _days_in_month(year, month)
        month += 1
    return year, month, day


def _index(value):
    if isinstance(value, float) or not hasattr(type(value), "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


_says_what = _sys.version_info >= (3, 14)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}" if _says_what else
                         f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12" + f", not {month}" * _says_what)
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError(f"day {day} must be in range 1..{_days_in_month(year, month)} for month {month} in year {year}"
                         if _says_what else "day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    values = [_index(value) for value in (hour, minute, second, microsecond)]
    for value, name, most in zip(values, ("hour", "minute", "second", "microsecond"), (23, 59, 59, 999999)):
        if not 0 <= value <= most:
            raise ValueError(f"{name} must be in 0..{most}" + f", not {value}" * _says_what)
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return values


def _half_even(numerator, denominator):
    quotient, rest = divmod(numerator, denominator)
    return quotient + (2 * rest > denominator or 2 * rest == denominator and quotient % 2)


def _compared(name):
    def method(self, other):
        key = self._key_with(other)
        return NotImplemented if key is NotImplemented else getattr(key[0], name)(key[1])
    method.__name__ = name
    return method


@_written_in_c
class timedelta:
    __module__ = "datetime"
    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole, part = 0, 0.0
        for name, value, scale in (("days", days, _DAY), ("seconds", seconds, 1_000_000), ("microseconds", microseconds, 1),
                                   ("milliseconds", milliseconds, 1000), ("minutes", minutes, 60_000_000),
                                   ("hours", hours, 3_600_000_000), ("weeks", weeks, 7 * _DAY)):
            if isinstance(value, int):
                whole += value * scale
            elif isinstance(value, float):
                integer = int(value)
                whole += integer * scale
                part += (value - integer) * scale
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        return cls._of(whole + round(part))

    @classmethod
    def _of(cls, us):
        if not -999_999_999 * _DAY <= us < 1_000_000_000 * _DAY:
            days = us // _DAY
            raise OverflowError(f"days={days}; must have magnitude <= 999999999" if -2**31 <= days < 2**31 else
                                "Python int too large to convert to C int")
        self = object.__new__(cls)
        self._us = us
        return self

    @property
    def days(self):
        return self._us // _DAY

    @property
    def seconds(self):
        return self._us % _DAY // 1_000_000

    @property
    def microseconds(self):
        return self._us % 1_000_000

    def total_seconds(self):
        return self._us / 1_000_000

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self.days), ("seconds", self.seconds),
                                                       ("microseconds", self.microseconds)) if value]
        return f"{_named(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        seconds = self.seconds
        text = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return text + (f".{self.microseconds:06}" if self.microseconds else "")

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0

    def _key_with(self, other):
        return (self._us, other._us) if isinstance(other, timedelta) else NotImplemented

    __eq__, __lt__, __le__, __gt__, __ge__ = map(_compared, ("__eq__", "__lt__", "__le__", "__gt__", "__ge__"))

    def __add__(self, other):
        return timedelta._of(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._us * other)
        if isinstance(other, float):
            return timedelta._of(_half_even(*_scaled(self._us, other.as_integer_ratio())))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return timedelta._of(_half_even(self._us, other) if other > 0 else _half_even(-self._us, -other))
        if isinstance(other, float):
            low, high = other.as_integer_ratio()
            return timedelta._of(_half_even(self._us * high, low) if low > 0 else _half_even(-self._us * high, -low))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return timedelta._of(self._us // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._us, other._us)
        return quotient, timedelta._of(rest)


def _scaled(us, ratio):
    return us * ratio[0], ratio[1]


def _named(self):
    kind = type(self)
    return f"{kind.__module__}.{kind.__qualname__}"


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)


@_written_in_c
class tzinfo:
    __module__ = "datetime"

    def tzname(self, dt):
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("tzinfo subclass must override dst()")

    def fromutc(self, dt):
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None or dst is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        return dt + offset


@_written_in_c
class timezone(tzinfo):
    __module__ = "datetime"

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            which = "'offset'" if _sys.version_info >= (3, 15) else 1
            raise TypeError(f"timezone() argument {which} must be datetime.timedelta, not {type(offset).__name__}")
        if not -_DAY < offset._us < _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}" + "." * (not _says_what))
        if name is None and not offset and hasattr(timezone, "utc"):
            return timezone.utc
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        return self._name if self._name is not None else "UTC" + (_offset_text(self._offset) if self._offset else "")

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = f", {self._name!r}" if self._name is not None else ""
        return f"datetime.timezone({self._offset!r}{name})"


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _offset_text(offset, separator=":"):
    us = abs(offset._us)
    text = f"{'-' if offset._us < 0 else '+'}{us // 3_600_000_000:02}{separator}{us // 60_000_000 % 60:02}"
    if us % 60_000_000:
        text += f"{separator}{us // 1_000_000 % 60:02}"
        if us % 1_000_000:
            text += f".{us % 1_000_000:06}"
    return text


def _checked_tz(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '" + type(tz).__name__ + "'")
    return tz


def _say_deprecated(old, new):
    if _sys.version_info >= (3, 12):
        from warnings import warn
        warn(f"datetime.datetime.{old} is deprecated and scheduled for removal in a future version. Use timezone-aware "
             f"objects to represent datetimes in UTC: datetime.datetime.{new}.", DeprecationWarning, stacklevel=1)


@_written_in_c
class date:
    __module__ = "datetime"

    if _sys.version_info >= (3, 14):
        @classmethod
        def strptime(cls, text, format, /):
            return cls(*_parsed(text, format)[0][:3])

    def __new__(cls, year, month=None, day=None):
        self = object.__new__(cls)
        if month is None or day is None:
            missing, at = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"{'date()' if _sys.version_info >= (3, 15) else 'function'} missing required argument '{missing}' (pos {at})")
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromordinal(cls, n, /):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls.fromordinal(int(timestamp // 86400) + 719163)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _iso_date(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        first = _ordinal(year, 1, 1)
        monday = first - (first + 6) % 7 + (7 if (first + 6) % 7 > 3 else 0)
        return cls.fromordinal(monday + (week - 1) * 7 + day - 1)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        from collections import namedtuple
        year = (date.fromordinal(self.toordinal() - self.weekday() + 3))._year
        week = (self.toordinal() - date.fromisocalendar(year, 1, 1).toordinal()) // 7 + 1
        kind = namedtuple("IsoCalendarDate", "year week weekday")
        kind.__repr__ = lambda self: f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"
        return kind(year, week, self.isoweekday())

    def isoformat(self):
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    __str__ = isoformat

    def __repr__(self):
        return f"{_named(self)}({self._year}, {self._month}, {self._day})"

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  _days_before_month(self._year, self._month) + self._day, -1))

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def strftime(self, format):
        return _time._formatted(format, self.timetuple(), 0, "", "")

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def _key_with(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self.toordinal(), other.toordinal()
        return NotImplemented

    __eq__, __lt__, __le__, __gt__, __ge__ = map(_compared, ("__eq__", "__lt__", "__le__", "__gt__", "__ge__"))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 0 < n <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)


@_written_in_c
class time:
    __module__ = "datetime"

    if _sys.version_info >= (3, 14):
        @classmethod
        def strptime(cls, text, format, /):
            found, tz = _parsed(text, format)
            return cls(*found[3:], tz)

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        self._tz, self._fold = _checked_tz(tzinfo), fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tz)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, text):
        parts = _iso_time(text.removeprefix("T"))
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts)

    def utcoffset(self):
        return None if self._tz is None else self._tz.utcoffset(None)

    def dst(self):
        return None if self._tz is None else self._tz.dst(None)

    def tzname(self):
        return None if self._tz is None else self._tz.tzname(None)

    def isoformat(self, timespec="auto"):
        offset = self.utcoffset()
        return _time_text(self, timespec) + ("" if offset is None else _offset_text(offset))

    __str__ = isoformat

    def __repr__(self):
        return f"{_named(self)}({_time_arguments(self, (self._hour, self._minute))})"

    def strftime(self, format):
        offset = self.utcoffset()
        return _time._formatted(format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1), self._microsecond,
                                self.tzname() or "", "" if offset is None else _offset_text(offset, ""))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tz if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._microsecond

    def _key_with(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._micros() - (mine._us if mine else 0), other._micros() - (others._us if others else 0)

    __lt__, __le__, __gt__, __ge__ = map(_compared, ("__lt__", "__le__", "__gt__", "__ge__"))

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        mine, others = self._key_with(other)
        return mine == others

    def __hash__(self):
        return hash((self._micros(), self.utcoffset()))


time.min, time.max, time.resolution = time(), time(23, 59, 59, 999999), timedelta(microseconds=1)


def _time_text(self, timespec):
    text = f"{self._hour:02}:{self._minute:02}:{self._second:02}"
    if timespec == "auto":
        timespec = "microseconds" if self._microsecond else "seconds"
    try:
        return {"hours": text[:2], "minutes": text[:5], "seconds": text,
                "milliseconds": f"{text}.{self._microsecond // 1000:03}",
                "microseconds": f"{text}.{self._microsecond:06}"}[timespec]
    except KeyError:
        raise ValueError("Unknown timespec value") from None


def _time_arguments(self, values):
    values = list(values)
    if self._second or self._microsecond:
        values.append(self._second)
    if self._microsecond:
        values.append(self._microsecond)
    text = ", ".join(map(str, values))
    if self._tz is not None:
        text += f", tzinfo={self._tz!r}"
    return text + (", fold=1" if self._fold else "")


def _numbers(text, *lengths):
    parts, at = [], 0
    for length in lengths:
        piece = text[at:at + length]
        if len(piece) != length or not piece.isdecimal() or not piece.isascii():
            return None
        parts.append(int(piece))
        at += length
    return parts


def _iso_date(text):
    if len(text) >= 8 and "W" in text[4:6]:
        pieces = text.replace("-", "")
        numbers = _numbers(pieces[:4] + pieces[5:], 4, 2, *[1] * (len(pieces) > 7))
        if numbers is None or len(pieces) not in (7, 8):
            return None
        found = date.fromisocalendar(*numbers, *[1] * (len(numbers) < 3))
        return found._year, found._month, found._day
    if len(text) == 10 and text[4] == text[7] == "-":
        return _numbers(text[:4] + text[5:7] + text[8:], 4, 2, 2)
    return _numbers(text, 4, 2, 2) if len(text) == 8 else None


def _iso_clock(text):
    clock, dot, fraction = text.replace(",", ".").partition(".")
    separated = ":" in clock
    if separated:
        pieces = clock.split(":")
        if any(len(piece) != 2 for piece in pieces):
            return None
        clock = "".join(pieces)
    if len(clock) not in (2, 4, 6) or dot and (len(clock) != 6 or not fraction.isdecimal()):
        return None
    numbers = _numbers(clock, *[2] * (len(clock) // 2))
    return None if numbers is None else numbers + [0] * (3 - len(numbers)) + [int((fraction + "000000")[:6]) if dot else 0]


def _iso_time(text):
    tz = None
    if text.endswith("Z"):
        text, tz = text[:-1], timezone.utc
    else:
        at = max(text.find("+"), text.find("-"))
        if at >= 0:
            offset = _iso_clock(text[at + 1:])
            if offset is None:
                return None
            sign = -1 if text[at] == "-" else 1
            delta = timedelta(hours=offset[0], minutes=offset[1], seconds=offset[2], microseconds=offset[3]) * sign
            text, tz = text[:at], timezone(delta) if delta else timezone.utc
    clock = _iso_clock(text)
    return None if clock is None else clock + [tz]


@_written_in_c
class datetime(date):
    __module__ = "datetime"

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = date.__new__(cls, year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        self._tz, self._fold = _checked_tz(tzinfo), fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tz)
    fold = property(lambda self: self._fold)

    @classmethod
    def _of(cls, us, tz=None):
        days, us = divmod(us, _DAY)
        if not 0 < days <= 3652059:
            raise OverflowError("date value out of range")
        return cls(*_from_ordinal(days), us // 3_600_000_000, us // 60_000_000 % 60, us // 1_000_000 % 60, us % 1_000_000, tz)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        us = 719163 * _DAY + _half_even(*_scaled(1_000_000, timestamp.as_integer_ratio()))
        return cls._of(us) if _checked_tz(tz) is None else tz.fromutc(cls._of(us, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        _say_deprecated("utcfromtimestamp()", "fromtimestamp(timestamp, datetime.UTC)")
        return cls.fromtimestamp(timestamp)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        _say_deprecated("utcnow()", "now(datetime.UTC)")
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromordinal(cls, n, /):
        return cls(*_from_ordinal(n))

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond,
                   time._tz if tzinfo is True else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        at = next((i for i in (10, 8) if len(text) >= i and _iso_date(text[:i]) is not None and (len(text) == i or not text[i].isdigit())), None)
        day = None if at is None else _iso_date(text[:at])
        clock = [0, 0, 0, 0, None] if at is not None and len(text) == at else _iso_time(text[at + 1:]) if at else None
        if day is None or clock is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*day, *clock)

    @classmethod
    def strptime(cls, text, format):
        found, tz = _parsed(text, format)
        return cls(*found, tz)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return self.time().replace(tzinfo=self._tz)

    def utcoffset(self):
        return None if self._tz is None else self._tz.utcoffset(self)

    def dst(self):
        return None if self._tz is None else self._tz.dst(self)

    def tzname(self):
        return None if self._tz is None else self._tz.tzname(self)

    def _micros(self):
        return self.toordinal() * _DAY + time._micros(self)

    def timestamp(self):
        offset = self.utcoffset()
        return (self._micros() - 719163 * _DAY - (offset._us if offset else 0)) / 1_000_000

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                                  _days_before_month(self._year, self._month) + self._day,
                                  -1 if dst is None else int(bool(dst))))

    def utctimetuple(self):
        return (self - (self.utcoffset() or timedelta(0))).replace(tzinfo=None).timetuple()

    def astimezone(self, tz=None):
        tz = timezone(timedelta(0), "UTC") if tz is None else _checked_tz(tz)
        if tz is self._tz:
            return self
        utc = (self - (self.utcoffset() or timedelta(0))).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def isoformat(self, sep="T", timespec="auto"):
        offset = self.utcoffset()
        return date.isoformat(self) + sep + _time_text(self, timespec) + ("" if offset is None else _offset_text(offset))

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        return (f"{_named(self)}({self._year}, {self._month}, {self._day}, "
                f"{_time_arguments(self, (self._hour, self._minute))})")

    def strftime(self, format):
        offset = self.utcoffset()
        return _time._formatted(format, self.timetuple(), self._microsecond, self.tzname() or "",
                                "" if offset is None else _offset_text(offset, ""))

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True,
                *, fold=None):
        values = (year, month, day, hour, minute, second, microsecond)
        own = (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)
        return type(self)(*(mine if value is None else value for value, mine in zip(values, own)),
                          self._tz if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _key_with(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError(f"can't compare {_named(self)} to {_named(other)}")
            return NotImplemented
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._micros() - (mine._us if mine else 0), other._micros() - (others._us if others else 0)

    __lt__, __le__, __gt__, __ge__ = map(_compared, ("__lt__", "__le__", "__gt__", "__ge__"))

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        mine, others = self._key_with(other)
        return mine == others

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._micros() - (offset._us if offset else 0))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        made = type(self)._of(self._micros() + other._us, self._tz)
        return made

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        mine, others = self._key_with(other)
        return timedelta._of(mine - others)


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_most_digits = {"Y": 4, "f": 6, "j": 3}


def _parsed(text, format):
    for short, long in (("%T", "%H:%M:%S"), ("%F", "%Y-%m-%d"), ("%D", "%m/%d/%y"), ("%R", "%H:%M"), ("%X", "%H:%M:%S"),
                        ("%x", "%m/%d/%y"), ("%c", "%a %b %d %H:%M:%S %Y")):
        format = format.replace(short, long)
    wrong = ValueError(f"time data {text!r} does not match format {format!r}")
    values, tz, at, i, afternoon = {}, None, 0, 0, None
    while i < len(format):
        letter = format[i]
        i += 1
        if letter.isspace():
            while text[at:at + 1].isspace():
                at += 1
            continue
        if letter != "%":
            if text[at:at + 1].lower() != letter.lower():
                raise wrong
            at += 1
            continue
        if i == len(format):
            raise ValueError(f"stray % in format {format!r}")
        letter = format[i]
        i += 1
        if letter == "%":
            if text[at:at + 1] != "%":
                raise wrong
            at += 1
        elif letter in "aAbBpP":
            names = {"a": [name[:3] for name in _time._days], "A": _time._days, "b": [name[:3] for name in _time._months],
                     "B": _time._months}.get(letter, ("AM", "PM"))
            found = next((name for name in names if text[at:at + len(name)].lower() == name.lower()), None)
            if found is None:
                raise wrong
            at += len(found)
            if letter in "bB":
                values["m"] = list(names).index(found) + 1
            elif letter in "aA":
                values["u"] = list(names).index(found) + 1
            elif letter in "pP":
                afternoon = found == "PM"
        elif letter == "z":
            if text[at:at + 1] == "Z":
                tz, at = timezone.utc, at + 1
                continue
            end = at + 1
            while end < len(text) and (text[end].isdigit() or text[end] == ":"):
                end += 1
            clock = _iso_clock(text[at + 1:end])
            if text[at:at + 1] not in ("+", "-") or clock is None:
                raise wrong
            delta = timedelta(hours=clock[0], minutes=clock[1], seconds=clock[2]) * (-1 if text[at] == "-" else 1)
            tz, at = timezone(delta) if delta else timezone.utc, end
        elif letter == "Z":
            found = next((name for name in ("UTC", "GMT") if text.startswith(name, at)), None)
            if found is None:
                raise wrong
            at += len(found)
        elif letter in "YmdHMSyIjfwuUWGV":
            most = _most_digits.get(letter, 1 if letter in "wu" else 4 if letter == "G" else 2)
            end = at
            while end < len(text) and end - at < most and text[end].isdigit():
                end += 1
            if end == at or letter == "Y" and end - at < 4:
                raise wrong
            piece = text[at:end]
            value = int(piece.ljust(6, "0")) if letter == "f" else int(piece)
            limits = {"m": (1, 12), "d": (1, 31), "H": (0, 23), "I": (1, 12), "M": (0, 59), "S": (0, 61), "j": (1, 366),
                      "U": (0, 53), "W": (0, 53), "V": (1, 53), "w": (0, 6), "u": (1, 7)}
            low, high = limits.get(letter, (0, 999999))
            if value > high and len(piece) > 1:  # one digit fewer, then
                piece, end = piece[:-1], end - 1
                value = int(piece)
            if not low <= value <= high:
                raise wrong
            values[letter], at = value, end
        else:
            raise ValueError(f"{letter!r} is a bad directive in format {format!r}")
    if at != len(text):
        raise ValueError("unconverted data remains: " + text[at:])
    year = values.get("Y", 1900)
    if "y" in values:
        year = values["y"] + (1900 if values["y"] > 68 else 2000)
    month, day = values.get("m", 1), values.get("d", 1)
    if "w" in values:
        values["u"] = values["w"] or 7
    if ("G" in values) != ("V" in values) or "G" in values and "u" not in values:
        other, one = ("week directive '%V'", "year directive '%G'")[::-1 if "G" not in values else 1]
        raise ValueError(f"ISO {one} must be used with the ISO {other} and a weekday directive "
                         "('%A', '%a', '%w', or '%u').")
    if "j" in values:
        year, month, day = _from_ordinal(_ordinal(year, 1, 1) + values["j"] - 1)
    elif "G" in values:
        whole = date.fromisocalendar(values["G"], values["V"], values["u"])
        year, month, day = whole.year, whole.month, whole.day
    elif "u" in values and ("U" in values or "W" in values):
        # The first Sunday or Monday of the year begins week 1; what is before it is week 0, if anything is.
        week, start = (values["U"], 6) if "U" in values else (values["W"], 0)
        first = _ordinal(year, 1, 1)
        before = (start - (first + 6) % 7) % 7
        first += before + 7 * (week - (week > 0 or before > 0)) + (values["u"] - 1 - start) % 7
        year, month, day = _from_ordinal(first)
    hour = values.get("H", 0)
    if "I" in values:
        hour = values["I"] % 12 + (12 if afternoon else 0)
    return (year, month, day, hour, values.get("M", 0), values.get("S", 0), values.get("f", 0)), tz
