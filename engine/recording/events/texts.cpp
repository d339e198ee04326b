#include "engine/recording/events/texts.h"

#include <algorithm>
#include <cstring>
#include <new>

#include "engine/compat/short_text.h"

namespace awaitscope {

namespace {

constexpr size_t kLargestBlock = 64 << 10;

uint32_t hash_of(std::string_view text) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;
  uint64_t hash = text.size() * kFactor;
  all_eights(text.data(), text.size(), [&](uint64_t word) {
    hash = (hash ^ word) * kFactor;
    hash ^= hash >> 29;
    return true;
  });
  return uint32_t(hash >> 32);
}

}  // namespace

Texts::Texts() : ids_(64) { keep({}); }

std::string_view Texts::operator[](uint32_t id) const {
  const Text* text = texts_[id];
  return {reinterpret_cast<const char*>(text + 1), text->size};
}

uint32_t Texts::intern(std::string_view text) {
  if (text.empty()) return 0;
  uint32_t hash = hash_of(text);
  size_t mask = ids_.size() - 1, slot = hash & mask;
  for (; ids_[slot]; slot = (slot + 1) & mask) {
    uint32_t id = ids_[slot];
    if (texts_[id]->hash == hash && (*this)[id] == text) return id;
  }
  uint32_t id = ids_[slot] = add(text, hash);
  if (++interned_ * 2 > ids_.size()) grow();
  return id;
}

uint32_t Texts::keep(std::string_view text) { return add(text, 0); }

uint32_t Texts::add(std::string_view text, uint32_t hash) {
  size_t size = (sizeof(Text) + text.size() + 7) & ~size_t(7);
  if (size > left_) {
    left_ = std::max(block_, size);
    blocks_.emplace_back(new char[left_]);
    next_ = blocks_.back().get();
    block_bytes_ += left_;
    block_ = std::min(block_ * 2, kLargestBlock);
  }
  auto* made = new (next_) Text{uint32_t(text.size()), hash};
  if (!text.empty()) memcpy(made + 1, text.data(), text.size());
  next_ += size;
  left_ -= size;
  texts_.push_back(made);
  return uint32_t(texts_.size()) - 1;
}

void Texts::grow() {
  std::vector<uint32_t> old(ids_.size() * 2);
  old.swap(ids_);
  size_t mask = ids_.size() - 1;
  for (uint32_t id : old) {
    if (!id) continue;
    size_t slot = texts_[id]->hash & mask;
    while (ids_[slot]) slot = (slot + 1) & mask;
    ids_[slot] = id;
  }
}

size_t Texts::bytes() const {
  return block_bytes_ + texts_.capacity() * sizeof(const Text*) +
         ids_.capacity() * sizeof(uint32_t);
}

}  // namespace awaitscope
