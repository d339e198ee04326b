#pragma once
// The modules that programs can import, and how a run gets its own copy of each.
//
// A module is either filled by native code (MODULE in modules.cpp) or compiled from Python source
// that the engine carries; code of the latter is hidden: it leaves no events and no traceback
// entries.

#include <string_view>
#include <vector>

#include "engine/machine/native.h"
#include "engine/objects/objects.h"

namespace awaitscope {

// MachineHooks::import_name and load_module.
Native import_name(Ref name, Ref from, int64_t level);
Native load_module(Ref name);
// Every module there is, for messages and documentation.
std::vector<std::string_view> module_names();

// __getattr__ of a module in C++: what few ask for is put into it by `home`, written in Python,
// whose put(name) says whether there is such a name.
Native later_attribute(Ref module, Ref home, Ref name);

// Runs source of the engine's own in a namespace: like that of its modules it leaves no trace.
// SyntaxError pending where it is none. `source` must outlive the call.
Native run_hidden(std::string_view source, Ref space);

}  // namespace awaitscope
