import asyncio
import contextvars

var = contextvars.ContextVar("var")


async def child(name):
    print(name, "sees", var.get("nothing"))
    var.set(name)
    await asyncio.sleep(0)
    print(name, "has", var.get())


async def main():
    var.set("main")
    first = asyncio.create_task(child("first"))
    var.set("main again")
    second = asyncio.create_task(child("second"))
    await first
    await second
    print("main has", var.get())
    await child("inline")
    print("main has", var.get())
    ctx = contextvars.copy_context()
    print(ctx[var], var in ctx, len(ctx), [v.name for v in ctx])
    ctx.run(var.set, "inside")
    print(ctx[var], var.get())
    third = asyncio.create_task(child("third"), context=ctx)
    await third
    print(ctx.get(var), var.get())


asyncio.run(main())
print(var.get("module has nothing"))
try:
    var.get()
except LookupError as error:
    print(type(error).__name__, error.args[0] is var)
