# json.decoder: names of json's. https://docs.python.org/3.11/library/json.html
from json import JSONDecodeError, JSONDecoder
