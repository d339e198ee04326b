import io
import logging
import sys

logger = logging.getLogger("demo")
logger.setLevel(logging.DEBUG)
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)-8s [%(name)s] %(funcName)s:%(lineno)d %(message)s"))
logger.addHandler(handler)
logger.propagate = False


def work():
    logger.debug("debugging")
    logger.info("number %05.2f and %s", 3.14159, ["list"])
    child = logger.getChild("child")
    child.error("from %s", child.name)
    return child


child = work()
print(child.parent is logger, logger.isEnabledFor(10), child.getEffectiveLevel(), logger, child.handlers)
handler.setFormatter(logging.Formatter("{levelname}|{message}", style="{"))
logger.warning("braces")
handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", datefmt="%H:%M:%S"))
logger.info("short time")
handler.setLevel(logging.ERROR)
logger.info("dropped")
logger.error("kept")


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args[0] % 2 == 0


other = logging.getLogger("other")
stream = io.StringIO()
other.addHandler(logging.StreamHandler(stream))
other.addFilter(OnlyEven())
for n in range(4):
    other.warning("n=%d", n)
print(repr(stream.getvalue()))
adapter = logging.LoggerAdapter(logger, {"request": "r1"})
handler.setFormatter(logging.Formatter("%(request)s %(message)s"))
adapter.error("adapted")
logging.addLevelName(25, "NOTICE")
print(logging.getLevelName(25), logging.getLevelName("ERROR"), logging.getLevelName(33))
logging.disable(logging.CRITICAL)
logger.critical("silenced")
logging.disable(logging.NOTSET)


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append((record.levelname, record.getMessage(), record.name))


lists = ListHandler()
logging.getLogger().addHandler(lists)
logging.getLogger("a.b.c").error("to the %s", "root")
print(lists.lines)
try:
    logger.setLevel("LOUD")
except ValueError as error:
    print(error)
logger.error("bad args %d", "x")
