import asyncio
import inspect


async def coroutine():
    pass


print(asyncio.iscoroutinefunction(coroutine))
print(inspect.iscoroutinefunction(coroutine))
policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy))
asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
asyncio.set_event_loop_policy(None)
for name in ("coroutine", "get_child_watcher", "eager_task_factory", "QueueShutDown", "print_call_graph"):
    print(name, hasattr(asyncio, name))
try:
    asyncio.QueueShutdown
except AttributeError as error:
    print(error)
