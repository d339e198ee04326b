// The program's source lines, and warnings, which show them.

#include <unordered_map>

#include "engine/runtime/errors.h"
#include "engine/runtime/run_texts.h"
#include "engine/runtime/text.h"
#include "engine/vm/native.h"
#include "engine/vm/vm.h"

namespace awaitscope {
namespace {

std::unordered_map<const Vm*, RunTexts>& all_texts() {
  static auto* all = new std::unordered_map<const Vm*, RunTexts>;
  return *all;
}

}  // namespace

RunTexts& run_texts() { return all_texts()[vm]; }

void forget_run(const Vm* run) {
  all_texts().erase(run);
  forget_addresses(run);
}

void set_program_source(std::string_view source) {
  forget_run(vm);
  RunTexts& texts = run_texts();
  texts.source = source;
  texts.lines.assign(1, 0);
  for (size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\n') texts.lines.push_back(i + 1);
  }
}

std::string_view program_line(int line) {
  const RunTexts& texts = run_texts();
  if (line < 1 || size_t(line) > texts.lines.size()) return {};
  std::string_view text = std::string_view(texts.source).substr(texts.lines[size_t(line) - 1]);
  text = text.substr(0, text.find('\n'));
  constexpr std::string_view kSpace = " \t\f\r\v";
  size_t begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

int current_line() {
  if (!vm) return 0;
  for (const Frame* frame = vm->current; frame; frame = frame->back) {
    if (frame->native) {
      if (static_cast<const NativeFrame*>(frame)->in_traceback) return kLibraryLine;
      continue;
    }
    auto* python = static_cast<const PyFrame*>(frame);
    if (python->code->hidden) continue;
    return python->code->code->positions[python->offset()].line;
  }
  return 0;
}

void warn(Type* category, std::string_view message, int line) {
  // What python3 ignores unless told otherwise; a DeprecationWarning is shown only in __main__
  // itself, and there is nothing else here.
  for (const Type* ignored :
       {types.PendingDeprecationWarning, types.ImportWarning, types.ResourceWarning}) {
    if (is_subtype(category, ignored)) return;
  }
  std::string name(category->name_view());
  std::string place = line ? std::to_string(line) : std::string();
  if (!run_texts().warned.insert(concat({name, ":", place, ":", message})).second) return;
  std::string text = line > 0               ? concat({"main.py:", place, ": "})
                     : line == kLibraryLine ? std::string("<library>: ")
                                            : std::string("sys:1: ");
  text += concat({name, ": ", message, "\n"});
  if (std::string_view source = program_line(line); !source.empty()) {
    text += concat({"  ", source, "\n"});
  }
  // A warning about an object ends with this hint, as long as modules can be imported.
  constexpr std::string_view kAboutCoroutine = "was never awaited";
  bool about_object = message.size() > kAboutCoroutine.size() &&
                      message.substr(message.size() - kAboutCoroutine.size()) == kAboutCoroutine;
  if (about_object && line) {
    text += name + ": Enable tracemalloc to get the object allocation traceback\n";
  }
  if (vm) vm->write_err(text);
}

}  // namespace awaitscope
