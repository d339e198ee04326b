// What sys.unraisablehook does: an exception of which nobody else will hear.

#include "engine/builtins/errors/errors.h"
#include "engine/machine/vm.h"
#include "engine/objects/text.h"

namespace awaitscope {

// Where the program is, for an exception that none of its frames has raised.
static void add_place(Exception* exception) {
  bool between = false;  // the program's next instruction waits
  for (Frame* frame = vm().current; frame; frame = frame->back) {
    between |= frame->interrupting;
    if (frame->native) {
      if (static_cast<NativeFrame*>(frame)->in_traceback) return add_traceback(exception, frame, 0);
      continue;
    }
    if (!static_cast<PyFrame*>(frame)->code->file) continue;
    uint32_t offset = static_cast<PyFrame*>(frame)->offset();
    return add_traceback(exception, frame, between && offset ? offset - 1 : offset);
  }
}

Native report_unraisable(Ref exception, Ref object) {
  std::string_view doing = is<Frame>(object) ? "closing generator" : "calling deallocator";
  return report_ignored(std::move(exception), doing, std::move(object));
}

Native report_ignored(Ref exception, std::string_view doing, Ref object) {
  Ref asked = co_await prepare_exception_text(exception);
  if (!asked) take_pending();
  if (!as<Exception>(exception)->traceback) add_place(as<Exception>(exception));
  bool says_when = since(Version::V3_14);
  std::string text =
      says_when ? concat({"Exception ignored while ", doing, " "}) : "Exception ignored in: ";
  Ref described = repr_fast(object);
  if (!described && is_pending()) take_pending();
  text += described ? std::string(text_of(described)) : concat({"<", type_name(object), ">"});
  text += says_when ? ":\n" : "\n";
  if (since(Version::V3_15)) {
    text += format_exception(as<Exception>(exception));
    vm().output.write_err(text);
    co_return Value::none();
  }
  // (Without what it was raised from or during.)
  if (Value traceback = as<Exception>(exception)->traceback) {
    text += concat({"Traceback (most recent call last):\n",
                    format_traceback(traceback, PrintedBy::Unraisable)});
  }
  std::string last = format_exception_only(as<Exception>(exception));
  if (last.find(':') == last.npos) last += ": ";  // also where there is nothing to say
  vm().output.write_err(concat({text, last, "\n"}));
  co_return Value::none();
}

}  // namespace awaitscope
