import logging

logger = logging.getLogger(__name__)
logger.info("nothing")
logger.warning("shown by the last resort: %s", 1)
try:
    {}["missing"]
except KeyError:
    logger.exception("no key")
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise RuntimeError("wrapped") from error
except RuntimeError:
    logger.error("chained", exc_info=True)
logging.warning("root %s", "too")
