#pragma once
// The builtins module: functions and types by name.

#include <cstddef>
#include <string_view>

#include "engine/objects/objects.h"

namespace awaitscope {

void register_builtins();  // world.cpp: makes the functions, once
Ref new_builtins_dict();   // a run's own
// Adds native functions to a module's dict.
void add_functions(Dict* module, std::string_view module_name, const struct NativeDefinition* first,
                   size_t count);

// The frame that has called a builtin, and its locals().
struct PyFrame* calling_frame();
Ref local_variables();
// The dict in which a function's frame gives its variables, always the same one: it also keeps what
// exec() has put there. Of a module or the body of a class the namespace itself.
Ref locals_of(struct PyFrame* frame);

}  // namespace awaitscope
