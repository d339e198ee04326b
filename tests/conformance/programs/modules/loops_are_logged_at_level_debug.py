import asyncio
import logging
import sys

asyncio.run(asyncio.sleep(0))
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(levelname)s %(name)s: %(message)s")
asyncio.run(asyncio.sleep(0))
loop = asyncio.new_event_loop()
loop.set_debug(True)
print(loop)
loop.close()
loop.close()
asyncio.run(asyncio.sleep(0), debug=True)
logging.getLogger("asyncio").setLevel(logging.WARNING)
asyncio.run(asyncio.sleep(0), debug=True)
