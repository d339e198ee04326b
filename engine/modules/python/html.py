# html. Specified in: https://docs.python.org/3.11/library/html.html
__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;"))[:5 if quote else 3]:
        s = s.replace(character, entity)
    return s


# What numbers 128 to 159 are on the web: Windows' characters.
_windows = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"
_others = {"apos": "'", "lang": "\u27e8", "rang": "\u27e9", "AMP": "&", "LT": "<", "GT": ">", "QUOT": '"', "COPY": "©",
           "REG": "®"}
_reference = None


def _character(code):
    if code == 0 or 0xd800 <= code <= 0xdfff or code > 0x10ffff:
        return "\ufffd"
    if 0x80 <= code < 0xa0:
        return _windows[code - 0x80]
    if (code < 32 and code not in (9, 10, 12, 13)) or code == 127 or 0xfdd0 <= code <= 0xfdef or code & 0xfffe == 0xfffe:
        return ""
    return chr(code)


def _named(name):
    # With its semicolon, or the longest beginning that needs none.
    from html.entities import entitydefs
    if name[-1] == ";" and (found := _others.get(name[:-1]) or entitydefs.get(name[:-1])):
        return found
    for end in range(len(name.rstrip(";")), 1, -1):
        found = _others.get(name[:end]) or entitydefs.get(name[:end])
        if found and (ord(found) < 256 and name[:end] != "apos"):
            return found + name[end:]
    return "&" + name


def _replaced(match):
    if match["name"]:
        return _named(match["name"])
    return _character(int(match["hex"], 16) if match["hex"] else int(match["decimal"]))


def unescape(s):
    global _reference
    if "&" not in s:
        return s
    if _reference is None:
        import re
        _reference = re.compile(r"&(?:#(?:(?P<decimal>\d+)|[xX](?P<hex>[\da-fA-F]+));?|(?P<name>[^\t\n\f <&#;]{1,32};?))",
                                re.A)
    return _reference.sub(_replaced, s)
