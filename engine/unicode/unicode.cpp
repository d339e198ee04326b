#include "engine/unicode/unicode.h"

#include <cstddef>
#include <span>

#include "engine/compat/deferred_data.h"
#include "engine/unicode/utf8.h"

namespace awaitscope::unicode {
namespace {

struct CaseRun {
  uint32_t first;
  uint16_t count;
  uint8_t stride;
  int32_t difference;
};
struct CaseSpecial {
  uint32_t code;
  const char* text;
};

#include "engine/unicode/unicode_tables.inc"

// Does the code point lie between an odd and an even change?
bool has(std::span<const uint8_t> changes, uint32_t code) {
  need_deferred_data();
  uint32_t at = 0;
  bool state = false;
  for (size_t i = 0; i < changes.size();) {
    uint32_t delta = 0;
    while (changes[i] & 0x80) delta = delta << 7 | (changes[i++] & 0x7fu);
    delta = delta << 7 | changes[i++];
    at += delta;
    if (code < at) break;
    state = !state;
  }
  return state;
}

// Runs are in order of their first code point, but those with a stride of 2 overlap the next one.
bool mapped(std::span<const CaseRun> runs, uint32_t code, uint32_t& to) {
  need_deferred_data();
  for (const CaseRun& run : runs) {
    if (run.first > code) break;
    uint32_t distance = code - run.first;
    if (distance % run.stride == 0 && distance / run.stride < run.count) {
      to = code + uint32_t(run.difference);
      return true;
    }
  }
  return false;
}

bool append_special(std::string& out, std::span<const CaseSpecial> special, uint32_t code) {
  for (const CaseSpecial& row : special) {
    if (row.code == code) {
      out += row.text;
      return true;
    }
  }
  return false;
}

bool append_mapped(std::string& out, std::span<const CaseRun> runs,
                   std::span<const CaseSpecial> special, uint32_t code) {
  uint32_t to;
  if (mapped(runs, code, to)) {
    utf8::append(out, to);
    return true;
  }
  return append_special(out, special, code);
}

bool in_ascii(uint32_t code, char first, char last) {
  return code >= uint32_t(first) && code <= uint32_t(last);
}
bool ascii_lower(uint32_t code) { return in_ascii(code, 'a', 'z'); }
bool ascii_upper(uint32_t code) { return in_ascii(code, 'A', 'Z'); }
bool ascii_digit(uint32_t code) { return in_ascii(code, '0', '9'); }

}  // namespace

bool is_printable(uint32_t code) {
  return code < 0x80 ? in_ascii(code, ' ', '~') : has(kPrintable, code);
}
bool is_alpha(uint32_t code) {
  return code < 0x80 ? ascii_lower(code) || ascii_upper(code) : has(kAlpha, code);
}
bool is_lower(uint32_t code) { return code < 0x80 ? ascii_lower(code) : has(kLower, code); }
bool is_upper(uint32_t code) { return code < 0x80 ? ascii_upper(code) : has(kUpper, code); }
bool is_title(uint32_t code) { return code >= 0x80 && has(kTitle, code); }
bool is_space(uint32_t code) {
  if (code < 0x80) return code == ' ' || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return has(kSpace, code);
}
bool is_cased(uint32_t code) { return is_lower(code) || is_upper(code) || is_title(code); }
bool is_case_ignorable(uint32_t code) { return has(kCaseIgnorable, code); }
bool is_decimal(uint32_t code) { return code < 0x80 ? ascii_digit(code) : has(kDecimal, code); }
bool is_digit(uint32_t code) { return code < 0x80 ? ascii_digit(code) : has(kDigit, code); }
bool is_wide(uint32_t code) { return code >= 0x80 && has(kWide, code); }
bool is_numeric(uint32_t code) { return code < 0x80 ? ascii_digit(code) : has(kNumeric, code); }
int decimal_value(uint32_t code) {
  if (ascii_digit(code)) return int(code - '0');
  if (code < 0x80 || !is_decimal(code)) return -1;
  // Decimal digits come in tens, zero first; only the mathematical ones are several tens in a row.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return int((code - 0x1d7ce) % 10);
  uint32_t zero = code;
  while (code - zero < 9 && is_decimal(zero - 1)) --zero;
  return int(code - zero);
}

void append_lower(std::string& out, uint32_t code) {
  if (code < 0x80) {
    out += char(ascii_upper(code) ? code + 32 : code);
  } else if (!append_mapped(out, kLowerRuns, kLowerSpecial, code)) {
    utf8::append(out, code);
  }
}

void append_upper(std::string& out, uint32_t code) {
  if (code < 0x80) {
    out += char(ascii_lower(code) ? code - 32 : code);
  } else if (!append_mapped(out, kUpperRuns, kUpperSpecial, code)) {
    utf8::append(out, code);
  }
}

void append_title(std::string& out, uint32_t code) {
  if (code < 0x80 || !append_mapped(out, kTitleRuns, kTitleSpecial, code)) append_upper(out, code);
}

void append_folded(std::string& out, uint32_t code) {
  if (code < 0x80 || !append_mapped(out, kFoldRuns, kFoldSpecial, code)) append_lower(out, code);
}

}  // namespace awaitscope::unicode
