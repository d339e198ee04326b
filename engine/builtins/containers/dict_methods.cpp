// The methods of dicts.

#include "engine/builtins/containers/container_methods.h"
#include "engine/machine/keyed.h"

namespace awaitscope {

namespace {

Dict* self_of(const Args& args) { return as<Dict>(args[0]); }

// The entry of a key. `needs_python` is true where Python code has to run to find it.
struct Found {
  bool needs_python = false, failed = false;
  int32_t at = -1;
  uint64_t hash = 0;
  Ref answer() const { return needs_python ? try_coroutine() : Ref(); }
};
Found find_fast(const Dict* dict, Value key, bool to_change = false) {
  Found found;
  if (needs_python(dict, key)) {
    found.needs_python = true;
  } else if (!(to_change ? hash_key_to_change(dict, key, found.hash)
                         : hash_dict_key(key, found.hash))) {
    found.failed = true;
  } else {
    found.at = dict_lookup(dict, key, found.hash);
  }
  return found;
}

// --- making and updating ---

Ref dict_new(Args& args) { return new_instance(as<Type>(args[0])); }

Ref wrong_element(size_t number, size_t length) {
  return raise_value_error({"dictionary update sequence element #", std::to_string(number),
                            " has length ", std::to_string(length), "; 2 is required"});
}

Ref update_fast(Dict* dict, Value mapping) {
  if (is_plain_dict(mapping)) {
    auto* other = as<Dict>(mapping);
    if (keys_need_python(dict) || keys_need_python(other)) return try_coroutine();
    dict_update(dict, other);
    return Value::none();
  }
  std::span<const Value> pairs;
  if (!items_of(mapping, pairs) || overrides(mapping.object(), Special::iter))
    return try_coroutine();
  for (size_t i = 0; i < pairs.size(); ++i) {
    std::span<const Value> pair;
    if (!items_of(pairs[i], pair)) return try_coroutine();
    if (pair.size() != 2) return wrong_element(i, pair.size());
    Found found = find_fast(dict, pair[0], true);
    if (found.needs_python || found.failed) return found.answer();
    if (found.at < 0) {
      dict_insert_new(dict, found.hash, pair[0], pair[1]);
    } else {
      dict_set_entry(dict, found.at, pair[1]);
    }
  }
  return Value::none();
}

Native update_slow(Ref dict, Ref mapping) {
  if (is_plain_dict(mapping)) co_return co_await merge_dict(dict, mapping);
  bool has_keys = mapping.get().is_object() && find(type_of(mapping), names.keys);
  if (!has_keys && mapping.get().is_object() && type_of(mapping)->attributes_offset) {
    Ref keys = co_await get_attribute(mapping, names.keys);
    if (keys.is_null()) {
      if (!pending_is(types.AttributeError)) co_return Ref();
      take_pending();
    }
    has_keys = bool(keys);
  }
  if (has_keys) co_return co_await merge_mapping(dict, mapping);
  CO_TRY(iterator, iterator_of(mapping));
  for (size_t i = 0;; ++i) {
    Ref element = co_await next_of(iterator);
    if (element.is_null()) co_return is_pending() ? Ref() : Ref(Value::none());
    Ref pair = co_await list_of(element);
    if (pair.is_null()) {
      if (pending_is(types.TypeError)) {
        take_pending();
        std::string number = std::to_string(i);
        if (since(Version::V3_14)) {
          raise_type_error({"object is not iterable"});
          add_note_to_pending(concat(
              {"Cannot convert dictionary update sequence element #", number, " to a sequence"}));
        } else {
          raise_type_error(
              {"cannot convert dictionary update sequence element #", number, " to a sequence"});
        }
      }
      co_return Ref();
    }
    auto* items = as<List>(pair);
    if (items->size != 2) co_return wrong_element(i, items->size);
    Ref key = items->items[0], value = items->items[1];
    CO_TRY(done, store_key(dict, key, value));
  }
}

// (self, mapping=<null>, /, **kwargs): of __init__ and update.
Ref update(Args& args) {
  if (args[1]) {
    Ref done = update_fast(self_of(args), args[1]);
    if (done.is_null() || is_try_coroutine(done)) return done;
  }
  auto* by_name = as<Dict>(args[2]);
  if (by_name->used && keys_need_python(self_of(args))) return try_coroutine();
  dict_update(self_of(args), by_name);
  return Value::none();
}
Native update_method_slow(Args args) {
  if (args[1]) {
    CO_TRY(done, update_slow(args[0], args[1]));
  }
  co_return co_await update_slow(args[0], args[2]);
}

Ref fromkeys(Args& args) {
  if (args[0] != Value::of(types.dict)) return try_coroutine();
  bool is_iterator = args[1].is_object() && type_of(args[1])->next_fast;
  Ref keys = is_iterator ? Ref() : sequence_fast(args[1]);
  if (keys.is_null()) return is_pending() ? Ref() : try_coroutine();
  std::span<const Value> items;
  items_of(keys, items);
  Ref dict = new_dict(uint32_t(items.size()));
  for (Value key : items) {
    Found found = find_fast(as<Dict>(dict), key, true);
    if (found.needs_python || found.failed) return found.answer();
    if (found.at < 0) dict_insert_new(as<Dict>(dict), found.hash, key, args[2]);
  }
  return dict;
}
Native fromkeys_slow(Args args) {
  CO_TRY(dict, call(args[0]));
  bool plain = type_of(dict) == types.dict;
  // The keys of dicts and sets are taken with their hashes.
  if (plain && type_of(args[1]) == types.dict && !as<Dict>(dict)->used) {
    auto* from = as<Dict>(args[1]);
    dict_make_room(as<Dict>(dict), from->used);
    for (uint32_t i = 0; i < from->filled; ++i) {
      Ref key = from->entries[i].key;
      if (key.is_null()) continue;
      CO_TRY(done, store_entry(dict, key, from->entries[i].hash, args[2]));
    }
    co_return dict;
  }
  bool is_set = type_of(args[1]) == types.set || type_of(args[1]) == types.frozenset;
  if (plain && is_set && !as<Dict>(dict)->used) {
    dict_make_room(as<Dict>(dict), as<Set>(args[1])->used);
    for (SetCursor at(as<Set>(args[1])); at.next();) {
      Ref key = at.entry->key;
      CO_TRY(done, store_entry(dict, key, at.entry->hash, args[2]));
    }
    co_return dict;
  }
  CO_TRY(iterator, iterator_of(args[1]));
  for (;;) {
    Ref key = co_await next_of(iterator);
    if (key.is_null()) co_return is_pending() ? Ref() : dict;
    Ref done =
        plain ? co_await store_key(dict, key, args[2]) : co_await set_item(dict, key, args[2]);
    if (done.is_null()) co_return done;
  }
}

// --- one key ---

Ref getitem(Args& args) { return get_item_by_layout(args[0], args[1]); }
Native getitem_slow(Args args) { return keyed_item(args[0], args[1]); }

Ref setitem(Args& args) { return set_item_by_layout(args[0], args[1], args[2]); }
Native setitem_slow(Args args) { return store_key(args[0], args[1], args[2]); }

Ref delitem(Args& args) { return set_item_by_layout(args[0], args[1], {}); }
Native delitem_slow(Args args) { return delete_key(args[0], args[1]); }

Native contains_method_slow(Args args) { return dict_has(args[0], args[1]); }

Ref get(Args& args) {
  Found found = find_fast(self_of(args), args[1]);
  if (found.needs_python || found.failed) return found.answer();
  return found.at < 0 ? Ref(args[2]) : Ref(self_of(args)->entries[found.at].value);
}
Native get_slow(Args args) {
  uint64_t hash;
  CO_TRY(at, find_key(args[0], args[1], &hash));
  if (at.get().as_int() < 0) co_return args[2];
  co_return self_of(args)->entries[at.get().as_int()].value;
}

Ref setdefault(Args& args) {
  Found found = find_fast(self_of(args), args[1]);
  if (found.needs_python || found.failed) return found.answer();
  if (found.at >= 0) return self_of(args)->entries[found.at].value;
  dict_insert_new(self_of(args), found.hash, args[1], args[2]);
  return args[2];
}
Native setdefault_slow(Args args) {
  uint64_t hash;
  CO_TRY(at, find_key(args[0], args[1], &hash));
  if (at.get().as_int() >= 0) co_return self_of(args)->entries[at.get().as_int()].value;
  dict_insert_new(self_of(args), hash, args[1], args[2]);
  co_return args[2];
}

Ref take(Dict* dict, int64_t at, Value key, Value fallback) {
  if (at < 0) return fallback ? Ref(fallback) : raise_key_error(key);
  Ref value = dict->entries[at].value;
  dict_delete_entry(dict, int32_t(at));
  return value;
}
Ref pop(Args& args) {
  if (!self_of(args)->used) return take(self_of(args), -1, args[1], args[2]);
  Found found = find_fast(self_of(args), args[1]);
  if (found.needs_python || found.failed) return found.answer();
  return take(self_of(args), found.at, args[1], args[2]);
}
Native pop_slow(Args args) {
  uint64_t hash;
  CO_TRY(at, find_key(args[0], args[1], &hash));
  co_return take(self_of(args), at.get().as_int(), args[1], args[2]);
}

Ref popitem(Args& args) {
  Dict* dict = self_of(args);
  if (dict->used == 0) {
    return raise_error(types.KeyError, "popitem(): dictionary is empty");
  }
  return dict_pop_last(dict);
}

Ref clear(Args& args) {
  dict_clear(self_of(args));
  return Value::none();
}
Ref copy(Args& args) { return dict_copy(self_of(args)); }
Ref keys(Args& args) { return new_dict_view(types.dict_keys, args[0]); }
Ref values(Args& args) { return new_dict_view(types.dict_values, args[0]); }
Ref items(Args& args) { return new_dict_view(types.dict_items, args[0]); }

// --- operators ---

template <bool negate>
Ref equals(Args& args) {
  if (!is<Dict>(args[1])) return Value::not_implemented();
  if (self_of(args)->used != as<Dict>(args[1])->used) return Value::boolean(negate);
  if (keys_need_python(self_of(args))) return try_coroutine();  // even if both are the same
  int same = equal_fast(args[0], args[1]);
  return same < 0 ? try_coroutine() : Ref(Value::boolean(bool(same) != negate));
}
template <bool negate>
Native equals_slow(Args args) {
  Dict* other = as<Dict>(args[1]);
  for (uint32_t i = 0; i < self_of(args)->filled; ++i) {
    Ref key = self_of(args)->entries[i].key, value = self_of(args)->entries[i].value;
    if (key.is_null()) continue;
    CO_TRY(at, find_entry(args[1], key, self_of(args)->entries[i].hash));
    if (at.get().as_int() < 0) co_return Value::boolean(negate);
    Ref their = other->entries[at.get().as_int()].value;
    CO_TRY(same, equal(their, value));
    if (same.get() == Value::boolean(false)) co_return Value::boolean(negate);
  }
  co_return Value::boolean(!negate);
}

Ref merge(Value left, Value right) {
  if (!is<Dict>(left) || !is<Dict>(right)) return Value::not_implemented();
  auto *a = as<Dict>(left), *b = as<Dict>(right);
  if (keys_need_python(a) || keys_need_python(b)) return try_coroutine();
  Ref merged = dict_copy(a);
  dict_update(as<Dict>(merged), b);
  return merged;
}
Native merge_slow(Ref left, Ref right) {
  Ref merged = dict_copy(as<Dict>(left));
  CO_TRY(done, update_slow(merged, right));
  co_return merged;
}
Ref either(Args& args) { return merge(args[0], args[1]); }
Native either_slow(Args args) { return merge_slow(args[0], args[1]); }
Ref reflected_either(Args& args) { return merge(args[1], args[0]); }
Native reflected_either_slow(Args args) { return merge_slow(args[1], args[0]); }

Ref inplace_either(Args& args) {
  Ref done = update_fast(self_of(args), args[1]);
  if (done.is_null() || is_try_coroutine(done)) return done;
  return args[0];
}
Native inplace_either_slow(Args args) {
  CO_TRY(done, update_slow(args[0], args[1]));
  co_return args[0];
}

constexpr NativeDefinition kDictMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", dict_new),
    method("__init__", "(self, mapping=<null>, /, **kwargs)", update, update_method_slow),
    method("update", "(self, mapping=<null>, /, **kwargs)", update, update_method_slow),
    class_method("fromkeys", "(cls, iterable, value=None, /)", fromkeys, fromkeys_slow),
    method("get", "(self, key, default=None, /)", get, get_slow),
    method("setdefault", "(self, key, default=None, /)", setdefault, setdefault_slow),
    method("pop", "(self, key, default=<null>, /)", pop, pop_slow),
    method("popitem", "(self, /)", popitem),
    method("clear", "(self, /)", clear),
    method("copy", "(self, /)", copy),
    method("keys", "(self, /)", keys),
    method("values", "(self, /)", values),
    method("items", "(self, /)", items),
    method("__repr__", "(self, /)", method_repr, method_repr_slow),
    method("__len__", "(self, /)", method_len),
    method("__iter__", "(self, /)", method_iter),
    method("__reversed__", "(self, /)", method_reversed),
    method("__contains__", "(self, key, /)", method_contains, contains_method_slow),
    method("__getitem__", "(self, key, /)", getitem, getitem_slow),
    method("__setitem__", "(self, key, value, /)", setitem, setitem_slow),
    method("__delitem__", "(self, key, /)", delitem, delitem_slow),
    method("__eq__", "(self, other, /)", equals<false>, equals_slow<false>),
    method("__ne__", "(self, other, /)", equals<true>, equals_slow<true>),
    method("__or__", "(self, other, /)", either, either_slow),
    method("__ror__", "(self, other, /)", reflected_either, reflected_either_slow),
    method("__ior__", "(self, other, /)", inplace_either, inplace_either_slow),
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem),
};

}  // namespace

void register_dict() {
  types.dict = new_builtin_type({.name = "dict",
                                 .layout = Kind::Dict,
                                 .instance_size = sizeof(Dict),
                                 .methods = kDictMethods});
  make_unhashable(types.dict);
}

}  // namespace awaitscope
