#pragma once
// The parts that the builtins module consists of. Not for other layers.

#include <span>

#include "engine/objects/native_function.h"

namespace awaitscope {

std::span<const NativeDefinition> output_functions();     // print, input, open, exit ...
std::span<const NativeDefinition> object_functions();     // len, repr, getattr, isinstance ...
std::span<const NativeDefinition> iteration_functions();  // iter, next, sorted, sum, min, any ...
std::span<const NativeDefinition> number_functions();     // abs, round, divmod, pow, hex, ord ...
void register_iteration_types();                          // enumerate, zip, map, filter, reversed

struct IterationTypes {
  Type *enumerate, *zip, *map, *filter, *reversed, *callable_iterator;
};
extern IterationTypes iteration_types;
Ref new_callable_iterator(Value callable, Value sentinel);  // iter(callable, sentinel)

extern Type* sentinel_type;  // since 3.15
void register_sentinel();

}  // namespace awaitscope
