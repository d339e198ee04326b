#pragma once
// What the instructions of import do with a module. Which modules there are, engine/modules knows.
// Specified in: https://docs.python.org/3.11/reference/simple_stmts.html#the-import-statement

#include <string_view>

#include "engine/machine/native.h"

namespace awaitscope {

// The pending ImportError learns which module it is about, and the name that was looked for there.
void note_import(std::string_view module, std::string_view name_from = {});
Ref new_module(std::string_view name);  // an empty one, with __name__
Native import_star_slow(Ref module, Ref names);
// bytearray and memoryview: builtins that are written in Python, and made when a program names one.
bool is_later_builtin(const Str* name);
Native later_builtin_slow(Ref name);
Native import_from_slow(Ref module, Ref name);

}  // namespace awaitscope
