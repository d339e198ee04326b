def f():
    await = 3
