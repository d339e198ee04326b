// The methods of sets and frozensets. Every operation goes through the tables in the order CPython
// does, so that what it leaves is in CPython's order.

#include <vector>

#include "engine/builtins/containers/container_methods.h"
#include "engine/machine/keyed.h"
#include "engine/objects/change.h"
#include "engine/objects/set.h"

namespace awaitscope {

namespace {

Set* self_of(const Args& args) { return as<Set>(args[0]); }
bool is_frozen(const Set* set) { return set->detail & kFrozen; }

enum class Operation : uint8_t { And, Or, Sub, Xor };

// The items of an iterable where finding them out changes nothing, so that it may be done again,
// and none of them has an equality of its own. `needs_python` is true where that is not so.
struct Others {
  Ref sequence;  // list or tuple; null where needs_python or failed
  bool needs_python = false;
};
Others others_of(Value iterable) {
  if (iterable.is_object() && type_of(iterable)->next_fast) return {Ref(), true};
  Ref sequence = sequence_fast(iterable);
  if (sequence.is_null()) return {Ref(), !is_pending()};
  std::span<const Value> items;
  items_of(sequence, items);
  for (Value item : items) {
    if (needs_python(item)) return {Ref(), true};
  }
  return {sequence, false};
}
// What is no set but a dict has its keys taken with their hashes, and is not asked for an iterator.
bool is_exact_dict(Value value) { return type_of(value) == types.dict; }

// --- update ---

Ref update_fast(Set* set, Value other) {
  if (is<Set>(other)) {
    if (keys_need_python(set) || keys_need_python(as<Set>(other))) return try_coroutine();
    set_merge(set, as<Set>(other));
    return Value::none();
  }
  if (is_exact_dict(other)) {
    if (keys_need_python(set) || keys_need_python(as<Dict>(other))) return try_coroutine();
    set_merge_keys(set, as<Dict>(other));
    return Value::none();
  }
  if (keys_need_python(set)) return try_coroutine();
  Others others = others_of(other);
  if (others.sequence.is_null()) return others.needs_python ? try_coroutine() : Ref();
  std::span<const Value> items;
  items_of(others.sequence, items);
  for (Value item : items) {
    uint64_t hash;
    if (!hash_element(item, hash)) return {};
    set_add_hashed(set, item, hash);
  }
  return Value::none();
}

Ref set_of_fast(Value iterable) {
  if (is<Set>(iterable)) return iterable;
  Ref set = new_set();
  Ref done = update_fast(as<Set>(set), iterable);
  return done.is_null() || is_try_coroutine(done) ? done : set;
}
// A new set or frozenset of the items, as `like` is one.
Native new_set_of(const Set* like, Ref iterable) {
  Ref set = new_set(is_frozen(like));
  CO_TRY(done, set_update(set, iterable));
  co_return set;
}

// --- and, or, sub, xor ---

Ref intersection(const Set* set, Value other) {
  Ref result = new_set(is_frozen(set));
  auto add = [&](Value key, uint64_t hash) { set_add_hashed(as<Set>(result), key, hash); };
  if (is<Set>(other)) {
    const Set* left = set;
    const Set* right = as<Set>(other);
    if (left == right) return set_copy(left, is_frozen(set));
    if (keys_need_python(left) || keys_need_python(right)) return try_coroutine();
    if (right->used > left->used) std::swap(left, right);
    for (SetCursor at(right); at.next();) {
      if (set_lookup(left, at.entry->key, at.entry->hash) >= 0) add(at.entry->key, at.entry->hash);
    }
    return result;
  }
  if (keys_need_python(set)) return try_coroutine();
  Others others = others_of(other);
  if (others.sequence.is_null()) return others.needs_python ? try_coroutine() : Ref();
  std::span<const Value> items;
  items_of(others.sequence, items);
  for (Value item : items) {
    uint64_t hash;
    if (!hash_key(item, hash)) return {};
    if (set_lookup(set, item, hash) >= 0) add(item, hash);
  }
  return result;
}

Ref difference_update(Set* set, Value other) {
  if (is<Set>(other)) {
    auto* right = as<Set>(other);
    if (keys_need_python(set) || keys_need_python(right)) return try_coroutine();
    if (set == right) {
      set_clear(set);
      return Value::none();
    }
    Ref both;
    if ((right->used >> 3) > set->used) {
      both = intersection(set, other);
      right = as<Set>(both);
    }
    for (SetCursor at(right); at.next();) set_discard_hashed(set, at.entry->key, at.entry->hash);
  } else {
    if (keys_need_python(set)) return try_coroutine();
    Others others = others_of(other);
    if (others.sequence.is_null()) return others.needs_python ? try_coroutine() : Ref();
    std::span<const Value> items;
    items_of(others.sequence, items);
    for (Value item : items) {
      uint64_t hash;
      if (!hash_element(item, hash)) return {};
      set_discard_hashed(set, item, hash);
    }
  }
  set_drop_deleted(set);
  return Value::none();
}

Ref difference(const Set* set, Value other) {
  bool is_set = is<Set>(other), is_dict = is_exact_dict(other);
  uint32_t size = is_set ? as<Set>(other)->used : is_dict ? as<Dict>(other)->used : 0;
  if ((!is_set && !is_dict) || (set->used >> 2) > size) {
    if (keys_need_python(set)) return try_coroutine();
    Ref result = set_copy(set, is_frozen(set));
    Ref done = difference_update(as<Set>(result), other);
    return done.is_null() || is_try_coroutine(done) ? done : result;
  }
  if (keys_need_python(set) ||
      (is_set ? keys_need_python(as<Set>(other)) : keys_need_python(as<Dict>(other)))) {
    return try_coroutine();
  }
  Ref result = new_set(is_frozen(set));
  for (SetCursor at(set); at.next();) {
    bool there = is_set ? set_lookup(as<Set>(other), at.entry->key, at.entry->hash) >= 0
                        : dict_lookup(as<Dict>(other), at.entry->key, at.entry->hash) >= 0;
    if (!there) set_add_hashed(as<Set>(result), at.entry->key, at.entry->hash);
  }
  return result;
}

void toggle_all(Set* set, const Set* other) {
  for (SetCursor at(other); at.next();) {
    Ref key = at.entry->key;
    if (!set_discard_hashed(set, key, at.entry->hash)) set_add_hashed(set, key, at.entry->hash);
  }
}

Ref symmetric_difference_update(Set* set, Value other) {
  if (other == Value::of(set)) {
    set_clear(set);
    return Value::none();
  }
  Ref others = set_of_fast(other);
  if (others.is_null() || is_try_coroutine(others)) return others;
  if (keys_need_python(set) || keys_need_python(as<Set>(others))) return try_coroutine();
  toggle_all(set, as<Set>(others));
  return Value::none();
}

Ref symmetric_difference(const Set* set, Value other) {
  Ref others = set_of_fast(other);
  if (others.is_null() || is_try_coroutine(others)) return others;
  if (keys_need_python(set) || keys_need_python(as<Set>(others))) return try_coroutine();
  Ref result = set_copy(as<Set>(others), is_frozen(set));
  toggle_all(as<Set>(result), set);
  return result;
}

Ref combine(const Set* set, Value other, Operation how) {
  switch (how) {
    case Operation::And: return intersection(set, other);
    case Operation::Sub: return difference(set, other);
    case Operation::Xor: return symmetric_difference(set, other);
    case Operation::Or: break;
  }
  if (keys_need_python(set)) return try_coroutine();
  Ref result = set_copy(set, is_frozen(set));
  if (other == Value::of(set)) return result;
  Ref done = update_fast(as<Set>(result), other);
  return done.is_null() || is_try_coroutine(done) ? done : result;
}

void swap_contents(Set* a, Set* b) {
  std::swap(a->used, b->used);
  std::swap(a->filled, b->filled);
  std::swap(a->mask, b->mask);
  std::swap(a->table, b->table);
  uint16_t flags = uint16_t((a->detail ^ b->detail) & kPythonKeys);
  a->detail ^= flags;
  b->detail ^= flags;
  contents_changed(a);
}

Ref combine_in_place(Set* set, Value other, Operation how) {
  switch (how) {
    case Operation::Or: return update_fast(set, other);
    case Operation::Sub: return difference_update(set, other);
    case Operation::Xor: return symmetric_difference_update(set, other);
    case Operation::And: break;
  }
  Ref result = intersection(set, other);
  if (result.is_null() || is_try_coroutine(result)) return result;
  swap_contents(set, as<Set>(result));
  return Value::none();
}

// --- the same for keys whose equality is the program's own ---
// The sets are gone through as they are at each step: an __eq__ may have changed them.

Native is_in(Ref container, Ref key, uint64_t hash) {
  Ref at = is<Set>(container) ? co_await find_element(container, key, hash)
                              : co_await find_entry(container, key, hash);
  if (at.is_null()) co_return at;
  co_return Value::boolean(at.get().as_int() >= 0);
}

// Adds those elements of a set that are, or are not, in another container.
Native add_those(Ref result, Ref from, Ref container, bool inside) {
  for (SetCursor at(as<Set>(from)); at.next();) {
    Ref key = at.entry->key;
    uint64_t hash = at.entry->hash;
    CO_TRY(there, is_in(container, key, hash));
    if ((there.get() == Value::boolean(true)) != inside) continue;
    CO_TRY(added, add_element(result, key, hash));
  }
  co_return Value::none();
}

Native intersection_slow(Ref self, Ref other) {
  auto* set = as<Set>(self);
  if (self.get() == other.get()) co_return set_copy(set, is_frozen(set));
  Ref result = new_set(is_frozen(set));
  if (is<Set>(other)) {
    bool longer = as<Set>(other)->used > set->used;
    CO_TRY(done, add_those(result, longer ? self : other, longer ? other : self, true));
    co_return result;
  }
  CO_TRY(iterator, iterator_of(other));
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (item.is_null()) co_return is_pending() ? Ref() : result;
    uint64_t hash;
    Ref answer = co_await hash_of(item);
    if (answer.is_null() || !hash_from(answer, hash)) co_return Ref();
    CO_TRY(there, is_in(self, item, hash));
    if (there.get() == Value::boolean(false)) continue;
    CO_TRY(added, add_element(result, item, hash));
    if (as<Set>(result)->used >= set->used) co_return result;
  }
}

Native difference_update_slow(Ref self, Ref other) {
  auto* set = as<Set>(self);
  if (self.get() == other.get()) {
    set_clear(set);
    co_return Value::none();
  }
  if (is<Set>(other)) {
    if (as<Set>(other)->used >> 3 > set->used) {
      other = co_await intersection_slow(self, other);
      if (other.is_null()) co_return other;
    }
    for (SetCursor at(as<Set>(other)); at.next();) {
      Ref key = at.entry->key;
      CO_TRY(done, discard_element(self, key, at.entry->hash));
    }
  } else {
    CO_TRY(iterator, iterator_of(other));
    for (;;) {
      Ref item = co_await next_of(iterator);
      if (item.is_null()) break;
      uint64_t hash;
      Ref answer = co_await hash_of(item);
      if (answer.is_null() || !hash_from(answer, hash)) {
        cannot_be_element(item);
        co_return Ref();
      }
      CO_TRY(done, discard_element(self, item, hash));
    }
    if (is_pending()) co_return Ref();
  }
  set_drop_deleted(set);
  co_return Value::none();
}

Native difference_slow(Ref self, Ref other) {
  auto* set = as<Set>(self);
  uint32_t size = is<Set>(other)         ? as<Set>(other)->used
                  : is_exact_dict(other) ? as<Dict>(other)->used
                                         : 0;
  bool is_table = is<Set>(other) || is_exact_dict(other);
  if (!is_table || set->used >> 2 > size) {
    Ref result = set_copy(set, is_frozen(set));
    CO_TRY(done, difference_update_slow(result, other));
    co_return result;
  }
  Ref result = new_set(is_frozen(set));
  CO_TRY(done, add_those(result, self, other, false));
  co_return result;
}

Native toggle(Ref set, Ref key, uint64_t hash) {
  Ref there = co_await discard_element(set, key, hash);
  if (there.is_null() || there.get() == Value::boolean(true)) co_return there;
  co_return co_await add_element(set, key, hash);
}

Native symmetric_difference_update_slow(Ref self, Ref other) {
  auto* set = as<Set>(self);
  if (self.get() == other.get()) {
    set_clear(set);
    co_return Value::none();
  }
  if (is_exact_dict(other)) {
    auto* dict = as<Dict>(other);
    for (uint32_t i = 0; i < dict->filled; ++i) {
      Ref key = dict->entries[i].key;
      if (key.is_null()) continue;
      CO_TRY(done, toggle(self, key, dict->entries[i].hash));
    }
    co_return Value::none();
  }
  if (!is<Set>(other)) {
    other = co_await new_set_of(set, other);
    if (other.is_null()) co_return other;
  }
  for (SetCursor at(as<Set>(other)); at.next();) {
    Ref key = at.entry->key;
    CO_TRY(done, toggle(self, key, at.entry->hash));
  }
  co_return Value::none();
}

Native combine_slow(Ref self, Ref other, Operation how) {
  auto* set = as<Set>(self);
  Ref result, done;
  switch (how) {
    case Operation::And: co_return co_await intersection_slow(self, other);
    case Operation::Sub: co_return co_await difference_slow(self, other);
    case Operation::Or:
      result = set_copy(set, is_frozen(set));
      if (self.get() == other.get()) co_return result;
      done = co_await set_update(result, other);
      break;
    case Operation::Xor:
      result = co_await new_set_of(set, other);
      if (result.is_null()) co_return result;
      done = co_await symmetric_difference_update_slow(result, self);
      break;
  }
  if (done.is_null()) co_return done;
  co_return result;
}

Native combine_in_place_slow(Ref self, Ref other, Operation how) {
  switch (how) {
    case Operation::Or: co_return co_await set_update(self, other);
    case Operation::Sub: co_return co_await difference_update_slow(self, other);
    case Operation::Xor: co_return co_await symmetric_difference_update_slow(self, other);
    case Operation::And: break;
  }
  CO_TRY(result, intersection_slow(self, other));
  swap_contents(as<Set>(self), as<Set>(result));
  co_return Value::none();
}

// --- the operators: both sides are sets ---

template <Operation how>
Ref operation(Args& args) {
  if (!is<Set>(args[1])) return Value::not_implemented();
  return combine(self_of(args), args[1], how);
}
template <Operation how>
Native operation_slow(Args args) {
  return combine_slow(args[0], args[1], how);
}

template <Operation how>
Ref reflected(Args& args) {
  if (!is<Set>(args[1])) return Value::not_implemented();
  return combine(as<Set>(args[1]), args[0], how);
}
template <Operation how>
Native reflected_slow(Args args) {
  return combine_slow(args[1], args[0], how);
}

template <Operation how>
Ref inplace_operation(Args& args) {
  if (!is<Set>(args[1])) return Value::not_implemented();
  Ref done = combine_in_place(self_of(args), args[1], how);
  if (done.is_null() || is_try_coroutine(done)) return done;
  return args[0];
}
template <Operation how>
Native inplace_operation_slow(Args args) {
  CO_TRY(done, combine_in_place_slow(args[0], args[1], how));
  co_return args[0];
}

// --- the methods: any number of iterables ---

template <Operation how>
Ref method(Args& args) {
  auto* others = as<Tuple>(args[1]);
  if (others->size != 1) return try_coroutine();
  return combine(self_of(args), others->items[0], how);
}
// A new set of the first, to which the others are then brought; those of & are brought to each
// other, since each may be smaller than the last.
template <Operation how>
Native combine_all(Args args) {
  auto* others = as<Tuple>(args[1]);
  bool same_object = is_frozen(self_of(args)) && self_of(args)->type == types.frozenset;
  if (others->size == 0)
    co_return same_object ? Ref(args[0]) : set_copy(self_of(args), is_frozen(self_of(args)));
  Ref result = args[0];
  for (uint32_t i = 0; i < others->size; ++i) {
    Ref other = others->items[i];
    if (i > 0 && how == Operation::Or && other.get() == args[0]) continue;
    if (i > 0 && how != Operation::And) {
      Ref done = combine_in_place(as<Set>(result), other, how);
      if (is_try_coroutine(done)) done = co_await combine_in_place_slow(result, other, how);
      if (done.is_null()) co_return done;
      continue;
    }
    Ref next = combine(as<Set>(result), other, how);
    if (is_try_coroutine(next)) next = co_await combine_slow(result, other, how);
    if (next.is_null()) co_return next;
    result = next;
  }
  co_return result;
}

template <Operation how>
Ref updating_method(Args& args) {
  auto* others = as<Tuple>(args[1]);
  if (others->size != 1) return try_coroutine();
  return combine_in_place(self_of(args), others->items[0], how);
}
template <Operation how>
Native update_with_all(Args args) {
  auto* others = as<Tuple>(args[1]);
  if (how == Operation::And && others->size != 1) {  // as if one after the other were a new set
    CO_TRY(result, combine_all<how>(args));
    if (result.get() == args[0]) result = set_copy(self_of(args), false);
    swap_contents(self_of(args), as<Set>(result));
    co_return Value::none();
  }
  for (uint32_t i = 0; i < others->size; ++i) {
    Ref done = combine_in_place(self_of(args), others->items[i], how);
    if (is_try_coroutine(done))
      done = co_await combine_in_place_slow(args[0], others->items[i], how);
    if (done.is_null()) co_return done;
  }
  co_return Value::none();
}

// Arguments die from the first to the last, which a tuple of them would turn round.
void drop_others(const Args& args) {
  auto* others = as<Tuple>(args[1]);
  if (others->refcount > 1) return;
  for (uint32_t i = 0; i < others->size; ++i) release(std::exchange(others->items[i], Value()));
}
template <Operation how>
Native method_slow(Args args) {
  Ref result = co_await combine_all<how>(args);
  drop_others(args);
  co_return result;
}
template <Operation how>
Native updating_method_slow(Args args) {
  Ref result = co_await update_with_all<how>(args);
  drop_others(args);
  co_return result;
}

Ref xor_method(Args& args) { return combine(self_of(args), args[1], Operation::Xor); }
Native xor_method_slow(Args args) { return combine_slow(args[0], args[1], Operation::Xor); }
Ref xor_update(Args& args) { return combine_in_place(self_of(args), args[1], Operation::Xor); }
Native xor_update_slow(Args args) {
  return combine_in_place_slow(args[0], args[1], Operation::Xor);
}

// --- comparing ---

// Whether all elements of a are in b.
Ref all_in(const Set* a, const Set* b) {
  if (keys_need_python(a) || keys_need_python(b)) return try_coroutine();
  for (SetCursor at(a); at.next();) {
    if (set_lookup(b, at.entry->key, at.entry->hash) < 0) return Value::boolean(false);
  }
  return Value::boolean(true);
}
Native all_in_slow(Ref a, Ref b) {
  for (SetCursor at(as<Set>(a)); at.next();) {
    Ref key = at.entry->key;
    Ref there = co_await is_in(b, key, at.entry->hash);
    if (there.is_null() || there.get() == Value::boolean(false)) co_return there;
  }
  co_return Value::boolean(true);
}

bool sizes_allow(uint32_t mine, uint32_t theirs, Comparison how) {
  switch (how) {
    case Comparison::Lt: return mine < theirs;
    case Comparison::Le: return mine <= theirs;
    case Comparison::Gt: return mine > theirs;
    case Comparison::Ge: return mine >= theirs;
    default: return mine == theirs;
  }
}
bool is_turned(Comparison how) { return how == Comparison::Gt || how == Comparison::Ge; }
Ref turned_if(Ref answer, Comparison how) {
  if (!answer.get().is_bool() || how != Comparison::Ne) return answer;
  return Value::boolean(answer.get() == Value::boolean(false));
}

template <Comparison how>
Ref compare_sets(Args& args) {
  auto* other = as_if<Set>(args[1]);
  if (!other) return Value::not_implemented();
  if (!sizes_allow(self_of(args)->used, other->used, how))
    return Value::boolean(how == Comparison::Ne);
  return turned_if(is_turned(how) ? all_in(other, self_of(args)) : all_in(self_of(args), other),
                   how);
}
template <Comparison how>
Native compare_sets_slow(Args args) {
  Ref a = is_turned(how) ? args[1] : args[0], b = is_turned(how) ? args[0] : args[1];
  Ref inside = co_await all_in_slow(a, b);
  co_return turned_if(inside, how);
}

Ref issubset(Args& args) {
  if (auto* other = as_if<Set>(args[1])) {
    if (self_of(args)->used > other->used) return Value::boolean(false);
    return all_in(self_of(args), other);
  }
  return try_coroutine();
}
Native issubset_slow(Args args) {
  Ref other = args[1];
  if (!is<Set>(other)) {
    if (since(Version::V3_13)) {
      CO_TRY(both, intersection_slow(args[0], other));
      co_return Value::boolean(as<Set>(both)->used == self_of(args)->used);
    }
    other = new_set();
    CO_TRY(done, set_update(other, args[1]));
  }
  if (self_of(args)->used > as<Set>(other)->used) co_return Value::boolean(false);
  co_return co_await all_in_slow(args[0], other);
}

Ref issuperset(Args& args) {
  if (auto* other = as_if<Set>(args[1])) {
    if (other->used > self_of(args)->used) return Value::boolean(false);
    return all_in(other, self_of(args));
  }
  return try_coroutine();
}
// Whether all items are in the set, or none of them: what is asked in turn, until one is not so.
template <bool inside>
Native all_items(Ref set, Ref iterable) {
  CO_TRY(iterator, iterator_of(iterable));
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (item.is_null()) co_return is_pending() ? Ref() : Ref(Value::boolean(true));
    uint64_t hash;
    Ref answer = co_await hash_of(item);
    if (answer.is_null() || !hash_from(answer, hash)) {
      cannot_be_element(item);
      co_return Ref();
    }
    CO_TRY(there, is_in(set, item, hash));
    if ((there.get() == Value::boolean(true)) != inside) co_return Value::boolean(false);
  }
}
Native issuperset_slow(Args args) {
  if (is<Set>(args[1])) return all_in_slow(args[1], args[0]);
  return all_items<true>(args[0], args[1]);
}

