"""Loops over zip(), enumerate(), map() and filter() of iterators whose __next__ is Python."""
import heapq
class K:
    def __init__(s,k): s.k=k
    def __lt__(s,o): return s.k<o.k
    def __repr__(s): return f"K{s.k}"
print(heapq.nsmallest(2,[3,1,2]), heapq.nsmallest(2,[K(3),K(1),K(2)]), heapq.nlargest(2,[K(3),K(1),K(2)]))
it = iter([K(3),K(1),K(2)])
print([(e,i) for i,e in zip(range(2), it)])
it = iter([K(3),K(1),K(2)])
print([(e,i) for i,e in zip(range(2), it)], list(it))
class H:
    def __init__(s,x): s.x=x
    def __iter__(s): return I(s.x)
class I:
    def __init__(s,x): s.x=x; s.i=0
    def __iter__(s): return s
    def __next__(s):
        s.i+=1
        if s.i>len(s.x): raise StopIteration
        return s.x[s.i-1]
print([(e,i) for i,e in zip(range(2), iter(H([1,2,3])))])
r=[]
for i,e in zip(range(2), iter(H([1,2,3]))): r.append((e,i))
print(r)
print([(e,i) for i,e in enumerate(H([1,2,3]))], list(zip(H([1,2]),H([3,4]),range(9))))
print(heapq.nsmallest(2,H([3,1,2])), heapq.nlargest(2,H([3,1,2])), heapq.nsmallest(2,H([3,1,2]),key=lambda x:-x))
for a, b, c in zip(H("ab"), enumerate(H("xy")), range(9)):
    print(a, b, c)
for x in map(lambda a, b: a + b, H([1, 2, 3]), range(10)):
    print(x, end=" ")
for x in filter(None, H([0, 1, 2])):
    print(x, end=" ")
try:
    for pair in zip(H([1, 2]), H([1]), strict=True):
        print(pair)
except ValueError as e:
    print(e)
for i, (a, b) in enumerate(zip(range(5), H("pq"))):
    print(i, a, b)
