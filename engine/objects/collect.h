#pragma once
// Which objects lead to which, beside collect_cycles() (world.h).

#include <unordered_set>

#include "engine/objects/objects.h"

namespace awaitscope {

// All that an object leads to, itself included, as far as the runtime can see into it.
std::unordered_set<const Object*> reachable_from(Value root);

}  // namespace awaitscope