Ref isdisjoint(Args& args) {
  Ref both = intersection(self_of(args), args[1]);
  if (both.is_null() || is_try_coroutine(both)) return both;
  return Value::boolean(as<Set>(both)->used == 0);
}
Native isdisjoint_slow(Args args) {
  if (args[0] == args[1]) co_return Value::boolean(self_of(args)->used == 0);
  if (!is<Set>(args[1])) co_return co_await all_items<false>(args[0], args[1]);
  bool longer = as<Set>(args[1])->used > self_of(args)->used;
  Ref from = args[longer ? 0 : 1], in = args[longer ? 1 : 0];
  for (SetCursor at(as<Set>(from)); at.next();) {
    Ref key = at.entry->key;
    CO_TRY(there, is_in(in, key, at.entry->hash));
    if (there.get() == Value::boolean(true)) co_return Value::boolean(false);
  }
  co_return Value::boolean(true);
}

// --- one element ---

Ref add(Args& args) {
  if (needs_python(self_of(args), args[1])) return try_coroutine();
  uint64_t hash;
  if (!hash_element(args[1], hash)) return {};
  set_add_hashed(self_of(args), args[1], hash);
  return Value::none();
}
Native add_method_slow(Args args) { return add_key(args[0], args[1]); }

// A set is looked for as the frozenset with the same elements.
Ref as_key(Value key) {
  auto* set = as_if<Set>(key);
  return set && !is_frozen(set) ? set_copy(set, true) : Ref(key);
}

