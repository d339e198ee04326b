# html. Specified in: https://docs.python.org/3.11/library/html.html (unescape() and its 2,231 names are not here.)
def escape(s, quote=True):
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;"))[:5 if quote else 3]:
        s = s.replace(character, entity)
    return s
