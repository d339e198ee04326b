// _random: the Mersenne Twister MT19937, as CPython seeds and reads it; random.py does the rest.
// The generator is M. Matsumoto's and T. Nishimura's ("Mersenne Twister", ACM TOMACS 8, 1998).

#include "engine/builtins/functions/builtins.h"
#include "engine/modules/modules.h"
#include "engine/objects/containers.h"
#include "engine/objects/integer.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/types.h"

namespace awaitscope {

namespace {

constexpr uint32_t kWords = 624, kShift = 397;

struct Twister : NativeObject {
  uint32_t words[kWords] = {};
  uint32_t at = kWords;
};

Type* twister_type;

void seed(Twister& self, uint32_t value) {
  self.words[0] = value;
  for (uint32_t i = 1; i < kWords; ++i) {
    uint32_t before = self.words[i - 1];
    self.words[i] = 1812433253u * (before ^ before >> 30) + i;
  }
  self.at = kWords;
}

void seed_with(Twister& self, const std::vector<uint32_t>& key) {
  seed(self, 19650218u);
  uint32_t* words = self.words;
  uint32_t i = 1;
  auto mix = [&](uint32_t factor) {
    uint32_t before = words[i - 1];
    return words[i] ^ (before ^ before >> 30) * factor;
  };
  auto advance = [&] {
    if (++i < kWords) return;
    words[0] = words[kWords - 1];
    i = 1;
  };
  size_t j = 0;
  for (size_t k = std::max<size_t>(kWords, key.size()); k > 0; --k) {
    words[i] = mix(1664525u) + key[j] + uint32_t(j);
    advance();
    if (++j == key.size()) j = 0;
  }
  for (uint32_t k = kWords - 1; k > 0; --k) {
    words[i] = mix(1566083941u) - i;
    advance();
  }
  words[0] = 0x80000000u;
}

uint32_t next(Twister& self) {
  uint32_t* words = self.words;
  if (self.at >= kWords) {
    for (uint32_t i = 0; i < kWords; ++i) {
      uint32_t y = (words[i] & 0x80000000u) | (words[(i + 1) % kWords] & 0x7fffffffu);
      words[i] = words[(i + kShift) % kWords] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    self.at = 0;
  }
  uint32_t y = words[self.at++];
  y ^= y >> 11;
  y ^= y << 7 & 0x9d2c5680u;
  y ^= y << 15 & 0xefc60000u;
  return y ^ y >> 18;
}

Twister& of(Args& args) { return *static_cast<Twister*>(args[0].object()); }

// seed(list of 32-bit words, lowest first)
Ref twister_seed(Args& args) {
  std::vector<uint32_t> key;
  for (uint32_t i = 0; i < as<List>(args[1])->size; ++i)
    key.push_back(uint32_t(as<List>(args[1])->items[i].as_int()));
  if (key.empty()) return raise_value_error({"there are no words"});
  seed_with(of(args), key);
  return Value::none();
}

Ref twister_random(Args& args) {
  uint32_t a = next(of(args)) >> 5, b = next(of(args)) >> 6;
  return new_float((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

// The next word, of which `bits` (1 to 32) are taken.
Ref twister_word(Args& args) {
  const int64_t bits = args[1].as_int();
  if (bits < 1 || bits > 32) return raise_value_error({"a word has 1 to 32 bits"});
  return Value::of_int(next(of(args)) >> (32 - uint32_t(bits)));
}

Ref twister_getstate(Args& args) {
  Twister& self = of(args);
  Ref list = new_list();
  for (uint32_t word : self.words) list_append(as<List>(list), Value::of_int(word));
  list_append(as<List>(list), Value::of_int(self.at));
  return list;
}

Ref twister_setstate(Args& args) {
  Twister& self = of(args);
  const Tuple* state = as_if<Tuple>(args[1]);
  if (!state || state->size != kWords + 1)
    return raise_value_error({"state vector is the wrong size"});
  for (uint32_t i = 0; i <= kWords; ++i) {
    if (!state->items[i].is_int()) return raise_type_error({"an integer is required"});
  }
  const int64_t at = state->items[kWords].as_int();
  if (at < 0 || at > kWords) return raise_value_error({"invalid state"});
  for (uint32_t i = 0; i < kWords; ++i) self.words[i] = uint32_t(state->items[i].as_int());
  self.at = uint32_t(at);
  return Value::none();
}

const NativeDefinition kTwisterMethods[] = {
    method("seed", "(self, words: list, /)", twister_seed),
    method("random", "(self, /)", twister_random),
    method("word", "(self, bits: int, /)", twister_word),
    method("getstate", "(self, /)", twister_getstate),
    method("setstate", "(self, state, /)", twister_setstate),
};

Ref new_twister(Args&) { return Ref::adopt(make_object<Twister>(twister_type)); }
const NativeDefinition kRandomFunctions[] = {function("Twister", "()", new_twister)};

}  // namespace

void register_random() {
  TypeSpec spec;
  spec.name = "_random.Twister";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(Twister);
  spec.flags = Type::kNoSubclass | Type::kNoInstance;
  spec.methods = kTwisterMethods;
  spec.slots.destroy = destroy_native<Twister>;
  twister_type = new_builtin_type(spec);
}

void make_random_module(Dict* module) {
  add_functions(module, "_random", kRandomFunctions, std::size(kRandomFunctions));
}

}  // namespace awaitscope
