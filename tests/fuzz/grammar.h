// Programs made from Python's grammar: each parses, and runs against itself. Classes have special
// methods that raise, return what they must not, change what is being looked at, or lead to
// themselves; the statements hand such objects to operators, builtins, containers, coroutines and
// asyncio.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/syntax/version.h"

namespace awaitscope {

// The program that the bytes choose: each byte decides once, and where none is left the shortest
// choice is taken. The same bytes make the same program; any bytes make one that the version
// accepts.
std::string program_of(const uint8_t* data, size_t size, Version version);

}  // namespace awaitscope
