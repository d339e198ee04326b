#pragma once
// The parts that register_objects() consists of.

#include "engine/objects/text.h"
#include "engine/objects/value.h"

namespace awaitscope {

bool can_be_called(Value object);  // callable(object)
Str* attribute_name(Value name);   // interned; null: TypeError pending, it is no text

void register_type_type();       // type
void register_function_types();  // functions, methods, modules, cells, code
void register_descriptors();     // property, staticmethod, classmethod
void register_objects();         // object, and all of these

}  // namespace awaitscope
