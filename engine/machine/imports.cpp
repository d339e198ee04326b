// What IMPORT_FROM and IMPORT_STAR do with a module. Which there are, engine/modules knows.
// Specified in: https://docs.python.org/3.11/reference/simple_stmts.html#the-import-statement

#include "engine/machine/imports.h"

#include "engine/machine/attributes.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

Ref new_module(std::string_view name) {
  auto* module = make_object<Module>(types.module, 0);
  module->name = intern(name);
  retain(static_cast<Object*>(module->name));
  module->dict = as<Dict>(new_dict().take());
  dict_set(module->dict, names.name, Value::of(module->name));
  dict_set(module->dict, names.doc, Value::none());
  return Ref::adopt(module);
}

void note_import(std::string_view module, std::string_view name_from) {
  Object* error = pending_exception().object();
  Value name = Value::of(intern(module));
  retain(name);
  as<Exception>(pending_exception())->extra[0] = name;
  if (name_from.empty() || !since(Version::V3_12)) return;
  dict_set(attributes_of(error, true), intern("name_from"), new_str(name_from));
}

bool is_later_builtin(const Str* name) {
  return name->view() == "bytearray" || name->view() == "memoryview";
}

Native later_builtin_slow(Ref name) {
  CO_TRY(module, machine_hooks.load_module(Value::of(intern("_bytes"))));
  for (std::string_view each : {"bytearray", "memoryview"}) {
    CO_TRY(type, get_attribute(module, intern(each)));
    dict_set(vm().builtins, intern(each), type);
  }
  co_return dict_get(vm().builtins, as<Str>(name));
}

Native import_from_slow(Ref module, Ref name) {
  Ref value = co_await get_attribute(module, as<Str>(name));
  if (value || !pending_is(types.AttributeError)) co_return value;
  take_pending();
  Module* source = as_if<Module>(module);
  std::string_view module_name = source ? source->name->view() : "<unknown module name>";
  if (source) {
    Ref full = new_str(concat({module_name, ".", text_of(name)}));
    Ref submodule = co_await machine_hooks.load_module(Value::of(intern(as<Str>(full))));
    if (submodule || is_pending()) co_return submodule;
  }
  raise_error(types.ImportError, concat({"cannot import name '", text_of(name), "' from '",
                                         module_name, "' (unknown location)"}));
  note_import(module_name, text_of(name));
  co_return Ref();
}

Native import_star_slow(Ref module_ref, Ref namespace_ref) {
  Module* module = as<Module>(module_ref);
  Dict* target = as<Dict>(namespace_ref);
  Ref all = co_await get_attribute(module_ref, names.all);
  if (!all) {
    if (!pending_is(types.AttributeError)) co_return Ref();
    take_pending();
  } else {
    CO_TRY(list, list_of(all));
    for (uint32_t i = 0; i < as<List>(list)->size; ++i) {
      Value item = as<List>(list)->items[i];
      if (!is<Str>(item)) {
        raise_type_error(
            {"Item in ", module->name->view(), ".__all__ must be str, not ", type_name(item)});
        co_return Ref();
      }
      Str* name = as<Str>(item);
      CO_TRY(value, get_attribute(module_ref, name));
      dict_set(target, name, value);
    }
    co_return Value::none();
  }
  for (uint32_t i = 0; i < module->dict->filled; ++i) {
    const Dict::Entry& entry = module->dict->entries[i];
    if (!entry.key || !is<Str>(entry.key) || text_of(entry.key).substr(0, 1) == "_") continue;
    dict_set(target, entry.key, entry.value);
  }
  co_return Value::none();
}

}  // namespace awaitscope
