#pragma once
// What the files about exceptions share. Not for other layers.

#include <span>

#include "engine/objects/native_function.h"
#include "engine/objects/raise.h"

namespace awaitscope {

Ref new_exception_object(Type* type, std::span<const Value> args);
void set_cause(Exception* exception, Value cause);  // or None; the context is no longer shown
std::span<const NativeDefinition> exception_group_methods();

}  // namespace awaitscope
