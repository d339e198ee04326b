assert (1 == 2, "never fails")
print("passed")
