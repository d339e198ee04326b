#pragma once
// Imports that are done when their name is used first: `lazy import`, and since then any other at
// the top of a module that __lazy_modules__ or sys.set_lazy_imports("all") says. Since 3.15.
// Until then the name holds a lazy_import; whoever loads a global one resolves it and keeps what it
// stands for in the namespace. Specified in: https://peps.python.org/pep-0810/

#include "engine/machine/native.h"

namespace awaitscope {

extern Type* lazy_import_type;

inline bool is_lazy_import(Value value) {
  return value.is_object() && value.object()->type == lazy_import_type;
}

// What IMPORT_NAME does at the top of a module. asked: the statement says `lazy`; else whether it
// is is found out. The lazy_import, or the module where it is imported now.
Native import_lazily_slow(Ref name, Ref from, int64_t level, Ref frame, bool asked);
// IMPORT_FROM of a lazy_import: an attribute that is there by now, or another lazy_import.
Ref import_from_lazily(Value lazy, Str* name, Frame* frame);
// What it stands for. With a namespace that holds it under that name, what it stands for takes its
// place.
Native resolve_lazy_import_slow(Ref lazy, Ref space, Ref name);

// sys.lazy_modules: names of what has been imported lazily and not been used yet.
Ref lazy_modules();

void register_lazy_imports();

}  // namespace awaitscope
