class Node:
    __slots__ = "value", "next"

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, iterable=()):
        self.head = self.tail = None
        self._size = 0
        for value in iterable:
            self.append(value)

    def append(self, value):
        node = Node(value)
        if self.tail is None:
            self.head = node
        else:
            self.tail.next = node
        self.tail = node
        self._size += 1
        return self

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self._size

    def __repr__(self):
        return f"{type(self).__name__}([{', '.join(repr(v) for v in self)}])"

    def __getitem__(self, index):
        if isinstance(index, slice):
            return LinkedList(list(self)[index])
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(f"{type(self).__name__} index out of range")
        for i, value in enumerate(self):
            if i == index:
                return value

    def __eq__(self, other):
        return isinstance(other, LinkedList) and list(self) == list(other)

    def __add__(self, other):
        return LinkedList([*self, *other])

    def __reversed__(self):
        return iter(list(self)[::-1])

    def reverse(self):
        previous, node = None, self.head
        self.tail = self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous


numbers = LinkedList(range(1, 6))
print(numbers, len(numbers), numbers[0], numbers[-1], numbers[1:4], 3 in numbers, 9 in numbers)
numbers.reverse()
print(numbers, list(reversed(numbers)), numbers + "ab", sum(numbers), sorted(numbers), numbers == LinkedList([5, 4, 3, 2, 1]))
first, *_, last = numbers
print(first, last, max(numbers), bool(LinkedList()), LinkedList("xy").append("z"))
try:
    numbers[10]
except IndexError as error:
    print(error)
numbers[0] = 5
