user = {"name": "x"}
print(f"{user["name"]}")
