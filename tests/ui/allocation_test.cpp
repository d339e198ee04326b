#include <doctest/doctest.h>

#include <cstdlib>
#include <new>

#include "tests/ui/headless.h"

using awaitscope::testing::Headless;

namespace {
size_t allocations = 0;
}

// Every allocation of this program is counted; the rest is as usual.
void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
  std::abort();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size > 0 ? size : 1);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TEST_SUITE_BEGIN("ui: memory");

TEST_CASE("a frame like the last allocates nothing, whatever is shown") {
  Headless ui;
  ui.session.seek(ui.session.steps() / 2);
  ui.settle();
  ui.frames(3);
  size_t before = allocations;
  ui.frames(20);
  CHECK(allocations == before);
  // Panning the timeline draws other bars, and still takes no memory.
  const awaitscope::Widget timeline = *ui.find("timeline");
  const float x = timeline.x + timeline.width / 2, y = timeline.y + timeline.height / 2;
  ui.wheel(x, y, 3);
  ui.drag(x, y, x - 60, y);
  ui.drag(x - 60, y, x, y);
  before = allocations;
  ui.drag(x, y, x - 60, y);
  CHECK(allocations - before < 40);  // ids of bars that were never seen before
}

TEST_SUITE_END();
