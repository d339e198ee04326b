# unicodedata: Unicode 14. Specified in: https://docs.python.org/3.11/library/unicodedata.html
import sys as _sys
import _unicodedata as _of

unidata_version = "14.0.0"
_none = object()


def _character(name, given, place=""):
    if isinstance(given, str) and len(given) == 1:
        return given
    what, colon = type(given).__name__, ""
    if _sys.version_info >= (3, 13):
        colon = ":"
        if isinstance(given, str):
            what = f"a string of length {len(given)}"
    raise TypeError(f"{name}(){colon if isinstance(given, str) else ''} argument{place} must be a unicode character, not "
                    f"{what}")


def _property(name):
    ask = getattr(_of, name)

    def property_of(chr, /):
        return ask(_character(name, chr))
    property_of.__name__ = property_of.__qualname__ = name
    return property_of


category, bidirectional, east_asian_width, combining, mirrored, decomposition = map(
    _property, ("category", "bidirectional", "east_asian_width", "combining", "mirrored", "decomposition"))


def _or(default, words):
    if default is _none:
        raise ValueError(words)
    return default


def decimal(chr, default=_none, /):
    value = _of.decimal(_character("decimal", chr, " 1"))
    return value if value >= 0 else _or(default, "not a decimal")


def digit(chr, default=_none, /):
    value = _of.decimal(_character("digit", chr, " 1"))
    if value >= 0:
        return value
    found = _of.numeric(chr)
    return found[1] if found and found[0] else _or(default, "not a digit")


def numeric(chr, default=_none, /):
    value = _of.decimal(_character("numeric", chr, " 1"))
    if value >= 0:
        return float(value)
    found = _of.numeric(chr)
    return found[1] / found[2] if found else _or(default, "not a numeric character")


_leads = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ")
_vowels = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split()
_trails = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ")
_ideographs = (0x3400, 0x4dbf), (0x4e00, 0x9fff), (0x20000, 0x2a6df), (0x2a700, 0x2ebe0), (0x30000, 0x3134a)


def name(chr, default=_none, /):
    found, code = _of.name(_character("name", chr, " 1")), ord(chr)
    if found:
        return found
    if 0xac00 <= code <= 0xd7a3:
        rest, trail = divmod(code - 0xac00, 28)
        return f"HANGUL SYLLABLE {_leads[rest // 21]}{_vowels[rest % 21]}{_trails[trail]}"
    kind = _of.category(chr)
    if kind == "Lo" and any(first <= code <= last for first, last in _ideographs):
        return f"CJK UNIFIED IDEOGRAPH-{code:X}"
    if default is _none and kind not in ("Cc", "Cn", "Co", "Cs"):
        raise NotImplementedError(f"unicodedata.name(): the name of {chr!r} is not here")
    return _or(default, "no such name")


def lookup(name, /):
    code, upper = _of.named(name), name.upper()
    if code:
        return chr(code)
    if upper.startswith("CJK UNIFIED IDEOGRAPH-"):
        try:
            code = int(upper[22:], 16)
        except ValueError:
            code = 0
        if any(first <= code <= last for first, last in _ideographs):
            return chr(code)
    if upper.startswith("HANGUL SYLLABLE "):
        for lead in range(19):
            for vowel in range(21):
                start = _leads[lead] + _vowels[vowel]
                if upper[16:].startswith(start) and upper[16 + len(start):] in _trails:
                    return chr(0xac00 + (lead * 21 + vowel) * 28 + _trails.index(upper[16 + len(start):]))
    raise KeyError(f"undefined character name {name!r}")


_forms = {"NFC": (True, False), "NFD": (False, False), "NFKC": (True, True), "NFKD": (False, True)}


def _normalized(function, form, unistr):
    for place, given in enumerate((form, unistr), 1):
        if not isinstance(given, str):
            raise TypeError(f"{function}() argument {place} must be str, not {type(given).__name__}")
    if form not in _forms:
        raise ValueError("invalid normalization form")
    return _of.normalized(unistr, *_forms[form])


def normalize(form, unistr, /):
    return _normalized("normalize", form, unistr)


def is_normalized(form, unistr, /):
    return _normalized("is_normalized", form, unistr) == unistr
