#pragma once
// Quick instructions: one that does the work of several, see the end of opcodes.def.

#include "engine/objects/objects.h"

namespace awaitscope {

// The instructions of a code object whose constants are linked, as the machine runs them: as many
// as the compiler made, each at the same place, so that what says where a frame is means the same
// in both. The caller frees them with heap::release.
Instruction* quick_instructions(const Code& code, const Value* constants);

}  // namespace awaitscope
