# concurrent.futures.process: it is all in concurrent.futures.
from concurrent.futures import ProcessPoolExecutor
