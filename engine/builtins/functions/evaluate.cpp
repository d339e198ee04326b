// eval, exec and compile: Python from a text that the program has made.
//
// What they run leaves no events, as CPython's tracing of one file sees it; its entries in a
// traceback say "<string>", or the name that compile() was given.

#include "engine/builtins/functions/evaluate.h"

#include "engine/builtins/errors/errors.h"
#include "engine/builtins/errors/exceptions.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/compile/compile.h"
#include "engine/machine/attributes.h"
#include "engine/machine/frames.h"
#include "engine/machine/functions.h"
#include "engine/machine/vm.h"
#include "engine/machine/warnings.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

constexpr std::string_view kBlanks = " \t";  // that eval() lets pass before an expression

Ref raise_syntax_error(const SyntaxError& error, Str* file, bool has_text) {
  Type* type = error.type == SyntaxError::Type::IndentationError ? types.IndentationError
               : error.type == SyntaxError::Type::TabError       ? types.TabError
                                                                 : types.SyntaxError;
  Ref text = has_text ? new_str(error.text) : Ref(Value::none());
  Ref place = new_tuple({Value::of(file), Value::of_int(error.line), Value::of_int(error.offset),
                         text, Value::of_int(error.end_line), Value::of_int(error.end_offset)});
  Ref message = new_str(error.message);
  const Value args[] = {message, place};
  set_pending(new_exception_object(type, args));
  return Ref();
}

Ref compile_text(std::string_view source, Str* file, CompileOptions options) {
  options.lines = false;
  Parsed parsed =
      parse(source, vm().version, options.expression ? ParseAs::Expression : ParseAs::Module);
  if (SyntaxError* error = parsed.error ? &*parsed.error : nullptr) {
    if (!options.expression) {
      error->text += '\n';
    } else if (source.empty()) {
      error->line = error->end_line = 0;
    } else if (error->offset > int(error->text.size())) {  // where the text ends
      error->offset = error->end_offset = 0;
    }
    raise_syntax_error(*error, file, true);
    if (since(Version::V3_14)) {  // what is needed to say which keyword was meant
      Ref text = new_str(source);
      Ref from = new_tuple({Value::of_int(error->statement_line), Value::of_int(0), text});
      auto* exception = static_cast<Exception*>(pending_exception().object());
      dict_set(attributes_of(exception, true), intern("_metadata"), from);
    }
    return Ref();
  }
  Compiled compiled = compile(*parsed.tree->module, source, options);
  // (The compiler reads the line from the file, and there is none.)
  if (compiled.error) return raise_syntax_error(*compiled.error, file, false);
  for (const auto* list : {&parsed.warnings, &compiled.warnings}) {
    for (const SyntaxError& warning : *list) {
      Type* category = warning.type == SyntaxError::Type::DeprecationWarning
                           ? types.DeprecationWarning
                           : types.SyntaxWarning;
      if (warn_of_text(category, warning.message, file->view(), warning.line) ==
          WarningAction::Raise) {
        SyntaxError error = warning;
        // (As an error, what is said of the future is left out.)
        constexpr std::string_view kFuture = " Such sequences will not work in the future.";
        if (size_t at = error.message.find(kFuture); at != std::string::npos) {
          error.message.erase(at, kFuture.size());
        }
        return raise_syntax_error(error, file, false);
      }
    }
  }
  return link(compiled.code, file);
}

bool text_in(Value source, std::string_view& text) {
  if (const Str* str = as_if<Str>(source)) return text = str->view(), true;
  if (const Bytes* bytes = as_if<Bytes>(source)) return text = bytes->view(), true;
  return false;
}

// The namespaces that the code runs in; false: TypeError pending.
bool find_namespaces(std::string_view name, Value given_globals, Value given_locals, Ref& globals,
                     Ref& locals) {
  const PyFrame* caller = calling_frame();
  bool is_exec = name == "exec";
  if (given_globals && !given_globals.is_none()) {
    if (!is<Dict>(given_globals)) {
      if (is_exec) {
        raise_type_error({since(Version::V3_15)
                              ? "exec() globals must be a dict or a frozendict, not "
                              : "exec() globals must be a dict, not ",
                          type_name(given_globals)});
      } else {
        raise_type_error({since(Version::V3_15) ? "globals must be a dict or a frozendict"
                                                : "globals must be a dict"});
      }
      return false;
    }
    globals = given_globals;
    locals = given_globals;
  } else {
    globals = Value::of(caller->globals);
    locals = local_variables();
  }
  if (given_locals && !given_locals.is_none()) {
    if (!is<Dict>(given_locals)) {
      if (is_exec) {
        raise_type_error({"locals must be a mapping or None, not ", type_name(given_locals)});
      } else {
        raise_type_error({"locals must be a mapping"});
      }
      return false;
    }
    locals = given_locals;
  }
  Dict* dict = as<Dict>(globals);
  if (dict_find(dict, names.builtins) < 0) {
    dict_set(dict, names.builtins, Value::of(vm().builtins));
  }
  return true;
}

