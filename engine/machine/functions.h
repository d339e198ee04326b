#pragma once
// Code objects as the machine has them, linked, and the functions and methods made of them.

#include <memory>

#include "engine/objects/objects.h"

namespace awaitscope {

// A CodeObject with all nested ones. `file`: null for the engine's own modules; only the code of
// the program's file leaves events.
Ref link(std::shared_ptr<const Code> code, Str* file);
void destroy_code(Object* code);  // TypeSlots::destroy
Ref new_function(CodeObject* code, Dict* globals, Value qualname);
Ref new_method(Value function, Value self);

}  // namespace awaitscope
