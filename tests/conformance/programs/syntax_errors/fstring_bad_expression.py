x = 3
print(f"total: {x +} done")
