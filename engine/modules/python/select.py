# select: its constants. There are no files and no sockets here to wait for.
# Specified in: https://docs.python.org/3.11/library/select.html
error = OSError
PIPE_BUF = 4096
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL, POLLRDNORM, POLLRDBAND = (1 << n for n in range(8))
POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 256, 512, 1024, 8192
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP = POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP
EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG = POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG
EPOLLRDHUP, EPOLLEXCLUSIVE, EPOLLONESHOT, EPOLLET, EPOLL_CLOEXEC = POLLRDHUP, 1 << 28, 1 << 30, 1 << 31, 1 << 19


def select(rlist, wlist, xlist, timeout=None, /):
    if rlist or wlist or xlist:
        raise NotImplementedError("there is no network here: select.select has nothing to wait for")
    if timeout is None:
        raise NotImplementedError("there is no network here: select.select would wait for ever")
    from time import sleep
    sleep(timeout)
    return [], [], []


def poll(*args):
    raise NotImplementedError("there is no network here: there is nothing to wait for")


epoll = poll
