"""What cannot be hashed is used as a key or an element, wherever one can be given."""
from collections import Counter, OrderedDict, defaultdict
from functools import cache


@cache
def remember(x):
    return x


def attempt(text, **names):
    try:
        print(text, "->", eval(text, globals(), names))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


for d in OrderedDict(), defaultdict(list), Counter(), {}:
    print(type(d).__name__)
    for text in ("d.__setitem__([], 1)", "d[[]]", "d.get([])", "d.setdefault([], 1)", "d.pop([], 1)", "[] in d",
                 "d.update([([], 1)])", "d.__delitem__([])", "type(d)([([], 1)])"):
        attempt(text, d=d)
for text in ("OrderedDict.fromkeys([[]])", "dict.fromkeys([[]])", "OrderedDict().move_to_end([])", "remember([])",
             "{[]}", "set().add([])", "frozenset([[]])", "{1}.discard([])", "{1}.remove([])", "[] in {1}",
             "[] in frozenset()", "{[]: 1}", "{**{}, []: 1}", "{x: 1 for x in [[]]}", "{[] for x in '1'}", "set([[]])",
             "hash([])", "hash(([],))", "({},) in {1}", "{([],): 1}", "{1}.union([[]])", "{1}.update([[]])",
             "{1}.intersection([[]])", "{1}.issuperset([[]])", "{1}.difference([[]])", "{1}.symmetric_difference([[]])"):
    attempt(text)
