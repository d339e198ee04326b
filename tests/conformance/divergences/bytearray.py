# Cause: there is no bytearray; bytes is the only type of its kind, and cannot be changed.
# Workaround: collect the pieces in a list and join them with b"".join().
buffer = bytearray(b"abc")
buffer.append(100)
buffer[0] = 65
print(buffer, len(buffer), bytes(buffer))
