import sys
import threading

thread = threading.Thread(target=print, args=("runs",))
thread.setName("old")
thread.setDaemon(True)
print(thread.getName(), thread.isDaemon())
thread.start()
thread.join()
print(threading.currentThread().name, threading.activeCount())
event = threading.Event()
print(event.isSet())
condition = threading.Condition()
with condition:
    condition.notifyAll()
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
try:
    sys.setswitchinterval(0)
except ValueError as error:
    print(error)
