import asyncio
import logging
import sys
import traceback
from enum import Enum


class ErrorCode(Enum):
    NOT_FOUND = (404, "not found")
    TIMEOUT = (504, "timed out")

    def __init__(self, status, text):
        self.status, self.text = status, text

    def __str__(self):
        return f"{self.status} {self.text}"


class AppError(Exception):
    code: ErrorCode

    def __init__(self, message="", *, details=None):
        super().__init__(message or str(self.code))
        self.details = details or {}

    def __repr__(self):
        return f"{type(self).__name__}({self.code.name}, {self.details})"


class NotFound(AppError):
    code = ErrorCode.NOT_FOUND


class TooSlow(AppError):
    code = ErrorCode.TIMEOUT


logger = logging.getLogger("app")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[%(levelname)s] %(message)s"))
logger.addHandler(handler)


async def find(key):
    try:
        async with asyncio.timeout(0.2):
            await asyncio.sleep(0.5 if key == "slow" else 0.1)
            return {"a": 1}[key]
    except KeyError as error:
        raise NotFound(details={"key": key}) from error
    except TimeoutError:
        raise TooSlow(f"{key} took too long") from None


async def main():
    for key in ("a", "b", "slow"):
        try:
            print(await find(key))
        except AppError as error:
            logger.error("%s: %r cause=%r", error, error, error.__cause__)
            print(error.code.status, ErrorCode((404, "not found")) is error.code, error.__suppress_context__)
    try:
        await find("zzz")
    except NotFound:
        logger.exception("with traceback")
        print(traceback.format_exc().count("Traceback"))
    results = await asyncio.gather(find("b"), find("slow"), return_exceptions=True)
    print(sorted(type(r).__name__ for r in results), list(ErrorCode), ErrorCode["TIMEOUT"].value)
    await find("last")


asyncio.run(main())
