def report(name):
    return f"hello {name"


print(report("you"))
