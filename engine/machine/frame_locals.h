#pragma once
// f_locals of a function's frame since 3.13 (PEP 667); of another frame, and before, a dict.

#include "engine/machine/native.h"

namespace awaitscope {

Ref frame_locals_of(PyFrame* frame);
void register_frame_locals();

}  // namespace awaitscope
