#pragma once
// Modules of the standard library that programs import. Those written in Python (the .py files of
// this folder) are compiled when they are imported; their code is hidden: it leaves no events and
// no traceback entries. Those written in C++ are filled in when they are imported.

#include "engine/objects/objects.h"

namespace awaitscope {

struct PythonModule {
  const char* name;    // null: the end
  const char* source;  // need_deferred_data() first
};
extern const PythonModule kPythonModules[];

void make_engine_module(Dict* module);
void make_math_module(Dict* module);
void make_sys_module(Dict* module);
void make_random_module(Dict* module);
void make_time_module(Dict* module);
void make_thread_module(Dict* module);
void make_unicodedata_module(Dict* module);
void make_hash_module(Dict* module);
void add_weak_references(Dict* module);  // to _engine

// Their types, once.
void register_sys();
void register_random();
void register_weak_references();
void register_threads();

}  // namespace awaitscope
