// _hash: the loops of hashlib.py. Specified in: RFC 1321 (MD5), FIPS 180-4 (SHA-1 and SHA-2).
// A state is the bytes of its words, as the digest has them.

#include <algorithm>
#include <cstdint>
#include <string>

#include "engine/modules/modules.h"
#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

template <class Word>
Word turned_right(Word x, int by) {
  return Word(x >> by | x << (int(sizeof(Word)) * 8 - by));
}
uint32_t turned_left(uint32_t x, int by) { return x << by | x >> (32 - by); }

template <class Word, bool big_endian>
struct WordsOf {
  static Word read(const char* from) {
    Word word = 0;
    for (size_t i = 0; i < sizeof(Word); ++i) {
      size_t at = big_endian ? i : sizeof(Word) - 1 - i;
      word = Word(word << 8 | uint8_t(from[at]));
    }
    return word;
  }
  static void write(char* to, Word word) {
    for (size_t i = 0; i < sizeof(Word); ++i) {
      size_t at = big_endian ? sizeof(Word) - 1 - i : i;
      to[at] = char(word >> (8 * i));
    }
  }
};

// (state, data, constants): the state after all of the data, which is whole blocks.
template <class Word, bool big_endian, int words, void (*compress)(Word*, const Word*, const Word*)>
Ref over_blocks(Args& args) {
  using Form = WordsOf<Word, big_endian>;
  for (uint32_t i = 0; i < 3; ++i) {
    if (!is<Bytes>(args[i])) return raise_type_error({"bytes, please, not ", type_name(args[i])});
  }
  std::string state(as<Bytes>(args[0])->view());
  if (state.size() != size_t(words) * sizeof(Word)) return raise_value_error({"no such state"});
  std::string_view data = as<Bytes>(args[1])->view(), given = as<Bytes>(args[2])->view();
  Word now[8] = {}, constants[80] = {}, block[16];
  for (int i = 0; i < words; ++i) now[i] = Form::read(state.data() + size_t(i) * sizeof(Word));
  for (size_t i = 0; i < 80 && (i + 1) * sizeof(Word) <= given.size(); ++i)
    constants[i] = Form::read(given.data() + i * sizeof(Word));
  for (; data.size() >= sizeof block; data.remove_prefix(sizeof block)) {
    for (size_t i = 0; i < 16; ++i) block[i] = Form::read(data.data() + i * sizeof(Word));
    Word before[8];
    std::copy(std::begin(now), std::end(now), before);
    compress(now, block, constants);
    for (int i = 0; i < words; ++i) now[i] = Word(now[i] + before[i]);
  }
  for (int i = 0; i < words; ++i) Form::write(state.data() + size_t(i) * sizeof(Word), now[i]);
  return new_bytes(state);
}

void md5(uint32_t* state, const uint32_t* block, const uint32_t* sines) {
  constexpr int kTurns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  for (uint32_t i = 0; i < 64; ++i) {
    uint32_t mixed, at;
    switch (i / 16) {
      case 0: mixed = (b & c) | (~b & d), at = i; break;
      case 1: mixed = (d & b) | (~d & c), at = 5 * i + 1; break;
      case 2: mixed = b ^ c ^ d, at = 3 * i + 5; break;
      default: mixed = c ^ (b | ~d), at = 7 * i; break;
    }
    uint32_t sum = a + mixed + sines[i] + block[at % 16];
    a = d, d = c, c = b;
    b += turned_left(sum, kTurns[i / 16][i % 4]);
  }
  state[0] = a, state[1] = b, state[2] = c, state[3] = d;
}

void sha1(uint32_t* state, const uint32_t* block, const uint32_t*) {
  constexpr uint32_t kConstants[] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
  uint32_t words[80];
  std::copy(block, block + 16, words);
  for (int i = 16; i < 80; ++i)
    words[i] = turned_left(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  for (int i = 0; i < 80; ++i) {
    uint32_t mixed = i < 20   ? (b & c) | (~b & d)
                     : i < 40 ? b ^ c ^ d
                     : i < 60 ? (b & c) | (b & d) | (c & d)
                              : b ^ c ^ d;
    uint32_t sum = turned_left(a, 5) + mixed + e + kConstants[i / 20] + words[i];
    e = d, d = c, c = turned_left(b, 30), b = a, a = sum;
  }
  state[0] = a, state[1] = b, state[2] = c, state[3] = d, state[4] = e;
}

// How far words are turned; the last of the message's two is shifted.
struct Turns {
  int message[2][3], state[2][3];
};
constexpr Turns kTurns32 = {{{7, 18, 3}, {17, 19, 10}}, {{2, 13, 22}, {6, 11, 25}}};
constexpr Turns kTurns64 = {{{1, 8, 7}, {19, 61, 6}}, {{28, 34, 39}, {14, 18, 41}}};

template <class Word, int rounds, const Turns& turns>
void sha2(Word* state, const Word* block, const Word* constants) {
  auto of_message = [](Word x, const int* by) {
    return Word(turned_right(x, by[0]) ^ turned_right(x, by[1]) ^ x >> by[2]);
  };
  auto of_state = [](Word x, const int* by) {
    return Word(turned_right(x, by[0]) ^ turned_right(x, by[1]) ^ turned_right(x, by[2]));
  };
  Word words[rounds];
  std::copy(block, block + 16, words);
  for (int i = 16; i < rounds; ++i) {
    words[i] = words[i - 16] + of_message(words[i - 15], turns.message[0]) + words[i - 7] +
               of_message(words[i - 2], turns.message[1]);
  }
  Word v[8];
  std::copy(state, state + 8, v);
  for (int i = 0; i < rounds; ++i) {
    Word first = v[7] + of_state(v[4], turns.state[1]) + ((v[4] & v[5]) ^ (~v[4] & v[6])) +
                 constants[i] + words[i];
    Word second = of_state(v[0], turns.state[0]) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
    for (int j = 7; j > 0; --j) v[j] = v[j - 1];
    v[4] += first;
    v[0] = first + second;
  }
  std::copy(v, v + 8, state);
}

constexpr char kSignature[] = "(state, data, constants, /)";
const NativeDefinition kHashFunctions[] = {
    function("md5", kSignature, over_blocks<uint32_t, false, 4, md5>),
    function("sha1", kSignature, over_blocks<uint32_t, true, 5, sha1>),
    function("sha256", kSignature, over_blocks<uint32_t, true, 8, sha2<uint32_t, 64, kTurns32>>),
    function("sha512", kSignature, over_blocks<uint64_t, true, 8, sha2<uint64_t, 80, kTurns64>>),
};

}  // namespace

void make_hash_module(Dict* module) {
  add_functions(module, "_hash", kHashFunctions, std::size(kHashFunctions));
}

}  // namespace awaitscope
