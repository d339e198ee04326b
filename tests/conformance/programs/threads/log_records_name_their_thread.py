import logging
import sys
import threading
import time

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(threadName)s %(levelname)s %(message)s")


def work(n):
    logging.info("begins %d", n)
    time.sleep(0.1)
    logging.warning("ends %d", n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for thread in threads:
    thread.start()
logging.info("started")
for thread in threads:
    thread.join()
