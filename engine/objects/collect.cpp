// Cyclic garbage: objects that only refer to each other. Specified by what CPython's gc does,
// except that it is asked for and never starts by itself.
//
// The references that the objects hold to one another are counted; what has more references than
// those is held from outside, and so is all that it leads to. The rest is garbage. What the runtime
// keeps in C++ (iterators, locks, suspended native coroutines) counts as outside.

#include "engine/objects/collect.h"

#include <vector>

#include "engine/objects/containers.h"
#include "engine/objects/layout.h"
#include "engine/objects/raise.h"
#include "engine/objects/run_context.h"
#include "engine/objects/tables.h"

namespace awaitscope {

namespace {

// Calls visit(Value) for every reference that an object owns; false: that cannot be told. Tuples
// and lists are gone through from their last item to the first, as in CPython: see Reach.
template <class Visit>
bool visit_references(Object* object, Visit& visit) {
  auto visit_object = [&](Object* other) { visit(part_value(other)); };
  if (object->type->detail & Type::kHeap) {
    visit_object(object->type);
    for_each_slot(object, [&](Value& slot, bool) { visit(slot); });
    if (Dict** attributes = side_attributes(object)) visit_object(*attributes);
  }
  if (with_layout(object, [&](auto* known) { for_each_part(known, visit); })) {
    // A frame of C++ code that has finished is no candidate, being made in another way; where it
    // is kept only for its arguments, they count as the traceback's own.
    const Traceback* traceback = as_if<Traceback>(Value::of(object));
    auto* frame = traceback ? as_if<Frame>(traceback->frame) : nullptr;
    if (frame && frame->native && frame->state == FrameState::Finished && frame->refcount == 1) {
      visit_references(frame, visit);
    }
    return true;
  }
  switch (object->kind) {
    case Kind::Tuple: {
      auto* tuple = static_cast<Tuple*>(object);
      for (uint32_t i = tuple->size; i-- > 0;) visit(tuple->items[i]);
      return true;
    }
    case Kind::List: {
      auto* list = static_cast<List*>(object);
      const bool forwards = list->detail & kDiesForwards;
      for (uint32_t i = 0; i < list->size; ++i) {
        visit(list->items[forwards ? i : list->size - 1 - i]);
      }
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
      for (SetCursor at(static_cast<Set*>(object)); at.next();) visit(at.entry->key);
      return true;
    }
    case Kind::Type: {
      auto* type = static_cast<Type*>(object);
      visit_object(type->dict);
      for (Type* base : type->bases) visit_object(base);
      for (Value each : type->special_descriptors) visit(each);
      return true;
    }
    case Kind::Frame:
    case Kind::Native: {
      // (A suspended frame of C++ code is no candidate either.)
      auto visit_value = [](Value value, void* data) {
        Visit& each = *static_cast<Visit*>(data);
        each(value);
        auto* frame = as_if<Frame>(value);
        if (frame && frame->transparent && frame->state == FrameState::Suspended &&
            frame->refcount == 1) {
          visit_references(frame, each);
        }
      };
      const TypeSlots& slots = object->type->slots;
      return slots.visit && slots.visit(object, visit_value, &visit);
    }
    default: return false;  // leads nowhere
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
    case Kind::Native: return object->type->slots.visit;
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
  AddressTable places;  // of an object among the candidates, counted from 1
  std::vector<uint32_t> to_visit;
  const Object* ignored = nullptr;  // holds nothing, whoever holds it

  Candidate* find(Value value) { return value.is_object() ? find(value.object()) : nullptr; }
  Candidate* find(const Object* object) {
    const uint32_t place = places.find(object);
    return place ? &candidates[place - 1] : nullptr;
  }
  void mark(Candidate& candidate) {
    if (candidate.reachable || candidate.object == ignored) return;
    candidate.reachable = true;
    to_visit.push_back(uint32_t(&candidate - candidates.data()));
  }
  void find_candidates() {
    heap::for_each_object(
        [](Object* object, void* data) {
          if (is_candidate(object)) static_cast<Collector*>(data)->candidates.push_back({object});
        },
        this);
    places.reserve(candidates.size());
    for (uint32_t i = 0; i < candidates.size(); ++i) places.add(candidates[i].object, i + 1);
    auto count = [&](Value value) {
      if (Candidate* other = find(value)) ++other->internal;
    };
    for (Candidate& candidate : candidates) visit_references(candidate.object, count);
  }
  void mark_what_is_held() {
    for (Candidate& candidate : candidates) {
      if (candidate.object->refcount > candidate.internal) mark(candidate);
    }
    mark_all();
  }
  void mark_all() {
    while (!to_visit.empty()) {
      Object* object = candidates[to_visit.back()].object;
      to_visit.pop_back();
      auto reach = [&](Value value) {
        if (Candidate* other = find(value)) mark(*other);
      };
      visit_references(object, reach);
    }
  }
};

// Hands an object to the machine where Python code of its own has to run at its end.
bool has_clean_up(Object* object) {
  if (!has_run() || this_run().closing || object->flags & kFinalized) return false;
  if (object->type->slots.finalize) {
    retain(object);
    if (object->type->slots.finalize(object)) return true;
    --object->refcount;
  }
  if (!(object->type->detail & Type::kHasDel)) return false;
  object->flags |= kFinalized;
  this_run().finalize_later(Value::of(object), true);
  return true;
}

void drop(Value& held) { release(std::exchange(held, Value{})); }

// Takes away what can be taken away from an object without making it invalid.
void empty(Object* object) {
  if (object->flags & kWatched && has_run()) {
    this_run().recorder.forget(object);
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
    case Kind::Type:
      modified(static_cast<Type*>(object));
      forget_specials(static_cast<Type*>(object));
      return;
    case Kind::Exception: {
      auto* exception = static_cast<Exception*>(object);
      for (Value* part : {&exception->cause, &exception->context, &exception->traceback,
                          &exception->notes, &exception->extra[0], &exception->extra[1]}) {
        drop(*part);
      }
      replace_args(exception, new_tuple({}));
      return;
    }
    case Kind::Traceback: {
      auto* traceback = static_cast<Traceback*>(object);
      release(std::exchange(traceback->next, Value::none()));
      release(std::exchange(traceback->frame, Value::none()));
      return;
    }
    case Kind::Frame:
    case Kind::Native: {
      const TypeSlots& slots = object->type->slots;
      if (slots.clear) {
        slots.clear(object);
      } else {
        slots.destroy(object);
      }
      return;
    }
    default: return;  // what it holds on to has been emptied
  }
}

}  // namespace

static void add_reachable(Value root, AddressTable& reached) {
  std::vector<Object*> to_visit;
  auto reach = [&](Value value) {
    if (value.is_object() && reached.add_new(value.object())) to_visit.push_back(value.object());
  };
  reach(root);
  while (!to_visit.empty()) {
    Object* object = to_visit.back();
    to_visit.pop_back();
    visit_references(object, reach);
  }
}

AddressTable reachable_from(Value root) {
  AddressTable reached;
  add_reachable(root, reached);
  return reached;
}

// What an object leads to: first what it holds itself, then what that holds, and so on. In that
// order CPython's collector lines up what it has reached, and later comes to it.
template <class Stays>
struct Reach {
  Stays stays;  // what is left out, with what only that leads to
  std::vector<Object*> found = {};
  AddressTable seen = {};
  const Object* visited = nullptr;

