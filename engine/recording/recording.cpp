#include "engine/recording/recording.h"

namespace awaitscope {

Recording::Recording() : frames_(1), tasks_(1), handles_(1), objects_(1) {
  texts_.emplace_back();
  append(Event::make(EventKind::Begin, 0, 0));
}

void Recording::new_chunk() {
  if (chunk_begin_) ++full_chunks_;
  chunks_.emplace_back(new Event[kChunk]);
  chunk_begin_ = next_ = chunks_.back().get();
  chunk_end_ = chunk_begin_ + kChunk;
}

uint32_t Recording::keep(std::string_view text) {
  texts_.emplace_back(text);
  text_bytes_ += sizeof(std::string) + text.size();
  return uint32_t(texts_.size()) - 1;
}

uint32_t Recording::intern(std::string_view text) {
  if (text.empty()) return 0;
  if (auto found = text_ids_.find(text); found != text_ids_.end()) return found->second;
  uint32_t id = keep(text);
  text_ids_.emplace(texts_.back(), id);
  text_bytes_ += 48;
  return id;
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
  return chunks_.size() * kChunk * sizeof(Event) + frames_.capacity() * sizeof(uint32_t) +
         tasks_.capacity() * sizeof(Task) + handles_.capacity() * sizeof(Handle) +
         objects_.capacity() * sizeof(Object) + jumps_.capacity() * sizeof(Jump) +
         primitive_states_.capacity() * sizeof(uint32_t) + text_bytes_;
}

}  // namespace awaitscope
