def divide(a, b):
    return a / b


def average(numbers):
    total = 0
    for number in numbers:
        total += number
    return divide(total, len(numbers))


print(average([1, 2, 3]))
try:
    average([])
except ZeroDivisionError as error:
    print("caught", error)
print(
    "several lines",
    average(
        []
    ),
)
