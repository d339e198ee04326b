# html.parser. Specified in: https://docs.python.org/3.11/library/html.parser.html
import re as _re
import sys as _sys
from html import unescape

__all__ = ["HTMLParser"]
_SPACE = " \t\n\r\f"
_name = _re.compile("[a-zA-Z][^" + _SPACE + "/>\0]*")
_written_reference = _re.compile(r"&(#(?:\d+|[xX][\da-fA-F]+)|[a-zA-Z][-.a-zA-Z\d]*);?", _re.A)
_comment_end = _re.compile(r"--!?>" if _sys.version_info >= (3, 13) else r"--\s*>")


# Of a tag whose name ends at `at`: its attributes, where it ends, and whether with "/>"; None: it does not end yet.
def _attributes(text, at):
    found, size = [], len(text)
    while at < size:
        if text[at] == ">":
            return found, at + 1, False
        if text.startswith("/>", at):
            return found, at + 2, True
        if text[at] in _SPACE or text[at] == "/":
            at += 1
            continue
        start, at = at, at + 1
        while at < size and text[at] not in _SPACE + "/=>":
            at += 1
        name, value = text[start:at].lower(), None
        after = at
        while after < size and text[after] in _SPACE:
            after += 1
        if text[after:after + 1] == "=":
            at = after + 1
            while at < size and text[at] in _SPACE:
                at += 1
            quote = text[at:at + 1]
            if quote in ("'", '"'):
                end = text.find(quote, at + 1)
                if end < 0:
                    return None
                value, at = text[at + 1:end], end + 1
            else:
                start = at
                while at < size and text[at] not in _SPACE + ">":
                    at += 1
                value = text[start:at]
        found.append((name, unescape(value) if value else value))
    return None


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = "script", "style"

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata, self.lasttag, self.cdata_elem = "", "???", None
        self.lineno, self.offset, self._start = 1, 0, None

    def feed(self, data):
        self.rawdata += data
        self._go(False)

    def close(self):
        self._go(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._start

    def set_cdata_mode(self, elem, **kwargs):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def _advance(self, begin, end):
        passed = self.rawdata[begin:end]
        lines = passed.count("\n")
        if lines:
            self.lineno += lines
            self.offset = len(passed) - passed.rindex("\n") - 1
        else:
            self.offset += len(passed)
        return end

    def _text_until(self, at, ending):
        # Where the text that begins here ends; None: that is not known yet.
        text = self.rawdata
        if self.cdata_elem:
            found = _re.compile(rf"</{self.cdata_elem}(?=[\t\n\r\f />])", _re.I).search(text, at)
            return found.start() if found else len(text) if ending else at if at < len(text) else None
        if not self.convert_charrefs:
            found = _re.compile("[&<]").search(text, at)
            return found.start() if found else len(text)
        end = text.find("<", at)
        if end >= 0 or ending:
            return end if end >= 0 else len(text)
        # A reference may go on in what comes next.
        amp = text.rfind("&", max(at, len(text) - 34))
        return len(text) if amp < 0 or _re.compile(r"[\s;]").search(text, amp) else None

    def _data(self, at, end):
        if at < end:
            data = self.rawdata[at:end]
            self.handle_data(unescape(data) if self.convert_charrefs and not self.cdata_elem else data)
        return self._advance(at, end)

    def _go(self, ending):
        at = 0
        while at < len(self.rawdata):
            end = self._text_until(at, ending)
            if end is None or self.cdata_elem and end == at and not self.rawdata.startswith("</", at):
                break
            at = self._data(at, end)
            if at == len(self.rawdata):
                break
            end = self._markup(at) if self.rawdata[at] == "<" else self._reference(at, ending)
            if end is None:
                if not ending:
                    break
                end = self._rest(at)
            at = self._advance(at, end)
        self.rawdata = self.rawdata[at:]

    def _rest(self, at):
        # Markup that does not end.
        text = self.rawdata
        if _sys.version_info >= (3, 13) and text[at] == "<" and text[at + 1:at + 2]:
            if text.startswith("<!--", at):
                self.handle_comment(text[at + 4:])
                return len(text)
            if _name.match(text, at + 1) or text[at + 1] == "/" and _name.match(text, at + 2):
                return len(text)
        end = text.find("<", at + 1)
        end = end if end >= 0 and text[at] == "<" else at + 1
        data = text[at:end]
        self.handle_data(unescape(data) if self.convert_charrefs and not self.cdata_elem else data)
        return end

    def _reference(self, at, ending):
        text = self.rawdata
        found = _written_reference.match(text, at)
        if not ending and (text[at:] in ("&", "&#", "&#x", "&#X") or found and found.end() == len(text)
                           and found[0][-1] != ";"):
            return None  # it may go on
        if not found:
            self.handle_data("&")
            return at + 1
        if found[1][0] == "#":
            self.handle_charref(found[1][1:])
        else:
            self.handle_entityref(found[1])
        return found.end()

    # Where the markup ends; None: it does not yet.
    def _markup(self, at):
        text = self.rawdata
        if _name.match(text, at + 1):
            return self._start_tag(at)
        if text.startswith("</", at):
            return self._end_tag(at)
        if text.startswith("<!--", at):
            if text.startswith(">", at + 4) or text.startswith("->", at + 4):
                self.handle_comment("")
                return text.index(">", at) + 1
            found = _comment_end.search(text, at + 4)
            if not found:
                return None
            self.handle_comment(text[at + 4:found.start()])
            return found.end()
        if text.startswith("<?", at):
            return self._until(">", at, 2, self.handle_pi)
        if text.startswith("<![", at):
            return self._until("]]>" if text.startswith("<![CDATA[", at) else ">", at, 3, self.unknown_decl)
        if text[at:at + 9].lower() == "<!doctype":
            return self._until(">", at, 2, self.handle_decl)
        if text.startswith("<!", at):
            return self._until(">", at, 2, self.handle_comment)
        if at + 1 == len(text):
            return None
        self.handle_data("<")
        return at + 1

    def _until(self, mark, at, skipped, handle):
        end = self.rawdata.find(mark, at + skipped)
        if end < 0:
            return None
        handle(self.rawdata[at + skipped:end])
        return end + len(mark)

    def _start_tag(self, at):
        text = self.rawdata
        self._start = None
        name = _name.match(text, at + 1)
        read = _attributes(text, name.end())
        if read is None:
            return None
        attributes, end, is_empty = read
        self._start = text[at:end]
        tag = self.lasttag = name[0].lower()
        if is_empty:
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def _end_tag(self, at):
        text = self.rawdata
        end = text.find(">", at + 2)
        if end < 0:
            return None
        name = _name.match(text, at + 2)
        if not name:
            if end > at + 2:
                self.handle_comment(text[at + 2:end])
            return end + 1
        self.handle_endtag(name[0].lower())
        self.clear_cdata_mode()
        return end + 1

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    handle_endtag = handle_charref = handle_entityref = handle_data = handle_comment = handle_decl = handle_pi = (
        lambda self, data: None)
    unknown_decl = handle_pi
