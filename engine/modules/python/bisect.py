# bisect. Specified in: https://docs.python.org/3.11/library/bisect.html
from _engine import bisect_left, bisect_right, insort_left, insort_right

bisect, insort = bisect_right, insort_right
