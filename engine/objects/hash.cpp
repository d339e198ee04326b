// Hashes and equality of builtin values. Hashes are CPython's wherever a program can see an order
// that comes from them (sets of numbers, of tuples and frozensets of such).

#include <algorithm>
#include <vector>

#include "engine/objects/complex.h"
#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/nesting.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/run_context.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

constexpr int kMaxHashNesting = 200;  // of tuples that are hashed on the C++ stack

// Tuples that share their items may have more of them than anybody can count.
bool may_go_on(uint32_t items) {
  return !has_run() || this_run().limits.may_go_on(int32_t(std::min(items, 1u << 20)) + 1);
}

// object.__eq__ and object.__hash__: what finds these compares by identity.
Value identity_equality() {
  static const Value value = dict_get(types.object->dict, names.eq);
  return value;
}
Value identity_hash() {
  static const Value value = dict_get(types.object->dict, names.hash);
  return value;
}

bool is_native(Value method) { return !method || method.is_none() || is<NativeFunction>(method); }

// How equality of a value is decided.
enum class Equality : uint8_t { Identity, Layout, Ask };

bool layout_has_equality(Kind kind) {
  switch (kind) {
    case Kind::Int:
    case Kind::Float:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::Slice:
    case Kind::Range:
    case Kind::Method: return true;
    default: return false;
  }
}

Equality equality_of(Value value) {
  if (!value.is_object()) return Equality::Layout;
  Object* object = value.object();
  bool by_layout = layout_has_equality(object->kind) || object->type == complex_type;
  if (by_layout && !(object->type->detail & Type::kHeap)) return Equality::Layout;
  Value method = find_special(object->type, Special::eq);
  if (method == identity_equality()) return Equality::Identity;
  if (!is_native(method)) return Equality::Ask;
  return by_layout ? Equality::Layout : Equality::Ask;
}

int equal(Value a, Value b);
int equal_items(const Value* a, const Value* b, uint32_t count);
int equal_dicts(const Dict* a, const Dict* b);
int equal_sets(const Set* a, const Set* b);

int equal_layouts(Value a, Value b) {
  if (a.is_int() && b.is_int()) return 0;  // not identical
  if (is_complex(a)) return equal_complex(a, b);
  if (is_complex(b)) return equal_complex(b, a);
  if (is_integer(a) || is<Float>(a)) {
    if (!is_integer(b) && !is<Float>(b)) return 0;
    return equal_numbers(a, b);
  }
  if (!a.is_object() || !b.is_object()) return 0;
  if (a.object()->kind != b.object()->kind) return 0;
  switch (a.object()->kind) {
    case Kind::Str: return equal_text(as<Str>(a), as<Str>(b));
    case Kind::Bytes: return as<Bytes>(a)->view() == as<Bytes>(b)->view();
    case Kind::Tuple: {
      // Item for item even where the sizes differ, as CPython has it for tuples alone.
      auto *x = as<Tuple>(a), *y = as<Tuple>(b);
      int same = equal_items(x->items, y->items, std::min(x->size, y->size));
      return same < 0 ? same : same && x->size == y->size;
    }
    case Kind::List: {
      auto *x = as<List>(a), *y = as<List>(b);
      return x->size == y->size ? equal_items(x->items, y->items, x->size) : 0;
    }
    case Kind::Dict: return equal_dicts(as<Dict>(a), as<Dict>(b));
    case Kind::Set: return equal_sets(as<Set>(a), as<Set>(b));
    case Kind::Slice: {
      auto *x = as<Slice>(a), *y = as<Slice>(b);
      Value left[] = {x->start, x->stop, x->step}, right[] = {y->start, y->stop, y->step};
      return equal_items(left, right, 3);
    }
    case Kind::Range: {
      auto *x = as<Range>(a), *y = as<Range>(b);
      int64_t length = range_length(x);
      if (length != range_length(y)) return 0;
      return length == 0 || (x->start == y->start && (length == 1 || x->step == y->step));
    }
    case Kind::Method: {
      auto *x = as<Method>(a), *y = as<Method>(b);
      return x->self == y->self && x->function == y->function;
    }
    default: return 0;
  }
}

int equal(Value a, Value b) {
  if (a == b) return 1;
  if (a.is_int() && b.is_int()) return 0;
  if (is<Str>(a) && is<Str>(b) && a.object()->type == types.str && b.object()->type == types.str) {
    return equal_text(as<Str>(a), as<Str>(b));
  }
  Equality left = equality_of(a), right = equality_of(b);
  if (left == Equality::Ask || right == Equality::Ask) return -1;
  if (left == Equality::Identity && right == Equality::Identity) return 0;
  Nesting nesting;
  return nesting.too_deep() ? -1 : equal_layouts(a, b);
}

