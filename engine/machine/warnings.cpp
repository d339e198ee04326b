// The program's source lines, and warnings, which show them.

#include "engine/machine/warnings.h"

#include <algorithm>
#include <unordered_map>

#include "engine/machine/attributes.h"
#include "engine/machine/native.h"
#include "engine/machine/run_texts.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

RunTexts& run_texts() { return vm().texts; }

}  // namespace

void set_program_source(std::string_view source) {
  RunTexts& texts = run_texts();
  texts.source = source;
  texts.lines.assign(1, 0);
  for (size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\n') texts.lines.push_back(i + 1);
  }
}

std::string_view whole_program_line(int line) {
  const RunTexts& texts = run_texts();
  if (line < 1 || size_t(line) > texts.lines.size()) return {};
  std::string_view text = std::string_view(texts.source).substr(texts.lines[size_t(line) - 1]);
  return text.substr(0, text.find('\n'));
}

std::string_view program_line(int line) {
  std::string_view text = whole_program_line(line);
  constexpr std::string_view kSpace = " \t\f\r\v";
  size_t begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// Where the innermost Python frame is that has a file; line 0 at the end of the program.
struct WarningPlace {
  std::string_view file;  // that of the program, or what exec() was given
  int line = 0;
  bool is_of_program() const { return file == names.program->view(); }
};

static WarningPlace current_place() {
  WarningPlace place{names.program->view()};
  if (!has_run()) return place;
  bool between = false;  // the program's next instruction waits
  for (const Frame* frame = vm().current; frame; frame = frame->back) {
    between |= frame->interrupting;
    if (frame->native) {
      if (!static_cast<const NativeFrame*>(frame)->in_traceback) continue;
      place.line = kLibraryLine;
      return place;
    }
    auto* python = static_cast<const PyFrame*>(frame);
    if (!python->code->file) continue;
    const uint32_t offset = python->offset() - uint32_t(between && python->offset());
    return {python->code->file->view(), int(python->code->code->positions[offset].line)};
  }
  return place;
}

// Frames of C++ code stand for the library's where an event loop runs: as many of them. Elsewhere
// those without a name are in between, one or two, where CPython has none.
static constexpr size_t kLoopFrames = 3;

Ref places_now(size_t most, bool only_counted) {
  std::vector<Ref> places;
  size_t unnamed = 0;  // the last of those, until it is clear what they are
  auto name_of = [](const Frame* frame) {
    return frame->native ? frame_name(frame)
                         : static_cast<const PyFrame*>(frame)->code->name->view();
  };
  for (const Frame* frame = vm().current; frame && places.size() < most + unnamed;
       frame = frame->back) {
    auto* python = frame->native ? nullptr : static_cast<const PyFrame*>(frame);
    const bool is_own = python && python->code->file;
    const bool is_unnamed = frame->native && name_of(frame) == "?";
    if (only_counted && !is_unnamed && unnamed < kLoopFrames)
      places.resize(places.size() - unnamed);
    unnamed = only_counted && is_unnamed ? unnamed + 1 : 0;
    const int line = is_own ? python->code->code->positions[python->offset()].line : 0;
    Ref name = new_str(name_of(frame));
    places.push_back(
        new_tuple({is_own ? Value::of(python->code->file) : Value::of(intern(kLibraryFile)),
                   Value::of_int(line), name.get()}));
  }
  if (places.size() > most) places.resize(most);
  std::vector<Value> values(places.begin(), places.end());
  return new_tuple(std::span<const Value>(values));
}

// As a traceback does: of a place that comes again and again, the first three and a count.
static constexpr int kRepeatsShown = 3;

std::string written_places(Value places) {
  std::string text, last;
  int times = 0;
  auto end_repeats = [&] {
    const int more = times - kRepeatsShown;
    if (more > 0) {
      text += concat({"  [Previous line repeated ", std::to_string(more), " more time",
                      more > 1 ? "s" : "", "]\n"});
    }
    times = 0;
  };
  const Tuple* tuple = as<Tuple>(places);
  for (uint32_t i = tuple->size; i-- > 0;) {
    const Tuple* place = as<Tuple>(tuple->items[i]);
    if (text_of(place->items[0]) == kLibraryFile) continue;
    const int line = int(place->items[1].as_int());
    std::string shown = concat({"  File \"", text_of(place->items[0]), "\", line ",
                                std::to_string(line), ", in ", text_of(place->items[2]), "\n"});
    if (shown != last) end_repeats();
    last = shown;
    if (++times > kRepeatsShown) continue;
    text += shown;
    if (std::string_view source = program_line(line); !source.empty()) {
      text += concat({"    ", source, "\n"});
    }
  }
  end_repeats();
  return text;
}

namespace {

constexpr std::string_view kMain = "__main__";

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

// Is the text one that the filter is about? Its pattern is the beginning of what is meant; ".*" as
// its own beginning: anywhere.
bool matches(Value pattern, std::string_view text) {
  if (!is<Str>(pattern)) return true;
  std::string_view wanted = text_of(pattern);
  bool anywhere = wanted.substr(0, 2) == ".*";
  if (anywhere) wanted.remove_prefix(2);
  while (wanted.size() > 1 && wanted.substr(wanted.size() - 2) == ".*") wanted.remove_suffix(2);
  auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
  auto found = std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), same);
  return anywhere ? found != text.end() || wanted.empty() : found == text.begin();
}

