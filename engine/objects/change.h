#pragma once
// Containers tell the recording that their contents have changed.

#include "engine/machine/vm.h"

namespace awaitscope {

inline void touched(Object* object) {
  if (object->flags & kWatched) vm->changed(object);
}

}  // namespace awaitscope
