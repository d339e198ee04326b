import pickle
import socket


def attempt(what, *arguments):
    try:
        print(what.__name__, what(*arguments))
    except (OSError, TypeError, ValueError) as error:
        print(what.__name__, repr(error))


closed_port = ("127.0.0.1", 9)
s = socket.socket()
print(repr(s).replace(f"fd={s.fileno()}", "fd=N"), s.fileno() > 2)
print(s.family, s.type, s.proto, s.timeout, repr(s.family), repr(s.type), s.getblocking(), s.getsockname())
s.settimeout(2)
print(s.gettimeout(), s.timeout, s.getblocking())
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
attempt(s.settimeout, -1)
attempt(s.getpeername)
attempt(s.recv, 10)
attempt(s.send, b"x")
attempt(s.sendall, b"x")
attempt(s.accept)
attempt(s.shutdown, socket.SHUT_RDWR)
attempt(s.connect, "no tuple")
attempt(s.connect, closed_port)
with socket.socket() as another:
    attempt(another.connect_ex, closed_port)
attempt(pickle.dumps, s)
s.close()
s.close()
print(s, s.fileno())
attempt(s.connect, closed_port)
attempt(s.recv, 10)
attempt(s.settimeout, 1)
attempt(s.getsockname)
attempt(s.getblocking)
attempt(socket.create_connection, closed_port)
attempt(socket.create_connection, ("localhost", 9), 0.5)
with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.setblocking(False)
    print(s.gettimeout(), s.getblocking())
    attempt(s.connect, closed_port)
print(s)
with socket.socket(socket.AF_UNIX) as s:
    print(repr(s).replace(f"fd={s.fileno()}", "fd=N"), repr(s.getsockname()))
    attempt(s.connect, "/nope/nowhere")
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    print(repr(s.type), s.proto)
socket.setdefaulttimeout(3)
one, other = socket.socket(), socket.socket()
print(one.timeout, one == other, len({one, other}), one.fileno() != other.fileno(), other.detach() > 2, other.fileno())
one.close()
attempt(socket.socket, 1, 2, 3, 4, 5)
