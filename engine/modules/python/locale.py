# locale: only the one called C is here. Specified in: https://docs.python.org/3.11/library/locale.html
import sys as _sys

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL, CHAR_MAX = 0, 1, 2, 3, 4, 5, 6, 127
__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll",
           "strxfrm", "str", "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_TIME",
           "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX", "getencoding", "LC_MESSAGES"]


class Error(Exception):
    __module__ = "locale"


def setlocale(category, locale=None):
    if not LC_CTYPE <= category <= LC_ALL:
        raise Error("unsupported locale setting")
    if locale is not None and not isinstance(locale, _builtin_str):
        locale = ".".join([each for each in locale if each]) if locale else ""
    if locale not in (None, "", "C", "POSIX"):
        raise Error("unsupported locale setting")
    return "C"


_builtin_str = str


def localeconv():
    made = dict.fromkeys(("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep", "mon_grouping",
                          "positive_sign", "negative_sign"), "")
    made["mon_grouping"] = []
    made.update(dict.fromkeys(("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes",
                               "n_sep_by_space", "p_sign_posn", "n_sign_posn"), CHAR_MAX))
    made.update(decimal_point=".", thousands_sep="", grouping=[])
    return made


def getlocale(category=LC_CTYPE):
    if category == LC_ALL:
        raise TypeError("category LC_ALL is not supported")
    return None, None


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    if _sys.version_info < (3, 15):
        from warnings import warn
        warn("'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15. Use setlocale(), "
             "getencoding() and getlocale() instead.", DeprecationWarning, 2)
    return None, None


def getpreferredencoding(do_setlocale=True):
    return "utf-8"


def getencoding():
    return "utf-8"


def strcoll(os1, os2, /):
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    return string


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return "%.12g" % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def normalize(localename):
    return localename
