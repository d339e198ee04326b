// Cyclic garbage: objects that only refer to each other. Specified by what CPython's gc does,
// except that it is asked for and never starts by itself.
//
// The references that the objects hold to one another are counted; what has more references than
// those is held from outside, and so is all that it leads to. The rest is garbage. What the runtime
// keeps in C++ (iterators, locks, suspended native coroutines) counts as outside.

#include "engine/objects/collect.h"

#include <unordered_map>
#include <vector>

#include "engine/asyncio/hooks.h"
#include "engine/machine/calls.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/layout.h"

namespace awaitscope {

namespace {

// Calls visit(Value) for every reference that a container owns; false: it is not one that is known
// here.
template <class Visit>
bool visit_references(Object* object, Visit visit) {
  auto visit_object = [&](Object* other) {
    if (other) visit(Value::of(other));
  };
  if (object->type->detail & Type::kHeap) {
    visit_object(object->type);
    for_each_slot(object, [&](Value& slot, bool) { visit(slot); });
    if (Dict** attributes = side_attributes(object)) visit_object(*attributes);
  }
  switch (object->kind) {
    case Kind::Instance: visit_object(static_cast<Instance*>(object)->attributes); return true;
    case Kind::Tuple: {
      auto* tuple = static_cast<Tuple*>(object);
      for (uint32_t i = 0; i < tuple->size; ++i) visit(tuple->items[i]);
      return true;
    }
    case Kind::List: {
      auto* list = static_cast<List*>(object);
      for (uint32_t i = 0; i < list->size; ++i) visit(list->items[i]);
      return true;
    }
    case Kind::Dict: {
      auto* dict = static_cast<Dict*>(object);
      for (uint32_t i = 0; i < dict->filled; ++i) {
        visit(dict->entries[i].key);
        visit(dict->entries[i].value);
      }
      return true;
    }
    case Kind::Set: {
      auto* set = static_cast<Set*>(object);
      for (uint32_t i = 0; set->table && i <= set->mask; ++i) visit(set->table[i].key);
      return true;
    }
    case Kind::Slice: {
      auto* slice = static_cast<Slice*>(object);
      for (Value part : {slice->start, slice->stop, slice->step}) visit(part);
      return true;
    }
    case Kind::Function: {
      auto* function = static_cast<Function*>(object);
      visit_object(function->globals);
      visit_object(function->attributes);
      for (Value part :
           {function->name, function->qualname, function->module, function->doc, function->defaults,
            function->kwdefaults, function->closure, function->annotations}) {
        visit(part);
      }
      return true;
    }
    case Kind::NativeFunction: visit(static_cast<NativeFunction*>(object)->self); return true;
    case Kind::Method: {
      auto* method = static_cast<Method*>(object);
      visit(method->function);
      visit(method->self);
      return true;
    }
    case Kind::Cell: visit(static_cast<Cell*>(object)->content); return true;
    case Kind::Type: {
      auto* type = static_cast<Type*>(object);
      visit_object(type->dict);
      for (Type* base : type->bases) visit_object(base);
      return true;
    }
    case Kind::Module: visit_object(static_cast<Module*>(object)->dict); return true;
    case Kind::Exception: {
      auto* exception = static_cast<Exception*>(object);
      visit_object(exception->attributes);
      for (Value part :
           {exception->args, exception->cause, exception->context, exception->traceback,
            exception->notes, exception->extra[0], exception->extra[1]}) {
        visit(part);
      }
      return true;
    }
    case Kind::Traceback: {
      auto* traceback = static_cast<Traceback*>(object);
      visit(traceback->next);
      visit(traceback->frame);
      // A frame of C++ code that has finished is no candidate, being made in another way; where it
      // is kept only for its arguments, they count as the traceback's own.
      if (auto* frame = as_if<Frame>(traceback->frame);
          frame && frame->native && frame->state == FrameState::Finished && frame->refcount == 1) {
        visit_references(frame, visit);
      }
      return true;
    }
    case Kind::Property: {
      auto* property = static_cast<Property*>(object);
      for (Value part : {property->getter, property->setter, property->deleter, property->doc})
        visit(part);
      return true;
    }
    case Kind::StaticMethod: visit(static_cast<StaticMethod*>(object)->function); return true;
    case Kind::ClassMethod: visit(static_cast<ClassMethod*>(object)->function); return true;
    case Kind::Super: {
      auto* super = static_cast<Super*>(object);
      visit_object(super->this_class);
      visit_object(super->self_class);
      visit(super->self);
      return true;
    }
    case Kind::Frame: {
      auto* frame = static_cast<Frame*>(object);
      if (frame->native) {
        auto* native = static_cast<NativeFrame*>(frame);
        for (uint32_t i = 0; i < native->storage_count; ++i) visit(native->storage[i]);
        visit(native->delegate);
        return true;
      }
      if (frame->state == FrameState::Running) return false;
      auto* python = static_cast<PyFrame*>(frame);
      visit_object(python->function);
      visit(python->names);
      visit(python->handled);
      for (Value* slot = python->slots; slot < python->sp; ++slot) visit(*slot);
      return true;
    }
    case Kind::Native: {
      auto visit_value = [](Value value, void* data) { (*static_cast<Visit*>(data))(value); };
      return asyncio_visit(object, visit_value, &visit);
    }
    default: return false;  // leads nowhere, or only the object itself knows
  }
}

bool is_candidate(Object* object) {
  if (object->refcount >= kImmortal / 2) return false;
  switch (object->kind) {
    case Kind::Int:
    case Kind::Float:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Range:
    case Kind::Code: return false;
    case Kind::Native:
      return asyncio_visit(
          object, [](Value, void*) {}, nullptr);
    case Kind::Frame: {
      auto* frame = static_cast<Frame*>(object);
      return !frame->native && frame->state != FrameState::Running;
    }
    default: return true;
  }
}

struct Candidate {
  Object* object;
  uint32_t internal = 0;  // references from other candidates
  bool reachable = false;
};

struct Collector {
  std::vector<Candidate> candidates;
  std::unordered_map<const Object*, uint32_t> places;
  std::vector<uint32_t> to_visit;

