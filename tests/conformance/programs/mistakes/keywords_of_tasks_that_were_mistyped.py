"""Tasks are made with keywords that they do not know."""
import asyncio
async def f(): pass
async def main():
    for kw in ({"nme": 1}, {"nam": 1}, {"contxt": 1}, {"zzz": 1}, {"eager_strt": True}, {"name": "a", "lop": 1}):
        for mk in (asyncio.create_task, asyncio.get_running_loop().create_task, asyncio.Task):
            c = f()
            try: mk(c, **kw)
            except TypeError as e: print(kw, e)
            c.close()
    async with asyncio.TaskGroup() as tg:
        c = f()
        try: tg.create_task(c, nme=1)
        except TypeError as e: print(e)
        c.close()
asyncio.run(main())
