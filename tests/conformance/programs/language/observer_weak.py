class Signal:
    def __init__(self):
        self._slots = []

    def connect(self, slot):
        self._slots.append(slot)
        return slot

    def disconnect(self, slot):
        self._slots.remove(slot)

    def __call__(self, *args, **kwargs):
        return [slot(*args, **kwargs) for slot in list(self._slots)]

    def __iadd__(self, slot):
        self.connect(slot)
        return self

    def __isub__(self, slot):
        self.disconnect(slot)
        return self

    def __len__(self):
        return len(self._slots)

    def __bool__(self):
        return True


class Button:
    clicks = 0

    def __init__(self, label):
        self.label = label
        self.clicked = Signal()

    def click(self, times=1):
        for _ in range(times):
            type(self).clicks += 1
            yield self.clicked(self, n=self.clicks)


class Counter:
    def __init__(self):
        self.total = 0

    def on_click(self, button, n):
        self.total += n
        return f"{button.label}:{self.total}"


button, counter = Button("ok"), Counter()
button.clicked += counter.on_click
button.clicked += lambda b, n: n ** 2


@button.clicked.connect
def once(b, **kw):
    button.clicked -= once
    return kw


for results in button.click(3):
    print(results, len(button.clicked))
button.clicked -= counter.on_click
print(list(button.click()), Button.clicks, counter.total, counter.on_click == counter.on_click)
try:
    button.clicked -= counter.on_click
except ValueError as error:
    print(error)
for other in (print, None):
    try:
        button.clicked += other
        list(button.click())
    except TypeError as error:
        print(error)
