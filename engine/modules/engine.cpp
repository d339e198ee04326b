// _engine: what the modules written in Python need of the machine. Programs have no use for it.

#include "engine/builtins/errors/errors.h"
#include "engine/builtins/errors/standard_modules.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/machine/functions.h"
#include "engine/machine/lazy_imports.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/machine/warnings.h"
#include "engine/modules/container_functions.h"
#include "engine/modules/import.h"
#include "engine/modules/modules.h"
#include "engine/objects/collect.h"
#include "engine/objects/containers.h"
#include "engine/objects/frame.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/library_functions.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

// The program's own frames, innermost first.
static std::vector<PyFrame*> program_frames() {
  std::vector<PyFrame*> frames;
  for (Frame* frame = vm().current; frame; frame = frame->back) {
    if (frame->native) continue;
    auto* python = static_cast<PyFrame*>(frame);
    if (python->code->file) frames.push_back(python);
  }
  return frames;
}

static Ref line_of(const PyFrame* frame) {
  return Value::of_int(frame->code->code->positions[frame->offset()].line);
}

// Where the program is: (file, line, function) of each of its frames, innermost first.
static Ref places(Args&) {
  Ref list = new_list();
  for (const PyFrame* frame : program_frames()) {
    Value place[] = {Value::of(frame->code->file), line_of(frame), Value::of(frame->code->name)};
    Ref tuple = new_tuple(std::span<const Value>(place));
    list_append(as<List>(list), tuple);
  }
  return list;
}

static Ref places_in_traceback(Args& args) { return traceback_places(args[0]); }

static Ref source_line(Args& args) {
  return new_str(program_line(args[0].is_int() ? int(args[0].as_int()) : 0));
}

// All of the program's text.
static Ref program_source(Args&) { return new_str(vm().texts.source); }

// --- exceptions as text ---

static Native report_ignored_in_text(Args args) {
  return report_ignored_in(args[0], text_of(args[1]), args[2]);
}

static Native format_error(Args args) {
  Ref prepared = co_await prepare_exception_text(args[0]);
  if (!prepared) take_pending();
  std::optional<int64_t> limit;
  if (args[1].is_int()) limit = args[1].as_int();
  co_return new_str(format_exception(as<Exception>(args[0]), PrintedBy::TracebackModule, limit));
}
static Native format_error_only(Args args) {
  Ref prepared = co_await prepare_exception_text(args[0]);
  if (!prepared) take_pending();
  co_return new_str(format_exception_only(as<Exception>(args[0])));
}

// --- warnings ---

// Is this one to be shown? None: to be raised.
static Ref shows_warning(Args& args) {
  switch (warning_action(as<Type>(args[0]), text_of(args[1]), int(args[2].as_int()))) {
    case WarningAction::Ignore: return Value::boolean(false);
    case WarningAction::Show: return Value::boolean(true);
    default: return Value::none();
  }
}
static Ref filters_changed(Args&) {
  forget_warnings();
  return Value::none();
}

// --- memory ---

static Ref collect(Args&) { return Value::of_int(int64_t(collect_cycles())); }

// --- code ---

static Native execute(Args args) { co_return co_await run_hidden(text_of(args[0]), args[1]); }

// A function of asyncio's that is `async def` in CPython.
static Ref is_async_builtin(Args& args) {
  const NativeFunction* function = as_if<NativeFunction>(args[0]);
  return Value::boolean(function && function->definition->flags & NativeDefinition::kAsync);
}

// Those who are asked to change a class are asked by the modules that have made it.
static bool is_of_module(Value type) {
  if (as<Type>(type)->detail & Type::kHeap) return true;
  raise_type_error({"'", as<Type>(type)->name_view(), "' is not of a module in Python"});
  return false;
}

// Of a class: it is no Python in CPython, see name_in_full().
static Ref written_in_c(Args& args) {
  if (!is_of_module(args[0])) return {};
  name_in_full(as<Type>(args[0]));
  return args[0];
}

// Of a class: it matches the patterns of sequences, or of mappings.
template <uint16_t flag>
static Ref matches(Args& args) {
  if (!is_of_module(args[0])) return {};
  as<Type>(args[0])->detail |= flag;
  return args[0];
}

