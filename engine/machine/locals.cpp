// The variables of a frame as a dict, as locals() and f_locals give them.

#include "engine/machine/frames.h"
#include "engine/objects/containers.h"

namespace awaitscope {

Ref locals_of(PyFrame* frame) {
  const CodeObject* code = frame->code;
  const bool is_body = frame->names && !(code->flags & Code::kOptimized);
  if (is_body) return frame->names;
  if (!frame->names) frame->names = new_dict().take();
  Ref locals = frame->names;
  if (frame->state == FrameState::Finished) return locals;
  for (uint32_t i = 0; i < code->code->locals.size(); ++i) {
    Value value = frame->slots[i], name = Value::of(code->local_names[i]);
    if (const Cell* cell = as_if<Cell>(value)) value = cell->content;
    if (value) {
      dict_set(as<Dict>(locals), code->local_names[i], value);
    } else {
      dict_delete(as<Dict>(locals), name);
    }
  }
  return locals;
}

}  // namespace awaitscope
