// import. Specified in: https://docs.python.org/3.11/reference/import.html, as far as there is one
// program and the modules that the engine has.

#include "engine/modules/import.h"

#include <algorithm>

#include "engine/asyncio/hooks.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/compat/deferred_data.h"
#include "engine/compile/compile.h"
#include "engine/machine/context.h"
#include "engine/machine/frames.h"
#include "engine/machine/functions.h"
#include "engine/machine/imports.h"
#include "engine/machine/vm.h"
#include "engine/modules/modules.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {

struct NativeModule {
  const char* name;
  void (*fill)(Dict* dict);
};
static const NativeModule kNativeModules[] = {
    {"_engine", make_engine_module},
    {"_random", make_random_module},
    {"asyncio", make_asyncio_module},
    {"contextvars", make_contextvars_module},
    {"math", make_math_module},
    {"sys", make_sys_module},
    {"_time", make_time_module},
    {"_thread", make_thread_module},
    {"_unicodedata", make_unicodedata_module},
    {"_hash", make_hash_module},
};

// Whether the run's Python has the module: some came later than the oldest that is offered.
static bool is_there(std::string_view module) {
  if (!has_run()) return true;
  if (module == "annotationlib" || module == "string.templatelib") return since(Version::V3_14);
  return module != "math.integer" || since(Version::V3_15);
}

std::vector<std::string_view> module_names() {
  std::vector<std::string_view> list;
  for (const NativeModule& module : kNativeModules) list.push_back(module.name);
  for (const PythonModule* module = kPythonModules; module->name; ++module) {
    if (is_there(module->name)) list.push_back(module->name);
  }
  return list;
}

Native run_hidden(std::string_view source, Ref space) {
  Parsed parsed = parse(source, vm().version);
  if (parsed.error) co_return raise_error(types.SyntaxError, parsed.error->message);
  CompileOptions options;
  options.lines = false;
  Compiled compiled = compile(*parsed.tree->module, source, options);
  if (compiled.error) co_return raise_error(types.SyntaxError, compiled.error->message);
  Ref code = link(compiled.code, nullptr);
  Ref body = new_function(as<CodeObject>(code), as<Dict>(space), Value());
  PyFrame* frame = frame_for_call(as<Function>(body), Value(), Args{});
  frame->names = Ref(space).take();
  co_return co_await run_frame(frame);
}

// Makes a module and puts it into sys.modules; null and nothing pending: there is none of that
// name.
Native load_module(Ref name) {
  if (Value loaded = dict_get(vm().modules, name)) co_return loaded;
  if (text_of(name) == "builtins") {
    Ref module = new_module("builtins");
    // The very dict that names are looked up in: what a program puts there is found.
    retain(static_cast<Object*>(vm().builtins));
    release(static_cast<Object*>(std::exchange(as<Module>(module)->dict, vm().builtins)));
    dict_set(vm().modules, name, module);
    co_return module;
  }
  for (const NativeModule& known : kNativeModules) {
    if (text_of(name) != known.name) continue;
    Ref module = new_module(known.name);
    known.fill(as<Module>(module)->dict);
    dict_set(vm().modules, name, module);
    co_return module;
  }
  if (text_of(name).substr(0, 8) == "asyncio.") {
    Ref own = Value::of(intern("_asyncio_modules"));
    CO_TRY(home, load_module(own));
    CO_TRY(made, get_attribute(home, intern("made")));
    Ref submodule = new_str(text_of(name).substr(8));
    CO_TRY(module, call(made, submodule));
    co_return module.get().is_none() ? Ref() : module;
  }
  for (const PythonModule* known = kPythonModules; known->name; ++known) {
    if (text_of(name) != known->name || !is_there(known->name)) continue;
    need_deferred_data();
    Ref module = new_module(known->name);
    Dict* dict = as<Module>(module)->dict;
    dict_set(vm().modules, name, module);
    Ref space = Value::of(dict);
    CO_TRY(done, run_hidden(known->source, space));
    co_return module;
  }
  co_return Ref();
}

// Why there is none, where we know: suggestion_for() says that where the error is printed.
static Ref no_module(std::string_view name) {
  raise_error(types.ModuleNotFoundError, concat({"No module named '", name, "'"}));
  note_import(name);
  return Ref();
}

// Has it modules of its own? os.path is an attribute of a module that has none.
static bool is_package(std::string_view name) {
  for (std::string_view known : {"asyncio", "json", "logging", "http", "re"}) {
    if (name == known) return true;
  }
  std::string prefix = concat({name, "."});
  std::vector<std::string_view> all = module_names();
  return name != "os" && name != "math" &&
         std::any_of(all.begin(), all.end(), [&](std::string_view each) {
           return each.substr(0, prefix.size()) == prefix;
         });
}

Native import_name(Ref name_ref, Ref from, int64_t level) {
  if (level > 0) {
    co_return raise_error(types.ImportError,
                          "attempted relative import with no known parent package");
  }
  std::string name(text_of(name_ref));
  Ref first, last;
  for (size_t end = name.find('.');; end = name.find('.', end + 1)) {
    std::string part = name.substr(0, end);
    Ref module = co_await load_module(Value::of(intern(part)));
    if (!module) {
      if (is_pending()) co_return Ref();
      if (last) {
        std::string_view within = as<Module>(last)->name->view();
        if (is_package(within)) co_return no_module(part);
        raise_error(types.ModuleNotFoundError,
                    concat({"No module named '", part, "'; '", within, "' is not a package"}));
        note_import(part);
        co_return Ref();
      }
      co_return no_module(part);
    }
    if (last) dict_set(as<Module>(last)->dict, intern(part.substr(part.rfind('.') + 1)), module);
    if (!first) first = module;
    last = module;
    if (end == std::string::npos) break;
  }
  co_return from.get().is_none() ? first : last;
}

Native later_attribute(Ref module, Ref home, Ref name) {
  const std::string_view text = text_of(name);
  if (text.substr(0, 2) != "__" || text == "__displayhook__") {
    CO_TRY(later, load_module(home));
    CO_TRY(put, get_attribute(later, intern("put")));
    CO_TRY(there, call(put, name));
    if (there.get() == Value::boolean(true)) co_return dict_get(as<Module>(module)->dict, name);
  }
  co_return raise_attribute_error(module, as<Str>(name));
}

}  // namespace awaitscope
