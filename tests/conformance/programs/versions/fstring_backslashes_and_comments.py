names = ["Ada", "Grace"]
print(f"{'\n'.join(names)}")
print(f"""{
    len(names)  # how many
    :>{4}}|{
    names[0]!r
}""")
print(f"{names[0] # and the name
       = }")
