#pragma once
// What the files of the types int, bool, float, str and bytes share. Not for other layers.

#include <string>
#include <vector>

#include "engine/machine/native.h"
#include "engine/objects/native.h"
#include "engine/objects/numbers.h"

namespace awaitscope {

// Text with the decimal digits of all scripts made ASCII, and spaces too; '?' for other characters.
std::string ascii_digits(std::string_view text);

// The bytes of a bytes object, or those that a list or tuple of integers says; else
// try_coroutine().
Ref bytes_from(Value value);
Native bytes_from_iterable(Ref iterable);

// The coroutine of a function with an argument that bytes_from cannot take: with bytes in its
// place.
template <Ref (*function)(Args&), uint32_t index>
Native bytes_from_slowly(Args args) {
  Ref bytes = co_await bytes_from_iterable(args[index]);
  if (!bytes) co_return {};
  std::vector<Value> values(args.values, args.values + args.count);
  values[index] = bytes;
  Args again{values.data(), args.count, nullptr};
  co_return function(again);
}

void register_int_types();
void register_float_type();
void register_numbers();  // both

}  // namespace awaitscope
