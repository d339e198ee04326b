// The methods of ranges and slices.

#include "engine/builtins/containers/container_methods.h"

namespace awaitscope {

namespace {

Range* self_of(const Args& args) { return as<Range>(args[0]); }

// (cls, start, stop, step), as many as given.
bool fill(int64_t (&bounds)[3], std::span<const Value> given, bool& needs_python) {
  needs_python = false;
  for (size_t i = 0; i < given.size(); ++i) {
    if (!is_integer(given[i])) {
      needs_python = needs_index(given[i]);
      if (!needs_python) {
        raise_type_error(
            {"'", type_name(given[i]), "' object cannot be interpreted as an integer"});
      }
      return false;
    }
    if (!as_int64(given[i], bounds[i])) {
      raise_error(types.OverflowError, "range() of numbers beyond 64 bits is not supported");
      return false;
    }
  }
  return true;
}

Ref range_of(std::span<const Value> given) {
  int64_t bounds[3] = {0, 0, 1};
  bool needs_python;
  if (!fill(bounds, given, needs_python)) return needs_python ? try_coroutine() : Ref();
  if (given.size() == 1) return new_range(0, bounds[0], 1);
  if (bounds[2] == 0) return raise_value_error({"range() arg 3 must not be zero"});
  return new_range(bounds[0], bounds[1], bounds[2]);
}

std::span<const Value> given_to(const Args& args) {
  uint32_t count = 1;
  while (count < 4 && args[count]) ++count;
  return args.positional().subspan(1, count - 1);
}

Ref range_new(Args& args) { return range_of(given_to(args)); }
Native range_new_slow(Args args) {
  std::span<const Value> given = given_to(args);
  Ref resolved[3];
  for (size_t i = 0; i < given.size(); ++i) {
    resolved[i] = co_await resolve_index(given[i]);
    if (resolved[i].is_null()) co_return Ref();
  }
  Value values[] = {resolved[0], resolved[1], resolved[2]};
  co_return range_of(std::span<const Value>(values, given.size()));
}

Ref range_repr(Args& args) {
  Range* range = self_of(args);
  std::string text =
      concat({"range(", std::to_string(range->start), ", ", std::to_string(range->stop)});
  if (range->step != 1) text += concat({", ", std::to_string(range->step)});
  return new_str(text + ")");
}

template <bool negate>
Ref range_eq(Args& args) {
  if (!is<Range>(args[1])) return Value::not_implemented();
  return Value::boolean((equal_fast(args[0], args[1]) == 1) != negate);
}
Ref hash_by_layout(Args& args) {
  uint64_t hash;
  if (!hash_value(args[0], hash)) return {};
  return new_int(int64_t(hash));
}

Ref range_index(Args& args) {
  Ref inside = contains_by_layout(args[0], args[1]);
  if (is_try_coroutine(inside)) return inside;
  if (inside.get() == Value::boolean(true)) {
    int64_t at = 0;
    if (is<Float>(args[1])) {
      at = int64_t(float_of(args[1]));
    } else {
      as_int64(args[1], at);
    }
    return new_int((at - self_of(args)->start) / self_of(args)->step);
  }
  if (is_integer(args[1]) && since(Version::V3_14)) {
    return raise_value_error({"range.index(x): x not in range"});
  }
  Ref text = repr_fast(args[1]);
  if (text.is_null()) return is_pending() ? Ref() : try_coroutine();
  if (!is_integer(args[1])) return raise_value_error({"sequence.index(x): x not in sequence"});
  return raise_value_error({text_of(text), " is not in range"});
}
Native range_index_slow(Args args) {
  Range* range = self_of(args);
  int64_t length = range_length(range);
  for (int64_t i = 0; i < length; ++i) {
    Ref number = new_int(range->start + i * range->step);
    CO_TRY(same, equal(number, args[1]));
    if (same.get() == Value::boolean(true)) co_return new_int(i);
  }
  co_return raise_value_error({"sequence.index(x): x not in sequence"});
}
Ref range_count(Args& args) {
  Ref inside = contains_by_layout(args[0], args[1]);
  if (is_try_coroutine(inside)) return inside;
  return Value::of_int(inside.get() == Value::boolean(true));
}
Native range_count_slow(Args args) {
  Range* range = self_of(args);
  int64_t length = range_length(range), count = 0;
  for (int64_t i = 0; i < length; ++i) {
    Ref number = new_int(range->start + i * range->step);
    CO_TRY(same, equal(number, args[1]));
    count += same.get() == Value::boolean(true);
  }
  co_return new_int(count);
}
Ref range_bool(Args& args) { return Value::boolean(range_length(self_of(args)) > 0); }
Ref get_range_start(Args& args) { return new_int(self_of(args)->start); }
Ref get_range_stop(Args& args) { return new_int(self_of(args)->stop); }
Ref get_range_step(Args& args) { return new_int(self_of(args)->step); }

constexpr NativeDefinition kRangeMethods[] = {
    static_method("__new__", "(cls, start, stop=<null>, step=<null>, /)", range_new,
                  range_new_slow),
    method("__repr__", "(self, /)", range_repr),
    method("__len__", "(self, /)", method_len),
    method("__bool__", "(self, /)", range_bool),
    method("__iter__", "(self, /)", method_iter),
    method("__reversed__", "(self, /)", method_reversed),
    method("__contains__", "(self, item, /)", method_contains, method_contains_slow),
    method("__getitem__", "(self, index, /)", method_getitem, method_getitem_slow),
    method("__eq__", "(self, other, /)", range_eq<false>),
    method("__ne__", "(self, other, /)", range_eq<true>),
    method("__hash__", "(self, /)", hash_by_layout),
    method("index", "(self, value, /)", range_index, range_index_slow),
    method("count", "(self, value, /)", range_count, range_count_slow),
    getter("start", get_range_start),
    getter("stop", get_range_stop),
    getter("step", get_range_step),
};

// --- slices ---

Ref slice_new(Args& args) {
  std::span<const Value> given = given_to(args);
  if (given.size() == 1) return new_slice(Value::none(), given[0], Value::none());
  return new_slice(given[0], given[1], given.size() == 3 ? given[2] : Value::none());
}

Ref slice_repr(Args& args) {
  auto* slice = as<Slice>(args[0]);
  Ref parts[] = {repr_fast(slice->start), repr_fast(slice->stop), repr_fast(slice->step)};
  for (Ref& part : parts) {
    if (part.is_null()) return is_pending() ? Ref() : try_coroutine();
  }
  return new_str(
      concat({"slice(", text_of(parts[0]), ", ", text_of(parts[1]), ", ", text_of(parts[2]), ")"}));
}
Native slice_repr_slow(Args args) {
  auto* slice = as<Slice>(args[0]);
  CO_TRY(start, repr_of(slice->start));
  CO_TRY(stop, repr_of(slice->stop));
  CO_TRY(step, repr_of(slice->step));
  co_return new_str(
      concat({"slice(", text_of(start), ", ", text_of(stop), ", ", text_of(step), ")"}));
}

Ref slice_indices_method(Args& args) {
  if (needs_index(args[0]) || needs_index(args[1])) return try_coroutine();
  int64_t length;
  if (!is_integer(args[1])) {
    return raise_type_error(
        {"'", type_name(args[1]), "' object cannot be interpreted as an integer"});
  }
  if (!as_int64(args[1], length)) length = INT64_MAX;
  if (length < 0) return raise_value_error({"length should not be negative"});
  SliceIndices at;
  if (!slice_indices(as<Slice>(args[0]), length, at)) return {};
  Ref start = new_int(at.start), stop = new_int(at.stop), step = new_int(at.step);
  return new_tuple({start.get(), stop.get(), step.get()});
}
Native slice_indices_slow(Args args) {
  CO_TRY(length, resolve_index(args[1]));
  int64_t number = 0;
  if (as_int64(length, number) && number < 0)
    co_return raise_value_error({"length should not be negative"});
  CO_TRY(slice, resolve_index(args[0]));
  Value values[] = {slice, length};
  Args again{values, 2, nullptr};
  co_return slice_indices_method(again);
}

template <Comparison how>
Native slice_compare(Args args) {
  if (!is<Slice>(args[1])) co_return Value::not_implemented();
  auto *a = as<Slice>(args[0]), *b = as<Slice>(args[1]);
  Ref x = new_tuple({a->start, a->stop, a->step}), y = new_tuple({b->start, b->stop, b->step});
  co_return co_await compare(x, y, how);
}

Ref get_start(Args& args) { return as<Slice>(args[0])->start; }
Ref get_stop(Args& args) { return as<Slice>(args[0])->stop; }
Ref get_step(Args& args) { return as<Slice>(args[0])->step; }

constexpr NativeDefinition kSliceMethods[] = {
    static_method("__new__", "(cls, start, stop=<null>, step=<null>, /)", slice_new),
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem).since(Version::V3_15),
    method("__repr__", "(self, /)", slice_repr, slice_repr_slow),
    method("indices", "(self, length, /)", slice_indices_method, slice_indices_slow),
    method("__eq__", "(self, other, /)", slice_compare<Comparison::Eq>),
    method("__ne__", "(self, other, /)", slice_compare<Comparison::Ne>),
    method("__lt__", "(self, other, /)", slice_compare<Comparison::Lt>),
    method("__le__", "(self, other, /)", slice_compare<Comparison::Le>),
    method("__gt__", "(self, other, /)", slice_compare<Comparison::Gt>),
    method("__ge__", "(self, other, /)", slice_compare<Comparison::Ge>),
    getter("start", get_start),
    getter("stop", get_stop),
    getter("step", get_step),
};

}  // namespace

void register_range() {
  types.range = new_builtin_type({.name = "range",
                                  .layout = Kind::Range,
                                  .instance_size = sizeof(Range),
                                  .flags = Type::kNoSubclass,
                                  .methods = kRangeMethods});
  types.slice = new_builtin_type({.name = "slice",
                                  .layout = Kind::Slice,
                                  .instance_size = sizeof(Slice),
                                  .flags = Type::kNoSubclass,
                                  .methods = kSliceMethods});
  make_unhashable(types.slice);
}

}  // namespace awaitscope