  // An instance's attributes lie in the instance, a deque's items in the deque.
  bool is_part_of_visited(Object* object) {
    if (object->kind == Kind::List) return object->detail & kDiesForwards;
    return visited->kind == Kind::Instance &&
           static_cast<const Instance*>(visited)->attributes == object;
  }
  void visit(Object* object) {
    auto reach = [this](Value value) {
      Object* other = value.is_object() ? value.object() : nullptr;
      if (!other || stays(other) || !seen.add_new(other)) return;
      if (is_part_of_visited(other)) {
        visit(other);
      } else {
        found.push_back(other);
      }
    };
    // What is left of a generator's frame belongs to what tracebacks have of it, whoever owns it.
    const bool is_frame_object = object->kind == Kind::Native && object->type == types.frame;
    if (is_frame_object && static_cast<FrameObject*>(object)->frame) {
      visit_references(static_cast<FrameObject*>(object)->frame, reach);
    } else if (object->kind != Kind::Frame || !static_cast<Frame*>(object)->object) {
      visit_references(object, reach);
    }
  }
  std::vector<Object*> from(Object* first) && {
    seen.add_new(first);
    found.push_back(first);
    for (size_t i = 0; i < found.size(); ++i) {
      visited = found[i];
      visit(found[i]);
    }
    return std::move(found);
  }
};

std::vector<Object*> in_order_of_reach(Value root) {
  if (!root.is_object()) return {};
  auto stays = [](Object*) { return false; };
  return Reach<decltype(stays)>{stays}.from(root.object());
}

bool finalize_all_of(Module* module) {
  Collector collector;
  collector.find_candidates();
  collector.ignored = module;
  collector.mark_what_is_held();
  const Candidate* names = collector.find(Value::of(module->dict));
  if (!names || names->reachable) return false;
  auto stays = [&](Object* object) {
    const Candidate* candidate = collector.find(Value::of(object));
    return !candidate || candidate->reachable;
  };
  for (Object* object : Reach<decltype(stays)>{stays}.from(module->dict)) has_clean_up(object);
  return true;
}

void finalize_all_but(Module* module, std::span<const Value> roots) {
  AddressTable kept;
  kept.add_new(module);
  for (Value root : roots) {
    if (root) add_reachable(root, kept);
  }
  if (kept.contains(module->dict)) return;
  auto stays = [&](Object* object) { return kept.contains(object); };
  for (Object* object : Reach<decltype(stays)>{stays}.from(module->dict)) has_clean_up(object);
}

size_t collect_cycles(std::span<Object* const> in_order) {
  Collector collector;
  collector.find_candidates();
  collector.mark_what_is_held();

  // What the program's own code has to clean up lives on, with all that it leads to, until that has
  // run. A __del__ comes first: it may still look at what it holds, as at a future's exception.
  // (The others are in the order of their addresses, which says nothing.)
  for (const bool with_del : {true, false}) {
    auto clean_up = [&](Candidate& candidate) {
      const bool has_del = candidate.object->type->detail & Type::kHasDel;
      if (!candidate.reachable && has_del == with_del && has_clean_up(candidate.object))
        collector.mark(candidate);
    };
    for (const Object* object : in_order) {
      if (Candidate* candidate = collector.find(object)) clean_up(*candidate);
    }
    for (Candidate& candidate : collector.candidates) clean_up(candidate);
    collector.mark_all();
  }

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
