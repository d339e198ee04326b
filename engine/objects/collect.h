#pragma once
// Which objects lead to which, and the end of those that only lead to one another.

#include <unordered_set>

#include "engine/objects/objects.h"

namespace awaitscope {

// All that an object leads to, itself included, as far as the runtime can see into it.
std::unordered_set<const Object*> reachable_from(Value root);

// Breaks the reference cycles that nothing outside of them leads to any more, as CPython's gc does:
// empties the objects in them. Returns how many objects that were. Objects with a __del__ or a
// suspended frame go to RunContext::finalizers as they always do.
size_t collect_cycles();

// The end of the only run: whatever it has left behind, reachable or not, lets go of what it holds.
// What make_world() has made stays as it is.
void release_everything();

}  // namespace awaitscope
