"""A chat server in memory: rooms, nicknames, commands, slow clients that are dropped."""
import asyncio
from collections import defaultdict


class Client:
    limit = 3

    def __init__(self, server, name):
        self.server, self.name = server, name
        self.outbox = asyncio.Queue(self.limit)
        self.received = []
        self.rooms = set()

    def send(self, message):
        try:
            self.outbox.put_nowait(message)
        except asyncio.QueueFull:
            self.server.kick(self, "too slow")

    async def reader(self, delay):
        while (message := await self.outbox.get()) is not None:
            await asyncio.sleep(delay)
            self.received.append(message)
        return len(self.received)

    def __repr__(self):
        return f"<{self.name} in {','.join(sorted(self.rooms)) or '-'}>"


class Server:
    commands = {}

    def __init__(self):
        self.clients = {}
        self.rooms = defaultdict(set)
        self.log = []

    def command(name, commands=commands):
        def register(method):
            commands[name] = method
            return method
        return register

    @command("join")
    async def cmd_join(self, client, room):
        self.rooms[room].add(client.name)
        client.rooms.add(room)
        await self.broadcast(room, f"* {client.name} joined")

    @command("say")
    async def cmd_say(self, client, room, *words):
        if client.name not in self.rooms[room]:
            raise PermissionError(f"{client.name} is not in {room}")
        await self.broadcast(room, f"<{client.name}> {' '.join(words)}")

    @command("part")
    async def cmd_part(self, client, room):
        self.rooms[room].remove(client.name)
        client.rooms.discard(room)
        if not self.rooms[room]:
            del self.rooms[room]

    async def broadcast(self, room, text):
        for name in sorted(self.rooms[room]):
            self.clients[name].send(f"[{room}] {text}")
        await asyncio.sleep(0)

    def kick(self, client, why):
        self.log.append(f"kick {client.name}: {why}")
        for room in list(client.rooms):
            self.rooms[room].discard(client.name)
        client.rooms.clear()

    def connect(self, name, delay):
        client = self.clients[name] = Client(self, name)
        return client, asyncio.create_task(client.reader(delay), name=f"reader-{name}")

    async def handle(self, client, line):
        command, *args = line.split()
        try:
            await self.commands[command](self, client, *args)
        except KeyError as error:
            self.log.append(f"{client.name}: unknown {error}")
        except (PermissionError, TypeError) as error:
            self.log.append(f"{client.name}: {error}")


async def main():
    server = Server()
    ann, ann_task = server.connect("ann", 0.01)
    bob, bob_task = server.connect("bob", 5)
    script = [(ann, "join lobby"), (bob, "join lobby"), (ann, "say lobby hello there"), (bob, "say attic boo"),
              (ann, "dance"), (ann, "join"), (ann, "part lobby"), (ann, "part nowhere")]
    script[6:6] = [(ann, f"say lobby message {n}") for n in range(4)]
    for client, line in script:
        await server.handle(client, line)
        await asyncio.sleep(0.05)
    for client in (ann, bob):
        while client.outbox.full():
            await asyncio.sleep(1)
        client.send(None)
    print(await asyncio.gather(ann_task, bob_task))
    print(*ann.received, sep="\n")
    print(bob.received, server.log, dict(server.rooms), server.clients, sep="\n")


asyncio.run(main())
