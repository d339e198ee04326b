import asyncio
import sys
import traceback


class AppError(Exception):
    """Base of all."""

    def __init__(self, message, *, code=1, **details):
        super().__init__(message)
        self.code = code
        self.details = details

    def __str__(self):
        extra = "".join(f" {k}={v!r}" for k, v in self.details.items())
        return f"[{self.code}] {super().__str__()}{extra}"


class Retryable(AppError):
    pass


class Fatal(AppError):
    def __init__(self, *args, **kw):
        super().__init__(*args, code=99, **kw)


def chain(depth):
    try:
        if depth:
            chain(depth - 1)
        else:
            raise KeyError("root")
    except Exception as error:
        if depth % 2:
            raise AppError(f"level {depth}", depth=depth) from error
        raise Retryable(f"level {depth}")


async def risky(kind):
    await asyncio.sleep(0.1)
    match kind:
        case "chain":
            chain(2)
        case "suppressed":
            try:
                int("x")
            except ValueError:
                raise Fatal("suppressed") from None
        case "finally":
            try:
                raise ValueError("in try")
            finally:
                {}["in finally"]
        case "reraise":
            try:
                try:
                    1 / 0
                except ZeroDivisionError as e:
                    e.add_note("noted")
                    raise
            finally:
                await asyncio.sleep(0.1)
        case "return":
            try:
                raise ValueError("lost")
            finally:
                return "returned"
        case "assert":
            x = 3
            assert x == 4, f"{x=}"
        case "group":
            raise ExceptionGroup("g", [Fatal("a"), Retryable("b", why="x")])
        case "exit":
            raise SystemExit(7)
        case "stop":
            raise StopIteration("from coroutine")
        case "attr":
            None.missing
        case "name":
            undefinedd
        case "unpack":
            a, b = [1, 2, 3]
        case "type":
            "x" + 1
        case _:
            raise NotImplementedError


async def main():
    for kind in ("chain", "suppressed", "finally", "reraise", "return", "assert", "group", "stop", "attr", "name", "unpack", "type", "other"):
        try:
            print(kind, "->", await risky(kind))
        except Exception as error:
            print(kind, "!!", type(error).__name__, error, "| cause", repr(error.__cause__), "| context", repr(error.__context__), error.__suppress_context__)
            lines = traceback.format_exception(error)
            print("   ", len(lines), lines[-1].strip().splitlines()[-1])
            if kind in ("chain", "finally", "reraise", "group", "stop"):
                print("".join(lines))
    try:
        await asyncio.create_task(risky("other"))
    except NotImplementedError as error:
        tb = error.__traceback__
        names = []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(names, repr(error), error.args)
    print(sys.exc_info(), AppError.__doc__, Fatal("m", a=1), repr(Fatal("m", a=1)), Fatal("m").args)
    error = AppError("x").with_traceback(None)
    print(error.__traceback__, isinstance(error, Exception), issubclass(Fatal, (KeyError, AppError)))
    await risky("exit")


asyncio.run(main())
