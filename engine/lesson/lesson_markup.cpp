#include "engine/lesson/lesson_markup.h"

#include <algorithm>

#include "engine/unicode/nearest_name.h"

namespace awaitscope {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How many backticks stand there.
size_t ticks_at(std::string_view text, size_t at) {
  size_t count = 0;
  while (at + count < text.size() && text[at + count] == '`') ++count;
  return count;
}

// Behind the code that begins at `at` with so many backticks, or npos where it does not end.
size_t end_of_code(std::string_view text, size_t at, size_t ticks) {
  for (size_t i = at + ticks; i < text.size();) {
    const size_t here = ticks_at(text, i);
    if (here == ticks) return i + ticks;
    i += here ? here : 1;
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

int characters(std::string_view text) {
  return int(std::count_if(text.begin(), text.end(),
                           [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

size_t find_outside_code(std::string_view text, char wanted) {
  for (size_t i = 0; i < text.size();) {
    if (const size_t ticks = ticks_at(text, i)) {
      const size_t end = end_of_code(text, i, ticks);
      i = end == text.npos ? i + ticks : end;
    } else if (text[i] == wanted) {
      return i;
    } else {
      ++i;
    }
  }
  return text.npos;
}

std::optional<std::string_view> code_span(std::string_view text, std::string_view& rest) {
  const size_t ticks = ticks_at(text, 0);
  if (ticks == 0) return {};
  const size_t end = end_of_code(text, 0, ticks);
  if (end == text.npos) return {};
  rest = text.substr(end);
  std::string_view code = text.substr(ticks, end - 2 * ticks);
  // As Markdown has it: `` `a` `` is a code with backticks, and blanks that set it apart.
  if (ticks > 1 && code.size() > 2 && code.front() == ' ' && code.back() == ' ')
    code = code.substr(1, code.size() - 2);
  return code;
}

std::string in_ticks(std::string_view code) { return "`" + std::string(code) + "`"; }

std::string as_shown(std::string_view markdown) {
  std::string shown;
  for (size_t i = 0; i < markdown.size();) {
    if (const size_t ticks = ticks_at(markdown, i)) {
      size_t end = end_of_code(markdown, i, ticks);
      if (end == markdown.npos) end = i + ticks;
      shown += markdown.substr(i, end - i);
      i = end;
    } else if (markdown.substr(i).starts_with("**")) {
      i += 2;
    } else if (markdown[i] == '[') {
      const size_t close = markdown.find("](", i), end = markdown.find(')', i);
      if (close != markdown.npos && end != markdown.npos && end > close &&
          markdown.substr(i + 1, close - i - 1).find('[') == markdown.npos) {
        shown += markdown.substr(i + 1, close - i - 1);
        i = end + 1;
      } else {
        shown += markdown[i++];
      }
    } else {
      shown += markdown[i++];
    }
  }
  return shown;
}

std::optional<int> ordinal(std::string_view word) {
  int number = 0;
  size_t i = 0;
  for (; i < word.size() && is_digit(word[i]) && i < 6; ++i) number = number * 10 + (word[i] - '0');
  if (i == 0) return {};
  const std::string_view ending = word.substr(i);
  for (std::string_view known : {"", "st", "nd", "rd", "th"}) {
    if (ending == known) return number;
  }
  return {};
}

std::string ordinal_word(int number) {
  const int last = number % 10, two = number % 100;
  const bool teen = two >= 11 && two <= 13;
  return std::to_string(number) + (last == 1 && !teen   ? "st"
                                   : last == 2 && !teen ? "nd"
                                   : last == 3 && !teen ? "rd"
                                                        : "th");
}

std::optional<double> seconds(std::string_view words) {
  words = trimmed(words);
  double number = 0, unit = 1;
  size_t i = 0, digits = 0;
  bool fraction = false;
  for (; i < words.size(); ++i) {
    if (is_digit(words[i]) && ++digits < 12) {
      if (fraction)
        number += (words[i] - '0') * (unit /= 10);
      else
        number = number * 10 + (words[i] - '0');
    } else if (words[i] == '.' && !fraction) {
      fraction = true;
    } else {
      break;
    }
  }
  if (digits == 0) return {};
  const std::string_view rest = trimmed(words.substr(i));
  for (std::string_view known : {"s", "second", "seconds"}) {
    if (rest == known) return number;
  }
  return {};
}

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& candidates) {
  if (name.size() > 200) return "";
  const std::string_view near = nearest_name(name, candidates);
  return near.empty() ? "" : " Did you mean `" + std::string(near) + "`?";
}

}  // namespace awaitscope
