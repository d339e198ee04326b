#include "engine/builtins/containers/container_methods.h"

#include "engine/machine/operators.h"
#include "engine/machine/vm.h"
#include "engine/objects/generic_alias.h"

namespace awaitscope {

Ref method_len(Args& args) {
  int64_t length = 0;
  length_by_layout(args[0], length);
  return Value::of_int(length);
}

Ref method_iter(Args& args) {
  Value self = args[0];
  switch (self.object()->kind) {
    case Kind::List:
    case Kind::Tuple: return new_sequence_iterator(self);
    case Kind::Dict:
      if (is_ordered(as<Dict>(self))) return new_ordered_iterator(self, Part::Key, false);
      return new_table_iterator(types.dict_key_iterator, self);
    case Kind::Set: return new_table_iterator(types.set_iterator, self);
    case Kind::Range: {
      auto* range = as<Range>(self);
      return new_range_iterator(range->start, range->step, range_length(range));
    }
    default: return iterator_fast(self);  // dict views
  }
}

Ref method_reversed(Args& args) { return reversed_builtin(args[0]); }

Ref method_getitem(Args& args) { return get_item_by_layout(args[0], args[1]); }
Native method_getitem_slow(Args args) {
  CO_TRY(key, resolve_index(args[1]));
  co_return get_item_by_layout(args[0], key);
}

Ref method_contains(Args& args) { return contains_by_layout(args[0], args[1]); }
Native method_contains_slow(Args args) {
  if (is<Range>(args[0])) {
    auto* range = as<Range>(args[0]);
    Ref iterator = new_range_iterator(range->start, range->step, range_length(range));
    while (Ref number = next_fast(types.range_iterator)(iterator.get().object())) {
      Ref same = co_await equal(number, args[1]);
      if (same.is_null() || same.get() == Value::boolean(true)) co_return same;
    }
    co_return Value::boolean(false);
  }
  for (uint32_t i = 0;; ++i) {
    std::span<const Value> items;
    items_of(args[0], items);
    if (i >= items.size()) co_return Value::boolean(false);
    Ref item = items[i];
    Ref same = co_await equal(item, args[1]);
    if (same.is_null() || same.get() == Value::boolean(true)) co_return same;
  }
}

Ref method_repr(Args& args) {
  Ref text = repr_fast(args[0]);
  return text || is_pending() ? text : try_coroutine();
}

Native method_repr_slow(Args args) { return repr_of_items(args[0]); }

Ref method_class_getitem(Args& args) { return new_generic_alias(args[0], args[1]); }

void make_unhashable(Type* type) {
  dict_set(type->dict, names.hash, Value::none());
  modified(type);
}

// --- index and count of lists and tuples ---

static Ref not_in(Value sequence, Value value) {
  if (is<Tuple>(sequence)) return raise_value_error({"tuple.index(x): x not in tuple"});
  if (since(Version::V3_14)) return raise_value_error({"list.index(x): x not in list"});
  Ref shown = repr_fast(value);
  if (shown.is_null()) return is_pending() ? Ref() : try_coroutine();
  return raise_value_error({text_of(shown), " is not in list"});
}

static void clip(Value bound, size_t size, int64_t& at) {
  if (!as_int64(bound, at)) at = as<BigInt>(bound)->negative ? INT64_MIN : INT64_MAX;
  if (at < 0) at = at < -int64_t(size) ? 0 : at + int64_t(size);
}

Ref method_index(Args& args) {
  for (uint32_t i : {2, 3}) {
    if (is_integer(args[i])) continue;
    if (needs_index(args[i])) return try_coroutine();
    return raise_type_error({"slice indices must be integers or have an __index__ method"});
  }
  std::span<const Value> items;
  items_of(args[0], items);
  int64_t start, stop;
  clip(args[2], items.size(), start);
  clip(args[3], items.size(), stop);
  for (int64_t i = start; i < stop && i < int64_t(items.size()); ++i) {
    int same = equal_fast(items[size_t(i)], args[1]);
    if (same < 0) return try_coroutine();
    if (same) return Value::of_int(i);
  }
  return not_in(args[0], args[1]);
}

Native method_index_slow(Args args) {
  Ref bounds[] = {args[2], args[3]};
  for (Ref& bound : bounds) {
    bound = co_await resolve_index(bound);
    if (bound.is_null()) co_return Ref();
  }
  std::span<const Value> items;
  items_of(args[0], items);
  int64_t start, stop;
  clip(bounds[0], items.size(), start);
  clip(bounds[1], items.size(), stop);
  for (int64_t i = start; items_of(args[0], items), i < stop && i < int64_t(items.size()); ++i) {
    Ref item = items[size_t(i)];
    CO_TRY(same, equal(item, args[1]));
    if (same.get() == Value::boolean(true)) co_return Value::of_int(i);
  }
  if (is<Tuple>(args[0]) || since(Version::V3_14)) co_return not_in(args[0], args[1]);
  CO_TRY(shown, repr_of(args[1]));
  co_return raise_value_error({text_of(shown), " is not in list"});
}

Ref method_count(Args& args) {
  std::span<const Value> items;
  items_of(args[0], items);
  int64_t count = 0;
  for (Value item : items) {
    int same = equal_fast(item, args[1]);
    if (same < 0) return try_coroutine();
    count += same;
  }
  return Value::of_int(count);
}

Native method_count_slow(Args args) {
  int64_t count = 0;
  std::span<const Value> items;
  for (uint32_t i = 0; items_of(args[0], items), i < items.size(); ++i) {
    Ref item = items[i];
    CO_TRY(same, equal(item, args[1]));
    count += same.get() == Value::boolean(true);
  }
  co_return Value::of_int(count);
}

// --- comparing ---

static bool holds(int64_t a, Comparison how, int64_t b) {
  switch (how) {
    case Comparison::Lt: return a < b;
    case Comparison::Le: return a <= b;
    case Comparison::Eq: return a == b;
    case Comparison::Ne: return a != b;
    case Comparison::Gt: return a > b;
    default: return a >= b;
  }
}

Ref compare_sequences(Value a, Value b, Comparison how) {
  if (!b.is_object() || a.object()->kind != b.object()->kind) return Value::not_implemented();
  std::span<const Value> x, y;
  items_of(a, x);
  items_of(b, y);
  bool only_equality = how == Comparison::Eq || how == Comparison::Ne;
  if (only_equality && x.size() != y.size() && is<List>(a))
    return Value::boolean(how == Comparison::Ne);
  size_t common = std::min(x.size(), y.size());
  for (size_t i = 0; i < common; ++i) {
    if (x[i] == y[i]) continue;
    // What most keys consist of needs no second look to see which comes first.
    if (x[i].is_int() && y[i].is_int())
      return Value::boolean(holds(x[i].as_int(), how, y[i].as_int()));
    if (type_of(x[i]) == types.str && type_of(y[i]) == types.str) {
      const int order = compare_text(as<Str>(x[i]), as<Str>(y[i]));
      if (order == 0) continue;
      return Value::boolean(holds(order, how, 0));
    }
    int same = equal_fast(x[i], y[i]);
    if (same < 0) return try_coroutine();
    if (same) continue;
    if (only_equality) return Value::boolean(how == Comparison::Ne);
    return compare_fast(x[i], y[i], uint32_t(how));
  }
  return Value::boolean(holds(int64_t(x.size()), how, int64_t(y.size())));
}

Native compare_sequences_slow(Ref a, Ref b, Comparison how) {
  // Lists may change while their items are compared. Their sizes are looked at now, when the items
  // that differ have been found, and never again.
  bool only_equality = how == Comparison::Eq || how == Comparison::Ne;
  std::span<const Value> x, y;
  auto look = [&] { items_of(a, x), items_of(b, y); };
  look();
  if (only_equality && x.size() != y.size() && is<List>(a))
    co_return Value::boolean(how == Comparison::Ne);
  size_t i = 0;
  for (; i < x.size() && i < y.size(); ++i) {
    Ref left = x[i], right = y[i];
    CO_TRY(same, equal(left, right));
    look();
    if (same.get() == Value::boolean(false)) break;
  }
  if (i >= x.size() || i >= y.size())
    co_return Value::boolean(holds(int64_t(x.size()), how, int64_t(y.size())));
  if (only_equality) co_return Value::boolean(how == Comparison::Ne);
  Ref left = x[i], right = y[i];
  co_return co_await compare(left, right, how);
}

// --- others ---

Ref sequence_fast(Value iterable) {
  if (is<List>(iterable) || is<Tuple>(iterable)) {
    return overrides(iterable.object(), Special::iter) ? Ref() : Ref(iterable);
  }
  Ref iterator = iterator_fast(iterable);
  if (iterator.is_null()) return {};
  Object* object = iterator.get().object();
  FastNext next = next_fast(object->type);
  if (!next) return {};
  Ref list = new_list();
  while (Ref item = next(object)) {
    list_append(as<List>(list), item);
    if (has_run() && vm().attention && vm().limits.stopped())
      return raise_error(types.MemoryError, "");
  }
  return is_pending() ? Ref() : list;
}

bool check_size(int64_t size, int64_t times) {
  constexpr int64_t kMost = int64_t(1) << 25;  // items; more than memory is allowed at first
  if (size == 0 || times <= kMost / size) return true;
  raise_error(types.MemoryError, "");
  return false;
}

bool factor_of(Value value, int64_t& times, bool& needs_python) {
  needs_python = false;
  if (!is_integer(value)) {
    if (needs_index(value)) {
      needs_python = true;
    } else {
      raise_type_error({"can't multiply sequence by non-int of type '", type_name(value), "'"});
    }
    return false;
  }
  if (as_int64(value, times)) return true;
  raise_error(types.OverflowError, "cannot fit 'int' into an index-sized integer");
  return false;
}

Ref raise_key_error(Value key) {
  // The key itself, even where it is a tuple, which would be taken for several arguments.
  return raise_error(types.KeyError, key);
}

void register_containers() {
  register_mapping_proxy();
  register_generic_alias();
  register_iterators();
  register_tuple();
  register_list();
  register_dict();
  register_dict_views();
  register_ordered_dict();
  register_set();
  register_range();
}

}  // namespace awaitscope
