// Imports that are done when their name is used first.

#include "engine/machine/lazy_imports.h"

#include "engine/machine/frames.h"
#include "engine/machine/functions.h"
#include "engine/machine/imports.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"

namespace awaitscope {

Type* lazy_import_type;

namespace {

// The first is of an IMPORT_NAME: `from` is the module's full name, `names` the tuple of what is
// wanted of it, or None. What IMPORT_FROM takes of such a one is another: `from` is that one,
// `names` the attribute.
struct LazyImport : NativeObject {
  Ref from, names;
  Ref code, globals;  // where it was written
  uint32_t offset = 0;

  bool is_attribute() const { return is<Str>(names); }
  bool takes_names() const { return is<Tuple>(names) && as<Tuple>(names)->size > 0; }
};
LazyImport* self_of(Value value) { return static_cast<LazyImport*>(value.object()); }

LazyImport* root_of(LazyImport* lazy) {
  while (lazy->is_attribute()) lazy = self_of(lazy->from);
  return lazy;
}

// Of what it resolves to: of `import a.b` that is a.
std::string path_of(LazyImport* lazy) {
  std::string path;
  for (; lazy->is_attribute(); lazy = self_of(lazy->from)) {
    path = concat({".", text_of(lazy->names), path});
  }
  std::string_view module = text_of(lazy->from);
  return concat({lazy->takes_names() ? module : module.substr(0, module.find('.')), path});
}
std::string name_of(LazyImport* lazy) {
  if (lazy->is_attribute()) return path_of(lazy);
  return concat({text_of(lazy->from), lazy->takes_names() ? "..." : ""});
}

Ref new_lazy_import(Value from, Value wanted, Frame* frame) {
  auto* made = make_object<LazyImport>(lazy_import_type);
  made->from = from;
  made->names = wanted;
  if (frame && !frame->native) {
    auto* python = static_cast<PyFrame*>(frame);
    made->code = Value::of(python->code);
    made->globals = Value::of(python->globals);
    made->offset = python->offset();
  }
  return Ref::adopt(made);
}

void note_lazy_module(std::string_view name) {
  Ref all = lazy_modules();
  set_add(as<Set>(all), new_str(name));
}
void forget_lazy_module(std::string_view name) {
  Ref all = lazy_modules();
  set_discard(as<Set>(all), new_str(name));
}

// The error of a lazy import is raised where the name is used. Where it was written is added: as
// its cause, or as a note where it has a cause or context of its own.
void say_where_written(LazyImport* lazy) {
  if (!lazy->code) return;
  Ref error = Ref::adopt(take_pending().take());
  auto* exception = as<Exception>(error);
  auto* code = as<CodeObject>(lazy->code);
  if (exception->cause || exception->context || exception->suppress_context) {
    int line = code->code->positions[lazy->offset].line;
    set_pending(error);
    add_note_to_pending(
        concat({"lazy import of '", name_of(lazy), "' declared in ", code->name->view(), " at ",
                code->file ? code->file->view() : "", ":", std::to_string(line)}));
    return;
  } else {
    raise_error(types.ImportError, concat({"lazy import of '", name_of(lazy),
                                           "' raised an exception during resolution"}));
    Ref cause = take_pending();
    Ref body = new_function(code, as<Dict>(lazy->globals), Value());
    if (PyFrame* frame = frame_for_call(as<Function>(body), Value(), Args{})) {
      Ref held = Ref::adopt(frame);
      add_traceback(as<Exception>(cause), held, lazy->offset);
    }
    exception->cause = cause.take();
    exception->suppress_context = true;
  }
  set_pending(error);
}

Native resolved(Ref held) {
  LazyImport* lazy = self_of(held);
  LazyImport* root = root_of(lazy);
  Ref wanted = root->names;
  std::vector<Ref> path;
  for (LazyImport* at = lazy; at->is_attribute(); at = self_of(at->from)) {
    path.push_back(at->names);
  }
  if (root->takes_names() && !path.empty()) wanted = new_tuple({path.back()});
  CO_TRY(value, machine_hooks.import_name(root->from, wanted, 0));
  forget_lazy_module(text_of(root->from));
  for (; !path.empty(); path.pop_back()) {
    Ref from = std::move(value);
    value = co_await import_from_slow(from, path.back());
    if (!value) co_return Ref();
  }
  if (lazy->is_attribute()) forget_lazy_module(name_of(lazy));
  co_return value;
}

Native resolve_method(Args args) { return resolve_lazy_import_slow(args[0], Ref(), Ref()); }
Ref lazy_repr(Args& args) {
  return new_str(concat({"<lazy_import '", name_of(self_of(args[0])), "'>"}));
}
Ref no_attribute(Args& args) {
  Ref error =
      raise_error(types.AttributeError,
                  concat({"cannot access attribute '", text_of(args[1]),
                          "' on unresolved lazy import '", name_of(self_of(args[0])), "'"}));
  return error;
}

constexpr NativeDefinition kLazyMethods[] = {
    method("__repr__", "(self, /)", lazy_repr),
    method("__getattr__", "(self, name, /)", no_attribute),
    method("resolve", "(self, /)", resolve_method),
};

// Whether an import without the word is one that is put off.
Native is_put_off(Ref name, Ref globals) {
  if (vm().lazy_imports.all) co_return Value::boolean(true);
  Ref listed = dict_get(as<Dict>(globals), intern("__lazy_modules__"));
  if (!listed) co_return Value::boolean(false);
  co_return co_await contains(listed, name);
}

}  // namespace

Ref lazy_modules() {
  Ref& all = vm().lazy_imports.modules;
  if (!all) all = new_set();
  return all;
}

Native import_lazily_slow(Ref name, Ref from, int64_t level, Ref frame, bool asked) {
  auto* python = static_cast<PyFrame*>(frame.get().object());
  Ref globals = Value::of(python->globals);
  const bool at_top = !python->names || python->names == globals;
  if (asked && !at_top) {
    co_return raise_error(types.SyntaxError, "'lazy import' is only allowed at module level");
  }
  const bool in_library = !python->code->file;
  if (level > 0 || !at_top || in_library)
    co_return co_await machine_hooks.import_name(name, from, level);
  if (!asked) {
    CO_TRY(put_off, is_put_off(name, globals));
    if (put_off == Value::boolean(false))
      co_return co_await machine_hooks.import_name(name, from, level);
  }
  if (Ref filter = vm().lazy_imports.filter) {
    Ref importer = dict_get(as<Dict>(globals), names.name);
    if (!importer) importer = Value::none();
    CO_TRY(answer, call(filter, importer, name, from));
    CO_TRY(kept, truth_of(answer));
    if (kept == Value::boolean(false))
      co_return co_await machine_hooks.import_name(name, from, level);
  }
  dict_forget_places(python->globals);  // LOAD_GLOBAL is to see it
  note_lazy_module(text_of(name));
  if (const Tuple* wanted = as_if<Tuple>(from)) {
    for (uint32_t i = 0; i < wanted->size; ++i) {
      note_lazy_module(concat({text_of(name), ".", text_of(wanted->items[i])}));
    }
  }
  co_return new_lazy_import(name, from, python);
}

Ref import_from_lazily(Value held, Str* name, Frame* frame) {
  LazyImport* lazy = self_of(held);
  if (lazy->takes_names()) {
    if (const Module* module = as_if<Module>(dict_get(vm().modules, lazy->from))) {
      Value there = dict_get(module->dict, name);
      if (there && !is_lazy_import(there)) return there;
    }
  }
  return new_lazy_import(held, Value::of(name), frame);
}

Native resolve_lazy_import_slow(Ref held, Ref space, Ref name) {
  LazyImport* lazy = self_of(held);
  Ref value = co_await resolved(held);
  if (!value) {
    say_where_written(lazy);
    co_return Ref();
  }
  if (space && dict_get(as<Dict>(space), name) == Value(held)) {
    dict_set(as<Dict>(space), name, value);
  }
  co_return value;
}

void register_lazy_imports() {
  lazy_import_type = new_builtin_type({.name = "lazy_import",
                                       .layout = Kind::Native,
                                       .instance_size = sizeof(LazyImport),
                                       .flags = Type::kNoSubclass | Type::kNoInstance,
                                       .methods = kLazyMethods,
                                       .slots = {.destroy = destroy_native<LazyImport>}});
}

}  // namespace awaitscope
