#include "engine/objects/weak_references.h"

namespace awaitscope {

const WeakReferences::List* WeakReferences::of(const Object* target) const {
  auto found = lists_.find(target);
  return found == lists_.end() ? nullptr : &found->second;
}

void WeakReferences::add(Object* target, WeakReference* reference) {
  reference->target = target;
  target->flags |= kReferred;
  lists_[target].push_back(reference);
}

void WeakReferences::remove(WeakReference* reference) {
  auto found = lists_.find(reference->target);
  if (!reference->target || found == lists_.end()) return;
  std::erase(found->second, reference);
  if (found->second.empty()) lists_.erase(found);
}

WeakReferences::List WeakReferences::take(const Object* target) {
  auto found = lists_.find(target);
  if (found == lists_.end()) return {};
  List gone = std::move(found->second);
  lists_.erase(found);
  for (WeakReference* each : gone) each->target = nullptr;
  return gone;
}

}  // namespace awaitscope
