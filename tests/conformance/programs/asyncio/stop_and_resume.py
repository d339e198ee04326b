import asyncio


async def ticker(log):
    n = 0
    while True:
        log.append(n)
        n += 1
        await asyncio.sleep(1)


loop = asyncio.new_event_loop()
log = []
task = loop.create_task(ticker(log))
for seconds in (2.5, 1, 0):
    loop.call_later(seconds, loop.stop)
    loop.run_forever()
    print(log, loop.time(), loop.is_running())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("ticker cancelled")
loop.call_soon(print, "ran although stopped in the same turn")
loop.stop()
loop.run_forever()
loop.close()
