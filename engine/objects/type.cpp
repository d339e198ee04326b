#include "engine/objects/type.h"

#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/types.h"

namespace awaitscope {

namespace {

uint32_t last_version = 0;

// What find() has found: a direct-mapped table. A type that changes gets a new version, so that
// what is here about the old one is never asked for again; values are borrowed from the type's
// dict.
struct CachedAttribute {
  uint32_t version = 0;
  Str* name = nullptr;
  Value value;
};
constexpr size_t kCached = 4096;
// Zero, as everything static is: an entry without a name is never read, and so no file has to hold
// them all.
union Cache {
  Cache() {}
  CachedAttribute entries[kCached];
} cache;

Value find_in_mro(Type* type, Str* name) {
  for (Type* at : type->mro) {
    if (Value value = dict_get(at->dict, name)) return value;
  }
  return {};
}

// Whether calling it with the object first is calling the method of the object.
bool takes_object_first(Special special, Value found) {
  if (!found.is_object() || is<Function>(found)) return true;
  if (auto* native = as_if<NativeFunction>(found); native && native->is_method && !native->self) {
    return true;
  }
  // (CPython binds no __get__ either.)
  return special == Special::new_ || special == Special::init_subclass ||
         special == Special::class_getitem || special == Special::get;
}

}  // namespace

Names names;
Types types;

static Str* const* const special_names[] = {
#define NAME(id, text)
#define SPECIAL(id, text) &names.id,
#include "engine/objects/names.def"
#undef SPECIAL
#undef NAME
};

Str* special_name(Special special) { return *special_names[int(special)]; }

Value find(Type* type, Str* name) {
  if (!name->interned) return find_in_mro(type, name);
  size_t at = (size_t(type->version) * 31 + (uintptr_t(name) >> 4)) % kCached;
  CachedAttribute& entry = cache.entries[at];
  if (entry.version == type->version && entry.name == name) return entry.value;
  Value value = find_in_mro(type, name);
  entry = {type->version, name, value};
  return value;
}

Value find_special_in_mro(Type* type, Special special) {
  if (type->specials_version != type->version) {
    for (Value& value : type->specials) value = kUnknownSpecial;
    type->specials_version = type->version;
    forget_specials(type);
  }
  Value& value = type->specials[int(special)];
  if (value == kUnknownSpecial) {
    value = find_in_mro(type, special_name(special));
    if (!takes_object_first(special, value)) {
      auto* descriptor = make_object<Method>(types.method, 0);
      retain(value);
      descriptor->function = value;
      value = Value::of(descriptor);
      type->special_descriptors.push_back(value);
    }
  }
  return value;
}

void forget_specials(Type* type) {
  if (type->special_descriptors.empty()) return;
  std::vector<Value> before = std::move(type->special_descriptors);
  type->special_descriptors.clear();
  for (Value& value : type->specials) value = kUnknownSpecial;
  for (Value value : before) release(value);
}

bool is_subtype(const Type* type, const Type* base) {
  if (type == base) return true;
  for (const Type* at : type->mro) {
    if (at == base) return true;
  }
  return false;
}

void modified(Type* type) {
  type->version = ++last_version;
  for (Type* subclass : type->subclasses) modified(subclass);
}

bool linearize(const std::vector<Type*>& bases, Type* self, std::vector<Type*>& mro) {
  mro.assign(1, self);
  // The lists to merge: the MRO of each base, and the bases themselves. `at` is how far each is
  // used up.
  std::vector<const std::vector<Type*>*> lists;
  for (Type* base : bases) lists.push_back(&base->mro);
  lists.push_back(&bases);
  std::vector<size_t> at(lists.size(), 0);
  auto in_a_tail = [&](const Type* type) {
    for (size_t i = 0; i < lists.size(); ++i) {
      for (size_t j = at[i] + 1; j < lists[i]->size(); ++j) {
        if ((*lists[i])[j] == type) return true;
      }
    }
    return false;
  };
  for (;;) {
    Type* next = nullptr;
    bool exhausted = true;
    for (size_t i = 0; i < lists.size() && !next; ++i) {
      if (at[i] == lists[i]->size()) continue;
      exhausted = false;
      Type* head = (*lists[i])[at[i]];
      if (!in_a_tail(head)) next = head;
    }
    if (exhausted) return true;
    if (!next) return false;
    mro.push_back(next);
    for (size_t i = 0; i < lists.size(); ++i) {
      if (at[i] < lists[i]->size() && (*lists[i])[at[i]] == next) ++at[i];
    }
  }
}

bool has_own(Value value, Special special) {
  if (!value.is_object() || !(value.object()->type->detail & Type::kHeap)) return false;
  Value method = find_special(value.object()->type, special);
  return method && !is<NativeFunction>(method);
}

}  // namespace awaitscope
