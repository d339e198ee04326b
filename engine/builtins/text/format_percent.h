#pragma once
// The slow half of format_percent (text.h): with objects of the program. Not for other layers.

#include "engine/machine/native.h"

namespace awaitscope {

Native format_percent_slow(Ref format, Ref arguments);

}  // namespace awaitscope
