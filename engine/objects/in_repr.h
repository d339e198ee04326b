#pragma once
// Representations of what may contain itself.

#include "engine/objects/value.h"

namespace awaitscope {

// Marks an object with kInRepr while its representation is being made.
class InRepr {
 public:
  explicit InRepr(Object* object);
  ~InRepr();
  InRepr(const InRepr&) = delete;

 private:
  Object* object_;
};

}  // namespace awaitscope
