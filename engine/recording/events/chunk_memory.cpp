#include "engine/recording/events/chunk_memory.h"

#include <cstdlib>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace awaitscope {

namespace {

constexpr size_t kMostSpare = 64;
std::vector<char*>& spare_chunks() {
  static auto* chunks = new std::vector<char*>;  // outlives all other statics
  return *chunks;
}

char* new_chunk() {
  auto& spare = spare_chunks();
  if (!spare.empty()) {
    char* chunk = spare.back();
    spare.pop_back();
    return chunk;
  }
#ifdef MADV_HUGEPAGE
  void* memory = std::aligned_alloc(ChunkMemory::kChunk, ChunkMemory::kChunk);
  if (memory) madvise(memory, ChunkMemory::kChunk, MADV_HUGEPAGE);  // a wish: nothing depends on it
#else
  // To lie at multiples of its size would take twice the memory.
  void* memory = malloc(ChunkMemory::kChunk);
#endif
  if (!memory) abort();
  return static_cast<char*>(memory);
}

}  // namespace

ChunkMemory::~ChunkMemory() {
  // The newest first, so that the next recording begins where this one did.
  for (size_t i = chunks_.size(); i-- > 0;) {
    if (spare_chunks().size() < kMostSpare) {
      spare_chunks().push_back(chunks_[i]);
    } else {
      free(chunks_[i]);
    }
  }
}

void* ChunkMemory::allocate(size_t bytes) {
  if (bytes > left_) {
    chunks_.push_back(new_chunk());
    next_ = chunks_.back();
    left_ = kChunk;
  }
  char* memory = next_;
  next_ += bytes;
  left_ -= bytes;
  return memory;
}

}  // namespace awaitscope
