// dict.keys(), dict.values(), dict.items().

#include "engine/builtins/containers/container_methods.h"
#include "engine/builtins/containers/mapping_proxy.h"
#include "engine/machine/keyed.h"
#include "engine/objects/in_repr.h"

namespace awaitscope {

namespace {

Ref dict_of(const Args& args) { return as<DictView>(args[0])->dict; }
bool is_view(Value value) {
  Type* type = type_of(value);
  return type == types.dict_keys || type == types.dict_items;
}
bool is_set_like(Value value) { return is<Set>(value) || is_view(value); }

Ref get_mapping(Args& args) { return new_mapping_proxy(dict_of(args)); }

Ref repr_with(Value view, Value text) {
  bool ordered = is_ordered(as<Dict>(as<DictView>(view)->dict));
  std::string_view name = type_name(view);
  return new_str(concat({ordered ? "o" : "", name, "(", text_of(text), ")"}));
}
Ref view_repr(Args& args) {
  if (args[0].object()->flags & kInRepr) return new_str("...");
  InRepr mark(args[0].object());
  Ref iterator = iterator_fast(args[0]), list = new_list();
  Object* object = iterator.get().object();
  FastNext next = next_fast(object->type);
  if (!next) return try_coroutine();
  while (Ref item = next(object)) list_append(as<List>(list), item);
  Ref text = repr_fast(list);
  if (text.is_null()) return is_pending() ? Ref() : try_coroutine();
  return repr_with(args[0], text);
}
Native view_repr_slow(Args args) {
  if (args[0].object()->flags & kInRepr) co_return new_str("...");
  InRepr mark(args[0].object());
  CO_TRY(list, list_of(args[0]));
  CO_TRY(text, repr_of(list));
  co_return repr_with(args[0], text);
}

Ref keys_contains(Args& args) { return contains_by_layout(dict_of(args), args[1]); }
Native keys_contains_slow(Args args) { return dict_has(dict_of(args), args[1]); }

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

// Whether all of `items` (a view or set) are in `container`; or none of them.
Native all_in(Ref items, Ref container, bool inside = true) {
  CO_TRY(iterator, iterator_of(items));
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (item.is_null()) co_return is_pending() ? Ref() : Ref(Value::boolean(true));
    CO_TRY(there, contains(container, item));
    if ((there.get() == Value::boolean(true)) != inside) co_return Value::boolean(false);
  }
}

bool is_ordered_view(Value view) {
  return is_view(view) && is_ordered(as<Dict>(as<DictView>(view)->dict));
}

template <Comparison how>
Native view_compare(Args args) {
  if (!is_set_like(args[1])) co_return Value::not_implemented();
  // Views of an OrderedDict are of a derived type, which is asked first.
  if (is_ordered_view(args[1]) && is_view(args[0]) && !is_ordered_view(args[0])) {
    constexpr Comparison kTurned = how == Comparison::Lt   ? Comparison::Gt
                                   : how == Comparison::Le ? Comparison::Ge
                                   : how == Comparison::Gt ? Comparison::Lt
                                   : how == Comparison::Ge ? Comparison::Le
                                                           : how;
    Value turned[] = {args[1], args[0]};
    co_return co_await view_compare<kTurned>(Args{turned, 2, nullptr});
  }
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

// A view, or what it is combined with, as a new set. Of a dict the hashes are there already.
Native new_set_of(Ref items) {
  Ref set = new_set();
  bool are_keys = type_of(items) == types.dict_keys;
  Ref dict = are_keys ? as<DictView>(items)->dict : Ref();
  CO_TRY(done, set_update(set, are_keys && type_of(dict) == types.dict ? dict : items));
  co_return set;
}

int64_t size_of(Value view_or_set) {
  int64_t size = 0;
  length_by_layout(view_or_set, size);
  return size;
}

Native intersection(Ref view, Ref other) {
  if (!is_view(view)) std::swap(view, other);
  if (type_of(other) == types.set && size_of(view) <= size_of(other)) {
    co_return co_await call_method(other, intern("intersection"), view);
  }
  if (is_view(other) && size_of(other) > size_of(view)) std::swap(view, other);
  Ref set = new_set();
  CO_TRY(iterator, iterator_of(other));
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (item.is_null()) co_return is_pending() ? Ref() : set;
    CO_TRY(there, contains(view, item));
    if (there.get() == Value::boolean(false)) continue;
    CO_TRY(done, add_key(set, item));
  }
}

Ref pair_of(Value key, Value value) { return new_tuple({key, value}); }

// The pairs that only one of two dicts has.
Native different_items(Ref left, Ref right) {
  Ref mine = as<DictView>(left)->dict, set = new_set(), rest;
  if (is_ordered(as<Dict>(mine))) {
    rest = new_dict();
    CO_TRY(done, merge_mapping(rest, mine));
  } else {
    rest = dict_copy(as<Dict>(mine));
  }
  Ref other_ref = as<DictView>(right)->dict;
  auto* other = as<Dict>(other_ref);
  for (uint32_t i = 0; i < other->filled; ++i) {
    Ref key = other->entries[i].key, value = other->entries[i].value;
    if (key.is_null()) continue;
    uint64_t hash = other->entries[i].hash;
    CO_TRY(at, find_entry(rest, key, hash));
    Ref same = Value::boolean(false);
    if (at.get().as_int() >= 0) {
      Ref there = as<Dict>(rest)->entries[at.get().as_int()].value;
      same = co_await equal(there, value);
      if (same.is_null()) co_return same;
    }
    if (same.get() == Value::boolean(true)) {
      at = co_await find_entry(rest, key, hash);
      if (at.is_null()) co_return at;
      if (at.get().as_int() < 0) co_return raise_key_error(key);
      dict_delete_entry(as<Dict>(rest), int32_t(at.get().as_int()));
      continue;
    }
    CO_TRY(done, add_key(set, pair_of(key, value)));
  }
  CO_TRY(done, set_update(set, new_dict_view(types.dict_items, rest)));
  co_return set;
}

enum class Operation : uint8_t { And, Or, Sub, Xor };

Native combine(Ref left, Ref right, Operation how) {
  if (how == Operation::And) co_return co_await intersection(left, right);
  if (how == Operation::Xor && type_of(left) == types.dict_items &&
      type_of(right) == types.dict_items) {
    co_return co_await different_items(left, right);
  }
  CO_TRY(set, new_set_of(left));
  Ref done;
  if (how == Operation::Or) {
    done = co_await set_update(set, right);
  } else {
    const char* method =
        how == Operation::Sub ? "difference_update" : "symmetric_difference_update";
    done = co_await call_method(set, intern(method), right);
  }
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
  if (args[0] == args[1]) co_return Value::boolean(size_of(args[0]) == 0);
  Ref view = args[0], other = args[1];
  bool has_size =
      type_of(other) == types.set || type_of(other) == types.frozenset || is_view(other);
  if (has_size && size_of(other) > size_of(view)) std::swap(view, other);
  co_return co_await all_in(other, view, false);
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
