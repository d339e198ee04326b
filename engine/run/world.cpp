#include "engine/run/world.h"

#include "engine/asyncio/hooks.h"
#include "engine/builtins/containers/container_methods.h"
#include "engine/builtins/errors/errors.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/builtins/functions/object_types.h"
#include "engine/builtins/numbers/number_types.h"
#include "engine/builtins/text/str_methods.h"
#include "engine/machine/vm.h"
#include "engine/modules/import.h"
#include "engine/modules/modules.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

// A type that is there before it can be filled in: types, names and methods are made of these.
Type* unfinished_type() {
  auto* type = static_cast<Type*>(heap::allocate_object(sizeof(Type)));
  new (type) Type{};
  type->refcount = kImmortal;
  type->kind = Kind::Type;
  type->type = types.type ? types.type : type;
  return type;
}

void make_names() {
  struct Row {
    Str* Names::*name;
    const char* text;
  };
  static constexpr Row kRows[] = {
#define NAME(id, text) {&Names::id, text},
#define SPECIAL(id, text) {&Names::id, text},
#include "engine/objects/names.def"
#undef SPECIAL
#undef NAME
  };
  for (const Row& row : kRows) names.*row.name = intern(row.text);
}

}  // namespace

void make_world() {
  static bool made = false;
  if (made) return;
  made = true;
  types.type = unfinished_type();
  for (Type** type :
       {&types.object, &types.str, &types.tuple, &types.dict, &types.list, &types.native_function,
        &types.native_method, &types.int_, &types.bool_, &types.none}) {
    *type = unfinished_type();
  }
  make_names();
  register_objects();
  register_text();
  register_numbers();
  register_containers();
  register_exceptions();
  register_builtins();
  register_machine();
  register_sys();
  register_random();
  register_weak_references();
  register_threads();
  register_asyncio();
  machine_hooks.import_name = import_name;
  machine_hooks.load_module = load_module;
  machine_hooks.report_unraisable = report_unraisable;
  machine_hooks.split_for_handler = split_for_handler;
  machine_hooks.join_after_handlers = join_after_handlers;
  Ref empty = new_tuple({});  // the only one: let it be there before anybody counts objects
  heap::keep_all();  // whoever looks for garbage need not look at any of it
}

}  // namespace awaitscope
