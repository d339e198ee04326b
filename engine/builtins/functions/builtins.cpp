#include "engine/builtins/functions/builtins.h"

#include "engine/builtins/containers/mapping_proxy.h"
#include "engine/builtins/errors/errors.h"
#include "engine/builtins/functions/builtin_functions.h"
#include "engine/objects/complex.h"
#include "engine/objects/containers.h"
#include "engine/objects/run_context.h"
#include "engine/objects/text.h"
#include "engine/objects/types.h"

namespace awaitscope {
namespace {

Dict* all_builtins;  // what every run begins with

void add(std::string_view name, Value value) { dict_set(all_builtins, intern(name), value); }

void add_type(Type* type) { add(type->name_view(), Value::of(type)); }

}  // namespace

void register_builtins() {
  register_iteration_types();
  register_sentinel();
  all_builtins = as<Dict>(new_dict(200).take());
  add("__name__", Value::of(intern("builtins")));
  for (std::span<const NativeDefinition> functions :
       {object_functions(), number_functions(), iteration_functions(), output_functions()}) {
    add_functions(all_builtins, "builtins", functions.data(), functions.size());
  }
  add("None", Value::none());
  add("Ellipsis", Value::ellipsis());
  add("NotImplemented", Value::not_implemented());
  add("False", Value::boolean(false));
  add("True", Value::boolean(true));
  add("__debug__", Value::boolean(true));
  for (Type* type : {types.bool_,
                     types.bytes,
                     types.classmethod,
                     types.dict,
                     types.float_,
                     types.frozenset,
                     types.property,
                     types.int_,
                     types.list,
                     types.object,
                     types.range,
                     types.set,
                     types.slice,
                     types.staticmethod,
                     types.str,
                     types.tuple,
                     types.type,
                     iteration_types.enumerate,
                     iteration_types.filter,
                     iteration_types.map,
                     iteration_types.reversed,
                     iteration_types.zip}) {
    add_type(type);
  }
  add_type(complex_type);
  add_type(types.BaseException);
#define EXCEPTION(name, base) add_type(types.name);
#include "engine/objects/exceptions.def"
#undef EXCEPTION
  add_type(types.ExceptionGroup);
  add("IOError", Value::of(types.OSError));
  add("EnvironmentError", Value::of(types.OSError));
}

Ref new_builtins_dict() {
  Ref copy = dict_copy(all_builtins);
  for (uint32_t i = 0; i < all_builtins->filled; ++i) {
    Value name = all_builtins->entries[i].key, value = all_builtins->entries[i].value;
    if (!name || !is<NativeFunction>(value)) continue;
    if (!as<NativeFunction>(value)->definition->is_in(this_run().version)) {
      dict_delete(as<Dict>(copy), name);
    }
  }
  auto add_since = [&](Version version, Type* type) {
    if (since(version)) dict_set(as<Dict>(copy), intern(type->name_view()), Value::of(type));
  };
  add_since(Version::V3_13, python_finalization_error);
  add_since(Version::V3_15, frozen_dict_type);
  add_since(Version::V3_15, sentinel_type);
  add_since(Version::V3_15, import_cycle_error);
  return copy;
}

}  // namespace awaitscope
