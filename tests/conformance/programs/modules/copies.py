import copy
from collections import OrderedDict, defaultdict, deque


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
        self.parent = None
        for child in self.children:
            child.parent = self


class Counted:
    copies = 0

    def __init__(self, n):
        self.n = n

    def __copy__(self):
        Counted.copies += 1
        return Counted(self.n + 1)

    def __deepcopy__(self, memo):
        return Counted(copy.deepcopy(self.n, memo) + 10)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a, self.b = [1], 2


tree = Node("root", [Node("left"), Node("right", [Node("leaf")])])
clone = copy.deepcopy(tree)
print(clone is tree, clone.children[1].children[0].value, clone.children[0].parent is clone)
shallow = copy.copy(tree)
print(shallow.children is tree.children, shallow.value)
data = {"a": [1, 2, {"b": (3, [4])}], "c": {5, 6}}
deep = copy.deepcopy(data)
deep["a"][2]["b"][1].append(5)
print(data, deep)
cyclic = [1]
cyclic.append(cyclic)
again = copy.deepcopy(cyclic)
print(again[1] is again, again is cyclic, again)
print(copy.copy(Counted(1)).n, copy.deepcopy(Counted(1)).n, Counted.copies)
slotted = copy.deepcopy(Slotted())
print(slotted.a, slotted.b, copy.copy(slotted).a is slotted.a)
for value in (defaultdict(list, {"x": [1]}), OrderedDict(a=[1]), deque([1, [2]], maxlen=3)):
    made = copy.deepcopy(value)
    print(made, type(made) is type(value), made == value, copy.copy(value))
same = (1, "two", 3.0)
print(copy.deepcopy(same) is same, copy.copy(print) is print, copy.deepcopy(len) is len)
