#include "engine/recording/recording.h"

namespace awaitscope {

Recording::Recording() : frames_(1), tasks_(1), handles_(1), objects_(1) {
  append(Event::make(EventKind::Begin, 0, 0));
}

std::string Recording::label_of(const Object& object) const {
  std::string label(text(object.label));
  return object.count ? "<" + label + " #" + std::to_string(object.count) + ">" : label;
}

uint32_t Recording::add_code(std::shared_ptr<const Code> code) {
  codes_.push_back(std::move(code));
  return uint32_t(codes_.size()) - 1;
}

ast::Position Recording::position(const Event& event) const {
  if (event.kind() < EventKind::Line || event.kind() > EventKind::NextAsync) return {};
  const Code& code = code_of(event.subject);
  return event.offset() < code.positions.size() ? code.positions[event.offset()] : ast::Position{};
}

size_t Recording::bytes() const {
  size_t logs = queue_logs_.capacity() * sizeof(queue_logs_[0]);
  for (const std::vector<Shown>& log : queue_logs_) logs += log.capacity() * sizeof(Shown);
  return logs + events_.bytes() + texts_.bytes() + frames_.capacity() * sizeof(uint32_t) +
         tasks_.capacity() * sizeof(Task) + handles_.capacity() * sizeof(Handle) +
         objects_.capacity() * sizeof(Object) + jumps_.capacity() * sizeof(Jump) +
         primitive_states_.bytes();
}

}  // namespace awaitscope
