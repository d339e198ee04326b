"""A log analyser: lines come from a queue, regular expressions take them apart."""
import asyncio
import re
from collections import Counter

LINE = re.compile(r"""
    (?P<host>\d{1,3}(?:\.\d{1,3}){3})\s+   # address
    \[(?P<when>[^\]]+)\]\s+
    "(?P<method>GET|POST|PUT)\s(?P<path>/\S*)"\s+
    (?P<status>\d{3})(?:\s+(?P<size>\d+|-))?
""", re.VERBOSE)

LOG = '''\
10.0.0.1 [12/Mar] "GET /index.html" 200 512
10.0.0.2 [12/Mar] "POST /api/items?id=7" 201 -
garbage line
10.0.0.1 [13/Mar] "GET /missing" 404
10.0.0.300 [13/Mar] "PATCH /x" 500 1
'''


async def reader(queue):
    for line in LOG.splitlines():
        await asyncio.sleep(0.01)
        await queue.put(line)
    await queue.put(None)


async def analyser(queue, stats):
    while (line := await queue.get()) is not None:
        if not (match := LINE.match(line)):
            print("skip", repr(line), LINE.search(line))
            continue
        stats[match["status"]] += 1
        print(match.group("host", "path"), match.groupdict(default="?"), match.span("status"), match.lastgroup)


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


async def main():
    stats = Counter()
    queue = asyncio.Queue(2)
    await asyncio.gather(reader(queue), analyser(queue, stats))
    print(stats)
    print(snake("AsyncContextManager"), re.sub(r"(\w+) (\w+)", r"\2 \g<1>!", "hello world again you"))
    print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "1-2-3", maxsplit=1), re.findall(r"(\d)(\w)?", "1a2"))
    print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 apples, 12 pears"), re.subn("a*", "-", "baac"))
    print([m.span() for m in re.finditer(r"\b\w", "to be or not")], re.fullmatch(r"(a|ab)(c|bcd)", "abcd"))
    print(re.escape("a.b*c[d]"), re.compile("x", re.I | re.M), LINE.groups, dict(LINE.groupindex))
    for bad in ("(", "[a", "*a", "a{2,1}", "(?P<1a>x)", "(?<=a+)b", "\\", "(?P=zz)", "a)", "x**", r"\8", "(?P<a>.)(?P<a>.)"):
        try:
            re.compile(bad)
        except re.error as error:
            print(repr(bad), "->", error, error.msg, error.pos)
    try:
        re.match(b"a", "a")
    except TypeError as error:
        print(error)
    try:
        re.match("a", "a").group(3)
    except IndexError as error:
        print(error)
    print(re.match(rb"(\w+)@", b"me@example"), re.I, re.RegexFlag(0), re.findall("(?i)straße|STRASSE", "Straße strasse"))


asyncio.run(main())
