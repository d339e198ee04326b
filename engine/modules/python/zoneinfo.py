# zoneinfo: UTC; the other zones' rules are files. Specified in: https://docs.python.org/3.11/library/zoneinfo.html
from datetime import timedelta as _timedelta, tzinfo as _tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError",
           "InvalidTZPathWarning"]
TZPATH = ()
_utc = {"UTC": "UTC", "Etc/UTC": "UTC", "GMT": "GMT", "Etc/GMT": "GMT", "Zulu": "UTC", "Etc/Zulu": "UTC",
        "Universal": "UTC", "UCT": "UTC", "Etc/UCT": "UTC", "Greenwich": "GMT"}


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


class ZoneInfo(_tzinfo):
    _made = {}

    def __new__(cls, key):
        made = cls._made.get(key)
        if made is None:
            made = cls._made[key] = cls.no_cache(key)
        return made

    @classmethod
    def no_cache(cls, key):
        if not isinstance(key, str):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(key).__name__}")
        if key not in _utc:
            raise ZoneInfoNotFoundError(f"there are no files here: no time zone is known but UTC, and so not {key}")
        self = _tzinfo.__new__(cls)
        self._key = key
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._made) if only_keys is None else only_keys:
            cls._made.pop(key, None)

    @classmethod
    def from_file(cls, fobj, key=None):
        raise NotImplementedError("there are no files here: no time zone can be read from one")

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt, /):
        return _timedelta(0)

    dst = utcoffset

    def tzname(self, dt, /):
        return _utc[self._key]

    def fromutc(self, dt, /):
        return dt

    def __str__(self):
        return self._key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self._key!r})"

    def __reduce__(self):
        return type(self), (self._key,)


def available_timezones():
    return set(_utc)


def reset_tzpath(to=None):
    pass