template <bool must_be_there>
Ref drop(Args& args) {
  Ref key = as_key(args[1]);
  if (needs_python(self_of(args), key)) return try_coroutine();
  uint64_t hash;
  if (!hash_element(key, hash)) return {};
  if (!set_discard_hashed(self_of(args), key, hash) && must_be_there)
    return raise_key_error(args[1]);
  return Value::none();
}
template <bool must_be_there>
Native drop_slow(Args args) {
  CO_TRY(there, discard_key(args[0], args[1]));
  if (must_be_there && there.get() == Value::boolean(false)) co_return raise_key_error(args[1]);
  co_return Value::none();
}

Native contains_method_slow(Args args) { return set_has(args[0], args[1]); }

Ref pop(Args& args) {
  Ref key = set_pop(self_of(args));
  return key ? key : raise_error(types.KeyError, "pop from an empty set");
}
Ref clear(Args& args) {
  set_clear(self_of(args));
  return Value::none();
}
Ref copy(Args& args) {
  if (self_of(args)->type == types.frozenset) return args[0];
  return set_copy(self_of(args), is_frozen(self_of(args)));
}

// --- making ---

Ref set_new(Args& args) { return new_instance(as<Type>(args[0])); }
Ref set_init(Args& args) {
  set_clear(self_of(args));
  return args[1] ? update_fast(self_of(args), args[1]) : Ref(Value::none());
}
Native set_init_slow(Args args) {
  co_await deaths();  // of what it held before
  co_return co_await set_update(args[0], args[1]);
}

