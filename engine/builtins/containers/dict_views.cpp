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
  Ref iterator = quick_iterator(view), list = new_list();
  Object* object = iterator.get().object();
  while (Ref item = quick_next(object->type)(object)) list_append(as<List>(list), item);
  return list;
}

Ref view_repr(Args& args) {
  if (args[0].object()->flags & kInRepr) return new_str("...");
  Ref list = list_of_view(args[0]), text = quick_repr(list);
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
  Ref at = co_await find_key(dict_of(args), args[1], &hash);
  if (at.is_null()) co_return at;
  co_return Value::boolean(at.get().as_int() >= 0);
}

Native items_contains(Args args) {
  auto* pair = as_if<Tuple>(args[1]);
  if (!pair || pair->size != 2) co_return Value::boolean(false);
  Ref dict = dict_of(args);
  uint64_t hash;
  Ref at = co_await find_key(dict, pair->items[0], &hash);
  if (at.is_null()) co_return at;
  if (at.get().as_int() < 0) co_return Value::boolean(false);
  Ref value = as<Dict>(dict)->entries[at.get().as_int()].value;
  co_return co_await equal(value, pair->items[1]);
}

// Whether all of `items` (a view or set) are in `container`.
Native all_in(Ref items, Ref container) {
  Ref list = co_await list_of(items);
  if (list.is_null()) co_return list;
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
  Ref done = co_await call_method(set, intern("update"), left);
  if (done.is_null()) co_return done;
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
  Ref iterator = co_await iterator_of(args[1]);
  if (iterator.is_null()) co_return iterator;
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (item.is_null()) co_return is_pending() ? Ref() : Ref(Value::boolean(true));
    Ref inside = co_await contains(args[0], item);
    if (inside.is_null()) co_return inside;
    if (inside.get() == Value::boolean(true)) co_return Value::boolean(false);
  }
}

#define AWAITSCOPE_VIEW_METHODS                                           \
  {"__repr__", "(self, /)", view_repr, view_repr_slow, kMethod},          \
      {"__len__", "(self, /)", method_len, nullptr, kMethod},             \
      {"__iter__", "(self, /)", method_iter, nullptr, kMethod},           \
      {"__reversed__", "(self, /)", method_reversed, nullptr, kMethod}, { \
    "mapping", "(self, /)", get_mapping, nullptr, kGetter                 \
  }
#define AWAITSCOPE_SET_LIKE_METHODS                                                         \
  {"isdisjoint", "(self, other, /)", nullptr, view_isdisjoint, kMethod},                    \
      {"__eq__", "(self, other, /)", nullptr, view_compare<Comparison::Eq>, kMethod},       \
      {"__ne__", "(self, other, /)", nullptr, view_compare<Comparison::Ne>, kMethod},       \
      {"__lt__", "(self, other, /)", nullptr, view_compare<Comparison::Lt>, kMethod},       \
      {"__le__", "(self, other, /)", nullptr, view_compare<Comparison::Le>, kMethod},       \
      {"__gt__", "(self, other, /)", nullptr, view_compare<Comparison::Gt>, kMethod},       \
      {"__ge__", "(self, other, /)", nullptr, view_compare<Comparison::Ge>, kMethod},       \
      {"__and__", "(self, other, /)", nullptr, view_operation<Operation::And>, kMethod},    \
      {"__or__", "(self, other, /)", nullptr, view_operation<Operation::Or>, kMethod},      \
      {"__sub__", "(self, other, /)", nullptr, view_operation<Operation::Sub>, kMethod},    \
      {"__xor__", "(self, other, /)", nullptr, view_operation<Operation::Xor>, kMethod},    \
      {"__rand__", "(self, other, /)", nullptr, view_reflected<Operation::And>, kMethod},   \
      {"__ror__", "(self, other, /)", nullptr, view_reflected<Operation::Or>, kMethod},     \
      {"__rsub__", "(self, other, /)", nullptr, view_reflected<Operation::Sub>, kMethod}, { \
    "__rxor__", "(self, other, /)", nullptr, view_reflected<Operation::Xor>, kMethod        \
  }

constexpr NativeDefinition kKeysMethods[] = {
    AWAITSCOPE_VIEW_METHODS,
    AWAITSCOPE_SET_LIKE_METHODS,
    {"__contains__", "(self, key, /)", keys_contains, keys_contains_slow, kMethod},
};
constexpr NativeDefinition kItemsMethods[] = {
    AWAITSCOPE_VIEW_METHODS,
    AWAITSCOPE_SET_LIKE_METHODS,
    {"__contains__", "(self, item, /)", nullptr, items_contains, kMethod},
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
