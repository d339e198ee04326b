seconds = 60 * 60 * 24
big = 1 << 70
negative = -1
text = "ab" * 3 + "c"
item = "abc"[1]
third = (1, 2, 3)[2]
divided = 7 / 2, 7 // -2, -7 % 3, 2.0 ** 3
kept = 1 / 0
truth = not ()
if 1:
    always()
if 0:
    never()
x in [1, 2, 3]
x in {1, 2, 3}
for i in [1, 2]:
    pass
def f(a=(1, 2)): pass
