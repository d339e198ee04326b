# A callback that cannot be called, a Runner inside of a loop that runs, and a mock in the place of a method.
import asyncio
import warnings
from unittest.mock import patch


class Client:
    def get(self, url):
        return url


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], type(context["exception"]).__name__))
    loop.call_soon(5)
    loop.call_later(0, "text")
    future = loop.create_future()
    future.add_done_callback(3)
    future.set_result(1)
    await asyncio.sleep(0.1)
    warnings.simplefilter("ignore")  # of what the Runner does not come to await
    try:
        with asyncio.Runner() as runner:
            await asyncio.sleep(0)
    except RuntimeError as error:
        print(error)
    with patch.object(Client, "get", autospec=True) as get:
        get.return_value = 7
        client = Client()
        print(client.get("a"), get.call_count, get.call_args == ((client, "a"),))
        get.assert_called_once_with(client, "a")
        try:
            client.get()
        except TypeError as error:
            print(error)
    print(client.get("b"))


asyncio.run(main())
