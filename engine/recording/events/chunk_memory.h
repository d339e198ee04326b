#pragma once
// Memory for what only grows and goes all at once: the tables of a recording.
//
// It comes in chunks of 2 MB, asked for in large pages, since the system's work for the first touch
// of each small page takes longer than the writing of all that is in it. Chunks of recordings that
// are gone are kept for the next ones: the system would have to clear them again.

#include <cstddef>
#include <vector>

namespace awaitscope {

class ChunkMemory {
 public:
  static constexpr size_t kChunk = 2 << 20;

  ChunkMemory() = default;
  ~ChunkMemory();
  ChunkMemory(const ChunkMemory&) = delete;
  ChunkMemory& operator=(const ChunkMemory&) = delete;

  void* allocate(size_t bytes);  // at most kChunk, a multiple of 8; lives as long as this does

 private:
  std::vector<char*> chunks_;
  char* next_ = nullptr;  // in the last chunk
  size_t left_ = 0;
};

}  // namespace awaitscope
