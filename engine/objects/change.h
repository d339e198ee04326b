#pragma once
// Containers tell the recording that their contents have changed.

#include "engine/objects/run_context.h"

namespace awaitscope {

inline void contents_changed(Object* object) {
  if (object->flags & kWatched) this_run().recorder.changed(object);
}

}  // namespace awaitscope