int equal_items(const Value* a, const Value* b, uint32_t count) {
  if (!may_go_on(count)) return -1;
  for (uint32_t i = 0; i < count; ++i) {
    int same = equal(a[i], b[i]);
    if (same != 1) return same;
  }
  return 1;
}

int equal_dicts(const Dict* a, const Dict* b) {
  if (a->used != b->used) return 0;
  if (keys_need_python(a) || keys_need_python(b)) return -1;
  for (uint32_t i = 0; i < a->filled; ++i) {
    const Dict::Entry& entry = a->entries[i];
    if (!entry.key) continue;
    int32_t there = dict_lookup(b, entry.key, entry.hash);
    if (there < 0) return 0;
    int same = equal(entry.value, b->entries[there].value);
    if (same != 1) return same;
  }
  return 1;
}

int equal_sets(const Set* a, const Set* b) {
  if (a->used != b->used) return 0;
  if (keys_need_python(a) || keys_need_python(b)) return -1;
  for (SetCursor at(a); at.next();) {
    if (set_lookup(b, at.entry->key, at.entry->hash) < 0) return 0;
  }
  return 1;
}

// Whether a class answers for itself what its instances hash to and equal.
bool has_own_hash(Object* object) {
  Value equality = find_special(object->type, Special::eq);
  Value hash = find_special(object->type, Special::hash);
  if (equality == identity_equality() && hash == identity_hash()) return false;
  if (hash.is_none()) return false;  // not hashable: an error, not a question
  if (!is_native(equality) || !is_native(hash)) return true;
  // A native type with an equality of its own is asked by calling it.
  return !layout_has_equality(object->kind);
}

bool needs_python(Value key, int depth);

// The same of what is in a tuple, however deep.
bool items_need_python(const Tuple* tuple) {
  std::vector<const Tuple*> left = {tuple};
  while (!left.empty()) {
    tuple = left.back();
    left.pop_back();
    if (!may_go_on(tuple->size)) return true;
    for (uint32_t i = 0; i < tuple->size; ++i) {
      Value item = tuple->items[i];
      if (auto* inner = as_if<Tuple>(item)) {
        if (inner->type->detail & Type::kHeap && has_own_hash(inner)) return true;
        left.push_back(inner);
      } else if (needs_python(item, 0)) {
        return true;
      }
    }
  }
  return false;
}

bool needs_python(Value key, int depth) {
  if (!key.is_object()) return false;
  Object* object = key.object();
  switch (object->kind) {
    case Kind::Str:
    case Kind::Int:
    case Kind::Float:
    case Kind::Bytes:
    case Kind::Range:
    case Kind::Method:
      if (!(object->type->detail & Type::kHeap)) return false;
      break;
    case Kind::Native:
      if (object->type == complex_type) return false;
      break;
    case Kind::Tuple: {
      auto* tuple = static_cast<Tuple*>(object);
      if (depth > kMaxHashNesting) {
        if (items_need_python(tuple)) return true;
      } else {
        if (!may_go_on(tuple->size)) return true;
        for (uint32_t i = 0; i < tuple->size; ++i) {
          if (needs_python(tuple->items[i], depth + 1)) return true;
        }
      }
      if (!(object->type->detail & Type::kHeap)) return false;
      break;
    }
    case Kind::Set:
      if (keys_need_python(static_cast<Set*>(object))) return true;
      break;
    default: break;
  }
  return has_own_hash(object);
}

bool hash_value(Value key, uint64_t& hash, int depth);

// A tuple in which others are nested deeper than the C++ stack may be.
bool hash_deep_tuple(const Tuple* tuple, uint64_t& hash) {
  struct Level {
    const Tuple* tuple;
    uint32_t next = 0;
    TupleHash sum = {};
  };
  std::vector<Level> levels = {{tuple}};
  for (;;) {
    Level& level = levels.back();
    if (level.next == level.tuple->size) {
      hash = level.sum.result(level.tuple->size);
      levels.pop_back();
      if (levels.empty()) return true;
      levels.back().sum.add(hash);
      continue;
    }
    Value item = level.tuple->items[level.next++];
    auto* inner = as_if<Tuple>(item);
    bool by_items = inner;
    if (inner && inner->type->detail & Type::kHeap) {
      Value method = find_special(inner->type, Special::hash);
      by_items = method && !method.is_none() && method != identity_hash();
    }
    if (by_items) {
      if (!may_go_on(inner->size)) return false;
      levels.push_back({inner});
    } else {
      if (!hash_value(item, hash, 0)) return false;
      level.sum.add(hash);
    }
  }
}