Ref frozenset_new(Args& args) {
  auto* type = as<Type>(args[0]);
  if (args[1] && type == types.frozenset && type_of(args[1]) == types.frozenset) return args[1];
  Ref set = new_instance(type);
  if (!args[1]) return set;
  Ref done = update_fast(as<Set>(set), args[1]);
  return done.is_null() || is_try_coroutine(done) ? done : set;
}
Native frozenset_new_slow(Args args) {
  Ref set = new_instance(as<Type>(args[0]));
  CO_TRY(done, set_update(set, args[1]));
  co_return set;
}

Ref frozenset_hash(Args& args) { return new_int(int64_t(hash_set_by_layout(self_of(args)))); }

#define AWAITSCOPE_COMMON_METHODS                                                               \
  method("union", "(self, /, *others)", method<Operation::Or>, method_slow<Operation::Or>),     \
      method("intersection", "(self, /, *others)", method<Operation::And>,                      \
             method_slow<Operation::And>),                                                      \
      method("difference", "(self, /, *others)", method<Operation::Sub>,                        \
             method_slow<Operation::Sub>),                                                      \
      method("symmetric_difference", "(self, other, /)", xor_method, xor_method_slow),          \
      method("issubset", "(self, other, /)", issubset, issubset_slow),                          \
      method("issuperset", "(self, other, /)", issuperset, issuperset_slow),                    \
      method("isdisjoint", "(self, other, /)", isdisjoint, isdisjoint_slow),                    \
      method("copy", "(self, /)", copy),                                                        \
      method("__repr__", "(self, /)", method_repr, method_repr_slow),                           \
      method("__len__", "(self, /)", method_len), method("__iter__", "(self, /)", method_iter), \
      method("__contains__", "(self, item, /)", method_contains, contains_method_slow),         \
      method("__and__", "(self, other, /)", operation<Operation::And>,                          \
             operation_slow<Operation::And>),                                                   \
      method("__or__", "(self, other, /)", operation<Operation::Or>,                            \
             operation_slow<Operation::Or>),                                                    \
      method("__sub__", "(self, other, /)", operation<Operation::Sub>,                          \
             operation_slow<Operation::Sub>),                                                   \
      method("__xor__", "(self, other, /)", operation<Operation::Xor>,                          \
             operation_slow<Operation::Xor>),                                                   \
      method("__rand__", "(self, other, /)", reflected<Operation::And>,                         \
             reflected_slow<Operation::And>),                                                   \
      method("__ror__", "(self, other, /)", reflected<Operation::Or>,                           \
             reflected_slow<Operation::Or>),                                                    \
      method("__rsub__", "(self, other, /)", reflected<Operation::Sub>,                         \
             reflected_slow<Operation::Sub>),                                                   \
      method("__rxor__", "(self, other, /)", reflected<Operation::Xor>,                         \
             reflected_slow<Operation::Xor>),                                                   \
      method("__eq__", "(self, other, /)", compare_sets<Comparison::Eq>,                        \
             compare_sets_slow<Comparison::Eq>),                                                \
      method("__ne__", "(self, other, /)", compare_sets<Comparison::Ne>,                        \
             compare_sets_slow<Comparison::Ne>),                                                \
      method("__lt__", "(self, other, /)", compare_sets<Comparison::Lt>,                        \
             compare_sets_slow<Comparison::Lt>),                                                \
      method("__le__", "(self, other, /)", compare_sets<Comparison::Le>,                        \
             compare_sets_slow<Comparison::Le>),                                                \
      method("__gt__", "(self, other, /)", compare_sets<Comparison::Gt>,                        \
             compare_sets_slow<Comparison::Gt>),                                                \
      method("__ge__", "(self, other, /)", compare_sets<Comparison::Ge>,                        \
             compare_sets_slow<Comparison::Ge>),                                                \
      class_method("__class_getitem__", "(cls, item, /)", method_class_getitem)

