#pragma once
// The texts of a recording, each found by its id and, where it was interned, by what it says.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace awaitscope {

class Texts {
 public:
  Texts();

  std::string_view operator[](uint32_t id) const;
  uint32_t intern(std::string_view text);  // the same text has the same id; that of "" is 0
  uint32_t keep(std::string_view text);    // a new id every time
  size_t bytes() const;

 private:
  struct Text {  // its characters follow
    uint32_t size, hash;
  };

  uint32_t add(std::string_view text, uint32_t hash);
  void grow();

  std::vector<const Text*> texts_;
  std::vector<uint32_t> ids_;  // of the interned ones: an open hash table, 0 for none
  size_t interned_ = 0;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;  // where the next text goes in the last block
  size_t left_ = 0, block_ = 512, block_bytes_ = 0;
};

}  // namespace awaitscope
