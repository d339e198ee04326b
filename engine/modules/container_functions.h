#pragma once
// What collections.py, heapq.py and bisect.py leave to C++: what is written in C in CPython too,
// and compares, hashes or indexes with special methods that may change the container meanwhile.

#include "engine/objects/objects.h"

namespace awaitscope {

void add_container_functions(Dict* module);  // to _engine

}  // namespace awaitscope
