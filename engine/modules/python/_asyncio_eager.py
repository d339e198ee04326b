# Factories of tasks that take their first step at once. Specified in:
# https://docs.python.org/3.14/library/asyncio-task.html#eager-task-factory
from asyncio import Task


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)
