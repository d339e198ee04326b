def loops():
    for i in range(10):
        if i == 5:
            break
        elif i:
            continue
        print(i)
    else:
        print("whole")
    for a, *b in [c, d]:
        pass
    while condition():
        step()
    else:
        print("over")
    while True:
        if a: break
    while 0:
        never()
    while x and \
            not y:
        work()
