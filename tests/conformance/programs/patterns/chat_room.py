import asyncio
from dataclasses import dataclass, field


@dataclass(eq=False)
class User:
    name: str
    inbox: asyncio.Queue = field(default_factory=asyncio.Queue, repr=False)

    async def listen(self):
        heard = []
        while (message := await self.inbox.get()) is not None:
            heard.append(message)
        return self.name, heard


class Room:
    def __init__(self):
        self.users = {}

    def join(self, user):
        self.say("*", f"{user.name} joins")
        self.users[user.name] = user
        return asyncio.create_task(user.listen(), name=f"{user.name} listens")

    def say(self, sender, text):
        for name, user in self.users.items():
            if name != sender:
                user.inbox.put_nowait(f"{sender}: {text}")

    def leave(self, name):
        self.users.pop(name).inbox.put_nowait(None)
        self.say("*", f"{name} leaves")


async def main():
    room = Room()
    listening = [room.join(User("ada")), room.join(User("bob"))]
    room.say("ada", "hello?")
    await asyncio.sleep(1)
    room.say("bob", "hi")
    listening.append(room.join(User("eve")))
    room.leave("ada")
    await asyncio.sleep(1)
    for name in list(room.users):
        room.leave(name)
    for name, heard in await asyncio.gather(*listening):
        print(name, heard)
    print(User("x"), [task.get_name() for task in listening])


asyncio.run(main())
