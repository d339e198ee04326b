#pragma once
// Everything that explanations say, in one table, and where the Python documentation says so.
//
// In a text {function}, {value} and the like are replaced (explanation.cpp says which there are for
// a kind of step); what is code stands in backticks. A sentence says what happens and why, with the
// names of this program; words like "task" or "future" are used as the documentation uses them.

#include <cstddef>
#include <string_view>

namespace awaitscope {

enum class TextId : size_t {
#define TEXT(id, link, facts, text) id,
#include "engine/recording/reading/explanation_texts.def"
#undef TEXT
};

enum class LinkId : size_t {
#define LINK(id, address, title) id,
#include "engine/recording/reading/explanation_texts.def"
#undef LINK
};

struct Text {
  LinkId link;
  std::string_view text;
};
const Text& text_of(TextId id);

struct Link {
  std::string_view address, title;  // the address: what follows docs.python.org/3.14/
};
const Link& link_of(LinkId id);

// A mistake is known by a part of the message that Python gives.
struct Mistake {
  std::string_view message;
  LinkId link;
  std::string_view text, instead;
};
// Null where the message is that of no known mistake.
const Mistake* find_mistake(std::string_view message);

}  // namespace awaitscope
