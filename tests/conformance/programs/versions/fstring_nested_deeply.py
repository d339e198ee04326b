width, precision, value = 10, 3, 3.14159
print(f"{value:{width}.{precision}}|{value:{"<" if value > 3 else ">"}{width}}|")
print(f"{f"{f"{f"{1 + 1}"}"}"}")
print(f"{"#"}{'}'}{"{"}", f"{{{value!s}}}")
print(f"{(lambda x: x * 2)(4)} {value = :.2f} {width != precision} {(n := 3)}{n}")
