def greet(name, greeting="Hello"):
    print(greeting, name)


greet("Ada", greeting=)
