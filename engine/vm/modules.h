#pragma once
// The modules that programs can import, and how a run gets its own copy of each.
//
// A module is either filled by native code (MODULE in modules.cpp) or compiled from Python source that
// the engine carries; code of the latter is hidden: it leaves no events and no traceback entries.

#include <string_view>

#include "engine/runtime/objects.h"

namespace awaitscope {

Ref new_module(std::string_view name);  // an empty one, with __name__
// Every module there is, for messages and documentation.
std::vector<std::string_view> module_names();
// Compiles and runs a hidden module's source in a module's dict is done by import_slow; this is the text.
struct NativeModule {
  const char* name;
  void (*fill)(Dict* dict);  // or null
  const char* source;        // Python run after fill, or null
};

}  // namespace awaitscope
