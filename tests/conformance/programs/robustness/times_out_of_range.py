# Times that no clock shows, and times that one does.
import datetime
import time

TIMES = "x", 2**70, -2**70, 1e18, -1e18, 1e200, -1e200, float("nan"), float("inf"), 2**55, -2**55, 2**56, 1.5, -0.5, True, [], None.__class__, 67768036191676800, -67768040609740801
for function in time.gmtime, time.ctime:
    for moment in TIMES:
        try:
            print(function.__name__, moment, function(moment)[:9])
        except BaseException as error:
            print(function.__name__, moment, type(error).__name__, error)