  Candidate* find(Value value) {
    if (!value.is_object()) return nullptr;
    auto found = places.find(value.object());
    return found == places.end() ? nullptr : &candidates[found->second];
  }
  void mark(Candidate& candidate) {
    if (candidate.reachable) return;
    candidate.reachable = true;
    to_visit.push_back(uint32_t(&candidate - candidates.data()));
  }
  void mark_all() {
    while (!to_visit.empty()) {
      Object* object = candidates[to_visit.back()].object;
      to_visit.pop_back();
      visit_references(object, [&](Value value) {
        if (Candidate* other = find(value)) mark(*other);
      });
    }
  }
};

// Hands an object to the machine where Python code of its own has to run at its end.
bool has_clean_up(Object* object) {
  if (!vm || vm->closing || object->flags & kFinalized) return false;
  if (object->kind == Kind::Frame) {
    auto* frame = static_cast<Frame*>(object);
    if (!is_generator(frame) || frame->state != FrameState::Suspended) return false;
    object->flags |= kFinalized;
    retain(object);
    if (frame->type == types.async_generator && finalize_async_generator(frame)) return true;
    vm->finalizers.push_back(Ref::adopt(object));
    vm->attention = true;
    return true;
  }
  if (asyncio_complains(object)) {
    vm->finalizers.push_back(Value::of(object));
    vm->attention = true;
    return true;
  }
  if (!(object->type->detail & Type::kHasDel)) return false;
  object->flags |= kFinalized;
  vm->finalizers.push_back(Value::of(object));
  vm->attention = true;
  return true;
}

void drop(Value& held) { release(std::exchange(held, Value{})); }

// Takes away what can be taken away from an object without making it invalid.
void empty(Object* object) {
  if (object->flags & kWatched && vm) {
    vm->forget(object);
    object->flags = uint8_t(object->flags & ~kWatched);
  }
  if (object->type->detail & Type::kHeap) {
    for_each_slot(object, [](Value& slot, bool is_attributes) {
      if (!is_attributes) drop(slot);  // those are emptied for themselves
    });
  }
  switch (object->kind) {
    case Kind::List: list_clear(static_cast<List*>(object)); return;
    case Kind::Dict: dict_clear(static_cast<Dict*>(object)); return;
    case Kind::Set: set_clear(static_cast<Set*>(object)); return;
    case Kind::Cell: drop(static_cast<Cell*>(object)->content); return;
    case Kind::Type: modified(static_cast<Type*>(object)); return;
    case Kind::Exception: {
      auto* exception = static_cast<Exception*>(object);
      for (Value* part : {&exception->cause, &exception->context, &exception->traceback,
                          &exception->notes, &exception->extra[0], &exception->extra[1]}) {
        drop(*part);
      }
      release(std::exchange(exception->args, new_tuple({}).take()));
      return;
    }
    case Kind::Traceback: {
      auto* traceback = static_cast<Traceback*>(object);
      release(std::exchange(traceback->next, Value::none()));
      release(std::exchange(traceback->frame, Value::none()));
      return;
    }
    case Kind::Native: object->type->destroy(object); return;
    case Kind::Frame: {
      auto* frame = static_cast<PyFrame*>(object);
      bool never_ran =
          frame->state == FrameState::Created && is_generator(frame) && vm && !vm->closing;
      if (never_ran) return;  // it has a warning to give
      frame->state = FrameState::Finished;
      clear_frame(frame);
      return;
    }
    default: return;  // what it holds on to has been emptied
  }
}

}  // namespace

std::unordered_set<const Object*> reachable_from(Value root) {
  std::unordered_set<const Object*> reached;
  std::vector<Object*> to_visit;
  auto reach = [&](Value value) {
    if (value.is_object() && reached.insert(value.object()).second)
      to_visit.push_back(value.object());
  };
  reach(root);
  while (!to_visit.empty()) {
    Object* object = to_visit.back();
    to_visit.pop_back();
    visit_references(object, reach);
  }
  return reached;
}

size_t collect_cycles() {
  Collector collector;
  heap::for_each_object(
      [](Object* object, void* data) {
        if (is_candidate(object)) static_cast<Collector*>(data)->candidates.push_back({object});
      },
      &collector);
  collector.places.reserve(collector.candidates.size());
  for (uint32_t i = 0; i < collector.candidates.size(); ++i) {
    collector.places[collector.candidates[i].object] = i;
  }
  for (Candidate& candidate : collector.candidates) {
    visit_references(candidate.object, [&](Value value) {
      if (Candidate* other = collector.find(value)) ++other->internal;
    });
  }
  for (Candidate& candidate : collector.candidates) {
    if (candidate.object->refcount > candidate.internal) collector.mark(candidate);
  }
  collector.mark_all();

  // What the program's own code has to clean up lives on, with all that it leads to, until that has
  // run.
  for (Candidate& candidate : collector.candidates) {
    if (!candidate.reachable && has_clean_up(candidate.object)) collector.mark(candidate);
  }
  collector.mark_all();

  std::vector<Ref> garbage;
  for (Candidate& candidate : collector.candidates) {
    if (!candidate.reachable) garbage.push_back(Value::of(candidate.object));
  }
  for (Ref& object : garbage) empty(object.get().object());
  return garbage.size();
}

void release_everything() {
  std::vector<Object*> left;
  heap::for_each_object(
      [](Object* object, void* data) {
        bool native = object->kind == Kind::Native && object->refcount < kImmortal / 2;
        if (native || is_candidate(object))
          static_cast<std::vector<Object*>*>(data)->push_back(object);
      },
      &left);
  for (Object* object : left) retain(object);
  for (Object* object : left) empty(object);
  for (Object* object : left) release(object);
}

}  // namespace awaitscope
