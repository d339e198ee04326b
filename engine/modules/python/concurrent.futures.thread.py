# concurrent.futures.thread: it is all in concurrent.futures.
from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor, _work as _worker, _queues as _threads_queues