// The names of all modules that there are.
static Ref module_list(Args&) {
  Ref list = new_list();
  for (std::string_view name : module_names()) {
    Ref text = new_str(name);
    list_append(as<List>(list), text);
  }
  return list;
}

// Those of the standard library, whether they are here or not.
static Ref standard_module_list(Args&) {
  Ref list = new_list();
  for (std::string_view name : standard_modules()) {
    Ref text = new_str(name);
    list_append(as<List>(list), text);
  }
  return list;
}

static Ref limits(Args&) {
  Ref dict = new_dict();
  const Limits& limits = vm().limits;
  const std::pair<const char*, uint64_t> values[] = {
      {"bytes of memory", limits.bytes_alive},
      {"bytes of output", limits.output_bytes},
      {"depth of calls (sys.setrecursionlimit changes it)", limits.recursion},
      {"decimal digits of an integer", limits.integer_digits},
  };
  for (const auto& [name, value] : values)
    dict_set(as<Dict>(dict), intern(name), Value::of_int(int64_t(value)));
  return dict;
}

// types.coroutine: the same generator function, whose generators can be awaited.
static Ref iterable_coroutine(Args& args) {
  Function* function = as_if<Function>(args[0]);
  if (!function || !(function->code->flags & Code::kGenerator)) return args[0];
  Ref code = link(function->code->code, function->code->file);
  as<CodeObject>(code)->flags |= Code::kIterableCoroutine;
  retain(code.get());
  release(static_cast<Object*>(std::exchange(function->code, as<CodeObject>(code))));
  return args[0];
}

// annotationlib: the same function, with other globals and cells.
static Ref with_globals(Args& args) {
  Function* function = as_if<Function>(args[0]);
  if (!function || !is<Dict>(args[1])) return raise_type_error({"a function and a dict, please"});
  Ref made = new_function(function->code, as<Dict>(args[1]), function->qualname);
  Function* copy = as<Function>(made);
  copy->closure = args[2].is_none() ? Value() : Ref(args[2]).take();
  copy->defaults = Ref(function->defaults).take();
  copy->kwdefaults = Ref(function->kwdefaults).take();
  return made;
}

static Ref make_union(Args& args) {
  if (!is<Tuple>(args[0])) return raise_type_error({"a union is made of a tuple"});
  return union_of_members(args[0]);
}

static const NativeDefinition kEngineFunctions[] = {
    function("make_union", "(members, /)", make_union),
    function("execute", "(source: str, space: dict, /)", execute),
    function("is_async_builtin", "(function, /)", is_async_builtin),
    function("written_in_c", "(cls: type, /)", written_in_c),
    function("matches_sequences", "(cls: type, /)", matches<Type::kSequence>),
    function("matches_mappings", "(cls: type, /)", matches<Type::kMapping>),
    function("module_list", "()", module_list),
    function("standard_modules", "()", standard_module_list),
    function("limits", "()", limits),
    function("iterable_coroutine", "(function, /)", iterable_coroutine),
    function("with_globals", "(function, globals, closure, /)", with_globals),
    function("places", "()", places),
    function("traceback_places", "(traceback, /)", places_in_traceback),
    function("source_line", "(line, /)", source_line),
    function("program_source", "()", program_source),
    function("format_error", "(error: error, limit=None, /)", format_error),
    function("format_error_only", "(error: error, /)", format_error_only),
    function("report_ignored_in", "(error: error, where: str, object, /)", report_ignored_in_text),
    function("shows_warning", "(category: type, text: str, line: int, /)", shows_warning),
    function("filters_changed", "()", filters_changed),
    function("collect", "()", collect),
};

void make_engine_module(Dict* module) {
  add_functions(module, "_engine", kEngineFunctions, std::size(kEngineFunctions));
  dict_set(module, intern("GenericAlias"), Value::of(generic_alias_type));
  dict_set(module, intern("Traceback"), Value::of(types.traceback));
  dict_set(module, intern("Frame"), Value::of(types.frame));
  dict_set(module, intern("LibraryFunction"), Value::of(library_function_type));
  dict_set(module, intern("LibraryMethod"), Value::of(library_method_type));
  dict_set(module, intern("LazyImport"), Value::of(lazy_import_type));
  add_container_functions(module);
  add_weak_references(module);
}

}  // namespace awaitscope
