def f():
    nonlocal count
    count += 1
