# What the module's names lead to ends in this order: what they hold themselves, then what that holds, and so on;
# items of lists and tuples from the last to the first.


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, end=" ")


listed = [A(1), A(2)]
in_a_tuple = (A(3), A(4))
one, two = A(5), A(6)
by_name = {1: A(11), 2: A(12)}
nested = [[A(17), A(18)], [A(19), A(20)]]
last = A(21)
also_collected = tuple(A(n) for n in (24, 25))
in_a_set = {A(26)}
print("the module ends")
