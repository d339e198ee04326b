import asyncio
import inspect
import json
import os
from unittest.mock import (ANY, AsyncMock, MagicMock, Mock, PropertyMock, call, create_autospec, mock_open, patch, seal,
                           sentinel)


class Service:
    rate = 1

    def fetch(self, key, times=2):
        return key * times

    async def send(self, message):
        await asyncio.sleep(1)
        return message


def wrong(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def plain():
    mock = Mock(name="service")
    mock.store.put("key", value=3)
    mock.close()
    print(mock.mock_calls, mock.method_calls, mock.store.put.call_args.kwargs)
    mock.store.put.assert_called_once_with("key", value=3)
    wrong(lambda: mock.store.put.assert_called_once_with("key", value=4))
    wrong(lambda: mock.close.assert_not_called())
    wrong(lambda: mock.open.assert_called_with(1))
    mock.get = Mock(side_effect=[1, KeyError("gone"), 3])
    wrong(mock.get)
    wrong(mock.get)
    wrong(mock.get)
    print(mock.get.call_count, mock.get.call_args_list == [call(), call(), call()])
    mock.reset_mock()
    print(mock.mock_calls, call(1).then(2).call_list(), ANY == 5, sentinel.thing)
    wrong(lambda: mock.assert_foo)


def with_a_spec():
    mock = Mock(spec=Service)
    print(isinstance(mock, Service), type(mock.send).__name__, type(mock.fetch).__name__)
    wrong(lambda: mock.missing)
    auto = create_autospec(Service)
    wrong(lambda: auto().fetch())
    auto().fetch("a")
    auto.return_value.fetch.assert_called_once_with("a")
    sealed = Mock()
    seal(sealed)
    wrong(lambda: sealed.anything)


def magic():
    mock = MagicMock()
    mock.__getitem__.return_value = 5
    mock.__len__.return_value = 7
    mock.__iter__.return_value = iter([1, 2])
    print(mock["k"], len(mock), list(mock), bool(mock), 3 in mock, mock == mock, int(mock))
    with mock as entered:
        print(type(entered).__name__)
    print(mock.__enter__.called, mock.__exit__.call_args)
    print(mock_open(read_data="a\nb")("file").read())


async def asynchronous():
    mock = AsyncMock(return_value=3)
    print(await mock(1, key=2), mock.await_count, mock.await_args)
    mock.assert_awaited_once_with(1, key=2)
    wrong(lambda: mock.assert_awaited_with(2))
    mock.side_effect = [1, ValueError("no")]
    print(await mock())
    try:
        await mock()
    except ValueError as error:
        print("raised", error)
    try:
        await mock()
    except StopAsyncIteration:
        print("nothing left")
    print(inspect.iscoroutinefunction(mock), mock.await_args_list)
    context = MagicMock()
    context.__aiter__.return_value = [1, 2]
    async with context:
        print([item async for item in context])

    async def slowly(value):
        await asyncio.sleep(2)
        return value + 1
    print(await asyncio.gather(*(AsyncMock(side_effect=slowly)(n) for n in range(3))))
    with patch.object(Service, "send", new_callable=AsyncMock) as send:
        send.return_value = "patched"
        print(await Service().send("x"), send.await_count)
    print(await Service().send("x"))
    with patch("asyncio.sleep") as sleep:
        await Service().send("at once")
    print(type(sleep).__name__, sleep.await_args)


@patch("json.dumps", return_value="dumped")
@patch.object(Service, "rate", 9)
def patched(dumps):
    return json.dumps({}), Service.rate, dumps.call_count


plain()
with_a_spec()
magic()
asyncio.run(asynchronous())
print(patched(), json.dumps({}), Service.rate)
with patch.dict("os.environ", {"MODE": "test"}):
    print(os.environ["MODE"])
print("MODE" in os.environ)
with patch.object(Service, "rate", new_callable=PropertyMock) as rate:
    rate.return_value = 4
    print(Service().rate, rate.mock_calls)
wrong(lambda: patch("json.nothing_of_that_name").start().x if False else patch("nodots"))
