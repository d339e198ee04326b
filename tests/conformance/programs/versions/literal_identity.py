answer = 42
print(answer is 42, answer is not "42")
