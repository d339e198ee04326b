from asyncio import (run, gather,
print(run)