constexpr NativeDefinition kFrozenSetMethods[] = {
    AWAITSCOPE_COMMON_METHODS,
    static_method("__new__", "(cls, iterable=<null>, /)", frozenset_new, frozenset_new_slow),
    method("__hash__", "(self, /)", frozenset_hash),
};
constexpr NativeDefinition kSetMethods[] = {
    AWAITSCOPE_COMMON_METHODS,
    static_method("__new__", "(cls, /, *args, **kwargs)", set_new),
    method("__init__", "(self, iterable=<null>, /)", set_init, set_init_slow),
    method("add", "(self, item, /)", add, add_method_slow),
    method("remove", "(self, item, /)", drop<true>, drop_slow<true>),
    method("discard", "(self, item, /)", drop<false>, drop_slow<false>),
    method("pop", "(self, /)", pop),
    method("clear", "(self, /)", clear),
    method("update", "(self, /, *others)", updating_method<Operation::Or>,
           updating_method_slow<Operation::Or>),
    method("intersection_update", "(self, /, *others)", updating_method<Operation::And>,
           updating_method_slow<Operation::And>),
    method("difference_update", "(self, /, *others)", updating_method<Operation::Sub>,
           updating_method_slow<Operation::Sub>),
    method("symmetric_difference_update", "(self, other, /)", xor_update, xor_update_slow),
    method("__iand__", "(self, other, /)", inplace_operation<Operation::And>,
           inplace_operation_slow<Operation::And>),
    method("__ior__", "(self, other, /)", inplace_operation<Operation::Or>,
           inplace_operation_slow<Operation::Or>),
    method("__isub__", "(self, other, /)", inplace_operation<Operation::Sub>,
           inplace_operation_slow<Operation::Sub>),
    method("__ixor__", "(self, other, /)", inplace_operation<Operation::Xor>,
           inplace_operation_slow<Operation::Xor>),
};
#undef AWAITSCOPE_COMMON_METHODS

}  // namespace

void register_set() {
  types.set = new_builtin_type(
      {.name = "set", .layout = Kind::Set, .instance_size = sizeof(Set), .methods = kSetMethods});
  make_unhashable(types.set);
  types.frozenset = new_builtin_type({.name = "frozenset",
                                      .layout = Kind::Set,
                                      .instance_size = sizeof(Set),
                                      .methods = kFrozenSetMethods});
}

}  // namespace awaitscope
