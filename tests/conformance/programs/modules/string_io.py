import asyncio
import contextlib
import io
import sys

out = io.StringIO()
print("into the buffer", 1, 2, sep="-", file=out)
out.write("more\n")
print(repr(out.getvalue()), out.tell())
out.seek(0)
print(out.readline(), out.read(), list(io.StringIO("a\nb\nc")))


async def chatty(name):
    print(name, "one")
    await asyncio.sleep(0)
    print(name, "two")


async def main():
    with contextlib.redirect_stdout(io.StringIO()) as captured:
        await asyncio.gather(chatty("x"), chatty("y"))
        sys.stdout.write("direct\n")
    print(captured.getvalue().splitlines())
    with contextlib.redirect_stderr(io.StringIO()) as errors:
        print("hidden", file=sys.stderr)
    print(repr(errors.getvalue()))


asyncio.run(main())
with io.StringIO() as buffer:
    buffer.write("x" * 3)
    text = buffer.getvalue()
print(text)
try:
    buffer.write("y")
except ValueError as error:
    print(error)
data = io.BytesIO(b"abc")
print(data.read(2), data.read(), data.getvalue())
print("to stderr", file=sys.stderr)
sys.stdout.write("no newline")
sys.stdout.flush()
print()
