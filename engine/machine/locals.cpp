// The variables of a frame as a dict, as locals() and f_locals give them.

#include "engine/machine/frames.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

// What a comprehension has bound that runs in the frame of a module or class; null: none does.
static Ref locals_of_comprehension(PyFrame* frame) {
  const CodeObject* code = frame->code;
  Ref locals;
  for (uint32_t i = 0; i < code->code->locals.size(); ++i) {
    if (code->code->locals[i].kind != LocalVariable::Kind::Local || !frame->slots[i]) continue;
    if (!locals) locals = new_dict();
    dict_set(as<Dict>(locals), code->local_names[i], frame->slots[i]);
  }
  return locals;
}

Ref locals_of(PyFrame* frame) {
  const CodeObject* code = frame->code;
  const bool is_body = frame->names && !(code->flags & Code::kOptimized);
  if (is_body) {
    Ref inner = locals_of_comprehension(frame);
    return inner ? inner : Ref(frame->names);
  }
  // Since 3.13 each is a snapshot of its own (PEP 667).
  Ref locals = since(Version::V3_13) ? new_dict() : Ref(frame->names);
  if (!locals) {
    locals = new_dict();
    frame->names = Ref(locals).take();
  }
  if (since(Version::V3_13) && frame->names)
    locals = dict_copy(as<Dict>(frame->names));  // set by f_locals
  if (frame->sp == frame->slots) return locals;  // they have been let go
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
