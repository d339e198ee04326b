#include "engine/objects/run_context.h"

namespace awaitscope {

RunContext* active_run = nullptr;

Value RunContext::handled_exception() const {
  for (const Frame* frame = current; frame; frame = frame->back) {
    if (frame->handled) return frame->handled;
  }
  return {};
}

uint64_t Addresses::of(Object* object) {
  // Memory that is used again holds an object without the flag.
  uint64_t& address = known_[object];
  if (address == 0 || !(object->flags & kHasAddress)) {
    constexpr uint64_t kStep = 0x30;
    address = next_;
    next_ += kStep;
    object->flags |= kHasAddress;
  }
  return address;
}

}  // namespace awaitscope
