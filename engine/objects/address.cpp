// Addresses that are the same in every run: objects are numbered as they are first asked for one.

#include <unordered_map>

#include "engine/machine/vm.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

// The flag of an object that has a number. Memory that is used again holds an object without it.
constexpr uint8_t kHasAddress = 8;
constexpr uint64_t kFirst = 0x7f3a5c100000, kStep = 0x30, kSingletons = 0x55d0c8a00000;

struct Addresses {
  std::unordered_map<const Object*, uint64_t> of;
  uint64_t next = kFirst;
};

std::unordered_map<const Vm*, Addresses>& all_addresses() {
  static auto* all = new std::unordered_map<const Vm*, Addresses>;
  return *all;
}

}  // namespace

uint64_t address_of(Value value) {
  // Small integers and the singletons have theirs for ever.
  if (!value.is_object()) return kSingletons + (value.bits & 0xffffffffff) * 16;
  Addresses& addresses = all_addresses()[vm];
  Object* object = value.object();
  uint64_t& address = addresses.of[object];
  if (address == 0 || !(object->flags & kHasAddress)) {
    address = addresses.next;
    addresses.next += kStep;
    object->flags |= kHasAddress;
  }
  return address;
}

std::string address_text(Value value) {
  char text[20];
  snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(address_of(value)));
  return text;
}

void forget_addresses(const Vm* run) { all_addresses().erase(run); }

}  // namespace awaitscope
