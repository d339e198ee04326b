from urllib.parse import *
import urllib.parse
import selectors, select, getpass, timeit, string, keyword


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


for u in ["http://user:pw@host.com:8080/p/a;x?q=1&r=2#frag", "https://example.com", "//h/p", "/a/b?c", "mailto:x@y.z", "", "a b", "HTTP://EX.com/%7Efoo", "http://[::1]:80/x", "http://h:99999/", "http://h:ab/", "file:///etc/x", "x:y", "http://h?q", "http://h#f", "?a=b", "path;p1;p2", "http:///x", "1:2", "http://h/a;b/c;d"]:
    show(lambda: urlparse(u)); show(lambda: urlsplit(u)); show(lambda: urlunparse(urlparse(u))); show(lambda: urlparse(u).hostname); show(lambda: urlparse(u).port); show(lambda: (urlparse(u).username, urlparse(u).password)); show(lambda: urldefrag(u)); show(lambda: urlsplit(u).geturl())
for r in ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "http://o/x", "g;x=1/../y", "/./g", "/../g"]: show(lambda: urljoin("http://a/b/c/d;p?q", r))
show(lambda: quote("a b/ü&=~"))
show(lambda: quote("a/b", safe=""))
show(lambda: quote_plus("a b+c"))
show(lambda: unquote("a%20b%C3%BC%zz%4"))
show(lambda: unquote_plus("a+b%2B"))
show(lambda: urlencode({"a": 1, "b c": "x&y", "l": [1, 2]}))
show(lambda: urlencode({"l": [1, 2]}, doseq=True))
show(lambda: urlencode([("a", "ü"), ("b", b"x y")]))
show(lambda: urlencode("abc"))
show(lambda: parse_qs("a=1&a=2&b=&c&d=%20x+y"))
show(lambda: parse_qsl("a=1&b=", keep_blank_values=True))
show(lambda: parse_qs("a", strict_parsing=True))
show(lambda: unquote_to_bytes("a%ff"))
show(lambda: quote(b"\xff"))
show(lambda: unquote(b"a%20b"))
show(lambda: urlparse(b"http://h/p?q"))
show(lambda: urljoin("http://a/b", b"c"))
show(lambda: parse_qsl("a=1;b=2", separator=";"))
show(lambda: unquote("%E4%BD%A0x%FF"))
show(lambda: urlsplit("http://[::1"))
show(lambda: urlparse("http://h/p")._replace(path="/z").geturl())
show(lambda: quote(3))
print(selectors.EVENT_READ, select.POLLIN, select.EPOLLIN, selectors.DefaultSelector.__name__, getpass.getuser.__name__)
print(timeit.timeit("x = 1", number=3) >= 0, len(timeit.repeat(lambda: None, repeat=2, number=1)), timeit.Timer("a", globals={"a": 1}).timeit(1) >= 0)
show(lambda: string.Template("$a ${b} $$ $c").substitute(a=1, b=2, c=3))
show(lambda: string.Template("$a").substitute())
show(lambda: string.Template("$a $b").safe_substitute(a=1))
show(lambda: string.Template("$ x").substitute())
show(lambda: string.Template("$a").is_valid())
show(lambda: string.Template("$a ${b}").get_identifiers())
show(lambda: string.Template("x").template)
show(lambda: string.Formatter().format("{0} {a}", 1, a=2))
show(lambda: string.Formatter().vformat("{x}", (), {"x": 3}))
show(lambda: string.capwords("a bc"))
show(lambda: list(string.Formatter().parse("a{b!r:c}d")))
show(lambda: string.Formatter().format("{} {a[0]} {b.real:>{w}} {!r} {{}}", 1, "x", a=[5], b=3, w=4))
show(lambda: string.Formatter().format("{"))
show(lambda: string.Formatter().format("}"))
show(lambda: string.Formatter().format("{} {0}", 1))
show(lambda: string.Formatter().format("{x}"))
class F(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, "?") if isinstance(k, str) else super().get_value(k, a, kw)
show(lambda: F().format("{a}{b}{0}", 9, a=1))
