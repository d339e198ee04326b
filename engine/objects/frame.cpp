#include "engine/objects/frame.h"

#include "engine/objects/text.h"

namespace awaitscope {

std::string_view frame_name(const Frame* frame) {
  if (frame->name) return text_of(frame->name);
  return frame->native ? "?" : static_cast<const PyFrame*>(frame)->code->name->view();
}

std::string_view frame_qualname(const Frame* frame) {
  if (frame->qualname) return text_of(frame->qualname);
  return frame->native ? "?" : text_of(static_cast<const PyFrame*>(frame)->function->qualname);
}

}  // namespace awaitscope
