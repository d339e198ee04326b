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
  Ref asked = co_await prepare_exception_text(exception);
  if (!asked) take_pending();
  if (!as<Exception>(exception)->traceback) add_place(as<Exception>(exception));
  std::string text = "Exception ignored in: ";
  Ref described = repr_fast(object);
  if (!described && is_pending()) take_pending();
  text += described ? std::string(text_of(described)) : concat({"<", type_name(object), ">"});
  text += "\n";
  // (Without what it was raised from or during.)
  if (Value traceback = as<Exception>(exception)->traceback) {
    text += concat({"Traceback (most recent call last):\n", format_traceback(traceback)});
  }
  std::string last = format_exception_only(as<Exception>(exception));
  if (last.find(':') == last.npos) last += ": ";  // also where there is nothing to say
  vm().output.write_err(concat({text, last, "\n"}));
  co_return Value::none();
}

}  // namespace awaitscope
