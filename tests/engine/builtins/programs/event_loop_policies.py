import asyncio

class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("new loop")
        return super().new_event_loop()
    def get_event_loop(self):
        print("get loop")
        return super().get_event_loop()
    def set_event_loop(self, loop):
        print("set loop", loop is not None)
        super().set_event_loop(loop)

p = asyncio.get_event_loop_policy()
print(type(p).__name__, p is asyncio.get_event_loop_policy(), isinstance(p, asyncio.AbstractEventLoopPolicy), isinstance(p, asyncio.DefaultEventLoopPolicy))
loop = p.new_event_loop()
p.set_event_loop(loop)
print(p.get_event_loop() is loop, asyncio.get_event_loop() is loop)
loop.close()
asyncio.set_event_loop_policy(Policy())
async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop(), type(asyncio.get_event_loop_policy()).__name__)
    return 5
print(asyncio.run(main()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
print(loop.run_until_complete(main()))
loop.close()
with asyncio.Runner() as r:
    r.run(main())
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
try:
    asyncio.set_event_loop_policy(3)
except TypeError as e:
    print(e)
try:
    asyncio.get_event_loop_policy().set_event_loop(3)
except (TypeError, AssertionError) as e:
    print(type(e), e)
try:
    asyncio.set_event_loop(3)
except (TypeError, AssertionError) as e:
    print(type(e), e)
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop_policy().get_event_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
class Half(asyncio.AbstractEventLoopPolicy): pass
try:
    Half().new_event_loop()
except NotImplementedError as e:
    print(repr(e))
