// print, and the builtins that would talk to the outside.

#include "engine/builtins/functions/builtin_functions.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

struct PrintOptions {
  std::string_view separator = " ", end = "\n";
  Value file, flush;
};

bool text_option(std::string_view name, Value value, std::string_view& out) {
  if (value.is_none()) return true;
  if (const Str* text = as_if<Str>(value)) {
    out = text->view();
    return true;
  }
  raise_type_error({name, " must be None or a string, not ", type_name(value)});
  return false;
}

bool print_options(const Args& args, PrintOptions& options) {
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    std::string_view name = args.keyword(i)->view();
    Value value = args.keyword_value(i);
    if (name == "sep") {
      if (!text_option(name, value, options.separator)) return false;
    } else if (name == "end") {
      if (!text_option(name, value, options.end)) return false;
    } else if (name == "file") {
      if (!value.is_none()) options.file = value;
    } else if (name == "flush") {
      options.flush = value;
    } else {
      raise_unexpected_keyword("print", name, {"sep", "end", "file", "flush"});
      return false;
    }
  }
  return true;
}

// The file is standard output, unless sys.stdout says otherwise.
Value redirected() {
  static Str* const sys_name = intern("sys");
  static Str* const stdout_name = intern("stdout");
  static Str* const original_name = intern("__stdout__");
  if (!vm().modules) return {};
  const Module* sys = as_if<Module>(dict_get(vm().modules, sys_name));
  if (!sys) return {};
  Value now = dict_get(sys->dict, stdout_name);
  return !now || now == dict_get(sys->dict, original_name) ? Value{} : now;
}

Ref print(Args& args) {
  PrintOptions options;
  if (args.keywords && !print_options(args, options)) return {};
  if (options.file || redirected()) return try_coroutine();
  static std::string text;  // kept for its memory: a print makes nothing else
  text.clear();
  for (uint32_t i = 0; i < args.count; ++i) {
    if (i) text += options.separator;
    if (!append_str(text, args.values[i])) return is_pending() ? Ref() : try_coroutine();
  }
  text += options.end;
  if (!text.empty()) vm().output.write_out(text);
  return Value::none();
}

// To a file object, piece by piece, as CPython does: a program's own file can see it.
Native print_to(Ref file, Args args) {
  PrintOptions options;
  print_options(args, options);
  static Str* const write_name = intern("write");
  for (uint32_t i = 0; i < args.count; ++i) {
    if (i) {
      Ref separator = new_str(options.separator);
      CO_TRY(written, call_method(file, write_name, separator));
    }
    CO_TRY(part, str_of(args.values[i]));
    CO_TRY(written, call_method(file, write_name, part));
  }
  Ref end = new_str(options.end);
  CO_TRY(written, call_method(file, write_name, end));
  if (options.flush) {
    CO_TRY(flush, truth_of(options.flush));
    if (flush.get() == Value::boolean(true)) {
      CO_TRY(flushed, call_method(file, intern("flush")));
    }
  }
  co_return Value::none();
}

Native print_slow(Args args) {
  PrintOptions options;
  if (!print_options(args, options)) co_return {};
  Ref file = options.file ? options.file : redirected();
  if (file) co_return co_await print_to(file, args);
  std::string text;
  for (uint32_t i = 0; i < args.count; ++i) {
    if (i) text += options.separator;
    if (append_str(text, args.values[i])) continue;
    if (is_pending()) co_return {};
    // The program's __str__ may print something itself: what comes before is out by then.
    if (!text.empty()) vm().output.write_out(std::exchange(text, {}));
    CO_TRY(part, str_of(args.values[i]));
    text = text_of(part);
  }
  text += options.end;
  if (!text.empty()) vm().output.write_out(text);
  co_return Value::none();
}

Ref input(Args& args) {
  std::string prompt;
  if (args[0] && !append_str(prompt, args[0])) return is_pending() ? Ref() : try_coroutine();
  if (!prompt.empty()) vm().output.write_out(prompt);
  return raise_error(types.EOFError, "EOF when reading a line");
}

Native input_slow(Args args) {
  CO_TRY(prompt, str_of(args[0]));
  vm().output.write_out(text_of(prompt));
  co_return raise_error(types.EOFError, "EOF when reading a line");
}

Ref exit_program(Args& args) {
  Value code = args[0];
  return raise_error(types.SystemExit, code);
}

template <const char* const& what>
Ref refuse(Args&) {
  return raise_error(types.NotImplementedError, what);
}

constexpr const char* kOpen = "open() is not supported here: there are no files";
constexpr const char* kEval = "eval() is not supported here";
constexpr const char* kExec = "exec() is not supported here";
constexpr const char* kCompile = "compile() is not supported here";
constexpr const char* kBreakpoint =
    "breakpoint() is not supported here: step through the recording instead";
constexpr const char* kHelp = "help() is not supported here";

const NativeDefinition kOutputFunctions[] = {
    function("breakpoint", "", refuse<kBreakpoint>),
    function("compile", "", refuse<kCompile>),
    function("eval", "", refuse<kEval>),
    function("exec", "", refuse<kExec>),
    function("exit", "(code=None)", exit_program),
    function("help", "", refuse<kHelp>),
    function("input", "(prompt=<null>, /)", input, input_slow),
    function("open", "", refuse<kOpen>),
    function("print", "", print, print_slow),
    function("quit", "(code=None)", exit_program),
};

}  // namespace

std::span<const NativeDefinition> output_functions() { return kOutputFunctions; }

}  // namespace awaitscope
