"""Filters refuse, change and, since 3.12, replace records: of a logger and of a handler."""
import copy
import logging
import sys


class Censor(logging.Filter):
    def filter(self, record):
        if "secret" not in record.getMessage():
            return True
        other = copy.copy(record)
        other.msg, other.args = record.getMessage().replace("secret", "***"), ()
        return other


def loud(record):
    return not record.getMessage().startswith("quiet")


def numbered(record):
    record.number = next(numbers)
    return True


numbers = iter(range(100))
logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(number)s %(message)s", level=logging.INFO)
root = logging.getLogger()
root.handlers[0].addFilter(numbered)
log = logging.getLogger("app.db")
log.addFilter(Censor())
log.addFilter(loud)
log.info("plain %s", "words")
log.info("the %s word", "secret")
log.warning("quiet please")
root.warning("secret of the root")
other = logging.getLogger("app.web")
other.addFilter(logging.Filter("app.web"))
other.error("shown")
print(log.filter(logging.makeLogRecord({"msg": "quiet"})), bool(log.filter(logging.makeLogRecord({"msg": "loud"}))))
