name = "you"
print(t"hello {name}" "!")
