// The small things a lesson's file is made of: lines with their places, code in backticks, "2nd
// time", "0.5 s".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

// Without what is blank before and after.
std::string_view trimmed(std::string_view text);

// How many characters a text has (not bytes).
int characters(std::string_view text);

// Where the character first stands outside of `code`, or npos.
size_t find_outside_code(std::string_view text, char wanted);

// "`main`": what is between the backticks that it begins with, and what comes after them in `rest`.
// Nothing where it begins with none, or they do not end.
std::optional<std::string_view> code_span(std::string_view text, std::string_view& rest);

// `code`, in the backticks that mark it.
std::string in_ticks(std::string_view code);

// As it is shown: without ** and with a link's words only; `code` stays as it is.
std::string as_shown(std::string_view markdown);

// "2nd", "2": 2. Nothing where it is no number of the kind.
std::optional<int> ordinal(std::string_view word);
// "2nd" of 2.
std::string ordinal_word(int number);

// "1 s", "0.5 seconds": 1, 0.5.
std::optional<double> seconds(std::string_view words);

// " Did you mean `near`?", or nothing.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& candidates);

}  // namespace awaitscope
