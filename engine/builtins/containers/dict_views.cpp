// dict.keys(), dict.values(), dict.items().

#include "engine/builtins/containers/container_methods.h"
#include "engine/builtins/containers/mapping_proxy.h"
#include "engine/machine/keyed.h"

namespace awaitscope {

namespace {

Ref dict_of(const Args& args) { return as<DictView>(args[0])->dict; }
bool is_view(Value value) {
  Type* type = type_of(value);
  return type == types.dict_keys || type == types.dict_items;
}
bool is_set_like(Value value) { return is<Set>(value) || is_view(value); }

Ref get_mapping(Args& args) { return new_mapping_proxy(dict_of(args)); }

Ref list_of_view(Value view) {
  Ref iterator = iterator_fast(view), list = new_list();
  Object* object = iterator.get().object();
  while (Ref item = next_fast(object->type)(object)) list_append(as<List>(list), item);
  return list;
}

Ref view_repr(Args& args) {
  if (args[0].object()->flags & kInRepr) return new_str("...");
  Ref list = list_of_view(args[0]), text = repr_fast(list);
  if (text.is_null()) return is_pending() ? Ref() : try_coroutine();
  return new_str(concat({type_name(args[0]), "(", text_of(text), ")"}));
}
Native view_repr_slow(Args args) {
  Object* self = args[0].object();
  Ref list = list_of_view(args[0]);
  self->flags |= kInRepr;
  Ref text = co_await repr_of(list);
  self->flags = uint8_t(self->flags & ~kInRepr);
  if (text.is_null()) co_return text;
  co_return new_str(concat({type_name(args[0]), "(", text_of(text), ")"}));
}

Ref keys_contains(Args& args) { return contains_by_layout(dict_of(args), args[1]); }
Native keys_contains_slow(Args args) {
  uint64_t hash;
  CO_TRY(at, find_key(dict_of(args), args[1], &hash));
  co_return Value::boolean(at.get().as_int() >= 0);
}

Native items_contains(Args args) {
  auto* pair = as_if<Tuple>(args[1]);
  if (!pair || pair->size != 2) co_return Value::boolean(false);
  Ref dict = dict_of(args);
  uint64_t hash;
  CO_TRY(at, find_key(dict, pair->items[0], &hash));
  if (at.get().as_int() < 0) co_return Value::boolean(false);
  Ref value = as<Dict>(dict)->entries[at.get().as_int()].value;
  co_return co_await equal(value, pair->items[1]);
}

// Whether all of `items` (a view or set) are in `container`.
Native all_in(Ref items, Ref container) {
  CO_TRY(list, list_of(items));
  for (uint32_t i = 0; i < as<List>(list)->size; ++i) {
    Ref inside = co_await contains(container, as<List>(list)->items[i]);
    if (inside.is_null() || inside.get() == Value::boolean(false)) co_return inside;
  }
  co_return Value::boolean(true);
}

template <Comparison how>
Native view_compare(Args args) {
  if (!is_set_like(args[1])) co_return Value::not_implemented();
  int64_t mine = 0, theirs = 0;
  length_by_layout(args[0], mine);
  length_by_layout(args[1], theirs);
  bool possible = how == Comparison::Lt   ? mine < theirs
                  : how == Comparison::Le ? mine <= theirs
                  : how == Comparison::Gt ? mine > theirs
                  : how == Comparison::Ge ? mine >= theirs
                                          : mine == theirs;
  if (!possible) co_return Value::boolean(how == Comparison::Ne);
  bool reversed = how == Comparison::Gt || how == Comparison::Ge;
  Ref inside = co_await all_in(reversed ? args[1] : args[0], reversed ? args[0] : args[1]);
  if (inside.is_null() || how != Comparison::Ne) co_return inside;
  co_return Value::boolean(inside.get() == Value::boolean(false));
}

enum class Operation : uint8_t { And, Or, Sub, Xor };
constexpr const char* kUpdates[] = {"intersection_update", "update", "difference_update",
                                    "symmetric_difference_update"};

Native combine(Ref left, Ref right, Operation how) {
  Ref set = new_set();
  CO_TRY(done, call_method(set, intern("update"), left));
  done = co_await call_method(set, intern(kUpdates[int(how)]), right);
  if (done.is_null()) co_return done;
  co_return set;
}
template <Operation how>
Native view_operation(Args args) {
  return combine(args[0], args[1], how);
}
template <Operation how>
Native view_reflected(Args args) {
  return combine(args[1], args[0], how);
}

Native view_isdisjoint(Args args) {
  CO_TRY(iterator, iterator_of(args[1]));
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (item.is_null()) co_return is_pending() ? Ref() : Ref(Value::boolean(true));
    CO_TRY(inside, contains(args[0], item));
    if (inside.get() == Value::boolean(true)) co_return Value::boolean(false);
  }
}

#define AWAITSCOPE_VIEW_METHODS                                                                 \
  method("__repr__", "(self, /)", view_repr, view_repr_slow),                                   \
      method("__len__", "(self, /)", method_len), method("__iter__", "(self, /)", method_iter), \
      method("__reversed__", "(self, /)", method_reversed), getter("mapping", get_mapping)
#define AWAITSCOPE_SET_LIKE_METHODS                                           \
  method("isdisjoint", "(self, other, /)", view_isdisjoint),                  \
      method("__eq__", "(self, other, /)", view_compare<Comparison::Eq>),     \
      method("__ne__", "(self, other, /)", view_compare<Comparison::Ne>),     \
      method("__lt__", "(self, other, /)", view_compare<Comparison::Lt>),     \
      method("__le__", "(self, other, /)", view_compare<Comparison::Le>),     \
      method("__gt__", "(self, other, /)", view_compare<Comparison::Gt>),     \
      method("__ge__", "(self, other, /)", view_compare<Comparison::Ge>),     \
      method("__and__", "(self, other, /)", view_operation<Operation::And>),  \
      method("__or__", "(self, other, /)", view_operation<Operation::Or>),    \
      method("__sub__", "(self, other, /)", view_operation<Operation::Sub>),  \
      method("__xor__", "(self, other, /)", view_operation<Operation::Xor>),  \
      method("__rand__", "(self, other, /)", view_reflected<Operation::And>), \
      method("__ror__", "(self, other, /)", view_reflected<Operation::Or>),   \
      method("__rsub__", "(self, other, /)", view_reflected<Operation::Sub>), \
      method("__rxor__", "(self, other, /)", view_reflected<Operation::Xor>)

constexpr NativeDefinition kKeysMethods[] = {
    AWAITSCOPE_VIEW_METHODS,
    AWAITSCOPE_SET_LIKE_METHODS,
    method("__contains__", "(self, key, /)", keys_contains, keys_contains_slow),
};
constexpr NativeDefinition kItemsMethods[] = {
    AWAITSCOPE_VIEW_METHODS,
    AWAITSCOPE_SET_LIKE_METHODS,
    method("__contains__", "(self, item, /)", items_contains),
};
constexpr NativeDefinition kValuesMethods[] = {AWAITSCOPE_VIEW_METHODS};
#undef AWAITSCOPE_VIEW_METHODS
#undef AWAITSCOPE_SET_LIKE_METHODS

Type* view_type(const char* name, std::span<const NativeDefinition> methods) {
  return new_builtin_type({.name = name,
                           .layout = Kind::Native,
                           .instance_size = sizeof(DictView),
                           .flags = Type::kNoSubclass | Type::kNoInstance,
                           .methods = methods,
                           .slots = {.destroy = destroy_native<DictView>}});
}

}  // namespace

void register_dict_views() {
  types.dict_keys = view_type("dict_keys", kKeysMethods);
  types.dict_values = view_type("dict_values", kValuesMethods);
  types.dict_items = view_type("dict_items", kItemsMethods);
  make_unhashable(types.dict_keys);
  make_unhashable(types.dict_items);
}

}  // namespace awaitscope
