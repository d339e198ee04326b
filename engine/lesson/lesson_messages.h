// What is wrong with a lesson's file, in words, where that takes more than one text. Apart from
// what reads the file, since a page that shows good lessons has no use for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope::lesson_messages {

std::string too_many(std::string_view whose, size_t most, std::string_view things);
std::string unknown_key(std::string_view key, const std::vector<std::string_view>& keys);
std::string about_key(std::string_view key, std::string_view what);
std::string unknown_python(std::string_view minor);
std::string unknown_part(std::string_view name, const std::vector<std::string_view>& names);
std::string wrong_heading(size_t level, std::string_view name);
std::string no_moment(std::string_view head);
std::string no_prediction(std::string_view words);
std::string no_goal(std::string_view words, std::string_view key);

}  // namespace awaitscope::lesson_messages
