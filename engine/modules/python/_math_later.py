# What math gets when it is asked for: see later_attribute().
def put(name):
    if name == "integer":
        import math.integer  # which puts it there
    return name == "integer"
