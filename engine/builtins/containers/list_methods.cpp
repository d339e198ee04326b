// The methods of lists.

#include <algorithm>

#include "engine/builtins/containers/container_methods.h"
#include "engine/builtins/containers/sort.h"
#include "engine/machine/vm.h"
#include "engine/objects/change.h"

namespace awaitscope {

namespace {

List* self_of(const Args& args) { return as<List>(args[0]); }

Ref list_new(Args& args) { return new_instance(as<Type>(args[0])); }

Ref list_init(Args& args) {
  if (!args[1]) {
    list_clear(self_of(args));
    return Value::none();
  }
  if (args[1] == args[0]) {
    list_clear(self_of(args));
    return Value::none();
  }
  list_clear(self_of(args));
  if (!vm().finalizers.empty()) return try_coroutine();  // they come before the new items
  Ref items = sequence_fast(args[1]);
  if (items.is_null()) return is_pending() ? Ref() : try_coroutine();
  std::span<const Value> span;
  items_of(items, span);
  list_splice(self_of(args), 0, 0, span);
  return Value::none();
}
Native extend_method_slow(Args args);
Native list_init_slow(Args args) {
  list_clear(self_of(args));
  co_await deaths();
  co_return co_await extend_method_slow(args);
}

Ref append(Args& args) {
  list_append(self_of(args), args[1]);
  return Value::none();
}

Ref extend(Args& args) {
  Ref items = sequence_fast(args[1]);
  if (items.is_null()) return is_pending() ? Ref() : try_coroutine();
  std::span<const Value> span;
  if (items.get() == args[0]) items = new_list({self_of(args)->items, self_of(args)->size});
  items_of(items, span);
  list_splice(self_of(args), self_of(args)->size, self_of(args)->size, span);
  return Value::none();
}
Native extend_method_slow(Args args) {
  // Item for item: what the iterator does may see the list grow.
  CO_TRY(iterator, iterator_of(args[1]));
  if (asks_length(type_of(args[1]))) {
    CO_TRY(asked, ask_length(args[1]));
  }
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (item.is_null()) co_return is_pending() ? Ref() : Ref(Value::none());
    if (vm().limits.stopped()) co_return raise_error(types.MemoryError, "");
    list_append(self_of(args), item);
  }
}

Ref insert(Args& args) {
  int64_t at;
  if (!is_integer(args[1])) {
    if (needs_index(args[1])) return try_coroutine();
    return raise_type_error(
        {"'", type_name(args[1]), "' object cannot be interpreted as an integer"});
  }
  if (!as_int64(args[1], at)) {
    return raise_error(types.OverflowError, "Python int too large to convert to C ssize_t");
  }
  list_insert(self_of(args), at, args[2]);
  return Value::none();
}
Native insert_slow(Args args) {
  CO_TRY(at, resolve_index(args[1]));
  Value values[] = {args[0], at, args[2]};
  Args again{values, 3, nullptr};
  co_return insert(again);
}

Ref pop(Args& args) {
  List* list = self_of(args);
  int64_t at;
  if (!is_integer(args[1])) {
    if (needs_index(args[1])) return try_coroutine();
    return raise_type_error(
        {"'", type_name(args[1]), "' object cannot be interpreted as an integer"});
  }
  if (list->size == 0) return raise_error(types.IndexError, "pop from empty list");
  if (!as_int64(args[1], at)) {
    return raise_error(types.IndexError, "Python int too large to convert to C ssize_t");
  }
  if (at < 0) at += list->size;
  if (at < 0 || at >= list->size) return raise_error(types.IndexError, "pop index out of range");
  return list_pop(list, at);
}
Native pop_slow(Args args) {
  CO_TRY(at, resolve_index(args[1]));
  Value values[] = {args[0], at};
  Args again{values, 2, nullptr};
  co_return pop(again);
}

// --- looking for an item ---

Ref remove(Args& args) {
  List* list = self_of(args);
  for (uint32_t i = 0; i < list->size; ++i) {
    int same = equal_fast(list->items[i], args[1]);
    if (same < 0) return try_coroutine();
    if (same == 0) continue;
    list_pop(list, i);
    return Value::none();
  }
  return raise_value_error({"list.remove(x): x not in list"});
}
Native remove_slow(Args args) {
  List* list = self_of(args);
  for (uint32_t i = 0; i < list->size; ++i) {
    Ref item = list->items[i];
    CO_TRY(same, equal(item, args[1]));
    if (same.get() != Value::boolean(true)) continue;
    if (i < list->size) list_pop(list, i);
    co_return Value::none();
  }
  co_return raise_value_error({"list.remove(x): x not in list"});
}

Ref clear(Args& args) {
  list_clear(self_of(args));
  return Value::none();
}

Ref reverse(Args& args) {
  List* list = self_of(args);
  std::reverse(list->items, list->items + list->size);
  contents_changed(list);
  return Value::none();
}

Ref copy(Args& args) { return new_list({self_of(args)->items, self_of(args)->size}); }

// --- operators ---

Ref add(Args& args) {
  auto* other = as_if<List>(args[1]);
  if (!other) {
    if (has_own(args[1], Special::radd)) return Value::not_implemented();
    return raise_type_error(
        {"can only concatenate list (not \"", type_name(args[1]), "\") to list"});
  }
  Ref sum = new_list({self_of(args)->items, self_of(args)->size});
  list_splice(as<List>(sum), as<List>(sum)->size, as<List>(sum)->size, {other->items, other->size});
  return sum;
}

Ref inplace_add(Args& args) {
  Ref done = extend(args);
  if (done.is_null() || is_try_coroutine(done)) return done;
  return args[0];
}
Native inplace_add_slow(Args args) {
  CO_TRY(done, extend_method_slow(args));
  co_return args[0];
}

Ref multiply(Args& args) {
  int64_t times;
  bool needs_python;
  if (!factor_of(args[1], times, needs_python)) return needs_python ? try_coroutine() : Ref();
  List* list = self_of(args);
  Ref product = new_list();
  if (times <= 0 || list->size == 0) return product;
  if (!check_size(list->size, times)) return {};
  auto* result = as<List>(product);
  result->size = result->capacity = uint32_t(list->size * times);
  result->items = static_cast<Value*>(heap::allocate(result->size * sizeof(Value)));
  for (uint32_t i = 0; i < result->size; ++i) {
    result->items[i] = list->items[i % list->size];
    retain(result->items[i]);
  }
  return product;
}
Native multiply_slow(Args args) {
  CO_TRY(factor, resolve_index(args[1]));
  Value values[] = {args[0], factor};
  Args again{values, 2, nullptr};
  co_return multiply(again);
}

Ref inplace_multiply(Args& args) {
  Ref product = multiply(args);
  if (product.is_null() || is_try_coroutine(product)) return product;
  std::span<const Value> items;
  items_of(product, items);
  list_splice(self_of(args), 0, self_of(args)->size, items);
  return args[0];
}
Native inplace_multiply_slow(Args args) {
  CO_TRY(factor, resolve_index(args[1]));
  Value values[] = {args[0], factor};
  Args again{values, 2, nullptr};
  co_return inplace_multiply(again);
}

Ref setitem(Args& args) { return set_item_by_layout(args[0], args[1], args[2]); }
Native setitem_slow(Args args) {
  Ref key = args[1];
  if (needs_index(key)) {
    key = co_await resolve_index(key);
    if (key.is_null()) co_return key;
  }
  auto* slice = as_if<Slice>(key);
  if (!slice || !args[2]) co_return set_item_by_layout(args[0], key, args[2]);
  // Where the slice is, is known before the items are.
  SliceIndices at;
  List* list = self_of(args);
  if (!slice_indices(slice, list->size, at)) co_return Ref();
  Ref value = args[2];
  if (!is<List>(value) && !is<Tuple>(value)) {
    Ref iterator = co_await iterator_of(value);
    if (iterator.is_null()) {
      if (pending_is(types.TypeError)) {
        take_pending();
        raise_type_error({at.step != 1 || since(Version::V3_13)
                              ? "must assign iterable to extended slice"
                              : "can only assign an iterable"});
      }
      co_return Ref();
    }
    // The iterator of what has only __getitem__ tells a length too.
    if (!find_special(type_of(value), Special::iter) && asks_length(type_of(value))) {
      CO_TRY(asked, ask_length(value));
    }
    value = co_await list_of(iterator);
    if (value.is_null()) co_return value;
  }
  if (at.step != 1) {
    std::span<const Value> items;
    items_of(value, items);
    if (value.get() != args[0] && int64_t(items.size()) != at.count)
      co_return wrong_slice_size(items.size(), at.count);
    co_return set_item_by_layout(args[0], key, value);
  }
  std::span<const Value> items;
  if (value.get() == args[0]) value = new_list({list->items, list->size});
  items_of(value, items);
  int64_t start = std::min<int64_t>(at.start, list->size);
  int64_t stop = std::min<int64_t>(std::max(at.stop, start), list->size);
  list_splice(list, start, stop, items);
  co_return Value::none();
}
Ref delitem(Args& args) { return set_item_by_layout(args[0], args[1], {}); }
Native delitem_slow(Args args) {
  CO_TRY(key, resolve_index(args[1]));
  co_return set_item_by_layout(args[0], key, {});
}

Ref sort(Args& args) {
  bool reverse = args[2] == Value::boolean(true);
  if (!args[1].is_none() || (args[2] != Value::boolean(false) && !reverse)) return try_coroutine();
  return sort_fast(self_of(args), reverse) ? Ref(Value::none()) : try_coroutine();
}
Native sort_slow(Args args) {
  if (since(Version::V3_13)) {
    CO_TRY(reversed, truth_of(args[2]));
    co_return co_await sort_list(args[0], args[1], reversed == Value::boolean(true));
  }
  CO_TRY(reverse, resolve_index(args[2]));
  int64_t number = 0;
  if (!as_int64(reverse, number) || number != int32_t(number)) {
    co_return raise_error(types.OverflowError, "Python int too large to convert to C int");
  }
  co_return co_await sort_list(args[0], args[1], number != 0);
}

constexpr NativeDefinition kListMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", list_new),
    method("__init__", "(self, iterable=<null>, /)", list_init, list_init_slow),
    method("append", "(self, item, /)", append),
    method("extend", "(self, iterable, /)", extend, extend_method_slow),
    method("insert", "(self, index, item, /)", insert, insert_slow),
    method("pop", "(self, index=-1, /)", pop, pop_slow),
    method("remove", "(self, value, /)", remove, remove_slow),
    method("clear", "(self, /)", clear),
    method("index", "(self, value, start=0, stop=4611686018427387903, /)", method_index,
           method_index_slow),
    method("count", "(self, value, /)", method_count, method_count_slow),
    method("sort", "(self, /, *, key=None, reverse=False)", sort, sort_slow),
    method("reverse", "(self, /)", reverse),
    method("copy", "(self, /)", copy),
    method("__repr__", "(self, /)", method_repr, method_repr_slow),
    method("__len__", "(self, /)", method_len),
    method("__iter__", "(self, /)", method_iter),
    method("__reversed__", "(self, /)", method_reversed),
    method("__contains__", "(self, item, /)", method_contains, method_contains_slow),
    method("__getitem__", "(self, index, /)", method_getitem, method_getitem_slow),
    method("__setitem__", "(self, index, value, /)", setitem, setitem_slow),
    method("__delitem__", "(self, index, /)", delitem, delitem_slow),
    method("__add__", "(self, other, /)", add),
    method("__iadd__", "(self, other, /)", inplace_add, inplace_add_slow),
    method("__mul__", "(self, times, /)", multiply, multiply_slow),
    method("__rmul__", "(self, times, /)", multiply, multiply_slow),
    method("__imul__", "(self, times, /)", inplace_multiply, inplace_multiply_slow),
    method("__eq__", "(self, other, /)", method_compare_sequences<Comparison::Eq>,
           method_compare_sequences_slow<Comparison::Eq>),
    method("__ne__", "(self, other, /)", method_compare_sequences<Comparison::Ne>,
           method_compare_sequences_slow<Comparison::Ne>),
    method("__lt__", "(self, other, /)", method_compare_sequences<Comparison::Lt>,
           method_compare_sequences_slow<Comparison::Lt>),
    method("__le__", "(self, other, /)", method_compare_sequences<Comparison::Le>,
           method_compare_sequences_slow<Comparison::Le>),
    method("__gt__", "(self, other, /)", method_compare_sequences<Comparison::Gt>,
           method_compare_sequences_slow<Comparison::Gt>),
    method("__ge__", "(self, other, /)", method_compare_sequences<Comparison::Ge>,
           method_compare_sequences_slow<Comparison::Ge>),
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem),
};

}  // namespace

void register_list() {
  types.list = new_builtin_type({.name = "list",
                                 .layout = Kind::List,
                                 .instance_size = sizeof(List),
                                 .methods = kListMethods});
  make_unhashable(types.list);
}

}  // namespace awaitscope
