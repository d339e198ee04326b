import sys


class Ends:
    def __init__(self, label):
        self.label = label

    def __del__(self, write=sys.stdout.write):
        write(self.label + "\n")


def cycle(label):
    one = Ends(label)
    one.itself = one


of_the_module = Ends("a variable of the module")
_private = Ends("a private variable")
cycle("a cycle")


def fails():
    local = Ends("a local variable")
    raise ValueError("the end")


fails()
