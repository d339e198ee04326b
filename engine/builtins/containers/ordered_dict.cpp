// collections.OrderedDict. It is a dict, whose entries lie in order anyway; an entry can be moved.
//
// CPython keeps a list of nodes beside the dict, and finds the node of a key by looking the key up
// once more. Where keys have a __hash__ or an __eq__ of the program's own these look-ups are seen,
// so they are made here too: node_of() stands for each of them.

#include "engine/builtins/containers/container_methods.h"
#include "engine/machine/keyed.h"
#include "engine/objects/in_repr.h"

namespace awaitscope {

namespace {

Type* ordered_dict;

Dict* self_of(const Args& args) { return as<Dict>(args[0]); }

// The index of the entry of a key, or -1. Where the table is another than when this was asked last,
// all nodes are looked for first; `added` is the key of an entry that has no node yet.
Native node_of(Ref dict_ref, Ref key, uint64_t hash, Ref added) {
  auto* dict = as<Dict>(dict_ref);
  if (keys_need_python(dict) && !(dict->detail & kNodesKnown)) {
    dict->detail |= kNodesKnown;
    for (uint32_t i = 0; i < dict->filled; ++i) {
      Ref other = dict->entries[i].key;
      if (!other || other.get() == added.get()) continue;
      Ref at = co_await find_entry(dict_ref, other, dict->entries[i].hash);
      if (at.is_null()) {
        dict->detail &= uint16_t(~kNodesKnown);
        co_return at;
      }
    }
  }
  co_return co_await find_entry(dict_ref, key, hash);
}

Native hashed(Ref key, uint64_t* hash) {
  Ref answer = co_await hash_of(key);
  if (answer.is_null() || !hash_from(answer, *hash)) co_return Ref();
  co_return answer;
}

// --- one key ---

Native store(Ref dict, Ref key, uint64_t hash, Ref value) {
  CO_TRY(done, store_entry(dict, key, hash, value));
  Ref node = co_await node_of(dict, key, hash, key);
  if (node) co_return Value::none();
  Ref error = take_pending();
  Ref at = co_await find_entry(dict, key, hash);  // it was never there
  if (at.is_null()) take_pending();
  if (at && at.get().as_int() >= 0) dict_delete_entry(as<Dict>(dict), int32_t(at.get().as_int()));
  restore_pending(error);
  co_return Ref();
}

Ref setitem(Args& args) { return set_item_by_layout(args[0], args[1], args[2]); }
Native setitem_slow(Args args) {
  uint64_t hash;
  CO_TRY(answer, hashed(args[1], &hash));
  co_return co_await store(args[0], args[1], hash, args[2]);
}

Ref delitem(Args& args) { return set_item_by_layout(args[0], args[1], {}); }
Native delitem_slow(Args args) {
  uint64_t hash;
  CO_TRY(answer, hashed(args[1], &hash));
  if (self_of(args)->used) {
    CO_TRY(node, node_of(args[0], args[1], hash, Ref()));
  }
  CO_TRY(at, find_entry(args[0], args[1], hash));
  if (at.get().as_int() < 0) co_return raise_key_error(args[1]);
  dict_delete_entry(self_of(args), int32_t(at.get().as_int()));
  co_return Value::none();
}

Ref take_entry(Dict* dict, int32_t at) {
  Ref value = dict->entries[at].value;
  dict_delete_entry(dict, at);
  return value;
}

Native take(Ref dict_ref, Ref key, uint64_t hash, Ref fallback) {
  auto* dict = as<Dict>(dict_ref);
  int64_t index = -1;
  if (dict->used) {
    Ref node = co_await node_of(dict_ref, key, hash, Ref());
    bool there = node && node.get().as_int() >= 0;
    if (there) node = co_await node_of(dict_ref, key, hash, Ref());  // to take the node out
    if (node.is_null()) co_return node;
    if (there && dict->used) {
      node = co_await find_entry(dict_ref, key, hash);
      if (node.is_null()) co_return node;
      index = node.get().as_int();
    }
  }
  if (index < 0) co_return fallback ? fallback : raise_key_error(key);
  co_return take_entry(dict, int32_t(index));
}

// The entry of a key where nothing of the program's is asked; false: it is, or the key is
// unhashable.
bool find_fast(Dict* dict, Value key, int32_t& at) {
  uint64_t hash;
  if (needs_python(dict, key)) return false;
  if (!hash_key(key, hash)) {
    take_pending();
    return false;
  }
  at = dict_lookup(dict, key, hash);
  return true;
}

Ref pop(Args& args) {
  int32_t at;
  if (!find_fast(self_of(args), args[1], at)) return try_coroutine();
  if (at >= 0) return take_entry(self_of(args), at);
  return args[2] ? Ref(args[2]) : raise_key_error(args[1]);
}
Native pop_slow(Args args) {
  uint64_t hash;
  CO_TRY(answer, hashed(args[1], &hash));
  co_return co_await take(args[0], args[1], hash, args[2]);
}

Ref pair_of(Value key, Value value) { return new_tuple({key, value}); }

Ref popitem(Args& args) {
  auto* dict = self_of(args);
  if (!args[1].is_bool() || keys_need_python(dict)) return try_coroutine();
  int32_t at = dict_end(dict, args[1] == Value::boolean(true));
  if (at < 0) return raise_error(types.KeyError, "dictionary is empty");
  Ref key = dict->entries[at].key, value = take_entry(dict, at);
  return pair_of(key, value);
}
Native popitem_slow(Args args) {
  CO_TRY(last, truth_of(args[1]));
  int32_t at = dict_end(self_of(args), last.get() == Value::boolean(true));
  if (at < 0) co_return raise_error(types.KeyError, "dictionary is empty");
  Ref key = self_of(args)->entries[at].key;
  CO_TRY(value, take(args[0], key, self_of(args)->entries[at].hash, Ref()));
  co_return pair_of(key, value);
}

Native setdefault(Args args) {
  uint64_t hash;
  if (type_of(args[0])->base != ordered_dict) {  // a class of the program's
    CO_TRY(there, contains(args[0], args[1]));
    if (there.get() == Value::boolean(true)) co_return co_await get_item(args[0], args[1]);
    CO_TRY(done, set_item(args[0], args[1], args[2]));
    co_return args[2];
  }
  CO_TRY(at, find_key(args[0], args[1], &hash));
  if (at.get().as_int() >= 0) co_return self_of(args)->entries[at.get().as_int()].value;
  CO_TRY(answer, hashed(args[1], &hash));
  CO_TRY(done, store(args[0], args[1], hash, args[2]));
  co_return args[2];
}

Ref move_to_end(Args& args) {
  auto* dict = self_of(args);
  int32_t at;
  if (!args[2].is_bool() || !find_fast(dict, args[1], at)) return try_coroutine();
  if (at < 0) return raise_key_error(args[1]);
  bool last = args[2] == Value::boolean(true);
  if (at != dict_end(dict, last)) dict_move_entry(dict, at, last);
  return Value::none();
}
Native move_to_end_slow(Args args) {
  CO_TRY(truth, truth_of(args[2]));
  bool last = truth.get() == Value::boolean(true);
  auto* dict = self_of(args);
  int32_t end = dict_end(dict, last);
  if (end < 0) co_return raise_key_error(args[1]);
  if (dict->entries[end].key == args[1]) co_return Value::none();
  uint64_t hash;
  CO_TRY(answer, hashed(args[1], &hash));
  CO_TRY(node, node_of(args[0], args[1], hash, Ref()));
  if (node.get().as_int() < 0) co_return raise_key_error(args[1]);
  auto at = int32_t(node.get().as_int());
  if (at != dict_end(dict, last)) dict_move_entry(dict, at, last);
  co_return Value::none();
}

// --- making and updating ---

Ref ordered_new(Args& args) {
  Ref made = new_instance(as<Type>(args[0]));
  as<Dict>(made)->detail |= kOrdered;
  return made;
}

Native add_pairs(Ref self, Ref pairs) {
  CO_TRY(iterator, iterator_of(pairs));
  for (;;) {
    Ref pair = co_await next_of(iterator);
    if (pair.is_null()) co_return is_pending() ? Ref() : Ref(Value::none());
    CO_TRY(parts, iterator_of(pair));
    Ref items[3];
    for (int i = 0; i < 3; ++i) {
      items[i] = co_await next_of(parts);
      if (items[i]) continue;
      if (is_pending()) co_return Ref();
      if (i == 0) co_return raise_value_error({"need more than 0 values to unpack"});
      if (i == 1) co_return raise_value_error({"need more than 1 value to unpack"});
      break;
    }
    if (items[2]) co_return raise_value_error({"too many values to unpack (expected 2)"});
    CO_TRY(done, set_item(self, items[0], items[1]));
  }
}

// A method where there is one; null, nothing pending: there is none.
Native method_of(Ref object, Ref name) {
  Ref method = co_await get_attribute(object, as<Str>(name));
  if (method.is_null() && pending_is(types.AttributeError)) take_pending();
  co_return method;
}

Native update_with(Ref self, Ref other) {
  if (type_of(other) == types.dict) {
    co_return co_await add_pairs(self, co_await list_of(new_dict_view(types.dict_items, other)));
  }
  Ref keys = co_await method_of(other, Value::of(names.keys));
  if (keys.is_null() && is_pending()) co_return keys;
  if (keys) {
    keys = co_await call(keys);
    if (keys.is_null()) co_return keys;
    CO_TRY(iterator, iterator_of(keys));
    for (;;) {
      Ref key = co_await next_of(iterator);
      if (key.is_null()) co_return is_pending() ? Ref() : Ref(Value::none());
      CO_TRY(value, get_item(other, key));
      CO_TRY(done, set_item(self, key, value));
    }
  }
  Ref items = co_await method_of(other, Value::of(intern("items")));
  if (items.is_null() && is_pending()) co_return items;
  if (items) {
    items = co_await call(items);
    if (items.is_null()) co_return items;
  }
  co_return co_await add_pairs(self, items ? items : other);
}

// (self, mapping=<null>, /, **kwargs): of __init__ and update.
Native update(Args args) {
  if (args[1]) {
    CO_TRY(done, update_with(args[0], args[1]));
  }
  if (as<Dict>(args[2])->used) co_return co_await update_with(args[0], args[2]);
  co_return Value::none();
}

Native copy(Args args) {
  CO_TRY(made, call(Value::of(type_of(args[0]))));
  auto* dict = self_of(args);
  bool plain = type_of(args[0])->base == ordered_dict;
  for (uint32_t i = 0; i < dict->filled; ++i) {
    Ref key = dict->entries[i].key;
    if (key.is_null()) continue;
    uint64_t hash = dict->entries[i].hash, again;
    Ref value, done;
    if (plain) {
      CO_TRY(at, find_key(args[0], key, &again));
      if (at.get().as_int() < 0) co_return raise_key_error(key);
      value = dict->entries[at.get().as_int()].value;
      done = co_await store(made, key, hash, value);
    } else {
      value = co_await get_item(args[0], key);
      if (value.is_null()) co_return value;
      done = co_await set_item(made, key, value);
    }
    if (done.is_null()) co_return done;
  }
  co_return made;
}

// --- operators ---

template <bool reflected>
Native either(Args args) {
  Ref left = args[reflected ? 1 : 0], right = args[reflected ? 0 : 1];
  if (!is<Dict>(left) || !is<Dict>(right)) co_return Value::not_implemented();
  CO_TRY(made, call(Value::of(type_of(args[0])), left));
  CO_TRY(done, update_with(made, right));
  co_return made;
}
Native inplace_either(Args args) {
  CO_TRY(done, update_with(args[0], args[1]));
  co_return args[0];
}

Native same_keys(Ref left, Ref right) {
  auto *a = as<Dict>(left), *b = as<Dict>(right);
  uint32_t version_a = a->keys_version, version_b = b->keys_version;
  int32_t i = dict_end(a, false), k = dict_end(b, false);
  while (i >= 0 && k >= 0) {
    Ref mine = a->entries[i].key, theirs = b->entries[k].key;
    CO_TRY(same, equal(mine, theirs));
    if (a->keys_version != version_a || b->keys_version != version_b)
      co_return raise_runtime_error({"OrderedDict mutated during iteration"});
    if (same.get() == Value::boolean(false)) co_return same;
    i = dict_beside(a, i, false);
    k = dict_beside(b, k, false);
  }
  co_return Value::boolean(i < 0 && k < 0);
}

template <bool negate>
Native equals(Args args) {
  if (!is<Dict>(args[1])) co_return Value::not_implemented();
  Ref same = co_await call(dict_get(types.dict->dict, names.eq), args[0], args[1]);
  if (same.is_null() || !same.get().is_bool()) co_return same;
  if (same.get() == Value::boolean(true) && is_ordered(as<Dict>(args[1]))) {
    same = co_await same_keys(args[0], args[1]);
    if (same.is_null()) co_return same;
  }
  co_return Value::boolean((same.get() == Value::boolean(true)) != negate);
}

Native repr(Args args) {
  auto* dict = self_of(args);
  std::string_view name = type_name(args[0]);
  if (size_t dot = name.rfind('.'); dot != name.npos) name = name.substr(dot + 1);
  if (!dict->used) co_return new_str(concat({name, "()"}));
  if (dict->flags & kInRepr) co_return new_str("...");
  InRepr mark(dict);
  if (since(Version::V3_12)) {
    Ref copy = new_dict();
    CO_TRY(copied, merge_mapping(copy, args[0]));
    CO_TRY(text, repr_of(copy));
    co_return new_str(concat({name, "(", text_of(text), ")"}));
  }
  Ref pairs;
  if (type_of(args[0])->base == ordered_dict) {
    pairs = new_list();
    for (uint32_t i = 0; i < dict->filled && pairs; ++i) {
      Ref key = dict->entries[i].key;
      if (key.is_null()) continue;
      uint64_t hash;
      Ref at = co_await find_key(args[0], key, &hash);
      if (at && at.get().as_int() < 0) at = raise_key_error(key);
      if (at.is_null()) {
        pairs = Ref();
      } else {
        Ref pair = pair_of(key, dict->entries[at.get().as_int()].value);
        list_append(as<List>(pairs), pair);
      }
    }
  } else {
    pairs = co_await call_method(args[0], intern("items"));
    if (pairs) pairs = co_await list_of(pairs);
  }
  if (pairs.is_null()) co_return pairs;
  CO_TRY(text, repr_of(pairs));
  co_return new_str(concat({name, "(", text_of(text), ")"}));
}

// --- iteration ---

bool unchanged(OrderedIterator* self) {
  if (as<Dict>(self->dict)->keys_version == self->version) return true;
  // Until 3.13 clear() is told from other changes, and ever again.
  if (!as<Dict>(self->dict)->entries && !since(Version::V3_14)) {
    raise_runtime_error({"OrderedDict changed size during iteration"});
    return false;
  }
  self->dict = Ref();
  raise_runtime_error({"OrderedDict mutated during iteration"});
  return false;
}

Ref next_of_ordered(Object* object) {
  auto* self = static_cast<OrderedIterator*>(object);
  if (!self->dict) return {};
  if (self->at < 0) {
    self->dict = Ref();
    return {};
  }
  if (!unchanged(self)) return {};
  auto* dict = as<Dict>(self->dict);
  const Dict::Entry& entry = dict->entries[self->at];
  self->at = dict_beside(dict, self->at, self->reversed);
  if (self->part == Part::Key) return entry.key;
  return self->part == Part::Value ? Ref(entry.value) : pair_of(entry.key, entry.value);
}

Ref ordered_next_fast(Args& args) {
  Ref item = next_of_ordered(args[0].object());
  return item || is_pending() ? item : raise_stop_iteration({});
}

Native slow_ordered_next(Args args) {
  auto* self = as<OrderedIterator>(args[0]);
  if (!self->dict || !self->key || !self->left) {
    self->dict = Ref();
    co_return raise_stop_iteration({});
  }
  if (!unchanged(self)) co_return Ref();
  --self->left;
  Ref dict = self->dict, key = self->key;
  uint64_t hash;
  Ref node;
  if (as<Dict>(dict)->used) {
    node = co_await hashed(key, &hash);
    if (node) node = co_await node_of(dict, key, hash, Ref());
    if (node && node.get().as_int() < 0) node = raise_key_error(key);
  } else {
    raise_key_error(key);
  }
  if (node.is_null()) {
    self->key = Ref();
    co_return node;
  }
  int32_t next = dict_beside(as<Dict>(dict), int32_t(node.get().as_int()), self->reversed);
  self->key = next < 0 ? Ref() : Ref(as<Dict>(dict)->entries[next].key);
  if (self->part == Part::Key) co_return key;
  Ref at = co_await find_key(dict, key, &hash);
  if (at.is_null()) take_pending();
  if (at.is_null() || at.get().as_int() < 0) {
    self->dict = Ref();
    co_return raise_key_error(key);
  }
  Ref value = as<Dict>(dict)->entries[at.get().as_int()].value;
  if (self->part == Part::Value) co_return value;
  // The pair of the last step is used again where nobody else has kept it.
  if (self->pair && self->pair.get().object()->refcount == 1) {
    become_pair(as<Tuple>(self->pair), key.take(), value.take());
  } else {
    self->pair = pair_of(key, value);
  }
  co_return self->pair;
}

Ref itself(Args& args) { return args[0]; }
Ref reversed(Args& args) { return new_ordered_iterator(args[0], Part::Key, true); }

constexpr NativeDefinition kFastIterator[] = {
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", ordered_next_fast),
};
constexpr NativeDefinition kSlowIterator[] = {
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", slow_ordered_next),
};

constexpr NativeDefinition kMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", ordered_new),
    method("__init__", "(self, mapping=<null>, /, **kwargs)", update),
    method("update", "(self, mapping=<null>, /, **kwargs)", update),
    method("setdefault", "(self, key, default=None)", setdefault),
    method("pop", "(self, key, default=<null>)", pop, pop_slow),
    method("popitem", "(self, last=True)", popitem, popitem_slow),
    method("move_to_end", "(self, key, last=True)", move_to_end, move_to_end_slow),
    method("copy", "(self, /)", copy),
    method("__repr__", "(self, /)", repr),
    method("__iter__", "(self, /)", method_iter),
    method("__reversed__", "(self, /)", reversed),
    method("__setitem__", "(self, key, value, /)", setitem, setitem_slow),
    method("__delitem__", "(self, key, /)", delitem, delitem_slow),
    method("__eq__", "(self, other, /)", equals<false>),
    method("__ne__", "(self, other, /)", equals<true>),
    method("__or__", "(self, other, /)", either<false>),
    method("__ror__", "(self, other, /)", either<true>),
    method("__ior__", "(self, other, /)", inplace_either),
};

Type* iterator_type(std::span<const NativeDefinition> methods, FastNext next) {
  Type* type = new_builtin_type({.name = "odict_iterator",
                                 .layout = Kind::Native,
                                 .instance_size = sizeof(OrderedIterator),
                                 .flags = Type::kNoSubclass | Type::kNoInstance,
                                 .methods = methods,
                                 .slots = {.destroy = destroy_native<OrderedIterator>}});
  set_next_fast(type, next);
  return type;
}

}  // namespace

Type* ordered_dict_type() { return ordered_dict; }

void register_ordered_dict() {
  ordered_iterator_type = iterator_type(kFastIterator, next_of_ordered);
  asking_ordered_iterator_type = iterator_type(kSlowIterator, nullptr);
  ordered_dict = new_builtin_type({.name = "collections.OrderedDict",
                                   .base = types.dict,
                                   .layout = Kind::Dict,
                                   .instance_size = sizeof(Dict),
                                   .methods = kMethods});
  make_unhashable(ordered_dict);
}

}  // namespace awaitscope
