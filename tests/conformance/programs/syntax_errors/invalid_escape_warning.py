pattern = "\d+"
print(pattern, "a\.b")
