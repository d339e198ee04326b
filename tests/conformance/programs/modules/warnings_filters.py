import asyncio
import warnings


def old_api():
    warnings.warn("old_api is deprecated", DeprecationWarning, stacklevel=2)
    return 1


def caller():
    return old_api()


class AppWarning(UserWarning):
    pass


async def forgotten():
    pass


old_api()
caller()
caller()
for _ in range(2):
    warnings.warn("once per place")
warnings.warn(AppWarning("an instance"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old_api()
    warnings.warn("recorded", AppWarning)
    forgotten()
print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as error:
        print("raised", error)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("never seen")
    forgotten()
warnings.filterwarnings("ignore", message="quiet.*")
warnings.warn("quiet please")
warnings.warn("loud")
forgotten()
try:
    warnings.warn("x", category=int)
except TypeError as error:
    print(error)
asyncio.run(forgotten())