// Where a program has imported it; else null.
const Module* warnings_module() {
  if (!has_run() || !vm().modules) return nullptr;
  return as_if<Module>(dict_get(vm().modules, intern("warnings")));
}

// warnings.filters, where a program has imported them; else what python3 begins with.
std::string_view action_for(Type* category, std::string_view message, std::string_view in,
                            int line) {
  const Module* module = warnings_module();
  const List* filters = module ? as_if<List>(dict_get(module->dict, intern("filters"))) : nullptr;
  for (uint32_t i = 0; filters && i < filters->size; ++i) {
    const Tuple* filter = as_if<Tuple>(filters->items[i]);
    if (!filter || filter->size != 5) continue;
    const Type* type = as_if<Type>(filter->items[2]);
    if (!type || !is_subtype(category, type) || !matches(filter->items[1], message)) continue;
    if (!matches(filter->items[3], in)) continue;
    Value at = filter->items[4];
    if (at.is_int() && at.as_int() && at.as_int() != line) continue;
    if (const Str* action = as_if<Str>(filter->items[0])) return action->view();
  }
  if (filters) return "default";
  for (const Type* ignored :
       {types.PendingDeprecationWarning, types.ImportWarning, types.ResourceWarning}) {
    if (is_subtype(category, ignored)) return "ignore";
  }
  // A DeprecationWarning is shown only in __main__ itself.
  if (in != kMain && is_subtype(category, types.DeprecationWarning)) return "ignore";
  return "default";
}

// warnings.catch_warnings(record=True) keeps them instead of showing them.
bool record_warning(Type* category, std::string_view message, std::string_view in, int line) {
  const Module* module = warnings_module();
  List* log = module ? as_if<List>(dict_get(module->dict, intern("_log"))) : nullptr;
  Type* type = log ? as_if<Type>(dict_get(module->dict, intern("WarningMessage"))) : nullptr;
  if (!type) return false;
  Ref record = new_instance(type), text = new_exception(category, message);
  Dict* attributes = attributes_of(record.get().object(), true);
  Ref file = new_str(in);
  const std::pair<const char*, Value> values[] = {
      {"message", text},
      {"category", Value::of(category)},
      {"filename", file},
      {"file", Value::none()},
      {"line", Value::none()},
      {"source", Value::none()},
      {"lineno", Value::of_int(line || since(Version::V3_13) ? line : 1)},
  };
  for (const auto& [name, value] : values) dict_set(attributes, intern(name), value);
  list_append(log, record);
  return true;
}

}  // namespace

static WarningAction action_at(Type* category, std::string_view message, WarningPlace at) {
  std::string_view action = action_for(category, message, kMain, at.line);
  if (action == "ignore") return WarningAction::Ignore;
  if (action == "error") return WarningAction::Raise;
  if (action == "always") return WarningAction::Show;
  std::string place = action == "default" ? concat({at.file, ":", std::to_string(at.line)}) : "";
  std::string key = concat({category->name_view(), ":", place, ":", message});
  return run_texts().warned.insert(key).second ? WarningAction::Show : WarningAction::Ignore;
}

