def conditions(a, b, c):
    if a and b or not c:
        one()
    elif a if b else c:
        two()
    else:
        three()
    if a < b <= c != 0:
        four()
    if a is None or b is not None:
        five()
    if not a in b:
        six()
    value = a and b or c
    chained = a < b < c
    chosen = (a
              if b
              else c)
    assert a, "message"
    assert (a
            and b)
    if __debug__:
        seven()
    return not (a or b)
