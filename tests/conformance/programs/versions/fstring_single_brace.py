print(f"set: {1}}")
