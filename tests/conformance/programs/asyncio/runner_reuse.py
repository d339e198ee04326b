import asyncio


async def step(name):
    print(f"{name} in {type(asyncio.get_running_loop()).__name__}")
    await asyncio.sleep(0.1)
    return name.upper()


with asyncio.Runner() as runner:
    print(runner.run(step("first")))
    print(runner.run(step("second")))
    loop = runner.get_loop()
    print("running:", loop.is_running(), "closed:", loop.is_closed())
print("closed:", loop.is_closed())

try:
    runner.run(step("late"))
except RuntimeError as error:
    print("RuntimeError:", error)

runner = asyncio.Runner(debug=True)
print("debug:", runner.get_loop().get_debug())
try:
    runner.run(42)
except ValueError as error:
    print("ValueError:", error)
runner.close()
runner.close()
