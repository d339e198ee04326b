# signal, where nobody sends any but the program itself: handlers are kept, and raise_signal() calls them.
# Specified in: https://docs.python.org/3.11/library/signal.html
from enum import IntEnum

Signals = IntEnum("Signals", {
    "SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGILL": 4, "SIGTRAP": 5, "SIGABRT": 6, "SIGBUS": 7, "SIGFPE": 8,
    "SIGKILL": 9, "SIGUSR1": 10, "SIGSEGV": 11, "SIGUSR2": 12, "SIGPIPE": 13, "SIGALRM": 14, "SIGTERM": 15,
    "SIGSTKFLT": 16, "SIGCHLD": 17, "SIGCONT": 18, "SIGSTOP": 19, "SIGTSTP": 20, "SIGTTIN": 21, "SIGTTOU": 22,
    "SIGURG": 23, "SIGXCPU": 24, "SIGXFSZ": 25, "SIGVTALRM": 26, "SIGPROF": 27, "SIGWINCH": 28, "SIGIO": 29, "SIGPWR": 30,
    "SIGSYS": 31, "SIGRTMIN": 34, "SIGRTMAX": 64, "SIGCLD": 17, "SIGPOLL": 29, "SIGIOT": 6,
}, module="signal")
Handlers = IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module="signal")
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
Sigmasks = IntEnum("Sigmasks", {"SIG_BLOCK": 0, "SIG_UNBLOCK": 1, "SIG_SETMASK": 2}, module="signal")
globals().update(Sigmasks.__members__)
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF, ItimerError = 0, 1, 2, type("itimer_error", (OSError,), {"__module__": "signal"})
NSIG = 65
_handlers = {number: Handlers.SIG_DFL for number in range(1, NSIG)}
_words = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed", 10: "User defined signal 1",
          11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated"}


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers[2] = default_int_handler


def _known(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def getsignal(signalnum):
    return _handlers[_known(signalnum)]


def signal(signalnum, handler):
    number = _known(signalnum)
    if number in (9, 19):
        raise OSError(22, "Invalid argument")
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    before, _handlers[number] = _handlers[number], handler if callable(handler) else Handlers(handler)
    return before


def raise_signal(signalnum, /):
    number = _known(signalnum)
    handler = _handlers[number]
    if callable(handler):
        from sys import _getframe
        handler(number, _getframe())
    elif handler == 0 and number not in (17, 18, 28):
        raise NotImplementedError(f"there are no processes here: nothing can be ended by {Signals(number).name}")


def strsignal(signalnum, /):
    return _words.get(_known(signalnum))


def valid_signals():
    return {Signals(each) if each in Signals._value2member_map_ else each for each in range(1, NSIG) if each not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    pass


def alarm(seconds, /):
    raise NotImplementedError("there are no signals here: use loop.call_later")


setitimer = pause = sigwait = sigwaitinfo = sigtimedwait = getitimer = set_wakeup_fd = alarm
pthread_kill = pidfd_send_signal = alarm


def pthread_sigmask(how, mask, /):
    return set()  # nothing comes that could be held back


def sigpending():
    return set()