Native run_text(std::string_view name, Args args) {
  Ref globals, locals;
  if (!find_namespaces(name, args[1], args[2], globals, locals)) co_return Ref();
  Ref code = args[0];
  std::string_view text;
  if (text_in(code, text)) {
    CompileOptions options;
    options.expression = name == "eval";
    Value builtins = dict_get(as<Dict>(globals), names.builtins);
    options.own_builtins = builtins != Value::of(vm().builtins) && !is<Module>(builtins);
    if (options.expression)
      text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    code = compile_text(text, intern("<string>"), options);
    if (!code) co_return Ref();
  } else if (!is<CodeObject>(code)) {
    co_return raise_type_error({name, "() arg 1 must be a string, bytes or code object"});
  }
  if (as<CodeObject>(code)->free_count) {
    co_return raise_type_error(
        {"code object passed to ", name, "() may not contain free variables"});
  }
  Ref body = new_function(as<CodeObject>(code), as<Dict>(globals), Value());
  PyFrame* frame = frame_for_call(as<Function>(body), Value(), Args{});
  if (!frame) co_return Ref();
  if (!(as<CodeObject>(code)->flags & Code::kOptimized)) frame->names = Ref(locals).take();
  Ref result = co_await run_frame(frame);
  // Until 3.13 a text that was run last, and left with a KeyboardInterrupt, counts as the program.
  if (!since(Version::V3_13) && !text.empty()) {
    vm().interrupted = !result && type_of(pending_exception()) == types.KeyboardInterrupt;
  }
  if (!result || name == "eval") co_return result;
  co_return Value::none();
}

Native eval(Args args) { return run_text("eval", args); }
Native exec(Args args) { return run_text("exec", args); }

Ref compile_function(Args& args) {
  std::string_view text;
  if (!text_in(args[0], text)) {
    return raise_type_error({"compile() arg 1 must be a string, bytes or AST object"});
  }
  if (!is<Str>(args[1])) {
    return raise_type_error(
        {"expected str, bytes or os.PathLike object, not ", type_name(args[1])});
  }
  if (!is<Str>(args[2])) {
    return raise_type_error({"compile() argument 'mode' must be str, not ", type_name(args[2])});
  }
  std::string_view mode = text_of(args[2]);
  if (mode == "single") {
    return raise_value_error(
        {"the interactive mode of compile() is not supported: write 'exec' or 'eval'"});
  }
  if (mode != "exec" && mode != "eval") {
    return raise_value_error({"compile() mode must be 'exec', 'eval' or 'single'"});
  }
  CompileOptions options;
  options.expression = mode == "eval";
  options.own_builtins = true;  // it is not known yet what it will run with
  // A name of its own, so that no other text is taken for the program's.
  Str* file = intern(text_of(args[1]));
  return compile_text(text, file == names.program ? intern("<string>") : file, options);
}

const NativeDefinition kEvaluatingFunctions[] = {
    function("compile", "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
             compile_function),
    function("eval", "(source, globals=None, locals=None, /)", eval).until(Version::V3_13),
    function("eval", "(source, /, globals=None, locals=None)", eval).since(Version::V3_13),
    function("exec", "(source, globals=None, locals=None, /, *, closure=None)", exec)
        .until(Version::V3_13),
    function("exec", "(source, /, globals=None, locals=None, *, closure=None)", exec)
        .since(Version::V3_13),
};

}  // namespace

Native evaluate(Ref text) {
  std::string_view source = text_of(text);
  source.remove_prefix(std::min(source.find_first_not_of(kBlanks), source.size()));
  CompileOptions options;
  options.expression = true;
  Ref code = compile_text(source, intern("<string>"), options);
  if (!code) co_return Ref();
  Dict* names = vm().main->dict;
  Ref body = new_function(as<CodeObject>(code), names, Value());
  PyFrame* frame = frame_for_call(as<Function>(body), Value(), Args{});
  if (!frame) co_return Ref();
  frame->names = Ref(Value::of(names)).take();
  co_return co_await run_frame(frame);
}

void add_evaluation(Dict* builtins) {
  add_functions(builtins, "builtins", kEvaluatingFunctions, std::size(kEvaluatingFunctions));
}

}  // namespace awaitscope
