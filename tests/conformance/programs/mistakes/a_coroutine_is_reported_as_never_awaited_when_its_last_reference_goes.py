import asyncio


async def save(name):
    print("never saved", name)


async def lost_at_once():
    save("a")
    print("after the warning")


async def lost_when_the_name_gets_another_value():
    job = save("b")
    print("kept so far")
    job = None
    print("after the warning", job)


async def lost_when_the_function_ends():
    job = save("c")
    print("at the end of the function", asyncio.iscoroutine(job))


async def lost_with_the_list_that_holds_it():
    jobs = [save("d"), save("e")]
    jobs.clear()
    print("after two warnings", jobs)


async def main():
    await lost_at_once()
    await lost_when_the_name_gets_another_value()
    await lost_when_the_function_ends()
    print("back in main")
    await lost_with_the_list_that_holds_it()


kept = save("f")
asyncio.run(main())
print("the last one is lost at the end of the program")
