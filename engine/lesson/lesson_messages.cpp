#include "engine/lesson/lesson_messages.h"

#include <algorithm>

#include "engine/lesson/lesson_markup.h"
#include "engine/lesson/lessons.h"

namespace awaitscope::lesson_messages {

namespace {

// What somebody has written, which may be long.
std::string quoted(std::string_view words) { return in_ticks(words.substr(0, 60)); }

}  // namespace

std::string too_many(std::string_view whose, size_t most, std::string_view things) {
  return std::string(whose) + " has at most " + std::to_string(most) + " " + std::string(things);
}

std::string unknown_key(std::string_view key, const std::vector<std::string_view>& keys) {
  return "there is no " + quoted(std::string(key) + ":") + " in a lesson." +
         did_you_mean(key, keys);
}

std::string about_key(std::string_view key, std::string_view what) {
  return quoted(std::string(key) + ":") + " " + std::string(what);
}

std::string unknown_python(std::string_view minor) {
  return "`python:` is 3.11, 3.14 or 3.15, or several of them with commas; not " +
         std::string(minor.substr(0, 60));
}

std::string unknown_part(std::string_view name, const std::vector<std::string_view>& names) {
  return "a lesson has no part " + quoted(name) +
         ". Its parts are Stops, Answer, Check and Repair, with Shown by, Goal, Hints and "
         "Solution." +
         did_you_mean(name, names);
}

std::string wrong_heading(size_t level, std::string_view name) {
  return "this heading is written " + quoted(std::string(level, '#') + " " + std::string(name));
}

std::string no_moment(std::string_view head) {
  const std::vector<std::string_view> words = {"start", "suspend", "resume", "return",
                                               "raise", "line",    "print"};
  const std::string_view word = head.substr(0, head.find(' '));
  const bool known = std::find(words.begin(), words.end(), word) != words.end();
  return "\"" + std::string(head.substr(0, 80)) +
         "\" names no moment. It is start, suspend, resume, return or raise of a `function`, "
         "line 12, line with `code`, or print of `text`." +
         (known ? std::string() : did_you_mean(word, words));
}

std::string no_prediction(std::string_view words) {
  std::vector<std::string_view> known;
  for (PredictionKind kind :
       {PredictionKind::PrintsNext, PredictionKind::RunsNext, PredictionKind::ReadyQueue,
        PredictionKind::EndsAt, PredictionKind::Fails})
    known.push_back(words_of(kind));
  return "a prediction is `prints next`, `runs next`, `ready queue`, `ends at`, `fails`, "
         "or a question of yours that ends with `?`." +
         did_you_mean(words, known);
}

std::string no_goal(std::string_view words, std::string_view key) {
  const std::vector<std::string_view> keys = {
      "done by",  "not before", "output",    "prints",          "never prints",
      "runs",     "never runs", "keeps",     "nothing pending", "no warning",
      "no error", "fails",      "never ends"};
  const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
  return "\"" + std::string(words.substr(0, 80)) +
         "\" is no goal that a run can decide. They are: done by: 1 s; not before: 1 s; output: "
         "`line`, `line`; prints: `line`; never prints: `line`; runs: return of `function`; never "
         "runs: return of `function`; keeps: `code`; nothing pending; no warning; no error; "
         "fails: `ValueError`; never ends." +
         (known ? std::string() : did_you_mean(key, keys));
}

}  // namespace awaitscope::lesson_messages
