#pragma once
// The builtins module: functions and types by name.

#include <cstddef>
#include <string_view>

#include "engine/objects/objects.h"

namespace awaitscope {

void add_evaluation(struct Dict* builtins);   // eval, exec, compile
void add_vm_builtins(struct Dict* builtins);  // __build_class__, super, aiter, anext
void register_builtins();                     // makes the functions, once
Ref new_builtins_dict();                      // a run's own

// The frame that has called a builtin, and its locals().
struct PyFrame* calling_frame();
Ref local_variables();

}  // namespace awaitscope
