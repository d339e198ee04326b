# urllib: the package of urllib.parse. Nothing here can be fetched.
