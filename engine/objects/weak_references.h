#pragma once
// Weak references, and which objects there are any to: kReferred marks those.

#include <unordered_map>
#include <vector>

#include "engine/objects/objects.h"

namespace awaitscope {

struct WeakReference : NativeObject {
  Object* target = nullptr;  // not counted; null: it has gone
  Ref callback;              // called with the reference when the target goes; or null
  Ref hash;                  // an int, of the target; null: nobody has asked
};

// Those of one run.
class WeakReferences {
 public:
  using List = std::vector<WeakReference*>;  // in the order of making

  const List* of(const Object* target) const;  // null where there are none
  void add(Object* target, WeakReference* reference);
  void remove(WeakReference* reference);  // it goes before its target
  List take(const Object* target);        // the target goes: theirs is null from now on

 private:
  std::unordered_map<const Object*, List> lists_;
};

// The object goes, or is as good as gone: its callbacks are to be called.
void forget_weak_references(Object* object);

}  // namespace awaitscope
