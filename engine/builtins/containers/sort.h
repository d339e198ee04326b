#pragma once
// Sorting lists: stable, comparing with < in CPython's order as far as a program with a __lt__ of
// its own may depend on it (lists of fewer than 64 items: exactly).

#include "engine/machine/native.h"

namespace awaitscope {

// Numbers only, or text only; false: nothing was done, Python code may have to run.
bool sort_fast(List* list, bool reverse);
Native sort_list(Ref list, Ref key /* or None */, bool reverse);  // None

}  // namespace awaitscope
