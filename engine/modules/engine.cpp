// _engine: what the modules written in Python need of the machine. Programs have no use for it.

#include "engine/modules/modules.h"
#include "engine/runtime/builtins.h"
#include "engine/runtime/containers.h"
#include "engine/runtime/errors.h"
#include "engine/runtime/native.h"
#include "engine/runtime/numbers.h"
#include "engine/runtime/text.h"
#include "engine/vm/frame.h"
#include "engine/vm/native.h"
#include "engine/vm/vm.h"

namespace awaitscope {

// The program's own frames, innermost first.
static std::vector<PyFrame*> program_frames() {
  std::vector<PyFrame*> frames;
  for (Frame* frame = vm->current; frame; frame = frame->back) {
    if (frame->native) continue;
    auto* python = static_cast<PyFrame*>(frame);
    if (!python->code->hidden) frames.push_back(python);
  }
  return frames;
}

static Ref line_of(const PyFrame* frame) {
  return Value::of_int(frame->code->code->positions[frame->offset()].line);
}

// Where the program is: (line, function) of each of its frames, innermost first.
static Ref places(Args&) {
  Ref list = new_list();
  for (const PyFrame* frame : program_frames()) {
    Value pair[] = {line_of(frame), Value::of(frame->code->name)};
    Ref tuple = new_tuple(std::span<const Value>(pair));
    list_append(as<List>(list), tuple);
  }
  return list;
}

// The entries of a traceback, outermost first: (line, function, text).
static Ref traceback_places(Args& args) {
  Ref list = new_list();
  for (Traceback* entry = as_if<Traceback>(args[0]); entry; entry = as_if<Traceback>(entry->next)) {
    auto* frame = static_cast<PyFrame*>(entry->frame.object());
    if (frame->native || frame->code->hidden) continue;
    Value pair[] = {Value::of_int(frame->code->code->positions[entry->offset].line),
                    Value::of(frame->code->name)};
    Ref tuple = new_tuple(std::span<const Value>(pair));
    list_append(as<List>(list), tuple);
  }
  return list;
}

static Ref source_line(Args& args) {
  return new_str(program_line(args[0].is_int() ? int(args[0].as_int()) : 0));
}

// --- exceptions as text
// ------------------------------------------------------------------------------------

static Native format_error(Args args) {
  Ref prepared = co_await prepare_exception_text(args[0]);
  if (!prepared) take_pending();
  co_return new_str(format_exception(as<Exception>(args[0]), PrintedBy::Program));
}
static Native format_error_only(Args args) {
  Ref prepared = co_await prepare_exception_text(args[0]);
  if (!prepared) take_pending();
  co_return new_str(format_exception_only(as<Exception>(args[0])));
}
static Ref format_entries(Args& args) { return new_str(format_traceback(args[0])); }

// --- warnings
// ----------------------------------------------------------------------------------------------

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

// --- memory
// ------------------------------------------------------------------------------------------------

static Ref collect(Args&) { return Value::of_int(int64_t(collect_cycles())); }

static const NativeDefinition kFunctions[] = {
    {"places", "()", places},
    {"traceback_places", "(traceback, /)", traceback_places},
    {"source_line", "(line, /)", source_line},
    {"format_error", "(error, /)", nullptr, format_error},
    {"format_error_only", "(error, /)", nullptr, format_error_only},
    {"format_entries", "(traceback, /)", format_entries},
    {"shows_warning", "(category, text, line, /)", shows_warning},
    {"filters_changed", "()", filters_changed},
    {"collect", "()", collect},
};

void make_engine_module(Dict* module) {
  add_functions(module, "_engine", kFunctions, std::size(kFunctions));
}

}  // namespace awaitscope
