#pragma once
// format % arguments, beside format_percent (text.h). Not for other layers.

#include "engine/machine/native.h"

namespace awaitscope {

Ref format_percent_bytes(Value format, Value arguments);  // as format_percent(), of bytes
// The slow half of both: with objects of the program.
Native format_percent_slow(Ref format, Ref arguments);

}  // namespace awaitscope
