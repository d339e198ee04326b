# (13) a table of 200 people, sorted by keys: a lambda, a tuple, a method, reversed; then grouped. op = one person
N = 200000
class Person:
    def __init__(self, name, age, town):
        self.name = name
        self.age = age
        self.town = town
    def shown(self):
        return self.town + self.name
def people():
    towns = ["Bonn", "Ulm", "Kiel", "Jena", "Hof"]
    return [Person("n%03d" % (i * 7919 % 1009), i * 31 % 83, towns[i * i % 5]) for i in range(200)]
def order(crowd):
    by_age = sorted(crowd, key=lambda person: person.age)
    by_town = sorted(by_age, key=lambda person: (person.town, -person.age, person.name))
    by_text = sorted(crowd, key=Person.shown, reverse=True)
    groups = {}
    for person in by_town:
        groups.setdefault(person.town, []).append(person.age)
    oldest = max(crowd, key=lambda person: person.age)
    ages = [person.age for person in by_age]
    ages.sort(reverse=True)
    return by_town[0].age + by_text[0].age + oldest.age + ages[10] + sum(len(ages) for ages in groups.values())
def smain(n):
    crowd = people()
    total = 0
    for _ in range(n // 200):
        total += order(crowd)
    return total
def ops(n): return n // 200 * 200
def expect(n): return n // 200 * 522
