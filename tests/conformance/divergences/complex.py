# Cause: there are no complex numbers; a literal such as 2j is refused where it stands.
# Workaround: a class of one's own with a real and an imaginary part.
z = 3 + 4j
print(abs(z), z * 2, z.conjugate())
