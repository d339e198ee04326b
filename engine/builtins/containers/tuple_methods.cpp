// The methods of tuples.

#include "engine/builtins/containers/container_methods.h"
#include "engine/machine/keyed.h"
#include "engine/machine/protocols.h"

namespace awaitscope {

namespace {

Tuple* self_of(const Args& args) { return as<Tuple>(args[0]); }

// A tuple of a class derived from tuple.
Ref of_type(Type* type, Ref items) {
  std::span<const Value> span;
  items_of(items, span);
  if (type == types.tuple) {
    bool is_tuple = items.get().object()->type == types.tuple;
    return is_tuple ? items : new_tuple(span);
  }
  auto size = uint32_t(span.size());
  auto* tuple = make_object<Tuple>(type, size > 1 ? (size - 1) * sizeof(Value) : 0);
  tuple->size = size;
  for (uint32_t i = 0; i < size; ++i) {
    retain(span[i]);
    tuple->items[i] = span[i];
  }
  return Ref::adopt(tuple);
}

Ref tuple_new(Args& args) {
  auto* type = as<Type>(args[0]);
  if (!args[1]) return of_type(type, new_tuple({}));
  Ref items = sequence_fast(args[1]);
  if (items.is_null()) return is_pending() ? Ref() : try_coroutine();
  return of_type(type, items);
}
Native tuple_new_slow(Args args) {
  CO_TRY(items, items_for_tuple(args[1]));
  co_return of_type(as<Type>(args[0]), items);
}

Ref add(Args& args) {
  auto *a = self_of(args), *b = as_if<Tuple>(args[1]);
  if (!b) {
    if (has_own(args[1], Special::radd)) return Value::not_implemented();
    return raise_type_error(
        {"can only concatenate tuple (not \"", type_name(args[1]), "\") to tuple"});
  }
  if (b->size == 0 && a->type == types.tuple) return args[0];
  if (a->size == 0 && b->type == types.tuple) return args[1];
  Tuple* sum = new_tuple_uninitialized(a->size + b->size);
  for (uint32_t i = 0; i < sum->size; ++i) {
    sum->items[i] = i < a->size ? a->items[i] : b->items[i - a->size];
    retain(sum->items[i]);
  }
  return Ref::adopt(sum);
}

Ref multiply(Args& args) {
  int64_t times;
  bool needs_python;
  if (!factor_of(args[1], times, needs_python)) return needs_python ? try_coroutine() : Ref();
  Tuple* tuple = self_of(args);
  if (times <= 0 || tuple->size == 0) return new_tuple({});
  if (times == 1 && tuple->type == types.tuple) return args[0];
  if (!check_size(tuple->size, times)) return {};
  Tuple* product = new_tuple_uninitialized(uint32_t(tuple->size * times));
  for (uint32_t i = 0; i < product->size; ++i) {
    product->items[i] = tuple->items[i % tuple->size];
    retain(product->items[i]);
  }
  return Ref::adopt(product);
}
Native multiply_slow(Args args) {
  CO_TRY(factor, resolve_index(args[1]));
  Value values[] = {args[0], factor};
  Args again{values, 2, nullptr};
  co_return multiply(again);
}

Ref hash(Args& args) {
  if (needs_python(args[0])) return try_coroutine();
  uint64_t hash;
  if (!hash_tuple_by_layout(self_of(args), hash)) return {};
  return new_int(int64_t(hash));
}
Native hash_slow(Args args) {
  TupleHash hash;
  for (uint32_t i = 0; i < self_of(args)->size; ++i) {
    Ref item = co_await hash_of(self_of(args)->items[i]);
    uint64_t lane;
    if (item.is_null() || !hash_from(item, lane)) co_return Ref();
    hash.add(lane);
  }
  co_return new_int(int64_t(hash.result(self_of(args)->size)));
}

Ref getnewargs(Args& args) { return new_tuple({args[0]}); }

constexpr NativeDefinition kTupleMethods[] = {
    static_method("__new__", "(cls, iterable=<null>, /)", tuple_new, tuple_new_slow),
    method("index", "(self, value, start=0, stop=4611686018427387903, /)", method_index,
           method_index_slow),
    method("count", "(self, value, /)", method_count, method_count_slow),
    method("__repr__", "(self, /)", method_repr, method_repr_slow),
    method("__hash__", "(self, /)", hash, hash_slow),
    method("__len__", "(self, /)", method_len),
    method("__iter__", "(self, /)", method_iter),
    method("__contains__", "(self, item, /)", method_contains, method_contains_slow),
    method("__getitem__", "(self, index, /)", method_getitem, method_getitem_slow),
    method("__getnewargs__", "(self, /)", getnewargs),
    method("__add__", "(self, other, /)", add),
    method("__mul__", "(self, times, /)", multiply, multiply_slow),
    method("__rmul__", "(self, times, /)", multiply, multiply_slow),
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

void register_tuple() {
  types.tuple = new_builtin_type({.name = "tuple",
                                  .layout = Kind::Tuple,
                                  .instance_size = sizeof(Tuple),
                                  .methods = kTupleMethods});
}

}  // namespace awaitscope
