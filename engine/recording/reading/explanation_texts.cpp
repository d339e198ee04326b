#include "engine/recording/reading/explanation_texts.h"

#include "engine/compat/deferred_data.h"

namespace awaitscope {

namespace {

constexpr Text kTexts[] = {
#define TEXT(id, link, facts, text) {LinkId::link, text},
#include "engine/recording/reading/explanation_texts.def"
#undef TEXT
};

constexpr Link kLinks[] = {
#define LINK(id, address, title) {address, title},
#include "engine/recording/reading/explanation_texts.def"
#undef LINK
};

}  // namespace

const Text& text_of(TextId id) { return kTexts[size_t(id)]; }
const Link& link_of(LinkId id) { return kLinks[size_t(id)]; }

// (A run without a mistake does without their texts.)
const Mistake* find_mistake(std::string_view message) {
  need_deferred_data();
  static const Mistake kMistakes[] = {
#define MISTAKE(message, link, text, instead) \
  {AWAITSCOPE_LATER(message), LinkId::link, AWAITSCOPE_LATER(text), AWAITSCOPE_LATER(instead)},
#include "engine/recording/reading/explanation_texts.def"
#undef MISTAKE
  };
  for (const Mistake& mistake : kMistakes) {
    if (message.find(mistake.message) != std::string_view::npos) return &mistake;
  }
  return nullptr;
}

}  // namespace awaitscope
