#include "engine/objects/run_context.h"
#include "engine/objects/text.h"

namespace awaitscope {

uint64_t address_of(Value value) {
  // Small integers and the singletons have theirs for ever.
  constexpr uint64_t kSingletons = 0x55d0c8a00000;
  if (!value.is_object()) return kSingletons + (value.bits & 0xffffffffff) * 16;
  return this_run().addresses.of(value.object());
}

std::string address_text(Value value) {
  char text[20];
  snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(address_of(value)));
  return text;
}

}  // namespace awaitscope
