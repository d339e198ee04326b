#include "engine/recording/events/recording.h"

namespace awaitscope {

Recording::Recording(Version version) : version_(version) {
  frames_.append(0);
  tasks_.append({});
  handles_.append({});
  objects_.append({});
  threads_.append({});
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
  if (!is_of_frame(event.kind())) return {};
  const Code& code = code_of(event.subject);
  return event.offset() < code.positions.size() ? code.positions[event.offset()] : ast::Position{};
}

size_t Recording::bytes() const {
  size_t logs = 0;
  for (const Table<Shown>& log : queue_logs_) logs += sizeof log + log.bytes();
  return events_.bytes() + texts_.bytes() + frames_.bytes() + tasks_.bytes() + handles_.bytes() +
         objects_.bytes() + jumps_.bytes() + threads_.bytes() + waits_.bytes() +
         primitive_states_.bytes() + logs;
}

}  // namespace awaitscope
