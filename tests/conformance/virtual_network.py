"""A network in memory for CPython's loop: the engine's own, engine/modules/python/_asyncio_network.py, whose rule
(what is sent arrives in the receiver's next turn) nothing else can be compared by. Streams and protocols on it are
CPython's. What the programs print is also what they print with real sockets: check_streams.py.
"""
import asyncio
import importlib.util
import os
import sys
import types

NETWORK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "engine", "modules", "python",
                       "_asyncio_network.py")


def install(loop_class):
    streams = types.ModuleType("_asyncio_streams")
    streams.AbstractServer, streams.BufferedProtocol = asyncio.AbstractServer, asyncio.BufferedProtocol
    streams.Transport, streams.DatagramTransport = asyncio.Transport, asyncio.DatagramTransport
    sys.modules["_asyncio_streams"] = streams
    spec = importlib.util.spec_from_file_location("_asyncio_network", NETWORK)
    network = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(network)
    for name in ("create_server", "create_unix_server", "create_connection", "create_unix_connection",
                 "create_datagram_endpoint"):
        setattr(loop_class, name, getattr(network, name))
