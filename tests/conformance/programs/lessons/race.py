import asyncio

balance = 100


async def withdraw(name, amount):
    global balance
    seen = balance
    await asyncio.sleep(1)
    if seen >= amount:
        balance = seen - amount
        print(name, "gets", amount)


async def main():
    await asyncio.gather(withdraw("Ann", 80), withdraw("Bob", 60))
    print("left:", balance)


asyncio.run(main())
