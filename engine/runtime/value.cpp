#include "engine/runtime/value.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "engine/modules/weakref.h"
#include "engine/runtime/heap.h"
#include "engine/runtime/layout.h"
#include "engine/runtime/native.h"
#include "engine/runtime/tables.h"
#include "engine/runtime/world.h"
#include "engine/vm/calls.h"
#include "engine/vm/vm.h"

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

void release_slots(Object* object) {
  for_each_slot(object, [](Value& slot, bool) { release(slot); });
  if (!differs_in_size(object->kind)) return;
  if (Dict** attributes = side_attributes(object)) {
    Dict* dict = *attributes;
    side_table().erase(object);
    release_if(dict);
  }
}

void finalize_type(Type* type) {
  if (vm) vm->forget_type(type);
  for (Type* base : type->bases) {
    auto& subclasses = base->subclasses;
    for (size_t i = subclasses.size(); i-- > 0;) {
      if (subclasses[i] == type) subclasses.erase(subclasses.begin() + long(i));
    }
  }
  std::vector<Type*> bases = std::move(type->bases);
  Dict* dict = type->dict;
  Value texts[] = {type->name, type->qualname, type->module, type->doc};
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

void finalize_function(Function* function) {
  Value values[] = {function->name,    function->qualname,   function->module,
                    function->doc,     function->defaults,   function->kwdefaults,
                    function->closure, function->annotations};
  Object* objects[] = {function->code, function->globals, function->attributes};
  free_object(function, sizeof(Function));
  for (Value value : values) release(value);
  for (Object* object : objects) release_if(object);
}

void finalize_exception(Exception* exception) {
  Dict* attributes = exception->attributes;
  Value values[] = {exception->args,  exception->cause,    exception->context, exception->traceback,
                    exception->notes, exception->extra[0], exception->extra[1]};
  free_object(exception, object_size(exception));
  release_if(attributes);
  for (Value value : values) release(value);
}

template <size_t count>
void free_with(Object* object, size_t size, const Value (&values)[count]) {
  Value kept[count];
  for (size_t i = 0; i < count; ++i) kept[i] = values[i];
  free_object(object, size);
  for (Value value : kept) release(value);
}

void destroy(Object* object) {
  switch (object->kind) {
    case Kind::Instance: {
      Dict* attributes = static_cast<Instance*>(object)->attributes;
      free_object(object, object_size(object));
      release_if(attributes);
      return;
    }
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
    case Kind::Slice: {
      auto* slice = static_cast<Slice*>(object);
      free_with(object, sizeof(Slice), {slice->start, slice->stop, slice->step});
      return;
    }
    case Kind::Function: finalize_function(static_cast<Function*>(object)); return;
    case Kind::NativeFunction: {
      auto* function = static_cast<NativeFunction*>(object);
      free_with(object, sizeof(NativeFunction), {function->self, function->module});
      return;
    }
    case Kind::Method: {
      auto* method = static_cast<Method*>(object);
      free_with(object, sizeof(Method), {method->function, method->self});
      return;
    }
    case Kind::Cell: {
      free_with(object, sizeof(Cell), {static_cast<Cell*>(object)->content});
      return;
    }
    case Kind::Code: destroy_code(static_cast<CodeObject*>(object)); return;
    case Kind::Frame: finalize_frame(static_cast<Frame*>(object)); return;
    case Kind::Type: finalize_type(static_cast<Type*>(object)); return;
    case Kind::Module: {
      auto* module = static_cast<Module*>(object);
      Object* parts[] = {module->name, module->dict};
      free_object(object, object_size(object));
      for (Object* part : parts) release_if(part);
      return;
    }
    case Kind::Exception: finalize_exception(static_cast<Exception*>(object)); return;
    case Kind::Traceback: {
      auto* traceback = static_cast<Traceback*>(object);
      free_with(object, sizeof(Traceback), {traceback->next, traceback->frame});
      return;
    }
    case Kind::Property: {
      auto* property = static_cast<Property*>(object);
      free_with(object, object_size(object),
                {property->getter, property->setter, property->deleter, property->doc});
      return;
    }
    case Kind::StaticMethod:
      free_with(object, object_size(object), {static_cast<StaticMethod*>(object)->function});
      return;
    case Kind::ClassMethod:
      free_with(object, object_size(object), {static_cast<ClassMethod*>(object)->function});
      return;
    case Kind::Super: {
      auto* super = static_cast<Super*>(object);
      Object* classes[] = {super->this_class, super->self_class};
      free_with(object, object_size(object), {super->self});
      for (Object* type : classes) release_if(type);
      return;
    }
    case Kind::Native: object->type->destroy(object); return;
    case Kind::Int:
    case Kind::Float:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Range: free_object(object, object_size(object)); return;
  }
}

// True: the object lives on, to be finalised by the program's own code first.
bool saved_by_del(Object* object) {
  if (!(object->type->detail & Type::kHasDel) || object->flags & kFinalized || !vm) return false;
  object->flags |= kFinalized;
  object->refcount = 1;
  vm->finalizers.push_back(Ref::adopt(object));
  vm->attention = true;
  return true;
}

void finalize_now(Object* object) {
  if (object->type->detail & Type::kHeap && object->kind != Kind::Frame) {
    if (saved_by_del(object)) return;
    release_slots(object);
  }
  if (object->flags & kWatched && vm) vm->forget(object);
  if (object->flags & kReferred) forget_referred(object);
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
    case Kind::Range:
      finalize_now(object);  // leads nowhere
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
