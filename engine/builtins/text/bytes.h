#pragma once
// What bytes are made of.

#include <vector>

#include "engine/machine/native.h"

namespace awaitscope {

// Bytes, or what holds some; null for all else.
const Bytes* bytes_like(Value value);

// The bytes of a bytes object, or those that a list or tuple of integers says; else
// try_coroutine().
Ref bytes_from(Value value);
Native bytes_from_iterable(Ref iterable);

// The coroutine of a function with an argument that bytes_from cannot take: with bytes in its
// place.
template <Ref (*function)(Args&), uint32_t index>
Native bytes_from_slow(Args args) {
  Ref bytes = co_await bytes_from_iterable(args[index]);
  if (!bytes) co_return {};
  std::vector<Value> values(args.values, args.values + args.count);
  values[index] = bytes;
  Args again{values.data(), args.count, nullptr};
  co_return function(again);
}

}  // namespace awaitscope
