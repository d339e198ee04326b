import sys
import threading


def work(n):
    return 1 / n


def leave():
    sys.exit(3)


class Failing(threading.Thread):
    def run(self):
        try:
            {}["key"]
        except KeyError as error:
            raise ValueError("wrapped") from error


threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=leave), Failing(name="failing")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
    print(thread.name, thread.is_alive())


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=work, args=(0,), name="hooked")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__


def bad_hook(args):
    raise RuntimeError("the hook fails")


threading.excepthook = bad_hook
thread = threading.Thread(target=work, args=(0,), name="twice")
thread.start()
thread.join()
print("the program goes on")
