config = {
    "host": "localhost",
    "port": 80

def main():
    print(config)
