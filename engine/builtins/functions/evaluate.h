#pragma once
// Python from a text, outside of the program's own.

#include "engine/machine/native.h"
#include "engine/objects/value.h"

namespace awaitscope {

// What an expression (a Str) comes to in the program's own namespace, as eval() would there.
Native evaluate(Ref text);

}  // namespace awaitscope