WarningAction warning_action(Type* category, std::string_view message, int line) {
  return action_at(category, message, {names.program->view(), line});
}

WarningAction warn_of_text(Type* category, std::string_view message, std::string_view file,
                           int line) {
  std::string_view action = action_for(category, message, file, line);
  if (action == "ignore") return WarningAction::Ignore;
  if (action == "error") return WarningAction::Raise;
  if (!record_warning(category, message, file, line)) {
    vm().output.write_err(concat(
        {file, ":", std::to_string(line), ": ", category->name_view(), ": ", message, "\n"}));
  }
  return WarningAction::Show;
}

void forget_warnings() { run_texts().warned.clear(); }

// A warning that a showwarning() of the program's is to be told of, once Python code can run.
struct WarningToTell : NativeObject {
  Ref function, message, category, file, line;
};
static Type* warning_to_tell_type;

static Native tell_warning(Ref object) {
  auto* told = static_cast<WarningToTell*>(object.get().object());
  co_return co_await call(told->function, told->message, told->category, told->file, told->line);
}

void register_warnings() {
  TypeSpec spec;
  spec.name = "warning_to_tell";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(WarningToTell);
  spec.flags = Type::kNoSubclass | Type::kNoInstance;
  spec.slots.destroy = destroy_native<WarningToTell>;
  spec.slots.run_finalizer = tell_warning;
  warning_to_tell_type = new_builtin_type(spec);
}

// warnings.showwarning, where the program has put another in its place.
static bool tell_own_function(Type* category, std::string_view message, WarningPlace place) {
  const Module* module = warnings_module();
  if (!module || place.line <= 0) return false;
  const Value function = dict_get(module->dict, intern("showwarning"));
  if (!function || function == dict_get(module->dict, intern("_showwarning"))) return false;
  auto* told = make_object<WarningToTell>(warning_to_tell_type, 0);
  Ref object = Ref::adopt(told);
  told->function = function;
  told->message = new_exception(category, message);
  told->category = Value::of(category);
  told->file = new_str(place.file);
  told->line = Value::of_int(place.line);
  vm().finalize_later(object);
  return true;
}

static void show_warning(Type* category, std::string_view message, WarningPlace place) {
  const bool in_313 = has_run() && since(Version::V3_13);
  const char* nowhere = in_313 ? "<sys>" : "sys";  // the program has ended
  const int line = place.line;
  if (record_warning(category, message, line ? place.file : nowhere, line)) return;
  if (tell_own_function(category, message, place)) return;
  std::string name(category->name_view());
  std::string text = line > 0               ? concat({place.file, ":", std::to_string(line), ": "})
                     : line == kLibraryLine ? std::string("<library>: ")
                                            : concat({nowhere, in_313 ? ":0: " : ":1: "});
  text += concat({name, ": ", message, "\n"});
  std::string_view source = place.is_of_program() ? program_line(line) : "";
  if (!source.empty()) text += concat({"  ", source, "\n"});
  // A warning about an object ends with this hint, as long as modules can be imported.
  const bool about_object = has_run() && message.find(" was never awaited") != message.npos;
  const bool can_import = line || !vm().modules_gone;
  if (about_object && can_import) {
    text += name + ": Enable tracemalloc to get the object allocation traceback\n";
  }
  if (has_run()) vm().output.write_err(text);
}

void warn(Type* category, std::string_view message, int line) {
  if (warning_action(category, message, line) != WarningAction::Ignore)
    show_warning(category, message, {names.program->view(), line});
}

bool warn_here(Type* category, std::string_view message) {
  const WarningPlace place = current_place();
  const WarningAction action = action_at(category, message, place);
  if (action == WarningAction::Show) show_warning(category, message, place);
  return action != WarningAction::Raise;
}

bool warn_of_use(Type* category, std::string_view message) {
  if (warn_here(category, message)) return true;
  raise_error(category, message);
  return false;
}

}  // namespace awaitscope
