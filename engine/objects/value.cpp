#include "engine/objects/value.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "engine/objects/heap.h"
#include "engine/objects/layout.h"
#include "engine/objects/native_function.h"
#include "engine/objects/run_context.h"
#include "engine/objects/tables.h"
#include "engine/objects/types.h"

namespace awaitscope {

namespace {

// Objects that the death of others brings down with them are finalised inside one another up to
// this depth; deeper ones wait until the outermost is through, so that no structure exhausts the
// stack.
constexpr int kMaxNested = 50;
int nested = 0;
bool has_deferred = false;
std::vector<Object*>& deferred() {
  static std::vector<Object*>* objects = new std::vector<Object*>;  // outlives all other statics
  return *objects;
}

std::unordered_map<const Object*, Dict*>& side_table() {
  static auto* table = new std::unordered_map<const Object*, Dict*>;
  return *table;
}

void release_if(Object* object) {
  if (object) release(object);
}

// CPython drops the items of tuples and lists from the last to the first; a program can see that.
void release_backwards(Value* items, uint32_t count) {
  while (count > 0) release(items[--count]);
}

// Of the class's own first, then of its bases; and then the attributes.
void release_members(Object* object) {
  const size_t layout = layout_size(object->kind);
  if (layout == 0 || object->kind == Kind::Type) return;
  char* bytes = reinterpret_cast<char*>(object);
  const uint32_t attributes_at = object->type->attributes_offset;
  for (const Type* type = object->type; type && type->instance_size > layout; type = type->base) {
    size_t at = type->base ? std::max<size_t>(layout, type->base->instance_size) : layout;
    for (; at + sizeof(Value) <= type->instance_size; at += sizeof(Value)) {
      if (at != attributes_at) release(*reinterpret_cast<Value*>(bytes + at));
    }
  }
  if (attributes_at >= layout) release_if(*reinterpret_cast<Dict**>(bytes + attributes_at));
}

void release_slots(Object* object) {
  release_members(object);
  if (!differs_in_size(object->kind)) return;
  if (Dict** attributes = side_attributes(object)) {
    Dict* dict = *attributes;
    side_table().erase(object);
    release_if(dict);
  }
}

void finalize_type(Type* type) {
  if (has_run()) this_run().recorder.forget_type(type);
  for (Type* base : type->bases) {
    auto& subclasses = base->subclasses;
    // From the back: what was made last mostly goes first.
    auto at = std::find(subclasses.rbegin(), subclasses.rend(), type);
    if (at != subclasses.rend()) subclasses.erase(std::next(at).base());
  }
  std::vector<Type*> bases = std::move(type->bases);
  Dict* dict = type->dict;
  Value texts[] = {type->name, type->qualname, type->module, type->doc};
  forget_specials(type);
  size_t size = object_size(type);
  type->mro.clear();
  type->~Type();
  free_object(type, size);
  release_if(dict);
  for (Value text : texts) release(text);
  for (Type* base : bases) release(static_cast<Object*>(base));
}

void finalize_dict(Dict* dict) {
  Dict::Entry* entries = dict->entries;
  uint32_t filled = dict->filled, capacity = dict->capacity;
  int32_t* index = dict->index;
  uint32_t index_size = dict->index_size;
  free_object(dict, object_size(dict));
  for (uint32_t i = 0; i < filled; ++i) {
    release(entries[i].key);
    release(entries[i].value);
  }
  heap::release(entries, capacity * sizeof(Dict::Entry));
  heap::release(index, index_size * sizeof(int32_t));
}

void finalize_set(Set* set) {
  Set::Entry* table = set->table;
  uint32_t mask = set->mask;
  free_object(set, object_size(set));
  if (!table) return;
  for (uint32_t i = 0; i <= mask; ++i) release(table[i].key);
  heap::release(table, (size_t(mask) + 1) * sizeof(Set::Entry));
}

// Frees the object first: what its parts bring down with them must not find it.
template <class T>
void free_with_parts(T* object) {
  constexpr size_t kCount = std::tuple_size_v<decltype(object->parts())>;
  Value parts[kCount];
  size_t count = 0;
  for_each_part(object, [&](Value part) { parts[count++] = part; });
  const Type* type = object->type;
  free_object(object, type->detail & Type::kHeap ? object_size(object) : sizeof(T));
  for (Value part : parts) release(part);
}

void destroy(Object* object) {
  if (with_layout(object, [](auto* known) { free_with_parts(known); })) return;
  switch (object->kind) {
    case Kind::Tuple: {
      auto* tuple = static_cast<Tuple*>(object);
      release_backwards(tuple->items, tuple->size);
      free_object(object, object_size(object));
      return;
    }
    case Kind::List: {
      auto* list = static_cast<List*>(object);
      Value* items = list->items;
      uint32_t size = list->size, capacity = list->capacity;
      if (object->detail & kDiesForwards) std::reverse(items, items + size);
      free_object(object, object_size(object));
      release_backwards(items, size);
      heap::release(items, capacity * sizeof(Value));
      return;
    }
    case Kind::Dict: finalize_dict(static_cast<Dict*>(object)); return;
    case Kind::Set: finalize_set(static_cast<Set*>(object)); return;
    case Kind::Type: finalize_type(static_cast<Type*>(object)); return;
    case Kind::Code:
    case Kind::Frame:
    case Kind::Native: object->type->slots.destroy(object); return;
    default: free_object(object, object_size(object)); return;  // it owns nothing
  }
}

// No code runs before it goes, and nobody has to be told.
bool just_goes(const Object* object) {
  const Type* type = object->type;
  return !object->flags && !(type->detail & (Type::kHeap | Type::kHasDel)) && !type->slots.finalize;
}

// True: code has to run before the object can go, and it lives until then.
bool is_kept(Object* object) {
  const Type* type = object->type;
  bool has_del = type->detail & Type::kHasDel && !(object->flags & kFinalized);
  if (!(has_del || type->slots.finalize) || !has_run() || this_run().closing) return false;
  object->refcount = 1;
  if (has_del) {
    object->flags |= kFinalized;
    this_run().finalize_later(Ref::adopt(object), true);
    return true;
  }
  return type->slots.finalize(object) || --object->refcount;
}

}  // namespace

// The last one made is told first.
void forget_weak_references(Object* object) {
  object->flags = uint8_t(object->flags & ~kReferred);
  if (!has_run()) return;
  WeakReferences::List gone = this_run().weak_references.take(object);
  if (this_run().closing) return;
  for (size_t i = gone.size(); i-- > 0;) {
    if (gone[i]->callback) this_run().finalize_later(Value::of(gone[i]));
  }
}

namespace {

void finalize_now(Object* object) {
  if (just_goes(object)) return destroy(object);
  if (is_kept(object)) return;
  if (object->type->detail & Type::kHeap) release_slots(object);
  if (object->flags & kWatched && has_run()) this_run().recorder.forget(object);
  if (object->flags & kReferred) forget_weak_references(object);
  destroy(object);
}

void finalize_deferred() {
  while (!deferred().empty()) {
    Object* next = deferred().back();
    deferred().pop_back();
    ++nested;
    finalize_now(next);
    --nested;
  }
  has_deferred = false;
}

}  // namespace

void finalize(Object* object) {
  switch (object->kind) {
    case Kind::Float:
    case Kind::Int:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Range:  // leads nowhere
      if (just_goes(object)) {
        free_object(object, object_size(object));
      } else {
        finalize_now(object);
      }
      return;
    default: break;
  }
  if (nested >= kMaxNested) {
    deferred().push_back(object);
    has_deferred = true;
    return;
  }
  ++nested;
  finalize_now(object);
  if (--nested == 0 && has_deferred) finalize_deferred();
}

Dict** side_attributes(const Object* object) {
  auto& table = side_table();
  if (table.empty()) return nullptr;
  auto found = table.find(object);
  return found == table.end() ? nullptr : &found->second;
}

Dict** make_side_attributes(Object* object) { return &side_table()[object]; }

Ref new_instance(Type* type) {
  size_t size = type->instance_size;
  Object* object = nullptr;
  auto make = [&]<class T>(T*) {
    object = make_object<T>(type, size > sizeof(T) ? size - sizeof(T) : 0);
  };
  switch (type->layout) {
    case Kind::List: make((List*)nullptr); break;
    case Kind::Dict: make((Dict*)nullptr); break;
    case Kind::Set: {
      make((Set*)nullptr);
      static_cast<Set*>(object)->mask = 7;
      if (is_subtype(type, types.frozenset)) object->detail = kFrozen;
      break;
    }
    case Kind::Module: make((Module*)nullptr); break;
    case Kind::Exception: make((Exception*)nullptr); break;
    case Kind::Property: make((Property*)nullptr); break;
    case Kind::StaticMethod: make((StaticMethod*)nullptr); break;
    case Kind::ClassMethod: make((ClassMethod*)nullptr); break;
    case Kind::Super: make((Super*)nullptr); break;
    case Kind::Float: make((Float*)nullptr); break;
    default: make((Instance*)nullptr); break;
  }
  if (size > layout_size(type->layout)) {
    char* bytes = reinterpret_cast<char*>(object);
    for (size_t at = layout_size(type->layout); at + sizeof(Value) <= size; at += sizeof(Value)) {
      if (at == type->attributes_offset) {
        *reinterpret_cast<Dict**>(bytes + at) = nullptr;
      } else {
        new (bytes + at) Value;
      }
    }
  }
  return Ref::adopt(object);
}

}  // namespace awaitscope
