// Slices and ranges: what they select.

#include <algorithm>

#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"

namespace awaitscope {

Ref new_slice(Value start, Value stop, Value step) {
  auto* slice = make_object<Slice>(types.slice);
  slice->start = Ref(start).take();
  slice->stop = Ref(stop).take();
  slice->step = Ref(step).take();
  return Ref::adopt(slice);
}

Ref new_range(int64_t start, int64_t stop, int64_t step) {
  auto* range = make_object<Range>(types.range);
  range->start = start;
  range->stop = stop;
  range->step = step;
  return Ref::adopt(range);
}

int64_t range_length(const Range* range) {
  auto low = uint64_t(range->start), high = uint64_t(range->stop);
  uint64_t count;
  if (range->step > 0) {
    if (range->start >= range->stop) return 0;
    count = (high - low - 1) / uint64_t(range->step) + 1;
  } else {
    if (range->start <= range->stop) return 0;
    count = (low - high - 1) / (0 - uint64_t(range->step)) + 1;
  }
  return int64_t(std::min(count, uint64_t(INT64_MAX)));
}

namespace {

// One bound of a slice; integers beyond 64 bits are as good as the largest.
bool bound_of(Value value, int64_t fallback, int64_t& out) {
  if (value.is_none()) {
    out = fallback;
    return true;
  }
  if (!is_integer(value)) {
    raise_type_error({since(Version::V3_15)
                          ? "slice indices must be integers or have an __index__ method"
                          : "slice indices must be integers or None or have an __index__ method"});
    return false;
  }
  if (!as_int64(value, out)) out = as<BigInt>(value)->negative ? INT64_MIN : INT64_MAX;
  return true;
}

}  // namespace

bool slice_indices(const Slice* slice, int64_t length, SliceIndices& out) {
  if (!bound_of(slice->step, 1, out.step)) return false;
  if (out.step == 0) {
    raise_value_error({"slice step cannot be zero"});
    return false;
  }
  out.step = std::max(out.step, -INT64_MAX);
  bool down = out.step < 0;
  if (!bound_of(slice->start, down ? INT64_MAX : 0, out.start)) return false;
  if (!bound_of(slice->stop, down ? INT64_MIN : INT64_MAX, out.stop)) return false;
  int64_t least = down ? -1 : 0, most = down ? length - 1 : length;
  for (int64_t* bound : {&out.start, &out.stop}) {
    if (*bound < 0) *bound = *bound < -length ? least : *bound + length;
    *bound = std::clamp(*bound, least, most);
  }
  // "From the end" must not be counted from the end a second time.
  if (down && slice->stop.is_none()) out.stop = -1;
  if (down) {
    out.count = out.stop < out.start ? (out.start - out.stop - 1) / -out.step + 1 : 0;
  } else {
    out.count = out.start < out.stop ? (out.stop - out.start - 1) / out.step + 1 : 0;
  }
  return true;
}

}  // namespace awaitscope