bool hash_tuple(const Tuple* tuple, uint64_t& hash, int depth) {
  if (depth > kMaxHashNesting) return hash_deep_tuple(tuple, hash);
  if (!may_go_on(tuple->size)) return false;
  TupleHash sum;
  for (uint32_t i = 0; i < tuple->size; ++i) {
    uint64_t lane;
    if (!hash_value(tuple->items[i], lane, depth + 1)) return false;
    sum.add(lane);
  }
  hash = sum.result(tuple->size);
  return true;
}

uint64_t shuffled(uint64_t hash) { return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u; }

uint64_t hash_frozenset(const Set* set) {
  uint64_t hash = 0;
  for (SetCursor at(set); at.next();) hash ^= shuffled(at.entry->hash);
  hash ^= (uint64_t(set->used) + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  return hash == ~uint64_t(0) ? 590923713u : hash;
}

uint64_t hash_identity(Value value) {
  uint64_t address = address_of(value);
  uint64_t hash = std::rotr(address, 4);
  return hash == ~uint64_t(0) ? ~uint64_t(1) : hash;
}

bool unhashable(Value key) {
  raise_type_error({"unhashable type: '", type_name(key), "'"});
  return false;
}

bool hash_value(Value key, uint64_t& hash, int depth) {
  if (key.is_int() || key.is_bool()) {
    hash = hash_number(key);
    return true;
  }
  if (!key.is_object()) {
    hash = 0xfca86420 + key.bits;
    return true;
  }
  Object* object = key.object();
  if (object->type->detail & Type::kHeap || !layout_has_equality(object->kind)) {
    Value method = find_special(object->type, Special::hash);
    if (method == identity_hash()) {
      hash = hash_identity(key);
      return true;
    }
    if (!method || method.is_none()) return unhashable(key);
  }
  switch (object->kind) {
    case Kind::Native: hash = is_complex(key) ? hash_complex(key) : hash_identity(key); return true;
    case Kind::Str: hash = hash_str(static_cast<Str*>(object)); return true;
    case Kind::Bytes: hash = hash_text(static_cast<Bytes*>(object)->view()); return true;
    case Kind::Int:
    case Kind::Float: hash = hash_number(key); return true;
    case Kind::Tuple: return hash_tuple(static_cast<Tuple*>(object), hash, depth);
    case Kind::Set:
      if (object->detail & kFrozen) {
        hash = hash_frozenset(static_cast<Set*>(object));
        return true;
      }
      return unhashable(key);
    case Kind::Range: {
      auto* range = static_cast<Range*>(object);
      int64_t length = range_length(range);
      Ref size = new_int(length), start = length ? new_int(range->start) : Ref(Value::none());
      Ref step = length > 1 ? new_int(range->step) : Ref(Value::none());
      Ref tuple = new_tuple({size.get(), start.get(), step.get()});
      return hash_tuple(as<Tuple>(tuple), hash, depth);
    }
    case Kind::Method: {
      auto* method = static_cast<Method*>(object);
      hash = hash_identity(method->self) ^ hash_identity(method->function);
      return true;
    }
    case Kind::List:
    case Kind::Dict: return unhashable(key);
    case Kind::Slice: {
      if (!since(Version::V3_12)) return unhashable(key);
      auto* slice = static_cast<Slice*>(object);
      return hash_tuple(as<Tuple>(new_tuple({slice->start, slice->stop, slice->step})), hash,
                        depth);
    }
    default: hash = hash_identity(key); return true;
  }
}

}  // namespace

int equal_fast(Value a, Value b) { return equal(a, b); }

bool needs_python(Value key) { return needs_python(key, 0); }
bool needs_python(const Dict* dict, Value key) {
  return keys_need_python(dict) || needs_python(key);
}
bool needs_python(const Set* set, Value key) { return keys_need_python(set) || needs_python(key); }

bool hash_value(Value key, uint64_t& hash) { return hash_value(key, hash, 0); }

// Of whatever TypeError there was, also that of a __hash__ of the program's.
static bool cannot_use(Value key, std::string_view as_what) {
  if (!since(Version::V3_14) || type_of(pending_exception()) != types.TypeError) return false;
  Ref error = take_pending();
  std::string reason;
  if (!append_str(reason, error)) take_pending();
  raise_type_error(
      {"cannot use '", full_name(type_of(key)), "' as a ", as_what, " (", reason, ")"});
  return false;
}

bool cannot_be_key(Value key) { return cannot_use(key, "dict key"); }
bool cannot_be_element(Value key) { return cannot_use(key, "set element"); }

bool hash_tuple_by_layout(const Tuple* tuple, uint64_t& hash) { return hash_tuple(tuple, hash, 0); }
uint64_t hash_set_by_layout(const Set* set) { return hash_frozenset(set); }

}  // namespace awaitscope
