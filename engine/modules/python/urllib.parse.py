# urllib.parse. Specified in: https://docs.python.org/3.11/library/urllib.parse.html
from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs",
           "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes",
           "DefragResult", "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]
uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero",
                 "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = uses_relative + ["telnet", "snews", "rsync", "nfs", "git", "git+ssh", "itms-services"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips",
               "mms", "sftp", "tel"]
_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_SCHEME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")


class _Location:
    __slots__ = ()

    def _host(self):
        at, colon, open, close = ("@", ":", "[", "]") if isinstance(self.netloc, str) else (b"@", b":", b"[", b"]")
        info, _, host = self.netloc.rpartition(at)
        before, bracket, inside = host.partition(open)
        if bracket:
            name, _, port = inside.partition(close)
            port = port.partition(colon)[2]
        else:
            name, _, port = host.partition(colon)
        return info if _ or at in self.netloc else None, name, port

    def _user(self):
        at, colon = ("@", ":") if isinstance(self.netloc, str) else (b"@", b":")
        info, found, _ = self.netloc.rpartition(at)
        if not found:
            return None, None
        name, found, password = info.partition(colon)
        return name, password if found else None

    @property
    def username(self):
        return self._user()[0]

    @property
    def password(self):
        return self._user()[1]

    @property
    def hostname(self):
        name = self._host()[1]
        if not name:
            return None
        percent = "%" if isinstance(name, str) else b"%"
        name, found, zone = name.partition(percent)
        return name.lower() + found + zone

    @property
    def port(self):
        port = self._host()[2]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
        return port


class _Text:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._other(*(part.encode(encoding, errors) for part in self))


class _Bytes:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._other(*(part.decode(encoding, errors) for part in self))


_Defrag = namedtuple("DefragResult", "url fragment")
_Split = namedtuple("SplitResult", "scheme netloc path query fragment")
_Parse = namedtuple("ParseResult", "scheme netloc path params query fragment")


class DefragResult(_Defrag, _Text):
    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_Split, _Location, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _Location, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _Bytes):
    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _Location, _Bytes):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_Parse, _Location, _Bytes):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _text._other, _bytes._other = _bytes, _text


def _as_text(*args):
    # The arguments as texts, and what makes of a result what they were.
    text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != text:
            raise TypeError("Cannot mix str and non-str arguments")
    if text:
        return (*args, lambda result: result)

    def back(result):
        return result.encode() if hasattr(result, "encode") else result
    return (*(arg.decode("ascii") if arg else "" for arg in args), back)


def _checked_netloc(netloc):
    if ("[" in netloc) != ("]" in netloc):
        raise ValueError("Invalid IPv6 URL")


def urlsplit(url, scheme="", allow_fragments=True):
    url, scheme, back = _as_text(url, scheme)
    for char in "\t\r\n":
        url, scheme = url.replace(char, ""), scheme.replace(char, "")
    space = "".join(map(chr, range(33)))
    url, scheme = url.lstrip(space), scheme.strip(space)
    netloc = query = fragment = ""
    before, found, after = url.partition(":")
    if found and before and before[0].isascii() and before[0].isalpha() and _SCHEME.issuperset(before):
        scheme, url = before.lower(), after
    if url[:2] == "//":
        end = min(at for each in "/?#" if (at := url.find(each, 2) if each in url[2:] else len(url)) >= 0)
        netloc, url = url[2:end], url[end:]
        _checked_netloc(netloc)
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return back(SplitResult(scheme, netloc, url, query, fragment))


def urlparse(url, scheme="", allow_fragments=True):
    url, scheme, back = _as_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        at = path.find(";", max(path.rfind("/"), 0))
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return back(ParseResult(scheme, netloc, path, params, query, fragment))


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, back = _as_text(*components)
    return back(urlunsplit((scheme, netloc, f"{url};{params}" if params else url, query, fragment)))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, back = _as_text(*components)
    if netloc or scheme in uses_netloc and scheme and url[:2] != "//" and (not url or url[:1] == "/"):
        if url and url[:1] != "/":
            url = "/" + url
        url = f"//{netloc}{url}"
    elif url[:2] == "//":
        url = "//" + url
    if scheme:
        url = f"{scheme}:{url}"
    return back(url + ("?" + query if query else "") + ("#" + fragment if fragment else ""))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, url, back = _as_text(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = bnetloc
    if not path and not params:
        return back(urlunparse((scheme, netloc, bpath, bparams, query or bquery, fragment)))
    start = bpath.split("/")
    if start[-1]:
        del start[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = start + path.split("/")
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return back(urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment)))


def urldefrag(url):
    url, back = _as_text(url)
    if "#" not in url:
        return back(DefragResult(url, ""))
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return back(DefragResult(urlunparse((scheme, netloc, path, params, query, "")), fragment))


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, bytes) and type(bs).__name__ != "bytearray":
        raise TypeError("quote_from_bytes() expected bytes")
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    kept = _SAFE.union(byte for byte in safe if byte < 128)
    return "".join(chr(byte) if byte in kept else f"%{byte:02X}" for byte in bs)


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (" " if isinstance(safe, str) else b" "), encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if not string:
        string.split
        return b""
    first, *rest = (string.encode() if isinstance(string, str) else string).split(b"%")
    made = [first]
    for part in rest:
        try:
            made.append(bytes.fromhex(part[:2].decode()) + part[2:] if len(part) > 1 else b"%" + part)
        except ValueError:
            made.append(b"%" + part)
    return b"".join(made)


def unquote(string, encoding="utf-8", errors="replace"):
    encoding, errors = encoding or "utf-8", errors or "replace"
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    made, ascii = [], ""  # only what is ASCII is decoded, at one go
    for char in string + "\x80":
        if char < "\x80":
            ascii += char
        else:
            made.append(unquote_to_bytes(ascii).decode(encoding, errors))
            made.append(char)
            ascii = ""
    return "".join(made)[:-1]


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    text = isinstance(qs, str) or not qs
    if text:
        qs, separator = qs or "", separator if isinstance(separator, str) else separator.decode()
    else:
        qs, separator = qs.decode("latin-1"), separator if isinstance(separator, str) else separator.decode()
        encoding, errors = "latin-1", "strict"
    if max_num_fields is not None and 1 + qs.count(separator) > max_num_fields:
        raise ValueError("Max number of fields exceeded")
    made = []
    for part in qs.split(separator) if qs else ():
        if not part and not strict_parsing:
            continue
        name, found, value = part.partition("=")
        if not found and strict_parsing:
            raise ValueError(f"bad query field: {part!r}")
        if value or keep_blank_values:
            pair = (unquote(each.replace("+", " "), encoding, errors) for each in (name, value))
            made.append(tuple(pair if text else (each.encode("latin-1") for each in pair)))
    return made


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    made = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        made.setdefault(name, []).append(value)
    return made


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError("not a valid non-string sequence or mapping object") from None

    def quoted(each):
        if isinstance(each, bytes):
            return quote_via(each, safe)
        return quote_via(str(each), safe, encoding, errors)
    made = []
    for key, value in query:
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        made += [f"{quoted(key)}={quoted(each)}" for each in values]
    return "&".join(made)
