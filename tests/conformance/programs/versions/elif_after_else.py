x = 3
if x > 5:
    print("large")
else:
    print("small")
elif x > 2:
    print("middle")
