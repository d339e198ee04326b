#include "engine/unicode/character_data.h"

#include <algorithm>
#include <cstdio>
#include <span>
#include <vector>

#include "engine/compat/deferred_data.h"
#include "engine/unicode/utf8.h"

namespace awaitscope::unicode {
namespace {

#include "engine/unicode/character_data.inc"

// Reads the numbers of a table.
struct Numbers {
  std::span<const uint8_t> bytes;
  size_t at = 0;

  explicit Numbers(std::span<const uint8_t> table) : bytes(table) { need_deferred_data(); }
  bool more() const { return at < bytes.size(); }
  uint32_t next() {
    uint32_t number = 0;
    while (bytes[at] & 0x80) number = number << 7 | (bytes[at++] & 0x7fu);
    return number << 7 | bytes[at++];
  }
};

uint32_t value_in(std::span<const uint8_t> runs, uint32_t code) {
  Numbers numbers(runs);
  for (uint32_t end = 0; numbers.more();) {
    uint32_t value = numbers.next();
    end += numbers.next();
    if (code < end) return value;
  }
  return 0;
}

struct Decomposition {
  uint32_t tag = 0;  // 0: canonical
  bool made_again = false;
  std::vector<uint32_t> parts;
};

// Hands over each character that is made of others until `use` gives true.
template <class Use>
void each_decomposition(Use use) {
  Numbers numbers(kDecompositions);
  Decomposition found;
  for (uint32_t code = 0; numbers.more();) {
    code += numbers.next();
    found.tag = numbers.next();
    uint32_t count = numbers.next();
    found.made_again = count & 1;
    found.parts.resize(count / 2);
    for (uint32_t& part : found.parts) part = numbers.next();
    if (use(code, found)) return;
  }
}

// Syllables of Hangul are computed: a leading consonant, a vowel, perhaps a trailing consonant.
constexpr uint32_t kSyllable = 0xac00, kLead = 0x1100, kVowel = 0x1161, kTrail = 0x11a7;
constexpr uint32_t kLeads = 19, kVowels = 21, kTrails = 28;

void decompose(uint32_t code, bool compatible, std::vector<uint32_t>& out) {
  if (code < 0xa0) return out.push_back(code);
  if (uint32_t i = code - kSyllable; i < kLeads * kVowels * kTrails) {
    out.insert(out.end(), {kLead + i / kTrails / kVowels, kVowel + i / kTrails % kVowels});
    if (i % kTrails) out.push_back(kTrail + i % kTrails);
    return;
  }
  std::vector<uint32_t> parts;
  each_decomposition([&](uint32_t each, const Decomposition& found) {
    if (each == code && (compatible || !found.tag)) parts = found.parts;
    return each >= code;
  });
  if (parts.empty()) return out.push_back(code);
  for (uint32_t part : parts) decompose(part, compatible, out);
}

uint32_t composed_of(uint32_t first, uint32_t second) {  // 0: none
  if (first - kLead < kLeads && second - kVowel < kVowels)
    return kSyllable + ((first - kLead) * kVowels + second - kVowel) * kTrails;
  if (uint32_t i = first - kSyllable; i < kLeads * kVowels * kTrails && i % kTrails == 0 &&
                                      second > kTrail && second < kTrail + kTrails) {
    return first + second - kTrail;
  }
  uint32_t made = 0;
  each_decomposition([&](uint32_t each, const Decomposition& found) {
    if (found.made_again && found.parts.size() == 2 && found.parts[0] == first &&
        found.parts[1] == second) {
      made = each;
    }
    return made != 0;
  });
  return made;
}

// Marks that follow a character stand in the order of their classes.
void put_in_order(std::vector<uint32_t>& codes) {
  for (size_t i = 0; i < codes.size();) {
    if (!combining(codes[i])) {
      ++i;
      continue;
    }
    size_t begin = i;
    while (i < codes.size() && combining(codes[i])) ++i;
    std::stable_sort(codes.begin() + ptrdiff_t(begin), codes.begin() + ptrdiff_t(i),
                     [](uint32_t a, uint32_t b) { return combining(a) < combining(b); });
  }
}

// Each mark joins the last character that stands for itself, where nothing between them is in the
// way.
void compose(std::vector<uint32_t>& codes) {
  size_t starter = codes.size(), kept = 0;
  int before = 0;
  for (size_t i = 0; i < codes.size(); ++i) {
    int own = combining(codes[i]);
    bool adjacent = starter < kept && starter + 1 == kept;
    if (starter < kept && (adjacent || (before < own && before))) {
      if (uint32_t made = composed_of(codes[starter], codes[i])) {
        codes[starter] = made;
        continue;
      }
    }
    if (!own) starter = kept;
    before = own;
    codes[kept++] = codes[i];
  }
  codes.resize(kept);
}

}  // namespace

const char* category(uint32_t code) { return kCategoryValues[value_in(kCategoryRuns, code)]; }
const char* bidirectional(uint32_t code) {
  return kBidirectionalValues[value_in(kBidirectionalRuns, code)];
}
const char* east_asian_width(uint32_t code) { return kWidthValues[value_in(kWidthRuns, code)]; }
int combining(uint32_t code) {
  return code < 0x300 ? 0 : kCombiningValues[value_in(kCombiningRuns, code)];
}
bool mirrored(uint32_t code) { return kMirroredValues[value_in(kMirroredRuns, code)]; }

std::string decomposition(uint32_t code) {
  std::string text;
  auto add = [&](const std::vector<uint32_t>& parts) {
    for (uint32_t part : parts) {
      char hexadecimal[12];
      std::snprintf(hexadecimal, sizeof hexadecimal, "%04X", unsigned(part));
      text.append(text.empty() ? "" : " ").append(hexadecimal);
    }
  };
  if (code - kSyllable < kLeads * kVowels * kTrails) {
    std::vector<uint32_t> parts;
    decompose(code, false, parts);
    add(parts);
    return text;
  }
  each_decomposition([&](uint32_t each, const Decomposition& found) {
    if (each != code) return each > code;
    text = kTags[found.tag];
    add(found.parts);
    return true;
  });
  return text;
}

NumericValue numeric_value(uint32_t code) {
  Numbers numbers(kNumericValues);
  for (uint32_t each = 0; numbers.more();) {
    each += numbers.next();
    NumericValue found{true, numbers.next() != 0};
    uint32_t numerator = numbers.next();
    found.numerator = numerator & 1 ? -int64_t(numerator / 2) : int64_t(numerator / 2);
    found.denominator = numbers.next();
    if (each == code) return found;
  }
  return {};
}

std::string normalized(std::string_view text, bool composed, bool compatible) {
  if (utf8::is_ascii(text)) return std::string(text);
  std::vector<uint32_t> codes;
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) decompose(utf8::decode(at), compatible, codes);
  put_in_order(codes);
  if (composed) compose(codes);
  std::string out;
  for (uint32_t code : codes) utf8::append(out, code);
  return out;
}

}  // namespace awaitscope::unicode
