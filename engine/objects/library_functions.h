#pragma once
// Functions and methods that CPython's library has in Python and the engine in C++: to the program
// they are a "function" and a "method", not builtins.

#include "engine/objects/type.h"

namespace awaitscope {

extern Type *library_function_type, *library_method_type;

}  // namespace awaitscope
